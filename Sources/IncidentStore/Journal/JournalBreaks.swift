// SPDX-License-Identifier: MIT

private import Crypto
internal import Incidents

/// Looks for what a broken journal holds beyond its breaks.
struct JournalBreaks {
  let files: any FileSystem
  let layout: StoreLayout
  let rules: OpeningRules

  init(_ files: any FileSystem, _ layout: StoreLayout, _ rules: OpeningRules) {
    self.files = files
    self.layout = layout
    self.rules = rules
  }

  /// The first lines of the segments there are, by their names, in order.
  func segments(from first: Int) throws(StoreError) -> [Int] {
    try files.names(in: layout.journal).compactMap(StoreLayout.firstSeq(ofSegment:))
      .filter { $0 >= first }.sorted()
  }

  /// The newest word of somebody on the break after a line.
  func anchored(
    after last: ChainBreak.Line, at start: ChainBreak.Place
  ) throws(StoreError) -> ChainBreak? {
    var newest: ChainBreak?
    for segment in try segments(from: start.segment) {
      let offset = segment == start.segment ? start.offset : 0
      try lines(of: segment, from: offset) { bytes, range, _ in
        guard Self.isAnchor(bytes, range), let frame = JournalLine(bytes, in: range),
          case .reanchored(let breaks) = JournalEntry(bytes, in: range, frame: frame).event
        else { return true }
        newest = breaks.last { $0.after == last && $0.start == start } ?? newest
        return true
      }
    }
    // A break that ends before it starts would be passed over for ever.
    guard let newest,
      newest.end.segment > start.segment || newest.end.offset > start.offset
        || newest.resumed.map({ $0.seq > last.seq }) == true
    else { return nil }
    return newest
  }

  /// The hash of a stretch of the journal, and how many line feeds its last segment has in it.
  func damage(
    from start: ChainBreak.Place, to end: ChainBreak.Place
  ) throws(StoreError) -> (digest: String, lines: Int) {
    var hash = SHA256()
    var lines = 0
    for segment in try segments(from: start.segment) where segment <= end.segment {
      let file = try files.open(layout.segment(startingAt: segment), .read, by: rules)
      defer { files.close(file) }
      var offset = segment == start.segment ? start.offset : 0
      let limit = segment == end.segment ? end.offset : Int.max
      lines = 0
      while offset < limit {
        let bytes = try files.read(file, at: offset, count: min(1 << 20, limit - offset))
        guard !bytes.isEmpty else { break }
        bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
        lines += bytes.count { $0 == 0x0A }
        offset += bytes.count
      }
    }
    return (hexadecimal(hash.finalize()), lines)
  }

  /// Hands over every line of a segment until the body has enough.
  func lines(
    of segment: Int, from offset: Int,
    _ body: ([UInt8], Range<Int>, Int) throws(StoreError) -> Bool
  ) throws(StoreError) {
    let file = try files.open(layout.segment(startingAt: segment), .read, by: rules)
    defer { files.close(file) }
    var reader = LineReader(file, from: offset, files)
    while let line = try reader.next() {
      guard line.isTerminated else { return }
      guard try body(reader.buffer, line.range, line.offset) else { return }
    }
  }

  private static let kind = Array(#","kind":""#.utf8)
  private static let anchor = Array(#","kind":"chain.reanchored""#.utf8)

  /// Whether a line's kind is the one looked for, told without reading it as JSON.
  private static func isAnchor(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var place = range.lowerBound
      let end = min(range.upperBound, place + 2048) - anchor.count
      while place < end {
        if bytes[place] == 0x2C, bytes[place...].starts(with: kind) {
          return bytes[place...].starts(with: anchor)
        }
        place += 1
      }
      return false
    }
  }
}
