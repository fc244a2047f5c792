// SPDX-License-Identifier: MIT

import Cells
import Testing

@Suite struct LayoutTests {
  static let queue: [ColumnWidth] = [
    .fixed(8), .fixed(4), .flexible(minimum: 20), .fixed(4), .fixed(7),
  ]

  static let cases: [(total: Int, widths: [Int])] = [
    (80, [8, 4, 49, 4, 7]), (51, [8, 4, 20, 4, 7]), (50, [8, 4, 28, 4, 0]), (41, [8, 4, 25, 0, 0]),
    (36, [8, 4, 20, 0, 0]), (35, [8, 0, 25, 0, 0]), (29, [0, 0, 29, 0, 0]), (5, [0, 0, 5, 0, 0]),
    (0, [0, 0, 0, 0, 0]),
  ]

  @Test(arguments: cases)
  func `columns give way from the right`(total: Int, widths: [Int]) {
    #expect(Layout.widths(of: Self.queue, in: total) == widths)
  }

  @Test func `what is left is shared in proportion and to the last column`() {
    let columns: [ColumnWidth] = [
      .flexible(minimum: 2, share: 2), .fixed(3), .flexible(minimum: 2, share: 1),
    ]
    #expect(Layout.widths(of: columns, in: 20, gap: 1) == [9, 3, 6])
    #expect(Layout.widths(of: columns, in: 22, gap: 1) == [10, 3, 7])
  }

  @Test func `without columns there are no widths`() {
    #expect(Layout.widths(of: [], in: 80).isEmpty)
  }
}
