// SPDX-License-Identifier: MIT

import Cells
import Incidents
import TestSupport
import Testing

@testable import Console

@Suite struct LayoutTests {
  static let rows = [0, 1, 2, 3, 5, 11, 12, 13, 17, 18, 19, 24, 25, 40, 60, 200]
  static let columns = [0, 1, 2, 10, 59, 60, 61, 79, 80, 100, 119, 120, 121, 140, 500]

  @Test(arguments: Pane.allCases, [false, true])
  func `panes lie beside each other inside the screen, at every size`(
    pane: Pane, isPlain: Bool
  ) {
    let story = Story().press("\(pane.rawValue)").set { $0.isPlain = isPlain }
    for isZoomed in [false, true] {
      if isZoomed { story.press("Enter") }
      for rows in Self.rows {
        for columns in Self.columns {
          var state = story.state
          state.size = Size(rows: rows, columns: columns)
          let frame = Frame(state)
          let screen = Rect(state.size)
          #expect(frame.isTooSmall == (rows < 12 || columns < 60))
          #expect(frame.isTooSmall || frame.panes[state.focus] != nil)
          var taken = [frame.header, frame.message, frame.footer]
          for (name, rect) in frame.panes {
            let content = frame.content(of: name)
            let isInside =
              screen.intersection(rect) == rect && rect.intersection(content) == content
            #expect(isInside, "\(name) at \(columns)×\(rows): \(rect), \(content)")
            #expect(name != .queue || content.rows >= 2)
            #expect(content.rows > 0 || rows == 12, "\(name) at \(columns)×\(rows)")
            for other in taken { #expect(other.intersection(rect).isEmpty) }
            taken.append(rect)
          }
        }
      }
    }
  }

  @Test(arguments: Pane.allCases)
  func `the pane with the focus grows, and the others keep their least rows`(focus: Pane) {
    var state = Story().press("\(focus.rawValue)").state
    for rows in Frame.stackedRows...200 {
      for columns in [60, 80, 119, 120, 140, 500] {
        state.size = Size(rows: rows, columns: columns)
        let frame = Frame(state)
        #expect(frame.panes.count == Pane.allCases.count)
        for pane in Pane.allCases where !frame.isSideBySide {
          #expect(frame.panes[pane]?.rows ?? 0 > Frame.leastRows, "\(pane) in \(rows) rows")
        }
        for other in Pane.allCases where other != focus {
          var elsewhere = state
          elsewhere.focus = other
          let before = Frame(elsewhere).panes[focus]?.rows ?? 0
          #expect(frame.panes[focus]?.rows ?? 0 >= before, "\(focus) at \(columns)×\(rows)")
        }
      }
    }
  }

  /// Keys that bring everything that can lie over the panes to the screen.
  static let overlays = [
    "?", "! ", "a !", "y", "R", "R l Tab l Tab Tab", "R Tab Tab Tab Tab", "c", "w", "/", "2 /",
    "3 x", "3 s", "j j 3 x", "g",
  ]

  @Test(arguments: overlays, [false, true])
  func `whatever lies over the panes can be shown at every size`(keys: String, isPlain: Bool) {
    let story = Story().set { $0.isPlain = isPlain }.press(keys)
    for rows in [0, 1, 2, 11, 12, 13, 17, 18, 24, 60, 200] {
      for columns in [0, 1, 59, 60, 61, 80, 119, 120, 200, 500]
      where rows * columns <= 24 * 200 || (rows, columns) == (200, 500) {
        story.resize(rows: rows, columns: columns)
        let grid = story.state.view()
        #expect(grid.size == Size(rows: rows, columns: columns))
        if let cursor = grid.cursor { #expect(Rect(grid.size).contains(cursor)) }
      }
    }
  }

  @Test func `every size can be shown`() {
    let story = Story()
    for rows in Self.rows {
      for columns in Self.columns where rows * columns < 20_000 || columns == 500 {
        story.resize(rows: rows, columns: columns)
        let grid = story.state.view()
        #expect(grid.size == Size(rows: rows, columns: columns))
      }
    }
  }

  @Test func `a resize keeps the selection, the prompt and the focus`() {
    let story = Story().press("j j c").type("text")
    for (rows, columns) in [(12, 60), (1, 1), (200, 500), (17, 130), (24, 80)] {
      story.resize(rows: rows, columns: columns)
    }
    story.expect(selected: "2972401")
    #expect(story.prompt?.field.text == "text" && story.state.focus == .queue)
  }
}
