// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct BlastRadiusTests {
  private var device: Evidence {
    var device = Evidence(kind: .device, type: "deviceEvidence")
    device.name = "fin-srv-04"
    device.identifier = "dev-1"
    device.remediation = "none"
    device.roles = ["compromised", "unknown"]
    device.fields = [
      Evidence.Field("risk", "high"), Evidence.Field("logged-on users", "CONTOSO\\j.doe"),
      Evidence.Field("tags", "Tier0"), Evidence.Field("os", "Windows"),
    ]
    return device
  }

  private func document(_ evidence: [Evidence], _ action: ResponseAction = .isolateDevice)
    -> Incident
  {
    var document = Incident(id: incident("1"))
    document.alerts = [Alert(id: "a")]
    document.alerts[0].evidence = evidence
    document.responses = [ManagedResponse(id: "r1")]
    document.responses[0].action = action
    document.responses[0].target = "DEV-1"
    return document
  }

  /// What the first response of a document touches, among the cases of a journal.
  private func radius(
    _ document: Incident, _ script: JournalScript = JournalScript(), others: [String] = []
  ) throws -> BlastRadius {
    var script = script
    script.observed("1") { $0 = ServiceFacts(document) }
    let view = script.view("1")
    return BlastRadius(
      of: try #require(view.response("r1")), on: view, document: document,
      others: others.map(script.view))
  }

  @Test func `it tells who is logged on and what the device is`() throws {
    var session = Evidence(kind: .session, type: "hostLogonSessionEvidence")
    session.name = "svc-backup"
    session.fields = [Evidence.Field("device id", "dev-1")]
    var elsewhere = session
    elsewhere.name = "carol"
    elsewhere.fields = [Evidence.Field("device id", "dev-2")]
    let radius = try radius(document([device, session, elsewhere]))
    #expect(radius.target.title == "fin-srv-04 (id DEV-1)")
    #expect(radius.entity == Entity(.device, "fin-srv-04"))
    #expect(radius.loggedOn == ["CONTOSO\\j.doe", "svc-backup"])
    #expect(
      radius.traits.map { "\($0.label) \($0.value)" } == [
        "role compromised", "tags Tier0", "risk high",
      ])
    #expect(radius.remediation == [])
  }

  @Test func `what merely mentions the device is not the device`() throws {
    var process = Evidence(kind: .process, type: "processEvidence")
    process.name = "cmd.exe"
    process.remediation = "remediated"
    process.fields = [Evidence.Field("device id", "dev-1")]
    let radius = try radius(document([process, device]))
    #expect(radius.remediation == [])
    #expect(radius.target.name == "fin-srv-04")
  }

  @Test func `what the evidence says was done is said verbatim`() throws {
    var device = device
    device.remediation = "partiallyRemediated"
    #expect(try radius(document([device, device])).remediation == ["partiallyRemediated"])
  }

  @Test func `a user is told with the devices they are logged on to`() throws {
    var user = Evidence(kind: .user, type: "userEvidence")
    user.name = "j.doe@contoso.com"
    user.identifier = "DEV-1"
    user.fields = [Evidence.Field("account", "contoso\\j.doe")]
    let radius = try radius(document([user, device], .disableUser))
    #expect(radius.loggedOn == ["fin-srv-04"])
  }

  @Test func `other open incidents are named, and where it was done already`() throws {
    var script = JournalScript()
    script.observed("2") { $0.ask("b1", .isolateDevice, on: "dev-1") }
    script.observed("3") { $0.ask("c1", .isolateDevice, on: "dev-2", .completed) }
    script.observed("4") {
      $0.ask("d1", .isolateDevice, on: "dev-1", .completed)
      $0.status = .resolved
    }
    let radius = try radius(document([device]), script, others: ["1", "2", "3", "4"])
    #expect(radius.others.map(\.text) == ["2", "3"])
    #expect(radius.alreadyDone == [reference("4", "d1")])
  }

  @Test(arguments: [
    (ResponseAction.isolateDevice, BlastRadius.Undo.possible("release the device from isolation")),
    (.hardDeleteEmail, .impossible), (.runAntiVirusScan, .impossible), (.text, .unknown),
    (.unrecognized("freezeThing"), .unknown),
  ])
  func `whether it can be undone comes from the catalogue`(
    action: ResponseAction, undo: BlastRadius.Undo
  ) throws {
    #expect(try radius(document([device], action)).undo == undo)
  }

  @Test func `without a document nothing is guessed`() throws {
    var script = JournalScript()
    script.observed("1") { $0.ask("r1", .isolateDevice, on: "dev-1") }
    let view = script.view("1")
    let radius = BlastRadius(
      of: try #require(view.response("r1")), on: view, document: nil, others: [])
    #expect(radius.loggedOn.isEmpty && radius.traits.isEmpty && radius.remediation.isEmpty)
    #expect(radius.entity == nil && radius.others.isEmpty)
  }
}
