// SPDX-License-Identifier: MIT

import Cells
import Incidents
import Settings
import TestSupport
import Testing

@testable import Console

@Suite struct ClockTests {
  @Test func `what is overdue is said without color, and acknowledging turns to the next clock`() {
    let story = Story().expect(
      screenContains: "2 overdue", "▌ ! a −0:51   HIGH", "act by 11:20Z (2:39)",
      "acknowledge by 07:50Z (−0:51)")
    story.press("a").expect(
      screenContains: "1 overdue", "▌ ● x 2:39    HIGH", "3 Responses · ▰▱▱▱ 1 of 4 done · act by")
    story.expect(screenLacks: "acknowledge by")
    // Taken back, it runs on as if it had never been stopped.
    story.press("u").expect(screenContains: "2 overdue", "▌ ! a −0:51   HIGH")
  }

  @Test func `what is left goes down as time passes, and rows stay where they are`() {
    let story = Story()
    let shown = story.state.queuePane.shown.map(\.text)
    story.clock.advance(minutes: 40)
    story.tell(.ticked(story.clock.now))
    story.expect(screenContains: "3 overdue", "! a −0:01   MED")
    #expect(story.state.queuePane.shown.map(\.text) == shown)
  }

  @Test func `the keys are those that were chosen`() {
    let story = Story()
    let choices = [KeyChoice("acknowledge", [KeyChoice.Written("L")])]
    story.set { $0.keymap = KeyMap.read(choices).map }
    story.expect(screenContains: "! L −0:51   HIGH")
  }

  @Test func `d explains the clocks, and Esc closes it`() {
    let story = Story().press("a d")
    for text in [
      "2972395: act in 2h39m.", "Began", "when Defender made it your move (line 1 of the journal).",
      "High: acknowledge within 30m, act within 4h, around the clock.",
      "alice acknowledged it (line 7), 51m after it was due", "2h39m left.",
      // Created 06:12, the customer's move since 07:20; now it is 08:41.
      "the experts 1h08, you 1h21, so far",
    ] {
      #expect(story.words.contains(text), "\(text): \(story.words)")
    }
    story.press("Esc").expect(screenLacks: "Response clocks")
    story.press(":").type("explain clocks").press("Enter").expect(screenContains: "Response clocks")
  }

  @Test func `where nobody was called there is nothing to explain`() {
    Story().press("G d").expect(
      screenContains: "Explain clocks: Defender has not called for your action.")
  }

  @Test func `a snooze holds the clocks, and says so`() {
    let story = Story().press("z l Enter").type("vendor calls back").press("Enter")
    story.expect(screenContains: "1 overdue", "z 12:41Z", "act: held by the snooze").press("d")
    #expect(story.words.contains("snoozed by alice, vendor calls back"), "\(story.words)")
    // It had run out before it was held, and that is said.
    #expect(story.words.contains("2972395: acknowledge overdue by 51m."))
    #expect(story.words.contains("overdue by 51m; held now."))
    #expect(story.words.contains("Due by 2026-11-23 15:20Z; held now."))
  }

  @Test func `overdue can be asked for, and sorted by`() {
    let story = Story().press("/").type("is:overdue").press("Enter")
    #expect(story.state.queuePane.shown.map(\.text) == ["2972395", "2972410"])
    story.press("/ Ctrl-U").type("due:0m..1h").press("Enter")
    #expect(story.state.queuePane.shown.map(\.text) == ["2972401"])
    story.press("Esc S e").expect(screenContains: "by due, least time left first")
    #expect(
      story.state.queuePane.shown.map(\.text)
        == ["2972395", "2972410", "2972401", "2972377", "2972388"])
  }

  @Test func `read out, a clock is words`() {
    let story = Story()
    story.set { $0.isPlain = true }
    story.expect(screenContains: "High, your move, acknowledge overdue by 51m, 1 of 4 done")
  }
}
