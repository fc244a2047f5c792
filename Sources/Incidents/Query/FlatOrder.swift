// SPDX-License-Identifier: MIT

/// Puts places in order by numbers, in a few passes over flat memory instead of by comparing.
enum FlatOrder {
  /// The bits that one pass puts in order.
  private static let digit = 11

  /// The places of some numbers in order of these, equal ones as they stand; what is
  /// ``RowColumn/none`` comes last.
  static func places(inOrderOf numbers: [Int64]) -> [Int32] {
    guard let (packed, shift, width) = packed(numbers) else {
      return numbers.indices.sorted {
        numbers[$0] == numbers[$1] ? $0 < $1 : numbers[$0] < numbers[$1]
      }.map { Int32($0) }
    }
    let mask: UInt64 = (1 << UInt64(shift)) - 1
    return sorted(packed, above: shift, width).map { Int32($0 & mask) }
  }

  /// Each number, counted from the least, with its place below it in one word; `nil` where they do
  /// not fit.
  private static func packed(_ numbers: [Int64]) -> (words: [UInt64], shift: Int, width: Int)? {
    var (least, most) = (Int64.max, Int64.min)
    for number in numbers where number != RowColumn.none {
      least = min(least, number)
      most = max(most, number)
    }
    guard least <= most else { return (numbers.indices.map { UInt64($0) }, 63, 0) }
    let (span, isTooWide) = most.subtractingReportingOverflow(least)
    let shift = 64 - numbers.count.leadingZeroBitCount
    // One more than the most stands for none.
    let width = 64 - (span &+ 1).leadingZeroBitCount
    guard !isTooWide, span < .max, shift + width <= 64 else { return nil }
    var words: [UInt64] = []
    words.reserveCapacity(numbers.count)
    for place in numbers.indices {
      let number = numbers[place]
      let rank = UInt64(number == RowColumn.none ? span + 1 : number - least)
      words.append(rank << UInt64(shift) | UInt64(place))
    }
    return (words, shift, width)
  }

  /// Words in order by some of their bits, equal ones as they stand.
  private static func sorted(_ words: [UInt64], above low: Int, _ width: Int) -> [UInt64] {
    var words = words
    var others = Array(repeating: UInt64(0), count: words.count)
    let mask = 1 << digit - 1
    for shift in stride(from: low, to: low + width, by: digit) {
      var starts = Array(repeating: 0, count: 1 << digit)
      for word in words { starts[Int(truncatingIfNeeded: word >> UInt64(shift)) & mask] += 1 }
      var sum = 0
      for place in starts.indices {
        let count = starts[place]
        starts[place] = sum
        sum += count
      }
      for word in words {
        let place = Int(truncatingIfNeeded: word >> UInt64(shift)) & mask
        others[starts[place]] = word
        starts[place] += 1
      }
      swap(&words, &others)
    }
    return words
  }
}
