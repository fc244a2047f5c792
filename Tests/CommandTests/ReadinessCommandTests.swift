// SPDX-License-Identifier: MIT

import DefenderWire
import Testing

/// Readiness from the command line.
@Suite struct ReadinessCommandTests {
  let sandbox = Result { try Sandbox.withSamples() }

  @Test func `the checklist is taken in once, and says where each item is in the portal`() throws {
    let sandbox = try sandbox.get()
    let run = try sandbox.run("readiness", "seed")
    #expect(run.status == 0)
    #expect(run.out.contains("readiness/protected-devices taken in · version "))
    #expect(
      try sandbox.run("readiness", "seed")
        == .said("", "tocsin: Every item of the checklist is here already."))
    let text = try sandbox.data("readiness", "--format", "csv")
    #expect(text.contains("Settings > Defender Experts > Service status"))
  }

  @Test func `an item is set by what only its name begins with`() throws {
    let sandbox = try sandbox.get()
    _ = try sandbox.run("readiness", "seed")
    let run = try sandbox.run(
      "readiness", "set", "teams", "--state", "inprogress", "--owner", "bob", "--due",
      "2030-11-25T08:00Z")
    #expect(run.status == 0)
    #expect(run.out.hasPrefix("readiness/teams-channel in progress · version "))
    let json = try JSONDocument(bytes: Array(sandbox.data("readiness", "export").utf8)).root
    let item = try #require(
      json["items"]?.elements.first { $0["id"]?.string?.text == "teams-channel" })
    #expect(item["state"]?.string?.text == "inProgress")
    #expect(item["due"]?.string?.text == "2030-11-25T08:00:00.000Z")
    #expect(item["checkedAt"]?.string?.text.isEmpty == false)
    #expect(try sandbox.run("readiness", "set", "prot", "--checked").status == 64)
    #expect(try sandbox.run("readiness", "set", "te", "--source", "review").status == 0)
    #expect(try sandbox.run("readiness", "set", "none", "--checked").status == 66)
    #expect(
      try sandbox.run("readiness", "set", "teams", "--owner", "eve", "--if-version", "1").status
        == 75)
  }

  @Test func `what is removed is so, and no beginning of another`() throws {
    let sandbox = try sandbox.get()
    _ = try sandbox.run("readiness", "seed")
    #expect(try sandbox.run("readiness", "remove", "review").out.hasPrefix("readiness/review rem"))
    let removed = "tocsin: readiness 'review' is removed. Nothing was written."
    #expect(try sandbox.run("readiness", "remove", "review") == .said("", removed, status: 66))
    let set = try sandbox.run("readiness", "set", "review", "--state", "completed")
    #expect(set == .said("", removed, status: 66))
    // By its name, too, where that begins another.
    for name in ["Finance", "Finance EU"] {
      _ = try sandbox.run("readiness", "exclusion", "add", name)
    }
    #expect(try sandbox.run("readiness", "exclusion", "remove", "finance").status == 0)
    #expect(try sandbox.run("readiness", "exclusion", "remove", "finance").status == 66)
    #expect(try sandbox.run("readiness", "exclusion", "remove", "finance-e").status == 0)
  }

  @Test func `what is exported can be imported, and then changes nothing`() throws {
    let sandbox = try sandbox.get()
    _ = try sandbox.run("readiness", "seed")
    _ = try sandbox.run(
      "readiness", "assets", "--devices", "1840/2000", "--identities", "3/4", "--date",
      "2026-11-20")
    _ = try sandbox.run(
      "readiness", "contact", "add", "Ada \"A\" Park", "--phone", "+44 20", "--hours", "always")
    _ = try sandbox.run("readiness", "exclusion", "add", "Plänt", "--kind", "userGroup")
    _ = try sandbox.run("readiness", "permission", "respond", "notGranted", "--note", "later")
    let sheet = try sandbox.data("readiness", "export")
    let again = try sandbox.run("readiness", "import", "-", input: sheet)
    #expect(again.out.isEmpty && again.status == 0)
    #expect(again.error.contains("assets/2026-11-20 says so already."))
    let other = try Sandbox.withSamples()
    let run = try other.run("readiness", "import", "-", input: sheet)
    #expect(run.status == 0)
    #expect(try other.data("readiness", "export") == sheet)
    let text = try other.data("readiness")
    #expect(text.contains("Ada \"A\" Park") && text.contains("1840 of 2000"))
  }

  @Test(arguments: [
    (
      "{\n \"format\": 1,\n \"items\": [{\"titel\": \"a\"}]\n}",
      "3:13: \"titel\" is not known here."
    ),
    ("{\n \"format\": 1,\n \"items\": [{\"title\": \"a\",}]\n}", "3:"),
    ("{\"format\": 2}", "1:12: \"format\" must be 1."), ("[]", "1:1: This is no object."),
    (
      "{\"format\":1,\n\"items\":[{\"title\":\"good\"},\n{\"title\":\"b\",\"state\":\"later\"}]}",
      "3:22: This must be completeNow or inProgress or completed."
    ),
    (
      "{\"format\":1,\"contacts\":[{\"name\":\"a\",\"hours\":\"late\"}]}", "Hours are Mon-Fri"
    ),
    (
      "{\"format\":1,\"items\":[{\"title\":\"a\",\"checkedAt\":\"2099-01-01T00:00:00Z\"}]}",
      "That is still to come; nobody looked then."
    ),
    ("{\"format\":1,\"assets\":[{\"devices\":{\"protected\":-1}}]}", "This must be a count."),
    (
      "{\"format\":1,\"assets\":[{\"date\":\"2026-11-20\",\"devices\":{\"protected\":5,\"target\":3}}]}",
      "Devices: 5 of 3 cannot be;"
    ),
    (
      "{\"format\":1,\"items\":[{\"id\":\"a\"},{\"id\":\"a\"}]}",
      "readiness/a is in the list twice."
    ),
    ("{\"format\":1,\"permissions\":[{\"id\":\"all\"}]}", "A permission is guide or respond."),
  ])
  func `a bad sheet is refused with its line, and nothing is recorded`(
    _ sheet: String, _ sentence: String
  ) throws {
    let sandbox = try sandbox.get()
    let file = try sandbox.write(sheet, to: "sheet.json")
    let run = try sandbox.run("readiness", "import", file)
    #expect(run.status == 65)
    #expect(run.error.contains("\(file):") && run.error.contains(sentence), "\(run.error)")
    #expect(run.error.contains("Nothing was recorded."))
    #expect(
      try sandbox.data("readiness", "export").split(separator: "\n").count == 8)
  }

  @Test func `contacts, exclusions and items are taken away by name`() throws {
    let sandbox = try sandbox.get()
    _ = try sandbox.run("readiness", "contact", "add", "Ada Park", "--phone", "1")
    _ = try sandbox.run("readiness", "contact", "set", "ada park", "--hours", "always")
    let late = ["--hours", "Mon-Fri 08:00-18:00", "--if-version", "4"]
    #expect(try sandbox.run(["readiness", "contact", "set", "ada park"] + late).status == 75)
    #expect(try sandbox.data("readiness").contains("Ada Park is the only contact"))
    #expect(try sandbox.run("readiness", "contact", "remove", "Ada Park").status == 0)
    #expect(try sandbox.data("readiness").contains("No contact for incident notification"))
    #expect(try sandbox.run("undo").status == 0)
    #expect(try sandbox.data("readiness").contains("Ada Park is the only contact"))
  }

  @Test func `a count is taken away, and then the one before it counts`() throws {
    let sandbox = try sandbox.get()
    for (count, day) in [("5/10", "2026-11-19"), ("10/10", "2026-11-20")] {
      _ = try sandbox.run("readiness", "assets", "--devices", count, "--date", day)
    }
    #expect(try sandbox.data("readiness").contains("10 of 10 on 2026-11-20"))
    let run = try sandbox.run("readiness", "assets", "--remove", "--date", "2026-11-20")
    #expect(run.status == 0 && run.out.hasPrefix("assets/2026-11-20 removed"))
    #expect(try sandbox.data("readiness").contains("5 of 10 on 2026-11-19"))
    #expect(
      try sandbox.run("readiness", "assets", "--remove", "--date", "2026-11-20").status == 66)
  }

  @Test func `a device group and a user group of one name are two`() throws {
    let sandbox = try sandbox.get()
    for kind in ["deviceGroup", "userGroup", "userGroup"] {
      let run = try sandbox.run("readiness", "exclusion", "add", "Finance", "--kind", kind)
      #expect(run.status == 0)
    }
    let report = try sandbox.data("readiness", "--format", "csv", "--table", "exclusions")
    #expect(report.split(whereSeparator: \.isNewline).count == 3)
    #expect(report.contains("device group") && report.contains("user group"))
    let both = try sandbox.run("readiness", "exclusion", "remove", "finance")
    #expect(both.status == 64)
    #expect(both.error.contains("'finance' is the name of more than one exclusion: finance-"))
    let names = both.error.split(whereSeparator: { " ,.".contains($0) }).filter {
      $0.hasPrefix("finance-")
    }
    #expect(names.count == 2)
    let last = try #require(names.last)
    #expect(try sandbox.run("readiness", "exclusion", "remove", String(last)).status == 0)
    #expect(try sandbox.run("readiness", "exclusion", "remove", "finance").status == 0)
  }

  @Test func `who answers now is told by the clock of the team's zone`() throws {
    let sandbox = try sandbox.get()
    func answering(in zone: String) throws -> String {
      let file = try sandbox.write("{ \"timeZone\": \"\(zone)\" }", to: "zone.json5")
      return try sandbox.data(
        "readiness", "--format", "csv", "--table", "contacts", "--config", file)
    }
    // Twelve hours apart: at any moment one of them is in the first half of the day.
    _ = try sandbox.run(
      "readiness", "contact", "add", "Ada", "--phone", "1", "--hours", "Mon-Sun 00:00-12:00")
    let answers = try ["Etc/GMT+6", "Etc/GMT-6"].map(answering)
    #expect(answers[0] != answers[1])
  }

  @Test(arguments: [
    (["assets"], "Give --devices N/M or --identities N/M, or --remove without them."),
    (["assets", "--devices", "5/3"], "Devices: 5 of 3 cannot be;"),
    (["assets", "--identities", "10/0"], "Identities: 10 of 0 cannot be;"),
    (["assets", "--devices", "1/3", "--remove"], "or --remove without them."),
    (["assets", "--devices", "many"], "--devices 'many': write 1840/2000."),
    (["assets", "--devices", "1/2", "--date", "soon"], "--date 'soon': write 2026-11-25."),
    (["contact", "add", "a", "--hours", "late"], "--hours 'late': write Mon-Fri"),
    (["contact", "add", "!"], "a name needs a letter or a digit."),
    (["exclusion", "add", "a", "--kind", "x"], "choose deviceGroup or userGroup."),
    (["permission", "all", "granted"], "a permission is guide or respond."),
    (["add", "a", "--state", "later"], "choose completeNow, inProgress or completed."),
  ])
  func `what does not fit is refused`(_ arguments: [String], _ sentence: String) throws {
    let run = try sandbox.get().run(["readiness"] + arguments)
    #expect(run.status == 64)
    #expect(run.error.contains(sentence), "\(run.error)")
  }
}
