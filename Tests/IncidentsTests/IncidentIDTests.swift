// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct IncidentIDTests {
  @Test(arguments: [
    "0", "2972395", "A", "z", "a.b", "a..b", "1_2-3", "0.", String(repeating: "9", count: 100),
  ])
  func `is letters, digits, and dots, dashes and underscores between`(text: String) {
    #expect(IncidentID(text)?.text == text)
    #expect(Subject(text)?.incident?.text == text)
  }

  @Test(arguments: [
    "", ".", "..", ".a", "-a", "_a", "a/b", "a b", "a\n", "a\0", "é", "１", "a\u{301}", "a:b",
    "a\\b", String(repeating: "9", count: 101),
  ])
  func `nothing else is an id`(text: String) {
    #expect(IncidentID(text) == nil)
    #expect(Subject(text)?.incident == nil)
  }

  @Test func `something of ours is a subject, and no incident`() {
    #expect(Subject("readiness/mfa")?.text == "readiness/mfa")
    #expect(Subject("readiness/mfa")?.incident == nil)
    #expect(Subject("readiness/m f a") == nil)
    #expect(Subject("readiness") == Subject(incident("readiness")))
    #expect(Subject("contact/" + String(repeating: "x", count: 193)) == nil)
  }

  @Test func `an entry names its incidents in order of id`() {
    let subjects = ["b", "readiness/mfa", "10", "9", "a"].compactMap(Subject.init(_:))
    let entry = JournalEntry(
      seq: 1, at: Timestamp(milliseconds: 0), by: JournalScript.author("alice"),
      on: Dictionary(uniqueKeysWithValues: subjects.map { ($0, 0) }), event: .acknowledged)
    #expect(entry.incidents.map(\.text) == ["10", "9", "a", "b"])
  }
}
