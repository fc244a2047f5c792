// SPDX-License-Identifier: MIT

internal import Incidents

/// Where a line is.
struct LinePlace: Hashable, Sendable {
  /// The first line of its segment.
  var segment: Int
  /// Its first byte in the segment.
  var offset: Int
}

/// Finds lines again: the place of every 32nd, and the way from each to the one before that names
/// the same incident.
///
/// A line names the version of each incident its author saw, which nearly always is the previous
/// line naming it; so the journal itself is the list, and only the exceptions are kept. What is in
/// the queue's index already stays there.
struct LineIndex: Sendable {
  private static let stride = 32
  private let base: QueueIndex?
  private var marks: [Mark] = []
  private var exceptions: [Key: Int] = [:]
  /// Where the journal goes on after a break, by the line before it.
  private var breaks: [Int: (seq: Int, place: LinePlace)] = [:]
  /// The last line taken over.
  private var last = 0

  private struct Mark: Hashable {
    var seq: Int
    var place: LinePlace
  }

  private struct Key: Hashable {
    var id: IncidentID
    var seq: Int
  }

  /// A line that names an incident whose last line is not the one its author saw.
  struct Exception: Hashable {
    var seq: Int
    var id: IncidentID
    /// The line that named the incident before.
    var before: Int
  }

  /// Begins with the lines in an index, or with none.
  init(_ base: QueueIndex? = nil) { self.base = base }

  /// Takes over the next line; `previous` gives the line that named an incident before.
  mutating func note(
    _ entry: JournalEntry, at place: LinePlace, isAfterBreak: Bool = false,
    previous: (IncidentID) -> Int
  ) {
    if isAfterBreak { breaks[last] = (entry.seq, place) }
    last = entry.seq
    // Where lines are missing, marks are, too: after a break any number may come next.
    if (entry.seq - 1) / Self.stride >= nextMark {
      marks.append(Mark(seq: entry.seq, place: place))
    }
    for (subject, version) in entry.on {
      guard let id = subject.incident else { continue }
      let before = previous(id)
      if before != version { exceptions[Key(id: id, seq: entry.seq)] = before }
    }
  }

  private var baseMarks: Int { ((base?.seq ?? 0) + Self.stride - 1) / Self.stride }

  /// Which mark comes next, if no line is missing.
  private var nextMark: Int {
    marks.last.map { ($0.seq - 1) / Self.stride + 1 } ?? baseMarks
  }

  /// Whether a break was passed over: then lines are missing, which an index cannot tell.
  var hasBreaks: Bool { !breaks.isEmpty }

  /// The nearest line at or before one of which the place is known.
  func mark(before seq: Int) -> (seq: Int, place: LinePlace)? {
    guard seq > 0 else { return nil }
    let behind = first(of: marks.count) { marks[$0].seq > seq }
    if behind > 0 { return (marks[behind - 1].seq, marks[behind - 1].place) }
    guard let base, baseMarks > 0 else { return marks.first.map { ($0.seq, $0.place) } }
    let known = min((seq - 1) / Self.stride, baseMarks - 1)
    return (known * Self.stride + 1, base.mark(at: known))
  }

  /// How many marks it keeps itself.
  var markCount: Int { marks.count }

  /// Where the journal goes on after a line, if a break was passed over there.
  func goingOn(after seq: Int) -> (seq: Int, place: LinePlace)? { breaks[seq] }

  /// The line before an entry that names the same incident, 0 if none.
  func previous(of entry: JournalEntry, naming id: IncidentID) -> Int {
    exceptions[Key(id: id, seq: entry.seq)] ?? base?.exception(to: entry.seq, naming: id)
      ?? entry.on[Subject(id)] ?? 0
  }

  /// Every mark, in order.
  var allMarks: [LinePlace] {
    (0..<baseMarks).compactMap { base?.mark(at: $0) } + marks.map(\.place)
  }

  /// Every exception, in order.
  var allExceptions: [Exception] {
    let new = exceptions.map { Exception(seq: $0.key.seq, id: $0.key.id, before: $0.value) }
    let old = (0..<(base?.exceptionCount ?? 0)).compactMap { base?.exception(at: $0) }
    return old + new.sorted { ($0.seq, $0.id.text) < ($1.seq, $1.id.text) }
  }
}

extension QueueIndex {
  /// The line that named an incident before one, if that is not what the line says.
  fileprivate func exception(to seq: Int, naming id: IncidentID) -> Int? {
    var place = first(of: exceptionCount) { exceptionSeq(at: $0) >= seq }
    while place < exceptionCount, exceptionSeq(at: place) == seq {
      let found = exception(at: place)
      if found.id == id { return found.before }
      place += 1
    }
    return nil
  }
}
