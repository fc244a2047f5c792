// SPDX-License-Identifier: MIT

import Cells
import Incidents
import TestSupport
import Testing

@testable import Console

@Suite struct HistoryTests {
  /// The numbers of the lines on screen, from the top.
  private func lines(_ story: Story) -> [Int] { story.state.history?.entries.map(\.seq) ?? [] }

  @Test func `it shows who did what when, and what was undone by whom`() {
    let story = Story().press("a j w").type("carol").press("Enter u g j")
    story.expect(
      screenContains: "Journal · what people did", "acknowledged",
      "took back line 8: assigned to carol",
      "(undone by alice) assigned to", "1/3",
      "u does line 8 again.")
    story.press("j").expect(screenContains: "It was undone by alice, 2026-11-23 08:41Z in line 9.")
  }

  @Test func `mine, everybody's and Defender's lines, of one incident or of all`() {
    let story = Story().press("a")
    story.colleague("bob").press("a")
    story.refresh().press("g j")
    #expect(lines(story) == [8, 7])
    story.press("m").expect(screenContains: "what I did")
    #expect(lines(story) == [7])
    story.press("m").expect(
      screenContains: "everything, Defender included", "received from Defender")
    #expect(lines(story) == Array((1...8).reversed()))
    story.press("i").expect(screenContains: "Defender included · 2972395")
    #expect(lines(story) == [7, 1])
  }

  @Test func `u takes back the selected line of mine, be it not the newest`() {
    let story = Story().press("a k a g j j u").expect(journal: [
      "acknowledged", "acknowledged", "undone",
    ])
    #expect(story.state.book.view(of: id("2972395"))?.acknowledgement.value == nil)
    #expect(story.state.book.view(of: id("2972410"))?.acknowledgement.value != nil)
    // The new line stands above, and the selection stays where it was.
    #expect(lines(story).count == 3 && story.state.history?.selected?.seq == 7)
    story.expect(screenContains: "It was undone by alice")
  }

  @Test(arguments: [
    ("a", "bob recorded it, and only they can take it back."),
    ("w", "bob recorded it, and only they can take it back."),
  ])
  func `what is somebody else's is not taken back, and says why`(key: String, reason: String) {
    let story = Story()
    story.colleague("bob").press(key == "a" ? "a" : "w Enter")
    story.refresh().press("g j").expect(screenContains: reason)
    story.press("u").expect(screenContains: "Undo: \(reason)")
    #expect(story.journal.count == 1)
  }

  @Test func `what was changed since says who did`() {
    let story = Story().press("w").type("carol").press("Enter")
    story.colleague("bob").press("w").type("dave").press("Enter")
    story.refresh().press("g j j").expect(screenContains: "bob changed it since: now dave.")
    story.press("u").expect(journal: ["assigned", "assigned"])
  }

  @Test func `Defender's lines, and a store that is only read, say why not`() {
    let story = Story().press("a g j m m G").expect(screenContains: "Defender said it")
    story.press("u").expect(journal: ["acknowledged"])
    story.set { $0.readOnlyReason = "It is somebody's." }.press("g u")
    story.expect(journal: ["acknowledged"]).expect(screenContains: "Undo: It is somebody's.")
  }

  @Test func `Enter shows a line in full and Esc goes back one step at a time`() {
    let story = Story().press("Space Space a g j Enter")
    story.expect(screenContains: "2 incidents.", "2972410", "acknowledged", "u takes it back.")
    story.press("Esc").expect(screenContains: "Journal · what people did")
    story.press("Esc").expect(screenContains: "1 Queue")
    #expect(!story.hasQuit)
  }

  @Test func `a long journal is read page by page as it is gone through`() throws {
    let clock = FixedClock()
    let store = MemoryStore(holding: SampleIncident.queue, clock: clock)
    for place in 0..<700 {
      _ = try store.commit(
        Proposal(.commented(text: "number \(place)"), on: [id("2972395")]),
        by: Story.author(place == 3 ? "alice" : "bob"))
    }
    let story = Story(on: store, clock: clock).press("g j")
    #expect(lines(story).count == 200)
    story.press("G").expect(screenContains: "200/400+")
    story.press("G G G").expect(screenContains: "700/700", "number 0")
    #expect(lines(story) == Array((7...706).reversed()))
    // What is far back is found without being asked for twice.
    story.press("m").expect(screenContains: "number 3", "1/1")
  }

  @Test func `a key of the queue does nothing to an incident behind the journal`() {
    Story().press("g j a x R w").type("y").press("Esc").expect(journal: [])
  }

  @Test func `a filter narrows the journal, and Esc takes it away before it closes`() {
    let story = Story().press("a j a c").type("phoned IT").press("Enter g j")
    #expect(lines(story).count == 3)
    story.press("/").type("kind:commented").press("Enter")
    #expect(lines(story).count == 1)
    story.expect(screenContains: "filter kind:commented", "Esc no filter")
    story.press("m").expect(screenContains: "what I did", "filter kind:commented")
    story.press("/").type(" or acknowledged").press("Enter")
    #expect(lines(story).count == 3)
    story.press("Esc").expect(screenContains: "Journal").expect(screenLacks: "filter kind")
    story.press("Esc").expect(screenContains: "1 Queue")
  }

  @Test func `a filter that cannot be read says why and stays`() {
    let story = Story().press("a g j /").type("sev:high").press("Enter")
    story.expect(screenContains: "`sev:` is no field", "/ sev:high")
    story.press("Esc").expect(screenContains: "Journal · what people did")
    #expect(lines(story) == [7])
  }

  @Test func `help lists the keys of the journal, and the palette brings the panes back`() {
    let story = Story().press("a g j ?").expect(screenContains: "Keys in the journal")
    story.press("Esc :").type("comment on it").press("Enter")
    story.expect(journal: ["acknowledged", "commented"]).expect(screenContains: "1 Queue")
  }

  @Test(arguments: [12, 24])
  func `the way out and help stay in the footer of a small screen`(rows: Int) {
    Story(size: Size(rows: rows, columns: 60)).press("a g j")
      .expect(screenContains: "? help", "Esc close", "/ filter")
  }
}
