// SPDX-License-Identifier: MIT

import Incidents
import Testing

/// Who is right where the service and we differ: the last change in journal order, per field.
@Suite struct LedgerFoldTests {
  @Test func `our change counts until the service changes the same field`() {
    var script = JournalScript()
    script.observed("1") {
      $0.owner = "soc@contoso.com"
      $0.ask("r1")
    }
    script.by("alice", .assigned(owner: "alice"), on: "1")
    script.by("alice", .step(.started, "r1"), on: "1")
    #expect(script.view("1").owner.value == "alice")
    #expect(script.view("1").owner.serviceEntry.value == "soc@contoso.com")
    #expect(script.view("1").owner.differs)

    // Another field of the service moves: ours stays.
    script.observed("1") { $0.severity = .high }
    #expect(script.view("1").owner.value == "alice")
    #expect(script.responseStatus("1", "r1") == .inProgress)

    script.observed("1") { $0.owner = "carol@contoso.com" }
    #expect(script.view("1").owner.value == "carol@contoso.com")
    #expect(!script.view("1").owner.differs)
    #expect(script.responseStatus("1", "r1") == .inProgress)
  }

  @Test func `a response the service describes anew keeps our outcome`() {
    var script = JournalScript()
    script.observed("1") { $0.ask("r1") }
    script.by("alice", .step(.completed, "r1"), on: "1")
    script.observed("1") { $0.responses[0].title = "Isolate device FIN-SRV-04" }
    let response = script.view("1").response("r1")
    #expect(response?.title == "Isolate device FIN-SRV-04")
    #expect(response?.status.value == .completed)
    #expect(response?.status.serviceEntry.value == .open)
    script.observed("1") { $0.responses[0].status = .failed }
    #expect(script.responseStatus("1", "r1") == .failed)
  }

  @Test(arguments: ["", "Unassigned", "unassigned", "Customer", "CUSTOMER"])
  func `acknowledging takes an incident nobody owns`(owner: String) {
    var script = JournalScript()
    script.observed("1") { $0.owner = owner }
    script.by("alice", .acknowledged, on: "1")
    #expect(script.view("1").owner.value == "alice")
    #expect(script.view("1").acknowledgement.value?.by.name == "alice")
  }

  @Test func `acknowledging leaves an owner alone`() {
    var script = JournalScript()
    script.observed("1") { $0.owner = "bob" }
    script.by("alice", .acknowledged, on: "1")
    #expect(script.view("1").owner.value == "bob")
  }

  @Test(arguments: [
    (IncidentStatus.awaitingAction, IncidentStatus.awaitingAction), (.inProgress, .inProgress),
    (.active, .active), (.unrecognized("paused"), .unrecognized("paused")),
  ])
  func `reopening goes back to what the service says`(
    service: IncidentStatus, reopened: IncidentStatus
  ) {
    var script = JournalScript()
    script.observed("1") { $0.status = service }
    script.by("alice", .closed, on: "1")
    #expect(script.view("1").status.value == .resolved)
    #expect(script.view("1").resolution.value.classification == .truePositive)
    script.by("bob", .reopened, on: "1")
    #expect(script.view("1").status.value == reopened)
  }

  @Test func `reopening what the service closed makes it active`() {
    var script = JournalScript()
    script.observed("1") { $0.status = .resolved }
    script.by("alice", .reopened, on: "1")
    #expect(script.view("1").status.value == .active)
    #expect(script.view("1").status.differs)
  }

  @Test func `the service's classification replaces ours, and ours its`() {
    var script = JournalScript()
    script.observed("1") { $0.classification = .falsePositive }
    script.by("alice", .closed, on: "1")
    #expect(script.view("1").resolution.value.determination == .malware)
    script.observed("1") { $0.determination = .phishing }
    #expect(
      script.view("1").resolution.value
        == Resolution(classification: .falsePositive, determination: .phishing))
  }

  @Test func `a comment taken back still shows, as withdrawn`() {
    var script = JournalScript()
    script.observed("1")
    script.by("alice", .commented(text: "site IT called"), on: "1")
    script.undo("alice")
    #expect(script.view("1").remarks.map(\.text) == ["site IT called"])
    #expect(script.view("1").remarks.map(\.isWithdrawn) == [true])
    script.redo("alice")
    #expect(script.view("1").remarks.map(\.isWithdrawn) == [false])
  }

  @Test func `a step keeps who, when and why`() {
    var script = JournalScript()
    script.observed("1") {
      $0.ask("r1")
      $0.ask("r2")
    }
    let line = script.by("alice", .step(.skipped, "r1", note: "decommissioned"), on: "1")
    let entry = script.view("1").response("r1")?.status.current
    #expect(entry?.seq == line)
    #expect(entry?.at == JournalScript.time(ofLine: line))
    #expect(entry?.origin == .person(JournalScript.author("alice")))
    #expect(script.view("1").response("r1")?.note == "decommissioned")
    #expect(script.responseStatus("1", "r2") == .open)
  }

  @Test func `a document that names a response twice changes nothing each time it comes`() {
    var document = Incident(id: incident("1"))
    document.responses = [ManagedResponse(id: "r1"), ManagedResponse(id: "r1")]
    document.responses[1].status = .failed
    var script = JournalScript()
    script.observed("1") { $0 = ServiceFacts(document) }
    script.by("alice", .step(.completed, "r1"), on: "1")
    document.severity = .high
    script.observed("1") { $0 = ServiceFacts(document) }
    #expect(script.responseStatus("1", "r1") == .completed)
    #expect(script.view("1").responses.count == 1)
  }

  @Test func `a line of an unknown kind makes its incident read-only, and no other`() {
    var script = JournalScript()
    script.observed("1")
    script.observed("2")
    script.raw("zoe", .other(kind: "escalated"), on: "1")
    #expect(script.propose("alice", .acknowledged, on: "1").refusal == .newerVersion)
    #expect(script.propose("alice", .commented(text: "x"), on: "1").refusal == .newerVersion)
    script.by("alice", .acknowledged, on: "2")
  }
}
