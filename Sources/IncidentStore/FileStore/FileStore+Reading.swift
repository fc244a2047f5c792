// SPDX-License-Identifier: MIT

public import Incidents
private import Synchronization

extension FileStore {
  /// The journal's lines after a place in its order, oldest first.
  public func entries(after seq: Int) throws(StoreError) -> [JournalEntry] {
    try entries(from: max(0, seq) + 1, through: .max)
  }

  /// The journal's lines from one number through another, oldest first, as far as they are there.
  public func entries(
    from first: Int, through last: Int
  ) throws(StoreError) -> [JournalEntry] {
    try state.withLock { state throws(StoreError) in
      try catchUp(&state)
      let first = max(1, first)
      let last = min(last, state.book.seq)
      guard first <= last else { return [] }
      var found: [JournalEntry] = []
      try lines(from: first, to: last, state) { bytes, range, frame in
        found.append(JournalEntry(bytes, in: range, frame: frame))
      }
      return found
    }
  }

  /// The journal's lines that name an incident or one merged into it, oldest first.
  public func history(of id: IncidentID) throws(StoreError) -> [JournalEntry] {
    try state.withLock { state throws(StoreError) in
      try catchUp(&state)
      var found: [Int: JournalEntry] = [:]
      for id in [id] + state.book.sources(of: id) {
        var seq = state.book.case(id)?.version ?? 0
        while seq > 0 {
          if found[seq] == nil {
            try lines(from: seq, to: seq, state) { bytes, range, frame in
              found[seq] = JournalEntry(bytes, in: range, frame: frame)
            }
          }
          // Always backwards, whatever a line may claim.
          guard let entry = found[seq] else { break }
          seq = min(state.index.previous(of: entry, naming: id), seq - 1)
        }
      }
      return found.values.sorted { $0.seq < $1.seq }
    }
  }

  /// Reads lines known to be good once more.
  func lines(
    from first: Int, to last: Int, _ state: State,
    _ each: ([UInt8], Range<Int>, JournalLine) -> Void
  ) throws(StoreError) {
    guard let mark = state.index.mark(before: first) else { return }
    var next = mark.seq
    var place = mark.place
    segments: while next <= last {
      let path = layout.segment(startingAt: place.segment)
      let file = try files.open(path, .read, by: rules)
      defer { files.close(file) }
      var reader = LineReader(file, from: place.offset, files)
      while next <= last, let line = try reader.next() {
        guard line.isTerminated, let frame = JournalLine(reader.buffer, in: line.range),
          frame.seq == next
        else { continue }
        if next >= first { each(reader.buffer, line.range, frame) }
        next += 1
        if let goingOn = state.index.goingOn(after: next - 1) {
          (next, place) = goingOn
          continue segments
        }
      }
      guard next <= last else { return }
      guard next > place.segment else {
        throw .broken(path: path, line: 0, reason: "Line \(next) is no longer there.")
      }
      place = LinePlace(segment: next, offset: 0)
    }
  }
}
