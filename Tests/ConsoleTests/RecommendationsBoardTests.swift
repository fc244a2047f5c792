// SPDX-License-Identifier: MIT

import Cells
import Incidents
import TestSupport
import Testing

@testable import Console

@Suite struct RecommendationsBoardTests {
  private static func advised(_ id: String, _ text: String) -> SampleIncident {
    var incident = SampleIncident(
      id: id, title: "Incident \(id)", severity: "medium", status: "awaitingAction")
    incident.texts["recommendedActions"] = text
    return incident
  }

  private func story(columns: Int = 80) -> Story {
    Story(
      [
        Self.advised("31", "1. Block untrusted USB processes\n2. Reset the password"),
        Self.advised("32", "\u{FFFD}\tblock untrusted USB processes.\n\u{FFFD}\tCall the user."),
        Self.advised("310", ""),
      ], size: Size(rows: 24, columns: columns))
  }

  @Test func `one key takes what is recommended, and what is known is only linked`() {
    let story = story().press("2 b")
    story.expect(
      screenContains: "Saved #4: 2 new, 0 known already, now linked to 1 incident")
    story.press("b").expect(
      screenContains: "Nothing new: 0 new, 2 known already, now linked to 1 incident.")
    story.press("1 j j 2 b").expect(
      screenContains: "Saved #5: 1 new, 1 known already, now linked to 2 incidents")
    story.press("g c").expect(
      screenContains: "0 overdue · 3 new", "Block untrusted USB processes",
      "would have touched 2 incidents")
  }

  @Test func `an incident without advice says so`() {
    story().press("j 2 b").expect(
      screenContains: "Neither the incident nor its alerts recommend anything.")
  }

  @Test func `E lists just the incidents it would have touched, and Esc goes back`() {
    let story = story().press("2 b").press("1 j j 2 b g c E")
    #expect(story.state.board == nil)
    #expect(story.state.queuePane.shown.map(\.text) == ["31", "32"])
    story.press("Esc")
    #expect(story.state.queuePane.shown.count == 3)
  }

  @Test func `a decision is recorded at once, or asks for what it needs`() throws {
    let story = story().press("2 b g c y")
    #expect(
      story.state.book.recommendations(at: FixedClock.start).map(\.state) == [.new, .accepted])
    story.press("g g n Ctrl-S").expect(screenContains: "Reason: this is needed.")
    story.type("no USB here").press("Ctrl-S")
    #expect(story.state.book.recommendations(at: FixedClock.start).map(\.state).contains(.declined))
    story.expect(screenContains: "Declined")
    story.press("G v").expect(screenContains: "It is declined; accept it first.")
    #expect(story.state.overlay == nil)
    story.press("y v").type("policy export 7").press("Ctrl-S")
    #expect(
      story.state.book.recommendations(at: FixedClock.start).map(\.evidence)
        .contains("policy export 7"))
    story.press("y").expect(screenContains: "2 accepted")
      .expect(screenLacks: "Evidence  policy")
  }

  @Test func `one is written down by hand, and overdue comes first`() throws {
    let story = story().press("2 b g c a").type("Turn on the rule").press("Tab")
      .type("bob").press("Tab").type("2026-11-20").press("Ctrl-S")
    let first = try #require(story.state.book.recommendations(at: FixedClock.start).first)
    #expect(first.text == "Turn on the rule" && first.owner == "bob")
    #expect(first.source == "review 2026-11-23")
    story.expect(screenContains: "Overdue", "2026-11-20")
    // What is overdue is not counted as new, too.
    story.expect(screenContains: "1 overdue · 2 new ·")
  }

  @Test func `the whole board at 80 columns`() {
    story().press("2 b").press("1 j j 2 b g c y").expect(screen: Self.board)
  }

  private static let board = """
     tocsin · soc               3 your move · 3 open  data <1m old · alice · 08:41Z
    ─ Recommendations ──────────────────────────────────────────────────────── 3/3 ─
     0 overdue · 2 new · 1 accepted · 0 declined · 0 done · 0 verified
      Recommendation                            Incid. Owner      Due        Age
     New
      Call the user.                            1      —          —          <1m
      Reset the password                        1      —          —          <1m
     Accepted
    ▌ Block untrusted USB processes             2      —          —          <1m






    ─ Details ─────────────────────────────────────────────────────── 8 more below ─
      Block untrusted USB processes
      State     accepted by alice, 2026-11-23 08:41Z
      Owner     nobody
      Source    incident 31
      Touches   would have touched 2 incidents
                31  Incident 31
     Saved #6, now row 3 of 3: recommendation Block untrusted USB processes:… ! all
     n decline   x done   v verify   E incidents        : command   ? help   q quit
    """
}
