// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct ResponsePlanTests {
  /// Three incidents: two about one device, the third about a user.
  private var script: JournalScript {
    var script = JournalScript()
    script.observed("1", since: JournalScript.time(ofLine: 1)) {
      $0.severity = .medium
      $0.ask("a1", .isolateDevice, on: "dev-1")
      $0.ask("a2", .collectInvestigationPackage, on: "dev-1")
      $0.ask("a3", .text, on: "")
      $0.ask("a4", .runAntiVirusScan, on: "dev-1", by: .experts)
    }
    script.observed("2", since: JournalScript.time(ofLine: 2)) {
      $0.severity = .high
      $0.ask("b1", .isolateDevice, on: "DEV-1")
      $0.ask("b2", .stopAndQuarantineFile, on: "9f2c")
    }
    script.observed("3", since: JournalScript.time(ofLine: 3)) {
      $0.severity = .low
      $0.ask("c1", .forceUserPasswordReset, on: "u-17")
    }
    return script
  }

  @Test func `what is yours is grouped by target, the most urgent first`() {
    let plan = script.plan
    #expect(
      plan.groups.map { $0.steps.map(\.response.response) } == [
        ["a2", "b1", "a1"], ["b2"], ["a3"], ["c1"],
      ])
    #expect(plan.groups.map(\.target.kind) == [.device, .file, .described, .user])
    #expect(plan.groups.map(\.incident) == [nil, nil, incident("1"), nil])
  }

  @Test func `the same is found from an archive`() {
    let book = CaseBook(ScriptArchive(script.book))
    #expect(ResponsePlan(book, TriageQueue(book)) == script.plan)
  }

  @Test func `the second of the same on one target is a duplicate`() {
    let marked = script.plan.steps.filter { $0.duplicateOf != nil }
    #expect(marked.map(\.response) == [reference("1", "a1")])
    #expect(marked.map(\.duplicateOf) == [reference("2", "b1")])
  }

  @Test func `a file on two devices is no duplicate, for the device is not known`() {
    var script = script
    script.observed("4") { $0.ask("d1", .stopAndQuarantineFile, on: "9f2c") }
    #expect(script.plan.groups.map(\.steps.count).max() == 3)
    let files = script.plan.groups.filter { $0.target.kind == .file }
    #expect(files.map(\.steps.count) == [2])
    #expect(files.flatMap(\.steps).allSatisfy { $0.duplicateOf == nil })
  }

  @Test func `to isolate and to release are in conflict, and stay out of the batch`() {
    var script = script
    script.observed("4") { $0.ask("d1", .unIsolateDevice, on: "dev-1") }
    let conflicts = script.plan.steps.filter { !$0.conflicts.isEmpty }
    #expect(conflicts.map(\.response.response) == ["b1", "a1", "d1"])
    #expect(conflicts[0].conflicts == [reference("4", "d1")])
    #expect(conflicts[2].conflicts == [reference("2", "b1"), reference("1", "a1")])
    #expect(script.plan.batch.map(\.response.response) == ["a2", "b2", "a3", "c1"])
  }

  @Test func `the phases come in the order that loses no evidence`() {
    let order: [ResponseAction] = [
      .collectInvestigationPackage, .isolateDevice, .restrictAppExecution, .disableUser,
      .stopAndQuarantineFile, .runAntiVirusScan, .submitIocRule, .text, .unIsolateDevice,
    ]
    #expect(order.map(\.phase) == Array(0..<order.count))
    #expect(ResponseAction.forceUserPasswordReset.phase == ResponseAction.disableUser.phase)
  }

  @Test func `a batch over all incidents is one line, and leaves nothing to be done`() {
    var script = script
    let byIncident = Dictionary(grouping: script.plan.batch, by: \.response.incident)
      .mapValues { $0.map(\.response.response) }
    let record = ResponseRecord(byIncident: byIncident, step: .completed, note: "by phone")
    let judgement = script.propose("alice", .response(record), on: ["1", "2", "3"])
    #expect(judgement.refused.isEmpty && judgement.alreadySo.isEmpty)
    #expect(script.plan.steps == [])
  }

  @Test func `what needs its target typed is left out of a batch`() {
    var script = JournalScript()
    script.observed("1") {
      $0.ask("m1", .hardDeleteEmail, on: "mail-1")
      $0.ask("m2", .softDeleteEmail, on: "mail-2")
    }
    #expect(script.plan.steps.map(\.isGrave) == [true, false])
    #expect(script.plan.batch.map(\.response.response) == ["m2"])
  }

  @Test func `what is resolved asks nothing more`() {
    var script = script
    script.by(
      "alice", .resolved(Resolution(classification: .falsePositive, determination: .notMalicious)),
      on: "2")
    #expect(!script.plan.steps.contains { $0.response.incident == incident("2") })
  }
}
