// SPDX-License-Identifier: MIT

import Cells
import Incidents
import TestSupport
import Testing

@testable import Console

@Suite struct MessageTests {
  /// What a key asks of the environment, on a fresh queue.
  static let effects: [(keys: String, effects: [Effect])] = [
    ("j", [.open(id("2972410")), .settle]), ("G", [.open(id("2972388")), .settle]), ("k", []),
    ("Esc", []),
    ("2", []), ("l", []), ("Enter", []), ("?", []), ("/", []), ("c", []), ("R", []), ("y", []),
    ("Ctrl-L", [.redraw]), ("Ctrl-Z", [.suspend]), ("q", [.quit]), ("u", []), ("O", []), ("[", []),
    ("a", [.commit(Proposal(.acknowledged, seen: [id("2972395"): 1]))]),
    ("w Enter", [.commit(Proposal(.assigned(owner: "alice"), seen: [id("2972395"): 1]))]),
    (
      "c x Enter",
      [
        .keepDrafts([.comment(id("2972395")): "x"]),
        .commit(Proposal(.commented(text: "x"), seen: [id("2972395"): 1])),
      ]
    ),
    ("3 i", [.commit(Proposal(step(.started), seen: [id("2972395"): 1]))]),
    ("3 a", [.commit(Proposal(step(.acknowledged), seen: [id("2972395"): 1]))]),
    ("3 x", []), ("3 x y", [.commit(Proposal(step(.completed), seen: [id("2972395"): 1]))]),
    (
      "3 f z Enter",
      [
        .keepDrafts([.reason(id("2972395"), response: "r1", .failed): "z"]),
        .commit(Proposal(step(.failed, "z"), seen: [id("2972395"): 1])),
      ]
    ),
    ("e", []), ("t", []), ("z", []), ("K", []),
    (
      "e a Ctrl-S",
      [
        .keepDrafts([.note(id("2972395"), .hypothesis): "a"]),
        .commit(Proposal(.noted(Note(hypothesis: "a")), seen: [id("2972395"): 1])),
      ]
    ), ("c a Ctrl-X Ctrl-E", [.keepDrafts([.comment(id("2972395")): "a"]), .edit("a")]),
    ("c Ctrl-X Ctrl-X Ctrl-E", []),
    ("y i", [.copy("2972395", name: "the id")]),
  ]

  static func step(_ step: ResponseStep, _ note: String = "") -> Event {
    .response(ResponseRecord(responses: ["r1"], step: step, note: note))
  }

  @Test(arguments: effects)
  func `a key asks for exactly this`(keys: String, effects: [Effect]) {
    let story = Story()
    story.holdsEffects = true
    story.press(keys)
    #expect(story.held == effects)
  }

  @Test func `the messages scroll to their ends and close without doing anything`() {
    let key = "!"
    for close in ["Esc", "q", "Enter", "?", "!"] {
      let story = Story(size: Size(rows: 14, columns: 80))
      for _ in 0..<12 { story.press("a u") }
      story.press("\(key) G")
      let end = story.state.overlay
      story.press("j")
      #expect(story.state.overlay == end)
      story.press("k")
      #expect(story.state.overlay != end)
      let kinds = story.journal
      story.press("g k a x R Ctrl-D PgUp PgUp " + close)
      #expect(story.state.overlay == nil && !story.hasQuit && story.journal == kinds)
    }
  }

  @Test func `help that was scrolled shows the rest`() {
    let story = Story().press("? End").expect(screenContains: "closed", "Signs", "Esc closes")
    story.press("Home").expect(screenContains: "Incident", "Acknowledge")
  }

  @Test func `the messages are searched, round and round`() {
    let story = Story(size: Size(rows: 12, columns: 80))
    for word in ["one", "two", "three"] {
      story.tell(.noticed(.info, "Message \(word)."))
      for _ in 0..<9 { story.tell(.noticed(.info, "Nothing.")) }
    }
    story.press("! /").type("message").expect(screenContains: "/ message").press("Enter")
    story.expect(screenContains: "Message three.", "\"message\": 3 of 3. · Esc closes")
    story.press("N").expect(screenContains: "Message two.", "2 of 3")
    story.press("N N").expect(screenContains: "Message three.", "went on from the end")
    story.press("/").type("nowhere").press("Enter")
      .expect(screenContains: "\"nowhere\" does not occur here.")
    story.press("/ Esc Esc")
    #expect(story.state.overlay == nil)
  }

  @Test func `what the environment tells is said`() {
    let story = Story()
    story.tell(.noticed(.failure, "The disk is full.")).expect(screenContains: "The disk is full.")
    story.tell(.copied("the id", failure: "Not copied: too long."))
      .expect(screenContains: "Not copied: too long.")
    story.tell(.openFailed(id("2972395"), "It is damaged."))
      .expect(screenContains: "It is damaged.")
    #expect(story.state.opened == nil)
    story.tell(.openFailed(id("1"), "It is elsewhere."))
    story.tell(.becameReadOnly("Its disk failed.")).expect(screenContains: "read-only")
    story.tell(.imported(at: FixedClock.start, unread: 0))
      .expect(screenContains: "data <1m old").expect(screenLacks: "unread")
    // What could not be read may be the worst of the night: it is said for as long as it is so.
    story.tell(.imported(at: FixedClock.start, unread: 2)).expect(screenContains: "2 unread")
  }

  @Test func `an import shows how old the data is, and a minute makes it older`() {
    let story = Story([])
    story.expect(screenContains: "data never imported").arrives(.spray)
    story.expect(screenContains: "data <1m old")
    story.clock.advance(minutes: 61)
    story.tell(.ticked(story.clock.now)).expect(screenContains: "data 1h01 old", "09:42Z")
  }

  @Test func `of many notices the newest are kept`() {
    let story = Story([])
    for number in 0..<600 { story.tell(.noticed(.info, "notice \(number)")) }
    #expect(story.state.notices.count == State.noticeLimit)
    #expect(story.state.notices.last?.text == "notice 599")
  }
}
