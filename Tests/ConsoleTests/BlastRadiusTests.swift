// SPDX-License-Identifier: MIT

import Cells
import IncidentStore
import Incidents
import TestSupport
import Testing

@testable import Console

/// Before something hard is recorded, what else it touches is said.
@Suite struct BlastRadiusTests {
  private static func about(
    _ id: String, _ status: String, _ task: SampleTask? = nil
  ) -> SampleIncident {
    var incident = SampleIncident(id: id, title: "Other", severity: "low", status: status)
    incident.alerts = [
      SampleAlert(
        id: "a\(id)", title: "Alert", severity: "low",
        evidence: [
          [
            "@odata.type": "#microsoft.graph.security.deviceEvidence",
            "deviceDnsName": "FIN-SRV-04", "mdeDeviceId": SampleIncident.server,
          ]
        ])
    ]
    if let task { incident.tasks = [task] }
    return incident
  }

  private func story(_ size: Size) -> Story {
    var first = SampleIncident.ransomware
    first.alerts[0].evidence[0]["remediationStatus"] = "partiallyRemediated"
    first.alerts[0].evidence[0]["rbacGroupName"] = "Tier 0"
    let isolated = SampleTask(
      id: "z", title: "Isolate it", action: "isolateDevice", target: SampleIncident.server,
      status: "completed", isExperts: true)
    return Story(
      [
        first, Self.about("3000001", "active"), Self.about("3000002", "resolved", isolated),
        Self.about("3000003", "active"),
      ], size: size)
  }

  @Test func `the question says what is done already, where else, and what the target is`() {
    story(Size(rows: 24, columns: 100)).press("3 x").expect(
      screenContains:
        "Already   Defender's evidence says partiallyRemediated · done in 3000002",
      "Elsewhere in 2 more open incidents: 3000001, 3000003", "Target is group Tier 0",
      "Response  Isolate device FIN-SRV-04", "Undo      To undo the effect")
  }

  private func exclude(_ name: String, in story: Story) throws {
    let subject = try #require(Subject(.exclusion, namedAfter: name))
    let edit = RecordEdit(subject, ["name": name, "kind": "deviceGroup"])
    _ = try story.store.commit(Proposal(edit, seen: nil), by: Story.author("bob"))
    story.refresh()
  }

  @Test func `the question says that the target is in an excluded group`() throws {
    let story = story(Size(rows: 24, columns: 80))
    try exclude("Tier 0", in: story)
    story.press("3 x").expect(
      screenContains: "Excluded  device group Tier 0: the experts only guide there", "y record it")
  }

  @Test func `one question about many says what their hard targets are, and where else`() throws {
    var other = Self.about(
      "2972501", "awaitingAction",
      SampleTask(
        id: "z1", title: "Isolate it", action: "isolateDevice", target: SampleIncident.server))
    other.alerts[0].evidence[0]["remediationStatus"] = "remediated"
    other.alerts[0].evidence[0]["rbacGroupName"] = "Tier 0"
    let story = Story(
      [.ransomware, other, Self.about("3000001", "active")], size: Size(rows: 30, columns: 100))
    try exclude("Tier 0", in: story)
    for key in ["x", "B"] {
      story.press("g p \(key)").expect(
        screenContains: "of 2 incidents", "Already   Defender's evidence says remediated",
        "Target is group Tier 0",
        "Elsewhere in 1 more open incident: 3000001",
        "Excluded  device group Tier 0: the experts only guide there")
      story.press("Esc")
    }
    story.expect(journal: ["recorded"])
  }

  @Test func `what could not be read is not passed over in silence`() {
    let story = Story(
      [.ransomware, Self.about("3000001", "active")], size: Size(rows: 30, columns: 100))
    story.holdsEffects = true
    story.press("g p")
    story.perform()
    story.press("x").expect(screenLacks: "Mark done")
    story.tell(.surveyed([:])).expect(screenContains: "Mark done", "y record it")
  }

  @Test func `on the smallest screen the least important gives way, the rest is whole`() {
    let story = story(Size(rows: 12, columns: 60)).press("3 x")
    story.expect(
      screenContains: "Already ", "Undo      To undo the effect", "y record it     Esc cancel")
    story.expect(screenLacks: "Target is")
    #expect(story.words.contains("takes back the record."))
  }

  @Test func `where nothing is known nothing is said`() {
    var bare = SampleIncident.ransomware
    bare.alerts = []
    Story([bare]).press("3 x").expect(screenContains: "y record it")
      .expect(screenLacks: "Elsewhere").expect(screenLacks: "Already")
  }
}
