// SPDX-License-Identifier: MIT

package import Incidents

extension QueueIndex {
  private var texts: TextColumn {
    TextColumn(pages: pages, starts: self[.textStarts], texts: self[.texts])
  }
  private var names: TextColumn {
    TextColumn(pages: pages, starts: self[.nameStarts], texts: self[.names])
  }
  private var responses: TextColumn {
    TextColumn(pages: pages, starts: self[.responseStarts], texts: self[.responseTexts])
  }

  /// The rows of a range that hold every word.
  package func rows(in range: Range<Int>, matching words: [[UInt8]]) -> [Int32] {
    texts.numbers(in: range, matching: words)
  }

  /// Those of some rows, in order, that hold every word.
  package func rows(among rows: [Int32], matching words: [[UInt8]]) -> [Int32] {
    texts.numbers(among: rows, matching: words)
  }

  /// Those of some rows, in order, that are wanted, each asked for with its folded texts.
  package func rows(
    among rows: [Int32], where isWanted: (_ row: Int, _ texts: ArraySlice<UInt8>) -> Bool
  ) -> [Int32] {
    texts.numbers(among: rows, where: isWanted)
  }

  /// The numbers a range of rows has in a column.
  package func numbers(_ column: RowColumn, in range: Range<Int>) -> [Int64] {
    let start = self[IndexSection(column)].lowerBound
    let bytes = { [width = column.width] in
      self.pages.bytes(in: start + range.lowerBound * width..<start + range.upperBound * width)
    }
    guard !column.isTime else { return bytes().words }
    let limit: Int64? =
      switch column {
      case .severity: Int64(values.severities.count)
      case .status: Int64(values.statuses.count)
      case .title, .owner, .id: Int64(rowCount)
      default: nil
      }
    while true {
      let numbers = bytes().halves
      guard let limit else { return numbers }
      // What is a place somewhere must be one there.
      if numbers.allSatisfy({ $0 < limit || $0 == RowColumn.none && column.isRank }) {
        return numbers
      }
      pages.distrust()
    }
  }

  /// The severities and statuses there are.
  package var values: RowValues {
    read { reader throws(ImageError) in
      try reader.read()
    } from: {
      self.pages.bytes(in: self[.values])
    }
  }

  /// The rows with a name.
  package func rows(withName name: [UInt8]) -> [Int32] {
    let names = names
    let place = first(of: names.count) { !names.text(at: $0).lexicographicallyPrecedes(name) }
    guard place < names.count, names.text(at: place).starts(with: name) else { return [] }
    return rows(ofNames: [Int32(place)])
  }

  /// The rows with a name of some kinds that holds a word and is meant.
  package func rows(
    _ kinds: ClosedRange<NameKind>, named word: [UInt8],
    where isMeant: ((ArraySlice<UInt8>) -> Bool)?
  ) -> [Int32] {
    let names = names
    let start = first(of: names.count) { names.text(at: $0)[0] >= kinds.lowerBound.mark }
    let end = first(of: names.count) { names.text(at: $0)[0] > kinds.upperBound.mark }
    guard start < end else { return [] }
    let found = names.numbers(in: start..<end, matching: [word])
    guard let isMeant else { return rows(ofNames: found) }
    return rows(
      ofNames: names.numbers(among: found) { _, text in
        isMeant(text.dropFirst().prefix { $0 != QueueRow.textEnd })
      })
  }

  /// The rows of some names, those of each in order.
  private func rows(ofNames names: [Int32]) -> [Int32] {
    guard let first = names.first, let last = names.last else { return [] }
    let starts = self[.nameRowStarts].lowerBound
    let rows = self[.nameRows]
    while true {
      // All between the first name and the last is read at once.
      let bounds = pages.bytes(in: starts + Int(first) * 4..<starts + Int(last) * 4 + 8)
        .places
      if bounds.last ?? 0 <= rows.count / 4, zip(bounds, bounds.dropFirst()).allSatisfy(<=) {
        let start = rows.lowerBound + bounds[0] * 4
        let numbers = pages.bytes(in: start..<rows.lowerBound + (bounds.last ?? 0) * 4).places
        if numbers.allSatisfy({ $0 < rowCount }) {
          var found: [Int32] = []
          for name in names {
            let place = Int(name - first)
            let own = bounds[place] - bounds[0]..<bounds[place + 1] - bounds[0]
            for number in numbers[own] { found.append(Int32(number)) }
          }
          return found
        }
      }
      pages.distrust()
    }
  }

  /// The rows with a response whose texts hold a word and are meant.
  package func rows(
    withResponse word: [UInt8], where isMeant: (ArraySlice<UInt8>) -> Bool
  ) -> [Int32] {
    let responses = responses
    guard responses.count > 0 else { return [] }
    let found = responses.numbers(
      among: responses.numbers(in: 0..<responses.count, matching: [word])
    ) { _, text in isMeant(text) }
    while true {
      let rows = pages.bytes(in: self[.responseRows]).places
      if rows.allSatisfy({ $0 < rowCount }) { return found.map { Int32(rows[Int($0)]) } }
      pages.distrust()
    }
  }
}

extension RowColumn {
  /// Whether it holds ranks, of which a row may have none.
  fileprivate var isRank: Bool {
    switch self {
    case .title, .owner, .id: true
    default: false
    }
  }
}

extension [UInt8] {
  /// The numbers of eight bytes each.
  fileprivate var words: [Int64] {
    (0..<count / 8).map { Int64(bitPattern: word(at: $0 * 8)) }
  }

  /// The numbers of four bytes each.
  fileprivate var places: [Int] { (0..<count / 4).map { Int(half(at: $0 * 4)) } }

  /// The numbers of four bytes each, the highest there can be for none.
  fileprivate var halves: [Int64] {
    (0..<count / 4).map { place in
      let number = half(at: place * 4)
      return number == .max ? RowColumn.none : Int64(number)
    }
  }
}
