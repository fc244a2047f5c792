// SPDX-License-Identifier: MIT

import Incidents
import Testing

extension Samples {
  /// The ransomware incident as the domain has it.
  static func incident() throws -> Incident {
    var incident = Incident(id: try #require(IncidentID("2972395")))
    incident.title = "Multi-stage incident on FIN-SRV-04"
    incident.status = .awaitingAction
    incident.severity = .high
    incident.tags = ["Finance"]
    incident.summary =
      "A loader ran from a lure; FIN-SRV-04 must be isolated now, because the "
      + "operator is on it and has removed its shadow copies."
    incident.recommendedActions = "Isolate FIN-SRV-04."
    incident.createdAt = Timestamp(iso8601: "2026-03-02T06:12:00Z")
    incident.updatedAt = Timestamp(iso8601: "2026-03-02T07:00:00Z")
    incident.comments = [
      Incidents.Comment(
        text: "Called twice.", author: "Defender Experts",
        createdAt: Timestamp(iso8601: "2026-03-02T06:50:00Z"))
    ]
    incident.alerts = [alert]
    incident.responses = [isolateResponse, resetResponse]
    incident.flags = [
      FieldFlag(path: "tasks[0].x", reason: "not a date that exists", raw: "2026-02-30")
    ]
    return incident
  }

  private static var alert: Alert {
    var alert = Alert(id: "da1")
    alert.title = "Suspicious script"
    alert.severity = .high
    alert.techniques = ["T1059.001"]
    alert.createdAt = Timestamp(iso8601: "2026-03-02T06:20:00Z")
    alert.firstActivityAt = Timestamp(iso8601: "2026-03-02T06:10:00Z")
    alert.lastActivityAt = Timestamp(iso8601: "2026-03-02T06:40:00Z")
    var device = Evidence(kind: .device, type: "deviceEvidence")
    device.name = "FIN-SRV-04"
    device.identifier = "160cf11f77b65a155cd7a7194ba11a92e3729de8"
    device.verdict = .malicious
    device.fields = [Evidence.Field("health", "active")]
    var address = Evidence(kind: .address, type: "ipEvidence")
    address.name = "203.0.113.7"
    address.verdict = .malicious
    alert.evidence = [device, address]
    return alert
  }

  private static var isolateResponse: ManagedResponse {
    var response = ManagedResponse(id: "r1")
    response.title = "Isolate device FIN-SRV-04"
    response.action = .isolateDevice
    response.target = "160cf11f77b65a155cd7a7194ba11a92e3729de8"
    response.createdAt = Timestamp(iso8601: "2026-03-02T06:58:00Z")
    return response
  }

  private static var resetResponse: ManagedResponse {
    var response = ManagedResponse(id: "r2")
    response.title = "Reset password for j.doe"
    response.action = .forceUserPasswordReset
    response.performer = .experts
    response.createdAt = Timestamp(iso8601: "2026-03-02T06:59:00Z")
    return response
  }
}
