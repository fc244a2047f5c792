// SPDX-License-Identifier: MIT

import Cells
import Testing

@Suite struct GeometryTests {
  @Test func `an intersection that covers nothing is empty`() {
    let left = Rect(row: 0, column: 0, rows: 2, columns: 2)
    let right = Rect(row: 5, column: 5, rows: 2, columns: 2)
    #expect(left.intersection(right).isEmpty)
  }

  @Test func `splitting takes no more rows than there are`() {
    let parts = Rect(row: 0, column: 0, rows: 3, columns: 4).splitTop(9)
    #expect(parts.top.rows == 3)
    #expect(parts.rest.rows == 0)
  }
}
