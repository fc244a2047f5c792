// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct TacticTests {
  private static let served = [
    "T1566": ["initial-access"], "T1078": ["defense-evasion", "initial-access", "persistence"],
    "T1059": ["execution"],
  ]

  private func alert(_ techniques: [String], category: String = "", at minute: Int? = 0) -> Alert {
    var alert = Alert(id: "a\(minute ?? -1)")
    alert.techniques = techniques
    alert.category = category
    alert.severity = .high
    alert.firstActivityAt = minute.map(JournalScript.time(ofLine:))
    return alert
  }

  private func tactics(_ alert: Alert) -> [Tactic] {
    Tactic.tactics(of: alert) { Self.served[$0] ?? [] }
  }

  @Test func `the tactic of a technique counts, whatever the category says`() {
    #expect(tactics(alert(["T1059"], category: "Impact")) == [.execution])
    #expect(tactics(alert(["T1059", "T1566"])) == [.initialAccess, .execution])
  }

  @Test func `of several tactics the one the category names is meant, else all are told`() {
    #expect(tactics(alert(["T1078"], category: "Persistence")) == [.persistence])
    #expect(
      tactics(alert(["T1078"], category: "Malware")) == [
        .initialAccess, .persistence, .defenseEvasion,
      ])
  }

  @Test(arguments: [
    ("CommandAndControl", Tactic.commandAndControl), ("command-and-control", .commandAndControl),
    ("Malware", .other), ("", .other), ("other", .other),
  ])
  func `without a known technique the category counts`(category: String, tactic: Tactic) {
    #expect(tactics(alert(["T9999"], category: category)) == [tactic])
    #expect(tactics(alert([], category: category)) == [tactic])
  }

  @Test func `lanes are in kill-chain order, and an alert without a time has none`() {
    let alerts = [
      alert(["T1059"], at: 9), alert(["T1566"], at: 3), alert(["T1059"], at: 5),
      alert(["T1566"], at: nil),
    ]
    let lanes = TacticLane.lanes(of: alerts) { Self.served[$0] ?? [] }
    #expect(lanes.map(\.tactic) == [.initialAccess, .execution])
    #expect(
      lanes[1].marks.map(\.at) == [9, 5].map(JournalScript.time(ofLine:)))
    #expect(lanes[0].marks.count == 1)
  }
}
