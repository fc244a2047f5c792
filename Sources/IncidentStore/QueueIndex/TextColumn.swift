// SPDX-License-Identifier: MIT

private import CFileSystem

/// Texts of an index, one after another, none across the end of a page, and where each begins.
struct TextColumn {
  let pages: IndexPages
  /// The bytes of the places where texts begin, four to a text.
  let starts: Range<Int>
  /// The bytes of the texts.
  let texts: Range<Int>

  /// How many texts there are.
  var count: Int { starts.count / 4 }

  /// The texts of a range that hold every word.
  func numbers(in range: Range<Int>, matching words: [[UInt8]]) -> [Int32] {
    guard !range.isEmpty, let rarest = words.max(by: { $0.count < $1.count }) else { return [] }
    let starts = places(of: range)
    let others = words.filter { $0 != rarest }
    var found: [Int32] = []
    var text = 0
    while text < range.count {
      // One page after the other: no text crosses the end of one.
      let page = starts[text] / IndexPages.size
      let base = page * IndexPages.size
      let limit = min(starts[range.count] - base, IndexPages.size)
      pages.page(texts.lowerBound / IndexPages.size + page).withUnsafeBytes { bytes in
        while text < range.count, starts[text] < base + limit {
          guard let hit = bytes.find(rarest, from: starts[text] - base, to: limit) else {
            text = Self.first(at: base + limit, starts, from: text)
            return
          }
          text = Self.first(at: base + hit + 1, starts, from: text) - 1
          let end = min(starts[text + 1] - base, limit)
          if others.allSatisfy({ bytes.find($0, from: starts[text] - base, to: end) != nil }) {
            found.append(Int32(range.lowerBound + text))
          }
          text += 1
        }
      }
    }
    return found
  }

  /// Those of some texts, in order, that hold every word.
  func numbers(among numbers: [Int32], matching words: [[UInt8]]) -> [Int32] {
    filter(numbers) { bytes, range in
      bytes.withUnsafeBytes { bytes in
        words.allSatisfy {
          bytes.find($0, from: range.lowerBound, to: range.upperBound) != nil
        }
      }
    }
  }

  /// Those of some texts, in order, that are wanted.
  func numbers(
    among numbers: [Int32], where isWanted: (_ number: Int, _ text: ArraySlice<UInt8>) -> Bool
  ) -> [Int32] {
    var place = 0
    return filter(numbers) { bytes, range in
      defer { place += 1 }
      return isWanted(Int(numbers[place]), bytes[range])
    }
  }

  /// Those of some texts, in order, that are wanted by their place in a page.
  private func filter(
    _ numbers: [Int32], _ isWanted: (_ page: [UInt8], _ range: Range<Int>) -> Bool
  ) -> [Int32] {
    guard let first = numbers.first, let last = numbers.last else { return [] }
    let starts = places(of: Int(first)..<Int(last) + 1)
    var known = -1
    var bytes: [UInt8] = []
    return numbers.filter { number in
      let start = starts[Int(number - first)]
      let page = start / IndexPages.size
      if page != known {
        bytes = pages.page(texts.lowerBound / IndexPages.size + page)
        known = page
      }
      let base = page * IndexPages.size
      let end = min(starts[Int(number - first) + 1] - base, IndexPages.size)
      return isWanted(bytes, start - base..<end)
    }
  }

  /// A text; what fills the page behind it may be part of it.
  func text(at number: Int) -> [UInt8] {
    let starts = places(of: number..<number + 1)
    let base = starts[0] / IndexPages.size * IndexPages.size
    let end = min(starts[1], base + IndexPages.size)
    return pages.bytes(in: texts.lowerBound + starts[0]..<texts.lowerBound + end)
  }

  /// Where some texts begin, and where the last of them ends.
  private func places(of range: Range<Int>) -> [Int] {
    let upper = min(range.upperBound + 1, count)
    while true {
      let bytes = pages.bytes(
        in: starts.lowerBound + range.lowerBound * 4..<starts.lowerBound + upper * 4)
      var places = (0..<bytes.count / 4).map { Int(bytes.half(at: $0 * 4)) }
      if range.upperBound >= count { places.append(texts.count) }
      // No text is empty; a search over places out of order would not end.
      let isRising = zip(places, places.dropFirst()).allSatisfy(<)
      if isRising, places.last ?? 0 <= texts.count { return places }
      pages.distrust()
    }
  }

  /// The first text, from one on, that begins at a place or after it.
  private static func first(at place: Int, _ starts: [Int], from text: Int) -> Int {
    // A hit is mostly near: steps that double find it sooner than halving everything that is left.
    var low = text
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
