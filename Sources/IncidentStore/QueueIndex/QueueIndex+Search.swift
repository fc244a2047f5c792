// SPDX-License-Identifier: MIT

private import CFileSystem

extension QueueIndex {
  /// The rows of a range that hold every word.
  package func rows(in range: Range<Int>, matching words: [[UInt8]]) -> [Int32] {
    guard !range.isEmpty, let rarest = words.max(by: { $0.count < $1.count }) else { return [] }
    let starts = textStarts(from: range)
    let others = words.filter { $0 != rarest }
    let texts = self[.texts]
    var found: [Int32] = []
    var row = 0
    while row < range.count {
      // One page after the other: no row crosses the end of one.
      let page = starts[row] / IndexPages.size
      let base = page * IndexPages.size
      let limit = min(starts[range.count] - base, IndexPages.size)
      pages.page(texts.lowerBound / IndexPages.size + page).withUnsafeBytes { text in
        while row < range.count, starts[row] < base + limit {
          guard let hit = text.find(rarest, from: starts[row] - base, to: limit) else {
            row = Self.firstRow(at: base + limit, starts, from: row)
            return
          }
          row = Self.firstRow(at: base + hit + 1, starts, from: row) - 1
          let end = min(starts[row + 1] - base, limit)
          if others.allSatisfy({ text.find($0, from: starts[row] - base, to: end) != nil }) {
            found.append(Int32(range.lowerBound + row))
          }
          row += 1
        }
      }
    }
    return found
  }

  /// Those of some rows, in order, that hold every word.
  package func rows(among rows: [Int32], matching words: [[UInt8]]) -> [Int32] {
    guard let first = rows.first, let last = rows.last else { return [] }
    let starts = textStarts(from: Int(first)..<Int(last) + 1)
    let texts = self[.texts]
    var known = -1
    var bytes: [UInt8] = []
    return rows.filter { row in
      let start = starts[Int(row - first)]
      let page = start / IndexPages.size
      if page != known {
        bytes = pages.page(texts.lowerBound / IndexPages.size + page)
        known = page
      }
      let base = page * IndexPages.size
      let end = min(starts[Int(row - first) + 1] - base, IndexPages.size)
      return bytes.withUnsafeBytes { text in
        words.allSatisfy { text.find($0, from: start - base, to: end) != nil }
      }
    }
  }

  /// Those of some rows, in order, that are wanted, each asked for with its folded texts.
  package func rows(
    among rows: [Int32], where isWanted: (_ row: Int, _ texts: ArraySlice<UInt8>) -> Bool
  ) -> [Int32] {
    guard let first = rows.first, let last = rows.last else { return [] }
    let starts = textStarts(from: Int(first)..<Int(last) + 1)
    let texts = self[.texts]
    var known = -1
    var bytes: [UInt8] = []
    return rows.filter { row in
      let start = starts[Int(row - first)]
      let page = start / IndexPages.size
      if page != known {
        bytes = pages.page(texts.lowerBound / IndexPages.size + page)
        known = page
      }
      let base = page * IndexPages.size
      let end = min(starts[Int(row - first) + 1] - base, IndexPages.size)
      return isWanted(Int(row), bytes[start - base..<end])
    }
  }

  /// Where the texts of rows begin, and where those of the last end.
  private func textStarts(from range: Range<Int>) -> [Int] {
    let start = self[.textStarts].lowerBound
    let upper = min(range.upperBound + 1, rowCount)
    let end = self[.texts].count
    while true {
      let bytes = pages.bytes(in: start + range.lowerBound * 4..<start + upper * 4)
      var starts = (0..<bytes.count / 4).map { Int(bytes.half(at: $0 * 4)) }
      if range.upperBound >= rowCount { starts.append(end) }
      // No row is without text; a search over starts out of order would not end.
      let isRising = zip(starts, starts.dropFirst()).allSatisfy(<)
      if isRising, starts.last ?? 0 <= end { return starts }
      pages.distrust()
    }
  }

  /// The first row, from one on, that begins at a place or after it.
  private static func firstRow(at place: Int, _ starts: [Int], from row: Int) -> Int {
    // A hit is mostly near: steps that double find it sooner than halving everything that is left.
    var low = row
    var step = 1
    while low + step < starts.count, starts[low + step] < place {
      low += step
      step *= 2
    }
    var high = min(low + step, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] >= place { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension UnsafeRawBufferPointer {
  /// Where a word first occurs in a part of the bytes.
  ///
  /// The bounds are checked here, once; the search itself is the C library's, which needs a tenth of
  /// the time of one byte by byte.
  fileprivate func find(_ word: [UInt8], from start: Int, to end: Int) -> Int? {
    guard let base = baseAddress, start >= 0, end <= count, start < end else { return nil }
    return word.withUnsafeBytes { word in
      guard let wanted = word.baseAddress else { return start }
      let place = Int(cfs_find(base + start, end - start, wanted, word.count))
      return place < 0 ? nil : start + place
    }
  }
}
