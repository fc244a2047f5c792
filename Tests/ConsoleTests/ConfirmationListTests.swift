// SPDX-License-Identifier: MIT

import Cells
import HostileText
import Incidents
import TestSupport
import Testing

@testable import Console

/// A question about many: nothing it would record is out of sight and uncounted.
@Suite struct ConfirmationListTests {
  /// Thirty-four quiet incidents, each with a response of the customer's but for the last two.
  static let crowd = (0..<34).map { place in
    var incident = SampleIncident(
      id: "\(1001 + place)", title: "Number \(place)", severity: "low", status: "active")
    if place < 32 {
      incident.tasks = [SampleTask(id: "t\(place)", title: "Call site \(place)", action: "text")]
    }
    return incident
  }
  static let small = Size(rows: 12, columns: 60)

  @Test func `a long comment on many, on the smallest screen`() {
    let story = Story(Self.crowd, size: Self.small).press("* c")
    story.type("The site was told by phone; they call back when the line is up again. ")
    story.type("Until then nobody there is to touch the machines, which are evidence.")
    story.press("Enter y").expect(journal: [])
    story.expect(
      screen: #"""
         ╭ Comment 34 incidents ──────────────────────────────────╮
         │ This records here that 34 incidents have this comment. │
         │ Defender is not told.                                  │
         │ Scope     34 marked.                                   │
         │ Comment   The site was told by phone; they call back   │
         │           when the line is up again. Until then nobody │
         │           there is to touch the machines, which are    │
         │           evidence.                                    │
         │ Undo      u takes the line back, wherever nobody       │
         │ and 34 more incidents: j scrolls, then y               │
         │ j PgDn read on     Esc cancel                          │
         ╰────────────────────────────────────────────────────────╯
        """#)
    story.press("j y").expect(journal: ["commented"])
  }

  @Test func `tags on many, on the smallest screen`() {
    let story = Story(Self.crowd, size: Self.small).press("* t").type("seen").press("Enter")
    story.expect(
      screen: #"""
         ╭ Tag 34 incidents ──────────────────────────────────────╮
         │ This records here that 34 incidents are tagged so.     │
         │ Defender is not told.                                  │
         │ Scope     34 marked.                                   │
         │ Tags on   seen                                         │
         │ Undo      u takes the line back, wherever nobody       │
         │           changed it since.                            │
         │ Incidents 1001, 1002, 1003, 1004, 1005, 1006, 1007,    │
         │           1008, 1009, 1010, 1011, 1012, 1013, 1014,    │
         │ and 20 more incidents: j scrolls                       │
         │ y record it     Esc cancel                             │
         ╰────────────────────────────────────────────────────────╯
        """#)
    story.press("G")
    story.expect(
      screen: #"""
         ╭ Tag 34 incidents ──────────────────────────────────────╮
         │ Tags on   seen                                         │
         │ Undo      u takes the line back, wherever nobody       │
         │           changed it since.                            │
         │ Incidents 1001, 1002, 1003, 1004, 1005, 1006, 1007,    │
         │           1008, 1009, 1010, 1011, 1012, 1013, 1014,    │
         │           1015, 1016, 1017, 1018, 1019, 1020, 1021,    │
         │           1022, 1023, 1024, 1025, 1026, 1027, 1028,    │
         │           1029, 1030, 1031, 1032, 1033, 1034           │
         │ k scrolls back                                         │
         │ y record it     Esc cancel                             │
         ╰────────────────────────────────────────────────────────╯
        """#)
  }

  @Test func `a skip of many responses`() {
    let story = Story(Self.crowd, size: Size(rows: 24, columns: 80)).press("* s").type("site gone")
    story.press("Enter")
    story.expect(
      screen: #"""
          ╭ Skip 32 responses of 32 incidents ───────────────────────────────────────╮
          │ This records that 32 responses of 32 incidents are not to be carried     │
          │ out. Defender is not told.                                               │
          │                                                                          │
          │ Scope     34 marked.                                                     │
          │ Reason    site gone                                                      │
          │ Left out  2 incidents stay marked: No response of yours is open in it.   │
          │ Undo      u takes the line back, wherever nobody changed it since.       │
          │ Incident  1001 LOW Number 0                                              │
          │ Target    Call site 0                                                    │
          │ Incident  1002 LOW Number 1                                              │
          │ Target    Call site 1                                                    │
          │ Incident  1003 LOW Number 2                                              │
          │ Target    Call site 2                                                    │
          │ Incident  1004 LOW Number 3                                              │
          │ Target    Call site 3                                                    │
          │ Incident  1005 LOW Number 4                                              │
          │ Target    Call site 4                                                    │
          │ Incident  1006 LOW Number 5                                              │
          │ Target    Call site 5                                                    │
          │ Incident  1007 LOW Number 6                                              │
          │ and 26 more responses: j scrolls                                         │
          │ y record it     Esc cancel                                               │
          ╰──────────────────────────────────────────────────────────────────────────╯
        """#)
    story.press("G")
    story.expect(
      screen: #"""
          ╭ Skip 32 responses of 32 incidents ───────────────────────────────────────╮
          │ Target    Call site 22                                                   │
          │ Incident  1024 LOW Number 23                                             │
          │ Target    Call site 23                                                   │
          │ Incident  1025 LOW Number 24                                             │
          │ Target    Call site 24                                                   │
          │ Incident  1026 LOW Number 25                                             │
          │ Target    Call site 25                                                   │
          │ Incident  1027 LOW Number 26                                             │
          │ Target    Call site 26                                                   │
          │ Incident  1028 LOW Number 27                                             │
          │ Target    Call site 27                                                   │
          │ Incident  1029 LOW Number 28                                             │
          │ Target    Call site 28                                                   │
          │ Incident  1030 LOW Number 29                                             │
          │ Target    Call site 29                                                   │
          │ Incident  1031 LOW Number 30                                             │
          │ Target    Call site 30                                                   │
          │ Incident  1032 LOW Number 31                                             │
          │ Target    Call site 31                                                   │
          │ Left out  1033, 1034: No response of yours is open in it.                │
          │ 23 responses above · k scrolls back                                      │
          │ y record it     Esc cancel                                               │
          ╰──────────────────────────────────────────────────────────────────────────╯
        """#)
    story.press("y").expect(journal: ["response.skipped"])
  }

  @Test func `what contains is recorded only after each target was on the screen`() {
    var incident = SampleIncident.ransomware
    incident.tasks = (0..<20).map {
      SampleTask(id: "t\($0)", title: "Isolate", action: "isolateDevice", target: "device-\($0)")
    }
    let story = Story([incident], size: Self.small).press("3 * x y").expect(journal: [])
    // What is jumped over is not seen.
    story.press("G y").expect(journal: []).expect(
      screenContains: "12 responses above", "k PgUp read on")
    story.press("g").press("PgDn PgDn PgDn PgDn PgDn y").expect(journal: ["response.completed"])
  }

  @Test func `the first frame says already what its being read allows`() {
    let story = Story(Self.crowd, size: Self.small).press("* t").type("seen")
    var state = story.state
    _ = state.update(.key(.enter, at: 100_000))
    // Nothing is painted anew because a frame was written.
    let first = state.view()
    _ = state.update(.painted(at: 100_000))
    #expect(first == state.view() && first.description.contains("y record it"))
    #expect(state.update(.key(.character("y"), at: 100_250)).count == 1)
  }

  @Test func `the target is typed only after all was on the screen`() {
    let story = Story([.ransomware], size: Self.small).press("R l Tab l Tab")
    story.type(String(repeating: "All of it was read by somebody. ", count: 20))
    story.press("Tab Tab Enter").type("2972395").press("Enter").expect(journal: [])
    story.expect(screenContains: "more lines: PgDn scrolls, then type", "Enter: 2972395")
    story.press("PgDn PgDn PgDn Enter").expect(journal: ["resolved"])
  }

  @Test func `another size of the screen is read from the beginning`() {
    let story = Story(Self.crowd, size: Size(rows: 24, columns: 80)).press("* t").type("seen")
    story.press("Enter G").resize(rows: 12, columns: 60)
    story.expect(screenContains: "This records here that 34 incidents are tagged so.")
  }

  /// Acts on many, each up to its question.
  static let acts = [
    "a", "w x Enter", "c x Enter", "t x Enter", "z 3 h Enter x Enter", "s x Enter",
    "R l Tab l Tab Tab Tab Enter", ".", "u",
  ]

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `each target is on the screen or counted there, however it is scrolled`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var questions = 0
    for _ in 0..<6 {
      let size = Size(
        rows: Int.random(in: 12...30, using: &generator),
        columns: Int.random(in: 60...80, using: &generator))
      let crowd = Self.crowd.prefix(Int.random(in: 11...34, using: &generator))
      let story = Story(Array(crowd), size: size)
      for act in Self.acts {
        story.press("Esc 1 M * \(act)")
        guard story.question != nil else { continue }
        questions += 1
        for _ in 0..<8 {
          if let unshown = story.question?.unshown(on: story.screen) { Issue.record("\(unshown)") }
          story.press(["j", "k", "PgDn", "G", "g"].randomElement(using: &generator) ?? "j")
        }
        story.press(Bool.random(using: &generator) ? "y" : "Esc")
      }
    }
    #expect(questions > 30)
  }
}
