// SPDX-License-Identifier: MIT

/// Some of an archive's rows, out of a range of them, a bit each.
struct RowSet: Hashable {
  /// The rows it may hold.
  let range: Range<Int>
  private var bits: [UInt64]

  /// None of the rows of a range, or all.
  init(of range: Range<Int>, isFull: Bool = false) {
    self.range = range
    bits = Array(repeating: isFull ? .max : 0, count: (range.count + 63) / 64)
    clearRest()
  }

  /// Those of some rows that are in a range.
  init(of range: Range<Int>, _ rows: some Sequence<Int32>) {
    self.init(of: range)
    for row in rows { insert(Int(row)) }
  }

  /// Those rows of a range whose numbers, in order, are wanted.
  init(of range: Range<Int>, _ numbers: [Int64], where isWanted: (Int64) -> Bool) {
    self.init(of: range)
    for word in bits.indices {
      let start = word * 64
      var found: UInt64 = 0
      for place in start..<min(start + 64, numbers.count) where isWanted(numbers[place]) {
        found |= 1 << UInt64(place - start)
      }
      bits[word] = found
    }
  }

  /// How many it holds.
  var count: Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// The rows, in order.
  var rows: [Int32] {
    var rows: [Int32] = []
    rows.reserveCapacity(count)
    for word in bits.indices {
      var rest = bits[word]
      while rest != 0 {
        rows.append(Int32(range.lowerBound + word * 64 + rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
    return rows
  }

  /// Takes a row in; one out of range is left out.
  mutating func insert(_ row: Int) {
    guard range.contains(row) else { return }
    let place = row - range.lowerBound
    bits[place / 64] |= 1 << UInt64(place % 64)
  }

  /// Takes in the rows of a range, as far as they are in its own.
  mutating func insert(_ rows: Range<Int>) {
    for row in rows.clamped(to: range) { insert(row) }
  }

  /// Takes in what another of the same range holds.
  mutating func formUnion(_ other: RowSet) {
    for word in bits.indices { bits[word] |= other.bits[word] }
  }

  /// Keeps what another of the same range holds, too.
  mutating func formIntersection(_ other: RowSet) {
    for word in bits.indices { bits[word] &= other.bits[word] }
  }

  /// Takes out what another of the same range holds.
  mutating func subtract(_ other: RowSet) {
    for word in bits.indices { bits[word] &= ~other.bits[word] }
  }

  private mutating func clearRest() {
    let rest = range.count % 64
    if rest > 0, let last = bits.indices.last { bits[last] &= (1 << UInt64(rest)) - 1 }
  }
}
