// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct EscalationSignTests {
  private func signs(_ change: (inout Alert) -> Void) -> [String] {
    var document = Incident(id: incident("1"))
    var alert = Alert(id: "a")
    change(&alert)
    document.alerts = [alert]
    return EscalationSign.signs(in: document).map { "\($0.criterion) \($0.place): \($0.text)" }
  }

  @Test func `each criterion names the place it was found and what stands there`() {
    #expect(
      signs { $0.techniques = ["T1486", "T1059"] } == ["ransomware technique: T1486"])
    #expect(
      signs { $0.techniques = ["T1567.002"] } == ["exfiltration technique: T1567.002"])
    #expect(
      signs { $0.category = "Exfiltration" } == ["exfiltration alert category: Exfiltration"])
    #expect(
      signs { $0.title = "Hands-on-keyboard attack" }
        == ["adversary alert title: Hands-on-keyboard attack"])
    #expect(signs { $0.actor = "Storm-0539" } == ["adversary actor named: Storm-0539"])
    #expect(
      signs { $0.serviceSource = "microsoftInsiderRiskManagement" }
        == ["insider alert source: microsoftInsiderRiskManagement"])
    #expect(
      signs { alert in
        var device = Evidence(kind: .device, type: "deviceEvidence")
        device.fields = [.init("tags", "Finance, Critical"), .init("os", "critical")]
        alert.evidence = [device]
      } == ["highValueAsset device tags: Finance, Critical"])
  }

  @Test func `nothing is said where the data says nothing`() {
    #expect(signs { $0.title = "Suspicious inbox rule" }.isEmpty)
    #expect(signs { $0.techniques = ["T14860", "T1059.001"] }.isEmpty)
  }

  @Test func `the same sign is told once, in the order of the criteria`() {
    var document = Incident(id: incident("1"))
    document.title = "Insider and ransomware"
    document.systemTags = ["Ransomware"]
    document.alerts = [Alert(id: "a"), Alert(id: "b")].map { alert in
      var alert = alert
      alert.techniques = ["T1486"]
      return alert
    }
    #expect(
      EscalationSign.signs(in: document).map { "\($0.criterion) \($0.place)" } == [
        "ransomware incident title", "ransomware system tag", "ransomware technique",
        "insider incident title",
      ])
  }
}
