// SPDX-License-Identifier: MIT

import Glibc
import IncidentStore
import Incidents
import Testing

@testable import tocsin

/// What people record: what is said, and how it ends.
@Suite struct ActTests {
  let sandbox = Result { try Sandbox.withSamples() }

  @Test func `acknowledging twice says who was first and writes nothing`() throws {
    let sandbox = try sandbox.get()
    #expect(
      try sandbox.run("ack", "2972395")
        == .said("2972395 acknowledged · version 4", Sandbox.notDefender))
    #expect(
      try sandbox.run("ack", "2972395", "--as", "bob").timeless
        == .said("", "tocsin: 2972395: \(Sandbox.me) acknowledged it at TIME."))
    #expect(try sandbox.data("verify").hasPrefix("journal     sound · 4 lines · head 4 "))
  }

  @Test func `what cannot take part is listed and the rest is done in one line`() throws {
    #expect(
      try sandbox.get().run("ack", "2972395", "2972400", "2972300", "99", "2972400")
        == Sandbox.Run(
          out: """
            2972395 acknowledged · version 4
            2972400 acknowledged · version 4\n
            """,
          error: """
            \(Sandbox.notDefender)
            tocsin: 2972300: It is resolved; reopen it first.
            tocsin: 99: There is no such incident here.\n
            """, status: 1))
  }

  @Test func `an unknown id ends with 66, an unlawful move with 77`() throws {
    let sandbox = try sandbox.get()
    #expect(
      try sandbox.run("ack", "99")
        == .said("", "tocsin: 99: There is no such incident here.", status: 66))
    #expect(
      try sandbox.run("ack", "2972300")
        == .said("", "tocsin: 2972300: It is resolved; reopen it first.", status: 77))
  }

  @Test func `an owner changed meanwhile is a conflict`() throws {
    let sandbox = try sandbox.get()
    #expect(
      try sandbox.run("assign", "2972395", "bob", "--if-version", "1")
        == .said("2972395 assigned to bob · version 4", Sandbox.notDefender))
    #expect(
      try sandbox.run("assign", "2972395", "carol", "--if-version", "1").timeless
        == .said(
          "", "tocsin: 2972395: \(Sandbox.me) set the owner to bob at TIME.", status: 75))
    #expect(
      try sandbox.run("assign", "2972395", "bob")
        == .said("", "tocsin: 2972395: bob owns it already."))
    #expect(
      try sandbox.run("assign", "2972395", "--nobody")
        == .said("2972395 assigned to nobody · version 5", Sandbox.notDefender))
  }

  @Test func `a comment comes from the command line or from standard input`() throws {
    let sandbox = try sandbox.get()
    #expect(
      try sandbox.run("comment", "2972395", "called site IT")
        == .said("2972395 commented · version 4", Sandbox.notDefender))
    #expect(
      try sandbox.run("comment", "2972395", "-", input: "\nline one\nline two\n\n")
        == .said("2972395 commented · version 5", Sandbox.notDefender))
    #expect(
      try sandbox.data("show", "2972395", "--format", "json").contains(#""line one\nline two""#))
  }

  @Test func `a response is done once, and only by whom it is for`() throws {
    let sandbox = try sandbox.get()
    let done = try sandbox.run("response", "done", "2972395", "r1")
    #expect(done.out == "2972395 marked done Isolate device FIN-SRV-04 (r1) · version 4\n")
    #expect(done.error.hasPrefix("tocsin: Isolate device FIN-SRV-04 (r1): device "))
    #expect(done.error.hasSuffix("\n" + Sandbox.notTheTenant + "\n"))
    #expect(
      try sandbox.run("response", "done", "2972395", "r1")
        == .said("", "tocsin: 2972395: It is already marked done."))
    #expect(
      try sandbox.run("response", "skip", "2972395", "r1", "--note", "why")
        == .said(
          "",
          "tocsin: 2972395: Isolate device FIN-SRV-04: It is completed; reopen it first.",
          status: 77))
    #expect(
      try sandbox.run("response", "done", "2972395", "r2")
        == .said(
          "", "tocsin: 2972395: Reset password for j.doe: Defender Experts perform this one.",
          status: 77))
    #expect(
      try sandbox.run("response", "done", "2972395", "r9")
        == .said("", "tocsin: 2972395: It has no response r9.", status: 66))
    #expect(
      try sandbox.run("response", "reopen", "2972395", "r1").out
        == "2972395 reopened Isolate device FIN-SRV-04 (r1) · version 5\n")
    #expect(
      try sandbox.run("response", "skip", "2972395", "r1", "--note", "device is gone").out
        == "2972395 skipped Isolate device FIN-SRV-04 (r1) · version 6\n")
  }

  @Test func `an incident is resolved by Graph's names in any case and reopened`() throws {
    let sandbox = try sandbox.get()
    #expect(
      try sandbox.run(
        "resolve", "2972400", "--classification", "TRUEPOSITIVE", "--determination", "Phishing",
        "--comment", "two accounts reset")
        == .said("2972400 resolved as True positive, Phishing · version 4", Sandbox.notTheTenant))
    #expect(try sandbox.data("list", "--format", "ids") == "2972395\n")
    #expect(
      try sandbox.run("reopen", "2972400")
        == .said("2972400 reopened · version 5", Sandbox.notTheTenant))
    #expect(
      try sandbox.run("reopen", "2972400") == .said("", "tocsin: 2972400: It is already open."))
  }

  @Test func `more than ten ids need a yes`() throws {
    let sandbox = try sandbox.get()
    let ids = (1...9).map(String.init) + ["2972395", "2972400"]
    #expect(
      try sandbox.run(["ack"] + ids)
        == .said(
          "", "tocsin: 11 incidents named; more than 10 need --yes. Nothing was written.",
          status: 64))
    let run = try sandbox.run(["ack", "--yes"] + ids)
    #expect(
      run.out == "2972395 acknowledged · version 4\n2972400 acknowledged · version 4\n")
    #expect(run.status == 1)
  }

  @Test func `undo takes back the newest of mine, one after another`() throws {
    let sandbox = try sandbox.get()
    _ = try sandbox.run("ack", "2972395")
    _ = try sandbox.run("comment", "2972395", "mistaken")
    _ = try sandbox.run("ack", "2972400", "--as", "bob")
    #expect(
      try sandbox.run("undo", "--list").timeless
        == Sandbox.Run(
          out: """
               5  TIME  \(Sandbox.me)  2972395  commented: mistaken
               4  TIME  \(Sandbox.me)  2972395  acknowledged\n
            """, error: "", status: 0))
    #expect(
      try sandbox.run("undo")
        == .said("2972395 took back line 5: commented: mistaken · version 7", Sandbox.notDefender))
    #expect(
      try sandbox.run("undo")
        == .said("2972395 took back line 4: acknowledged · version 8", Sandbox.notDefender))
    #expect(
      try sandbox.run("undo") == .said("", "tocsin: There is nothing of yours to take back."))
    #expect(
      try sandbox.data("list", "--format", "json", "2972395").contains(#""acknowledged":null"#))
  }

  @Test func `undo is refused where somebody went on from there`() throws {
    let sandbox = try sandbox.get()
    _ = try sandbox.run("assign", "2972395", "bob")
    _ = try sandbox.run("assign", "2972395", "dora", "--as", "carol")
    #expect(
      try sandbox.run("undo")
        == .said(
          "",
          "tocsin: 2972395: carol changed it since: now dora.\n"
            + "tocsin: 'tocsin undo --list' shows your other lines, "
            + "'tocsin undo LINE' takes one back.",
          status: 75))
  }

  @Test func `an older line is taken back where the newest is blocked, and the list says by whom`()
    throws
  {
    let sandbox = try sandbox.get()
    _ = try sandbox.run("comment", "2972400", "mistaken")
    _ = try sandbox.run("assign", "2972395", "bob")
    _ = try sandbox.run("assign", "2972395", "dora", "--as", "carol")
    let list = try sandbox.data("undo", "--list").split(separator: "\n")
    #expect(list.count == 2)
    #expect(
      list.first?.hasSuffix(
        "assigned to bob [blocked: 2972395: carol changed it since: now dora.]") == true)
    #expect(list.last?.hasSuffix("commented: mistaken") == true)
    #expect(try sandbox.run("undo").status == 75)
    #expect(
      try sandbox.run("undo", "4")
        == .said("2972400 took back line 4: commented: mistaken · version 7", Sandbox.notDefender))
    #expect(
      try sandbox.run("undo", "4") == .said("", "tocsin: 2972400: Line 4 is already undone."))
    for line in ["1", "6", "7", "99"] {
      #expect(
        try sandbox.run("undo", line)
          == .said(
            "",
            "tocsin: Line \(line) is no action of yours to take back; 'tocsin undo --list' lists them.",
            status: 66))
    }
  }

  @Test func `a version nobody can have seen yet is a slip`() throws {
    let sandbox = try sandbox.get()
    for command in [
      ["ack", "2972395"], ["assign", "2972395", "bob"], ["reopen", "2972395"],
      ["comment", "2972395", "x"], ["response", "done", "2972395", "r1"],
      ["resolve", "2972395", "--classification", "falsePositive", "--determination", "other"],
    ] {
      #expect(
        try sandbox.run(command + ["--if-version", "2"])
          == .said("", "tocsin: 2972395 is at version 1. Nothing was written.", status: 64))
    }
    #expect(try sandbox.run("ack", "2972395", "--if-version", "1").status == 0)
  }

  @Test func `a response is named by what only its id begins with`() throws {
    let sandbox = try sandbox.get()
    let tasks = ["9c1f-a1", "9c1f-b2", "9c1", "77ab-c3"].map {
      Samples.isolate.replacing("\"r1\"", with: "\"\($0)\"").replacing("\n", with: " ")
    }
    _ = try sandbox.run("import", "-", input: tasks.joined(separator: "\n"))
    let run = try sandbox.run("response", "done", "2972395", "77ab", "77ab-c3")
    #expect(
      run.out.hasPrefix("2972395 marked done Isolate device FIN-SRV-04 (77ab-c3) · version"))
    let ambiguous = """
      tocsin: '9c1f' begins more than one response: 9c1f-a1, 9c1f-b2. Nothing was written.
      """
    #expect(
      try sandbox.run("response", "done", "2972395", "9c1f") == .said("", ambiguous, status: 64))
    #expect(try sandbox.run("response", "start", "2972395", "9c1").out.contains("(9c1)"))
    #expect(
      try sandbox.run("response", "done", "2972395", "77a")
        == .said("", "tocsin: 2972395: It has no response 77a.", status: 66))
  }

  @Test func `resolving says what is still open, and needs a yes where that is grave`() throws {
    let sandbox = try sandbox.get()
    let resolve = [
      "resolve", "--classification", "falsePositive", "--determination", "other", "2972395",
    ]
    let sentence = "tocsin: 2972395: 1 response of yours is still open."
    #expect(
      try sandbox.run(resolve)
        == .said(
          "",
          "\(sentence) It is of high severity, and to resolve it needs --yes. Nothing was written.",
          status: 64))
    #expect(
      try sandbox.run(resolve + ["--yes"])
        == .said(
          "2972395 resolved as False positive, Other · version 4",
          "\(sentence)\n\(Sandbox.notTheTenant)"))
    #expect(
      try sandbox.run(resolve) == .said("", "tocsin: 2972395: It is already resolved."))
  }

  @Test func `skipping, failing, beginning and putting back say how far that reaches`() throws {
    let sandbox = try sandbox.get()
    for step in ["start", "fail", "reopen", "skip"] {
      let run = try sandbox.run(
        "response", step, "2972395", "r1", step == "reopen" ? "--yes" : "--note=why")
      #expect(run.error == Sandbox.notTheTenant + "\n", "\(step)")
    }
    _ = try sandbox.run("response", "reopen", "2972395", "r1")
    #expect(
      try sandbox.run("response", "ack", "2972395", "r1").error == Sandbox.notDefender + "\n")
  }

  @Test func `a disk that is full ends with what failed and that nothing was recorded`() throws {
    let error = StoreError.system(call: "write", path: "/s/j", errno: ENOSPC)
    #expect(
      Failure.notRecorded(error).sentence
        == "/s/j: write: No space left on device. Make room and try again. Nothing was recorded.")
    #expect(Failure.notRecorded(error).status == .inputOutput)
    // Nobody knows, and the holder's sentence says it already.
    for error in [StoreError.poisoned(reason: "sda is ill"), .busy(holder: "bob")] {
      #expect(Failure.notRecorded(error).sentence == Failure.store(error).sentence)
    }
    let session = try FixedStore.ransomware().session()
    let id = try #require(IncidentID("2972395"))
    let refusal = #expect(throws: Failure.self) {
      try session.record(Proposal(.acknowledged, on: [id]), .notDefender) { _ in "" }
    }
    #expect(refusal?.sentence.hasSuffix(" Nothing was recorded.") == true)
  }

  @Test func `reading only, nothing is recorded`() throws {
    let sandbox = try sandbox.get()
    for command in [
      ["ack", "2972395"], ["undo"], ["comment", "2972395", "x"], ["init", "\(sandbox.path)/new"],
    ] {
      #expect(
        try sandbox.run(["--read-only"] + command)
          == .said("", "tocsin: --read-only was given; nothing was written.", status: 77))
    }
    #expect(try sandbox.data("list", "--format", "ids", "--read-only") == "2972395\n2972400\n")
  }

  @Test func `an id that was merged stands for the incident it went into`() throws {
    let sandbox = try sandbox.get()
    _ = try sandbox.run(
      "import", "-",
      input: """
        {"id":"4711","displayName":"Merged","status":"redirected","redirectIncidentId":"2972400",
         "severity":"low","lastUpdateDateTime":"2026-03-02T08:00:00Z","alerts":[]}
        """)
    #expect(
      try sandbox.run("ack", "4711")
        == .said(
          "2972400 acknowledged · version 5",
          "\(Sandbox.notDefender)\ntocsin: 4711 was merged into 2972400."))
    #expect(try sandbox.data("list", "--format", "ids", "4711") == "2972400\n")
    let show = try sandbox.run("show", "4711")
    #expect(show.out.hasPrefix("2972400 · Medium · Active\n"))
    #expect(show.error == "tocsin: 4711 was merged into 2972400.\n")
  }

  @Test func `acting under another name shows the login, too`() throws {
    let sandbox = try sandbox.get()
    _ = try sandbox.run("--as", "shift lead", "ack", "2972395")
    let json = try sandbox.data("show", "2972395", "--format", "json")
    #expect(json.contains(#""acknowledged":{"by":"shift lead","login":"\#(Sandbox.me)","at":""#))
    #expect(try sandbox.run("show", "2972395").out.contains("(login \(Sandbox.me))"))
    #expect(
      try sandbox.run("list", "2972395", "--format", "ids", "--verbose", "--as", "x").error
        == "tocsin: \(sandbox.store), 4 lines, as x (login \(Sandbox.me))\n")
  }

  @Test func `what does not fit in a line is refused whole`() throws {
    let sandbox = try sandbox.get()
    let run = try sandbox.run(
      "comment", "2972395", "-", input: String(repeating: "x", count: 300_000))
    #expect(run.status == 64)
    #expect(run.error.hasPrefix("tocsin: That is too much for one line of the journal: "))
    #expect(try sandbox.data("verify").hasPrefix("journal     sound · 3 lines"))
  }
}
