// SPDX-License-Identifier: MIT

import DefenderWire
import Testing

/// Notes, tags and snoozes from the command line.
@Suite struct WriteTests {
  let sandbox = Result { try Sandbox.withSamples() }

  private func json(_ sandbox: Sandbox, _ id: String = "2972395") throws -> JSONValue {
    let text = try sandbox.data("show", id, "--format", "json")
    let json = try JSONDocument(bytes: Array(text.utf8)).root
    #expect(try Schema(named: "show").faults(in: json) == [])
    return json
  }

  @Test func `a note is kept field by field, and shown`() throws {
    let sandbox = try sandbox.get()
    #expect(
      try sandbox.run(
        "note", "2972395", "stolen hash", "--next", "call site IT", "--due",
        "2030-11-25T08:00Z")
        == .said("2972395 noted · version 4", Sandbox.notDefender))
    _ = try sandbox.run("note", "2972395", "--blocker", "no key", "--no-due")
    let note = try #require(try json(sandbox)["note"])
    #expect(note["hypothesis"]?.string?.text == "stolen hash")
    #expect(note["nextStep"]?.string?.text == "call site IT")
    #expect(note["blocker"]?.string?.text == "no key")
    #expect(note["due"]?.isNull == true)
    #expect(
      try sandbox.data("show", "2972395").contains(
        """

        Handover note
          Hypothesis  stolen hash
          Next step   call site IT
          Blocker     no key

        """))
    #expect(
      try sandbox.data("show", "2972395", "--format", "markdown").contains(
        "## Handover note\n\n**Hypothesis**\n\nstolen hash"))
    _ = try sandbox.run("note", "2972395", "-", input: "two\nlines\n")
    _ = try sandbox.run("note", "2972395", "--next", "")
    let again = try #require(try json(sandbox)["note"])
    #expect(again["hypothesis"]?.string?.text == "two\nlines")
    #expect(again["nextStep"]?.isNull == true)
  }

  @Test func `tags are put on and taken off many at once`() throws {
    let sandbox = try sandbox.get()
    #expect(
      try sandbox.run("tag", "2972395", "2972400", "--add", "vip", "--add", "night").out
        == """
        2972395 tagged Finance, vip, night · version 4
        2972400 tagged vip, night · version 4\n
        """)
    #expect(try sandbox.data("list", "night", "--format", "ids") == "2972395\n2972400\n")
    _ = try sandbox.run("tag", "2972395", "--remove", "night")
    #expect(
      try json(sandbox)["tagsOnlyHere"]?.elements.compactMap { $0.string?.text } == ["vip"])
    #expect(
      try sandbox.data("show", "2972395").contains(
        "\nTags Finance, vip (here), Defender Experts (set by Defender)\n"))
    #expect(
      try sandbox.run("tag", "2972395", "--add", "vip")
        == .said("", "tocsin: 2972395: It is tagged so already."))
    #expect(
      try sandbox.run("tag", "2972395", "--remove", "nope")
        == .said("", "tocsin: 2972395: It has no tag nope."))
    _ = try sandbox.run("tag", "2972395", "--add", "vip", "--add", "b", "--remove", "nope")
    #expect(try sandbox.data("journal").contains("tagged b"))
    #expect(try !sandbox.data("journal").contains("nope"))
  }

  @Test func `what is snoozed stands below, says until when, and is woken`() throws {
    let sandbox = try sandbox.get()
    let run = try sandbox.run(
      "snooze", "2972395", "--until", "2099-11-25T08:00Z", "--reason", "site IT calls back")
    #expect(
      run
        == .said("2972395 snoozed until 2099-11-25 08:00Z · version 4", Sandbox.notDefender))
    #expect(try sandbox.run("list").out.contains("\nz  "))
    let snoozed = try #require(try json(sandbox)["snoozed"])
    #expect(snoozed["until"]?.string?.text == "2099-11-25T08:00:00.000Z")
    #expect(snoozed["reason"]?.string?.text == "site IT calls back")
    #expect(
      try sandbox.data("show", "2972395").contains(
        "\nSnoozed until 2099-11-25 08:00Z by \(Sandbox.me): site IT calls back\n"))
    #expect(
      try sandbox.run("snooze", "2972395", "--wake")
        == .said("2972395 woken · version 5", Sandbox.notDefender))
    #expect(try json(sandbox)["snoozed"]?.isNull == true)
    #expect(
      try sandbox.run("snooze", "2972395", "--wake")
        == .said("", "tocsin: 2972395: It is not snoozed."))
  }

  @Test func `a snooze whose time has come is over without anybody writing`() throws {
    let sandbox = try sandbox.get()
    _ = try sandbox.run("snooze", "2972395", "--response", "r1", "--reason", "wait")
    #expect(try json(sandbox)["snoozed"]?["response"]?.string?.text == "r1")
    _ = try sandbox.run("response", "done", "2972395", "r1")
    #expect(try json(sandbox)["snoozed"]?.isNull == true)
  }

  @Test(arguments: [
    (["note", "2972395"], "There is no text to write down."),
    (["note", "2972395", "a", "--hypothesis", "b"], "not both"),
    (["note", "2972395", "--due", "soon"], "--due 'soon': write 30m"),
    (["tag", "2972395"], "Give --add TAG or --remove TAG."),
    (["tag", "2972395", "--add", "a\u{202E}b"], "printable text"),
    (["snooze", "2972395", "--until", "2h"], "--reason"),
    (["snooze", "2972395", "--reason", "x"], "--until TIME"),
    (["snooze", "2972395", "--wake", "--until", "2h", "--reason", "x"], "--wake alone"),
    (["snooze", "2972395", "--until", "2020-01-01", "--reason", "x"], "is past"),
    (["snooze", "2972395", "2972400", "--response", "r1", "--reason", "x"], "on one incident"),
  ])
  func `a slip is a sentence and 64`(arguments: [String], sentence: String) throws {
    let run = try sandbox.get().run(arguments)
    #expect(run.status == 64)
    #expect(run.error.contains(sentence), "\(run.error)")
  }

  @Test func `a text that begins with a dash stands behind two, and the error says so`() throws {
    let sandbox = try sandbox.get()
    let run = try sandbox.run("comment", "2972395", "-5h since the call")
    #expect(run.status == 64)
    #expect(run.error.contains("stands behind --, as in: comment ID -- '-5h since the call'."))
    for text in ["-5h", "-why", "-x"] {
      let run = try sandbox.run("comment", "2972395", text)
      #expect(run.status == 64 && run.out.isEmpty && run.error.contains("stands behind --"))
    }
    let option = try sandbox.run("note", "2972395", "--hypothesis", "-5h")
    #expect(option.status == 64)
    #expect(option.error.contains("follows a =, as in --hypothesis='-5h'."))
    #expect(try sandbox.run("comment", "-h").status == 0)
    #expect(try sandbox.run("comment", "2972395", "--", "-5h since the call").status == 0)
    #expect(try sandbox.data("show", "2972395").contains("-5h since the call"))
  }
}
