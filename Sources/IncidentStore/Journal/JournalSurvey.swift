// SPDX-License-Identifier: MIT

internal import Incidents

/// Everything a broken journal still holds: where it can go on after each break.
///
/// A line that is chained to the last good one goes before all others, wherever it stands; else the
/// first whole line with a higher number is believed again.
struct JournalSurvey {
  /// The most breaks one line can name.
  static let limit = 500

  /// The breaks, in order.
  private(set) var breaks: [ChainBreak] = []
  /// The last line that can be believed.
  private(set) var last: ChainBreak.Line
  /// The end of the journal, where the next line will stand.
  private(set) var end: ChainBreak.Place

  private let sources: JournalBreaks
  private var head: LineHash
  private var place: ChainBreak.Place

  /// Where a whole line stands.
  private struct Candidate {
    var frame: JournalLine
    var start: ChainBreak.Place
    var end: ChainBreak.Place
  }

  /// Looks at what follows the place at which a reader stopped.
  init(after reader: JournalReader) throws(StoreError) {
    sources = JournalBreaks(reader.files, reader.layout, reader.rules)
    head = reader.chain.head
    last = ChainBreak.Line(seq: reader.chain.seq, hash: head.description)
    place = ChainBreak.Place(segment: reader.segment, offset: reader.offset)
    end = place
    if let segment = try sources.segments(from: place.segment).last {
      let path = reader.layout.segment(startingAt: segment)
      guard let status = try reader.files.status(at: path) else {
        throw .broken(path: path, line: 0, reason: "It is gone.")
      }
      end = ChainBreak.Place(segment: segment, offset: status.size)
    }
    while try goOn() {
      guard breaks.count <= Self.limit else {
        throw .tooLarge(reason: "The journal is broken at more than \(Self.limit) places.")
      }
    }
  }

  /// Follows the chain to its next break, and passes over that; `false` at the end.
  private mutating func goOn() throws(StoreError) -> Bool {
    // A copy, because the lines are taken over while it reads them.
    let sources = sources
    var isBroken = false
    var later: Candidate?
    for segment in try sources.segments(from: place.segment) {
      if segment != place.segment {
        // The reader never looks into what begins before the next line.
        guard segment > last.seq else { continue }
        if segment != last.seq + 1 { isBroken = true }
        // A reader that was not stopped before has gone on to it.
        if !isBroken { place = ChainBreak.Place(segment: segment, offset: 0) }
      }
      let offset = segment == place.segment ? place.offset : 0
      var isAnchored = false
      try sources.lines(of: segment, from: offset) { bytes, range, offset throws(StoreError) in
        guard let frame = JournalLine(bytes, in: range) else { return true }
        let found = Candidate(
          frame: frame, start: ChainBreak.Place(segment: segment, offset: offset),
          end: ChainBreak.Place(segment: segment, offset: offset + range.count + 1))
        guard frame.previous == head, frame.seq == last.seq + 1 else {
          isBroken = true
          if later == nil, frame.seq > last.seq { later = found }
          return true
        }
        guard !isBroken else {
          try pass(to: found)
          isAnchored = true
          return false
        }
        take(found)
        return true
      }
      if isAnchored { return true }
    }
    guard isBroken else { return false }
    try pass(to: later)
    return later != nil
  }

  private mutating func take(_ line: Candidate) {
    head = line.frame.hash
    last = ChainBreak.Line(seq: line.frame.seq, hash: head.description)
    place = line.end
  }

  private mutating func pass(to line: Candidate?) throws(StoreError) {
    let stop = line?.start ?? end
    let damage = try sources.damage(from: place, to: stop)
    breaks.append(
      ChainBreak(
        after: last, start: place, end: stop, digest: damage.digest,
        resumed: line.map {
          ChainBreak.Line(seq: $0.frame.seq, hash: $0.frame.hash.description)
        }))
    if let line { take(line) }
  }

  /// The line that names the breaks, and its bytes.
  func anchor(
    on version: Int, at time: Timestamp, by author: Author
  ) -> (entry: JournalEntry, bytes: [UInt8]) {
    let entry = JournalEntry(
      seq: last.seq + 1, at: time, by: author, on: [.chain: version], event: .reanchored(breaks))
    return (entry, entry.line(after: head).bytes)
  }
}
