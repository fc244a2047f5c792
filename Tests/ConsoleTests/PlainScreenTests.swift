// SPDX-License-Identifier: MIT

import Cells
import TestSupport
import Testing

@testable import Console

@Suite struct PlainScreenTests {
  /// Keys that bring every part of the console to the screen.
  static let places = [
    "1", "2", "2 l", "2 l l", "2 l l l", "2 h", "3", "3 Enter", "?", "? G", "!", "a !", "y", "R",
    "R l Tab l Tab Tab Tab Enter", "c", "w", "/", "2 /", "3 x", "3 s", "g", "a", "a u", "a a",
    "3 i", "3 j x", "3 x y", "x", "j", "j j 3 x", "j j j", "/ z Enter", "2 / z z z Enter",
  ]

  @Test(arguments: [
    Size(rows: 24, columns: 80), Size(rows: 40, columns: 140), Size(rows: 12, columns: 60),
    Size(rows: 11, columns: 59),
  ])
  func `in ASCII no sign of the console's own is above U+007E`(size: Size) {
    for keys in Self.places {
      let story = Story(size: size).set { $0.isASCII = true }.press(keys)
      let strays = story.screen.unicodeScalars.filter { $0.value > 0x7E }
      #expect(strays.isEmpty, "\(keys): \(story.screen)")
    }
    for incidents in [[], [SampleIncident.closed]] {
      let story = Story(incidents, size: size).set { $0.isASCII = true }
      #expect(!story.screen.unicodeScalars.contains { $0.value > 0x7E }, "\(story.screen)")
    }
  }

  @Test func `what carries meaning by colour carries it by a sign or word too`() {
    let plain = Story().screen
    for sign in ["●", "○", "HIGH", "????", "MED", "LOW", "▌"] { #expect(plain.contains(sign)) }
  }

  @Test(arguments: ["1", "3", "j", "3 j"])
  func `of the one selected row in the pane with the focus, the name is reversed`(keys: String) {
    let story = Story().press(keys)
    let grid = story.state.view()
    let content = Frame(story.state).content(of: story.state.focus)
    let reversed = (0..<grid.size.rows).filter { row in
      (content.column..<content.endColumn).count {
        grid[row, $0].style.emphasis.contains(.reverse)
      } >= 16
    }
    #expect(reversed.count == 1)
  }
}
