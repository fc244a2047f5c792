// SPDX-License-Identifier: MIT

import Cells
import Incidents
import TestSupport
import Testing

@testable import Console

extension Story {
  /// The marked incidents, in order of id.
  var marked: [String] { state.marks.all.map(\.text).sorted() }

  /// The result on top, if there is one.
  var report: Report? {
    if case .report(let report) = state.overlay { report } else { nil }
  }
}

@Suite struct MarkTests {
  @Test func `Space marks and goes down, and takes a mark off again`() {
    let story = Story().press("Space Space")
    #expect(story.marked == ["2972395", "2972410"])
    story.expect(selected: "2972401").expect(screenContains: "2 marked", "acknowledge 2")
    story.press("k Space")
    #expect(story.marked == ["2972395"])
    story.expect(screenContains: "1 marked")
  }

  @Test func `a marked row carries a sign that needs no color`() {
    let story = Story().press("Space")
    story.expect(screenContains: " ◆! ")
    story.set { $0.isASCII = true }
    story.expect(screenContains: " #! ")
  }

  @Test func `marks stay when the filter hides them, and the title says how many`() {
    let story = Story().press("Space Space / ").type("spray").press("Enter")
    story.expect(screenContains: "2 marked, 2 hidden", "acknowledge 2")
    story.press("Esc").expect(screenLacks: "2 hidden ")
    #expect(story.marked == ["2972395", "2972410"])
  }

  @Test func `v marks what lies between, whichever way it is stretched`() {
    let story = Story().press("j v j j")
    #expect(story.marked == ["2972377", "2972401", "2972410"])
    story.expect(screenContains: "range, 3 marked")
    story.press("k k k")
    #expect(story.marked == ["2972395", "2972410"])
    story.press("v")
    #expect(story.marked == ["2972395", "2972410"] && story.state.marks.range == nil)
    story.expect(screenContains: "2 marked.")
  }

  @Test func `Esc gives a range up and leaves what was marked before`() {
    let story = Story().press("Space v j j Esc")
    #expect(story.marked == ["2972395"] && story.state.marks.range == nil)
  }

  @Test func `what arrives inside a range that is being stretched is not marked unseen`() {
    let story = Story().press("v j j")
    let before = story.marked
    var late = SampleIncident.mail
    late.id = "2972402"
    story.arrives(late)
    #expect(story.marked == before)
  }

  @Test func `the star marks all shown, then takes their marks off, and says which`() {
    let story = Story().press("*")
    #expect(story.marked.count == 5)
    story.expect(screenContains: "Marked the 5 shown. 5 marked.")
    story.press("/").type("mail").press("Esc /").type("forwarding").press("Enter *")
    story.expect(screenContains: "Took the marks off the 1 shown. 4 marked, 4 hidden.")
    story.press("M").expect(screenContains: "Took 4 marks off, 4 of them hidden by the filter.")
    #expect(story.marked.isEmpty)
  }

  @Test func `more than one action can take is refused before anything is marked`() {
    let incidents = (0...Marks.limit).map { place in
      SampleIncident(
        id: "\(100_000 + place)", title: "Number \(place)", severity: "low", status: "active")
    }
    let story = Story(incidents).press("*")
    #expect(story.marked.isEmpty)
    story.expect(screenContains: "one action takes at most 2000: narrow the filter.")
    story.press("v G")
    #expect(story.marked.count == 1)
    story.expect(screenContains: "A range of 2001 is too long for one action: narrow the filter.")
    story.press("Esc j v G v")
    #expect(story.marked.count == Marks.limit)
    story.press("g g Space").expect(screenContains: "2000 are marked, as many as one action takes")
    #expect(story.marked.count == Marks.limit)
  }

  @Test func `the mark of a merged incident goes to what it was merged into, in words`() {
    let story = Story().press("Space Space")
    var merged = SampleIncident.ransomware
    merged.texts["status"] = "redirected"
    merged.texts["redirectIncidentId"] = "2972388"
    merged.texts["lastUpdateDateTime"] = "2026-11-23T23:00:00Z"
    story.arrives(merged)
    #expect(story.marked == ["2972388", "2972410"])
    story.press("!").expect(
      screenContains: "Merged, so its mark moved: 2972395 went to 2972388.")
  }

  @Test func `outside the queue an action goes to what is read, not to the marks`() {
    let story = Story().press("Space Space Enter a")
    story.expect(journal: ["acknowledged"])
    #expect(story.state.book.actions.last?.incidents == [id("2972401")])
    #expect(story.marked == ["2972395", "2972410"])
  }

  @Test func `responses are marked apart, and forgotten with the incident`() {
    let story = Story().press("3 Space Space")
    #expect(story.state.responsesPane.marks == ["r1", "r2"])
    story.expect(screenContains: "2 marked", "mark done 2").press("1 j k")
    #expect(story.state.responsesPane.marks.isEmpty)
  }
}
