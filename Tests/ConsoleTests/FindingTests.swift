// SPDX-License-Identifier: MIT

import Cells
import Incidents
import TestSupport
import Testing

@testable import Console

@Suite struct FindingTests {
  private func shown(_ story: Story) -> [String] { story.state.queuePane.shown.map(\.text) }

  @Test(arguments: [
    ("spray", ["2972388"]), ("PASSWORD spray", ["2972388"]), ("carol", ["2972388"]),
    ("finance", ["2972395"]), ("high", ["2972395"]), ("2972410", ["2972410"]),
    ("zzz", []), ("is:closed", ["2972350"]), ("is:any unwanted", ["2972350"]),
    ("unwanted", []),
    ("is:any", ["2972395", "2972410", "2972401", "2972377", "2972388", "2972350"]),
  ])
  func `the queue is filtered while the words are typed`(words: String, ids: [String]) {
    let story = Story().press("/").type(words)
    #expect(shown(story) == ids)
    story.expect(screenContains: "filter \(words)")
    #expect(story.prompt != nil)
    story.press("Enter")
    #expect(story.prompt == nil && shown(story) == ids)
  }

  @Test func `Esc brings back what was shown and selected before`() {
    let story = Story().press("j j /").type("spray").expect(selected: "2972388")
    story.press("Esc").expect(selected: "2972401")
    #expect(shown(story).count == 5)
    story.press("/").type("inbox").press("Enter /").type(" zzz").expect(selected: nil)
    story.press("Esc").expect(selected: "2972401").expect(screenContains: "filter inbox")
  }

  @Test func `Esc in the queue clears the filter`() {
    let story = Story().press("/").type("spray").press("Enter Esc")
    #expect(shown(story).count == 5)
    story.expect(selected: "2972388")
  }

  @Test func `a search goes to the next match, round and round`() {
    let story = Story(size: Size(rows: 18, columns: 80)).press("2 /").type("fin-srv").press("Enter")
    #expect(story.state.summaryPane.top == 0)
    let tops = (0..<4).map { _ in story.press("n").state.summaryPane.top }
    #expect(tops == [5, 9, 20, 0])
    story.expect(screenContains: "\"fin-srv\": 1 of 4 · went on from the top.")
    #expect(story.press("N").state.summaryPane.top == 20)
    story.expect(screenContains: "\"fin-srv\": 4 of 4 · went on from the end.")
  }

  @Test func `a search selects the response in which the words occur`() {
    let story = Story().press("3 /").type("BLOCK").press("Enter")
    #expect(story.state.responsesPane.selection == "r4")
    story.press("/").type("j.doe@contoso").press("Enter")
    #expect(story.state.responsesPane.selection == "r2")
    story.press("/").type("BLOCK").press("Enter /").type("nowhere").press("Enter")
    #expect(story.state.responsesPane.selection == "r4")
    story.expect(screenContains: "\"nowhere\" does not occur here.")
  }

  @Test(arguments: ["n", "N"])
  func `going on without a search says how to begin one`(key: String) {
    Story().press("2 " + key)
      .expect(screenContains: "Nothing was searched for; / begins a search.")
  }

  @Test func `the filter names what it hides, and an empty answer how to go on`() {
    Story().expect(screenContains: "1/5 · 1 hidden")
    Story().press("/").type("zzz").expect(
      screenContains: "Nothing matches the filter. Esc clears it.")
    Story([.closed]).expect(screenContains: "Nothing is open.", "/is:any shows them")
    Story([.spray]).press("/").type("is:closed")
      .expect(screenContains: "Nothing matches the filter. Esc clears it.")
  }
}
