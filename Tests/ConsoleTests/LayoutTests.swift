// SPDX-License-Identifier: MIT

import Cells
import Incidents
import TestSupport
import Testing

@testable import Console

@Suite struct LayoutTests {
  static let rows = [0, 1, 2, 3, 5, 11, 12, 13, 17, 18, 19, 24, 25, 40, 60, 200]
  static let columns = [0, 1, 2, 10, 59, 60, 61, 79, 80, 100, 119, 120, 121, 140, 500]

  @Test(arguments: Pane.allCases)
  func `panes lie beside each other inside the screen, at every size`(pane: Pane) {
    let story = Story().press("\(pane.rawValue)")
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
