// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct TargetEvidenceTests {
  private static let server = evidence(.device, "dc-01.corp.example", "c1", [("tags", "Tier 0")])
  private static let laptop = evidence(
    .device, "help-lt-003", "c2", [("entra id", "e2"), ("logged-on users", "CONTOSO\\\\e.lund")])
  private static let chief = evidence(.user, "ceo@x.example", "u1")
  private static let mallory = evidence(.user, "mallory@x.example", "u2", [("sid", "S-1-2")])
  /// Mentions of the laptop's and of mallory's ids.
  private static let file = evidence(.file, "dc-01", "hash", [("device id", "c2")])
  private static let rule = evidence(
    .mailbox, "ceo@x.example (rule)", "", [("upn", "u2")], type: "mailboxConfigurationEvidence")

  private static func evidence(
    _ kind: EvidenceKind, _ name: String, _ id: String, _ fields: [(String, String)] = [],
    type: String = ""
  ) -> Evidence {
    var evidence = Evidence(kind: kind, type: type)
    evidence.name = name
    evidence.identifier = id
    evidence.fields = fields.map { Evidence.Field($0.0, $0.1) }
    return evidence
  }

  @Test(arguments: [
    (ResponseAction.isolateDevice, "c2", "Isolate the laptop that attacked dc-01", "help-lt-003"),
    (.isolateDevice, "C2", "Isolate device", "help-lt-003"),
    (.isolateDevice, "e2", "Isolate dc-01", "help-lt-003"),
    (.isolateDevice, "c3", "Isolate dc-01", ""), (.isolateDevice, "", "Isolate dc-01", ""),
    (.disableUser, "u2", "Disable who mailed ceo@x.example", "mallory@x.example"),
    (.disableUser, "s-1-2", "Disable ceo", "mallory@x.example"),
    (.disableUser, "c2", "Disable ceo", ""), (.stopAndQuarantineFile, "c2", "dc-01", ""),
  ])
  func `a target has the name of the evidence that bears its id, or none`(
    action: ResponseAction, id: String, title: String, name: String
  ) throws {
    var document = Incident(id: incident("1"))
    document.alerts = [Alert(id: "a")]
    document.alerts[0].evidence = [
      Self.file, Self.rule, Self.server, Self.laptop, Self.chief, Self.mallory,
    ]
    document.responses = [ManagedResponse(id: "r1")]
    document.responses[0].title = title
    document.responses[0].action = action
    document.responses[0].target = id
    #expect(document.target(of: document.responses[0]).name == name)
    #expect(document.entity(of: document.responses[0])?.name ?? "" == name)
    // The same wherever it is shown: the plan and the board read it from the journal.
    var script = JournalScript()
    script.observed("1") { $0 = ServiceFacts(document) }
    let view = script.view("1")
    let response = try #require(view.response("r1"))
    #expect(view.target(of: response).name == name)
    let radius = BlastRadius(of: response, on: view, document: document, others: [])
    #expect(radius.target.name == name)
  }
}
