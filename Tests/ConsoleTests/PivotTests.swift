// SPDX-License-Identifier: MIT

import Cells
import Incidents
import TestSupport
import Testing

@testable import Console

@Suite struct PivotTests {
  private static func incident(_ id: String, status: String = "active", device: String)
    -> SampleIncident
  {
    var incident = SampleIncident(id: id, title: "On \(device)", severity: "low", status: status)
    incident.alerts = [
      SampleAlert(
        id: "a\(id)", title: "Alert", severity: "low",
        evidence: [
          [
            "@odata.type": "#microsoft.graph.security.deviceEvidence", "deviceDnsName": device,
            "mdeDeviceId": "id-\(id)",
          ]
        ])
    ]
    return incident
  }

  private func story() -> Story {
    Story(
      SampleIncident.queue + [
        Self.incident("3000001", device: "fin-srv-04"),
        Self.incident("3000002", status: "resolved", device: "FIN-SRV-04"),
        Self.incident("3000003", device: "FIN-SRV-040"),
      ])
  }

  private func shown(_ story: Story) -> [String] { story.state.queuePane.shown.map(\.text) }

  @Test func `E lists what the incident is about, each with the count of its incidents`() {
    story().press("E").expect(
      screenContains: "Appears in · 2972395", "device    FIN-SRV-04", "3 incidents",
      "ip        203.0.113.7", "only here", "Enter lists the incidents, open or not     Esc closes")
  }

  @Test func `Enter lists the incidents of just that name, closed ones, too`() {
    let story = story().press("E Enter")
    #expect(shown(story) == ["2972395", "3000001", "3000002"])
    story.expect(selected: "2972395").expect(screenContains: "device:=FIN-SRV-04 is:any")
    #expect(story.state.focus == .queue)
  }

  @Test func `Esc goes back to what was shown, one step at a time`() {
    let story = story().press("/").type("sev:low..").press("Enter 2 l l Enter E Enter j")
      .expect(selected: "3000001").press("E Enter").press("Enter Esc")
    #expect(story.state.queuePane.filter.text == "device:=fin-srv-04 is:any")
    story.press("Esc").expect(selected: "3000001")
    #expect(story.state.queuePane.filter.text == "device:=FIN-SRV-04 is:any")
    story.press("Esc").expect(selected: "2972395")
    #expect(story.state.queuePane.filter.text == "sev:low..")
    #expect(story.state.focus == .summary)
    #expect(story.state.isZoomed)
    #expect(story.state.summaryPane.tab == .evidence)
    story.press("Esc Esc")
    #expect(story.state.queuePane.filter.isEmpty)
  }

  @Test func `whoever asks for something else does not come back to what was before`() {
    let story = story().press("/").type("sev:high..").press("Enter E Enter V 2 Esc")
    #expect(story.state.queuePane.filter.isEmpty)
  }

  @Test func `in the responses it begins at the target`() {
    let story = story().press("3 j E")
    guard case .entities(let list) = story.state.overlay else {
      Issue.record("no list")
      return
    }
    // The target of the second response is no evidence here.
    #expect(list.selected == 0)
    story.press("Esc k E Enter")
    #expect(story.state.queuePane.filter.text == "device:=FIN-SRV-04 is:any")
    story.press("Esc")
    #expect(story.state.focus == .responses)
  }

  @Test func `an incident that is about nothing says so`() {
    Story().press("j E").expect(screenContains: "Appears in: Its alerts name no device")
  }

  @Test func `a long list counts what is on the screen, and scrolls`() {
    var many = Self.incident("4000000", status: "awaitingAction", device: "HOST-0")
    many.alerts[0].evidence = (0..<40).map {
      [
        "@odata.type": "#microsoft.graph.security.deviceEvidence", "deviceDnsName": "HOST-\($0)",
        "mdeDeviceId": "id-\($0)",
      ]
    }
    let story = Story([many], size: Size(rows: 12, columns: 60)).press("E")
      .expect(screenContains: "HOST-5", "1/40").expect(screenLacks: "HOST-6")
    story.press("G").expect(screenContains: "40/40")
    guard case .entities(let list) = story.state.overlay else {
      Issue.record("no list")
      return
    }
    #expect(list.counts.count == 12)
  }
}
