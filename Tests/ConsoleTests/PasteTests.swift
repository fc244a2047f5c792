// SPDX-License-Identifier: MIT

import Cells
import Incidents
import TestSupport
import Testing

@testable import Console

@Suite struct PasteTests {
  static let paste = "aq\rdy"

  @Test(arguments: ["1", "2", "3", "Enter", "g", "!", "y", "R", "3 x"])
  func `a paste is never a command`(keys: String) {
    let story = Story().press(keys)
    let overlay = story.state.overlay
    story.paste(Self.paste).expect(journal: [])
    #expect(!story.hasQuit && story.state.overlay == overlay)
    #expect(story.state.notice?.kind == .info)
  }

  @Test func `in a text field a paste is text, its line ends visible`() {
    let story = Story().press("c").paste(Self.paste)
    #expect(story.prompt?.field.text == Self.paste)
    story.expect(screenContains: #"aq\u{D}dy"#).expect(journal: [])
    let filter = Story().press("/").paste("spray")
    filter.expect(selected: "2972388")
  }

  @Test func `a screen that is too small takes only its new size, and q where nothing is open`() {
    let story = Story().press("c").type("x").resize(rows: 11, columns: 60)
    story.expect(screenContains: "tocsin needs 60×12.", "This is 60×11. Enlarge it.")
    let before = story.state
    story.paste(Self.paste).press("a j Enter Esc ? Ctrl-L")
    #expect(story.state == before)
    story.resize(rows: 12, columns: 60)
    #expect(story.prompt?.field.text == "x")
    story.press("Esc").resize(rows: 24, columns: 59)
    story.expect(screenContains: "This is 59×24. q quits.").press("q")
    #expect(story.hasQuit)
  }
}
