// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct InvestigationSummaryTests {
  private func evidence(
    _ kind: EvidenceKind, _ name: String, id: String = "", _ verdict: Verdict = .unknown
  ) -> Evidence {
    var evidence = Evidence(kind: kind, type: "")
    evidence.name = name
    evidence.identifier = id
    evidence.verdict = verdict
    return evidence
  }

  private func summary(_ alerts: [Evidence]...) -> InvestigationSummary {
    var document = Incident(id: incident("1"))
    document.alerts = alerts.enumerated().map { place, evidence in
      var alert = Alert(id: "a\(place)")
      alert.evidence = evidence
      return alert
    }
    return InvestigationSummary(document)
  }

  @Test func `each asset is named once, in order of appearance`() {
    let summary = summary(
      [
        evidence(.device, "FIN-SRV-04", id: "d1"), evidence(.user, "j.doe", id: "u1"),
        evidence(.device, "HR-WS-11", id: "d2"), evidence(.mailbox, "j.doe@contoso.com"),
      ],
      [
        evidence(.device, "fin-srv-04.contoso.com", id: "d1"), evidence(.user, "a.roe", id: "u2"),
        evidence(.user, "j.doe", id: "u1"), evidence(.mailbox, "j.doe@contoso.com"),
        evidence(.device, ""), evidence(.process, "cmd.exe"),
      ])
    #expect(summary.devices.map(\.name) == ["FIN-SRV-04", "HR-WS-11"])
    #expect(summary.devices.map(\.identifier) == ["d1", "d2"])
    #expect(summary.users.map(\.name) == ["j.doe", "a.roe"])
    #expect(summary.mailboxes.map(\.name) == ["j.doe@contoso.com"])
  }

  @Test func `an asset named only later has its name`() {
    let summary = summary([
      evidence(.device, "", id: "d1"), evidence(.device, "", id: "d2"),
      evidence(.device, "FIN-SRV-04", id: "d1"),
    ])
    #expect(summary.devices.map(\.name) == ["FIN-SRV-04", ""])
    #expect(summary.devices.map(\.identifier) == ["d1", "d2"])
  }

  @Test func `devices of one name and different ids are two`() {
    let summary = summary([
      evidence(.device, "WS", id: "d1"), evidence(.device, "WS", id: "d2"),
      evidence(.device, "WS"), evidence(.device, "d1"),
    ])
    #expect(summary.devices.map(\.identifier) == ["d1", "d2", "", ""])
  }

  @Test func `an indicator is what is judged bad, by hash where there is one`() {
    let summary = summary([
      evidence(.file, "invoice.exe", id: "9f86", .malicious),
      evidence(.file, "copy of invoice.exe", id: "9f86", .malicious),
      evidence(.process, "loader.exe", .suspicious),
      evidence(.address, "203.0.113.7", .suspicious),
      evidence(.file, "203.0.113.7", .malicious),
      evidence(.url, "http://evil.example/", .malicious),
      evidence(.file, "calc.exe", id: "aa", .noThreatsFound),
      evidence(.address, "198.51.100.1"),
      evidence(.url, "http://odd.example/", .unrecognized("likelyBad")),
      evidence(.device, "FIN-SRV-04", id: "d1", .malicious),
      evidence(.url, "", .malicious), evidence(.file, "", .malicious),
    ])
    #expect(
      summary.indicators.map { "\($0.kind.rawValue) \($0.value)" } == [
        "file 9f86", "file loader.exe", "address 203.0.113.7", "file 203.0.113.7",
        "url http://evil.example/",
      ])
    #expect(summary.indicators.first?.name == "invoice.exe")
  }

  @Test func `verdicts are counted over all evidence`() {
    let summary = summary(
      [evidence(.file, "a", .malicious), evidence(.device, "b", .malicious)],
      [evidence(.url, "c"), evidence(.url, "d", .unrecognized("likelyBad"))])
    #expect(
      summary.verdicts == [.malicious: 2, .unknown: 1, .unrecognized("likelyBad"): 1])
    #expect(summary.evidenceCount == 4)
  }

  @Test func `techniques, advice and the span of activity come from all alerts`() {
    var document = Incident(id: incident("1"))
    document.recommendedActions = "Isolate."
    document.alerts = (0..<4).map { Alert(id: "\($0)") }
    document.alerts[0].techniques = ["T1566.001", "T1059.001"]
    document.alerts[1].techniques = ["T1059.001", "T1204"]
    document.alerts[0].recommendedActions = "Reset."
    document.alerts[1].recommendedActions = "Isolate."
    document.alerts[2].recommendedActions = ""
    document.alerts[3].recommendedActions = "Reset."
    document.alerts[1].firstActivityAt = Timestamp(milliseconds: 50)
    document.alerts[2].firstActivityAt = Timestamp(milliseconds: 20)
    document.alerts[2].lastActivityAt = Timestamp(milliseconds: 60)
    document.alerts[3].lastActivityAt = Timestamp(milliseconds: 40)
    let summary = InvestigationSummary(document)
    #expect(summary.techniques == ["T1566.001", "T1059.001", "T1204"])
    #expect(summary.recommendedActions == ["Isolate.", "Reset."])
    #expect(summary.firstActivityAt == Timestamp(milliseconds: 20))
    #expect(summary.lastActivityAt == Timestamp(milliseconds: 60))
  }

  @Test func `an incident without alerts has an empty summary`() {
    let summary = summary()
    #expect(summary.firstActivityAt == nil && summary.lastActivityAt == nil)
    #expect(summary.devices.isEmpty && summary.verdicts.isEmpty && summary.evidenceCount == 0)
  }
}
