// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct ContainmentTests {
  /// One incident that asks to isolate `dev-1`.
  private var asked: JournalScript {
    var script = JournalScript()
    script.observed("1") { $0.ask("r1", .isolateDevice, on: "dev-1") }
    return script
  }

  private func rows(_ script: JournalScript) -> [ResponseReference] {
    #expect(script.board == script.archivedBoard)
    return script.board.rows.map(\.response)
  }

  @Test func `only what is completed is in force, and it says by whom`() throws {
    var script = asked
    #expect(rows(script) == [])
    script.step("alice", .started, "r1", of: "1")
    #expect(rows(script) == [])
    script.step("alice", .completed, "r1", of: "1")
    let row = try #require(script.board.rows.first)
    #expect(row.response == reference("1", "r1"))
    #expect(row.origin == .here(JournalScript.author("alice")))
    #expect(row.since == JournalScript.time(ofLine: 3))
    #expect(row.inverse == .unIsolateDevice)
    #expect(row.undo == "release the device from isolation")
    script.undo("alice")
    #expect(rows(script) == [])
  }

  /// When the service had last changed the response, by the line that tells it is done (the second)
  /// and by the one after it; since when that is known.
  @Test(
    arguments: [
      (nil, nil, 2), (0, 1, 0), (nil, 1, 1), (4, 4, 2),
    ] as [(Int?, Int?, Int)])
  func `what Defender reports is so since its own time, or since it was seen`(
    first: Int?, second: Int?, since: Int
  ) throws {
    var script = asked
    for minute in [first, second] {
      script.observed("1") {
        $0.title = "told at \(minute ?? 0)"
        $0.ask(
          "r1", .isolateDevice, on: "dev-1", .completed,
          statusAt: minute.map(JournalScript.time(ofLine:)))
      }
    }
    let row = try #require(script.board.rows.first)
    #expect(row.origin == .defender)
    #expect(row.since == JournalScript.time(ofLine: since))
    script.step("alice", .reopened, "r1", of: "1")
    script.step("alice", .completed, "r1", of: "1")
    #expect(script.board.rows.map(\.since) == [JournalScript.time(ofLine: 5)])
  }

  @Test(arguments: [
    (ResponseAction.isolateDevice, true), (.restrictAppExecution, true), (.disableUser, true),
    (.submitIocRule, true), (.stopAndQuarantineFile, true), (.markUserAsCompromised, true),
    (.unIsolateDevice, false), (.enableUser, false), (.runAntiVirusScan, false),
    (.forceUserPasswordReset, false), (.text, false), (.hardDeleteEmail, false),
    (.unrecognized("freezeThing"), false),
  ])
  func `only what is known to switch something off is listed`(
    action: ResponseAction, isListed: Bool
  ) {
    var script = JournalScript()
    script.observed("1") { $0.ask("r1", action, on: "x", .completed) }
    #expect(rows(script).count == (isListed ? 1 : 0))
    #expect(script.board.unknown == (action.unrecognizedName == nil ? 0 : 1))
  }

  @Test func `the inverse on the same target ends it, in whatever incident`() {
    var script = asked
    script.step("alice", .completed, "r1", of: "1")
    script.observed("2") { $0.ask("b1", .unIsolateDevice, on: "DEV-1") }
    #expect(script.board.rows.map(\.lifts) == [[reference("2", "b1")]])
    script.step("bob", .completed, "b1", of: "2")
    #expect(rows(script) == [])
    script.undo("bob")
    #expect(rows(script) == [reference("1", "r1")])
  }

  @Test func `what was recorded as lifted is over, until it is done again`() {
    var script = asked
    script.step("alice", .completed, "r1", of: "1")
    script.lift("bob", "r1", of: "1")
    #expect(script.entries.last?.phrase() == "lifted what response r1 (by hand) of 1 switched off")
    #expect(rows(script) == [])
    script.undo("bob")
    #expect(rows(script) == [reference("1", "r1")])
    script.lift("bob", "r1", of: "1")
    script.step("alice", .reopened, "r1", of: "1")
    script.step("alice", .completed, "r1", of: "1")
    #expect(rows(script) == [reference("1", "r1")])
  }

  @Test func `a merged incident's is known to be lifted in the one it went into`() {
    var script = asked
    script.step("alice", .completed, "r1", of: "1")
    script.lift("bob", "r1", of: "1")
    script.observed("2")
    script.observed("1") { $0.merge(into: "2") }
    #expect(rows(script) == [])
  }

  @Test(arguments: [
    (ResponseAction.unIsolateDevice, "dev-2"), (.unRestrictAppExecution, "dev-1"),
    (.enableUser, "dev-1"), (.unIsolateDevice, ""),
  ])
  func `another target or another inverse ends nothing`(action: ResponseAction, target: String) {
    var script = asked
    script.step("alice", .completed, "r1", of: "1")
    script.observed("2") { $0.ask("b1", action, on: target) }
    script.step("bob", .completed, "b1", of: "2")
    #expect(rows(script) == [reference("1", "r1")])
    #expect(script.board.rows.map(\.lifts) == [[]])
  }

  @Test func `a release that came before does not end a later isolation`() {
    var script = asked
    script.observed("2") { $0.ask("b1", .unIsolateDevice, on: "dev-1") }
    script.step("bob", .completed, "b1", of: "2")
    script.step("alice", .completed, "r1", of: "1")
    #expect(rows(script) == [reference("1", "r1")])
  }

  /// Lines by which Defender tells of both, the isolation first or last; when each was asked for.
  @Test(
    arguments: [
      (true, 1, 2, false), (false, 1, 2, false), (true, 2, 1, true), (false, 2, 1, true),
      (true, nil, nil, false), (false, nil, nil, true),
    ] as [(Bool, Int?, Int?, Bool)])
  func `of what only Defender tells, what was asked for later is later`(
    isIsolationFirst: Bool, isolateAsked: Int?, releaseAsked: Int?, isInForce: Bool
  ) {
    var script = JournalScript()
    func isolate() {
      script.observed("1") {
        $0.ask("r1", .isolateDevice, on: "dev-1", .completed, at: isolateAsked)
      }
    }
    if isIsolationFirst { isolate() }
    script.observed("2") {
      $0.ask("b1", .unIsolateDevice, on: "dev-1", .completed, at: releaseAsked)
    }
    if !isIsolationFirst { isolate() }
    #expect(!rows(script).isEmpty == isInForce)
  }

  @Test func `a target that may have been cut is never taken for another`() {
    let long = String(repeating: "a", count: ServiceFacts.textLimit)
    var script = JournalScript()
    script.observed("1") { $0.ask("r1", .disableUser, on: long, .completed) }
    script.observed("2") { $0.ask("b1", .enableUser, on: long, .completed) }
    #expect(rows(script) == [reference("1", "r1")])
  }

  @Test func `resolving the incident ends nothing, and a merge shows it in the target`() {
    var script = asked
    script.step("alice", .completed, "r1", of: "1")
    script.by(
      "alice", .resolved(Resolution(classification: .truePositive, determination: .malware)),
      on: "1")
    #expect(rows(script) == [reference("1", "r1")])
    script.observed("2")
    script.observed("1") { $0.redirect = incident("2") }
    #expect(rows(script) == [reference("2", "r1")])
  }

  @Test func `the longest is first, and names come from the evidence, not from titles`() {
    var script = JournalScript()
    script.observed("1") {
      $0.entities = [Entity(.device, "dc-01"), Entity(.device, "srv-04.corp.example")]
      $0.ask("r1", .isolateDevice, on: "id-4", title: "It attacked dc-01", called: "srv-04")
      $0.ask("r2", .isolateDevice, on: "id-5", title: "Isolate device dc-01")
    }
    script.step("alice", .completed, "r2", of: "1")
    script.step("alice", .completed, "r1", of: "1")
    #expect(script.board.rows.map(\.target.title) == ["id-5", "srv-04 (id id-4)"])
  }
}
