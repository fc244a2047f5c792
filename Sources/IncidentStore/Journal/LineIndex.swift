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
/// line naming it; so the journal itself is the list, and only the exceptions are kept.
struct LineIndex: Sendable {
  private static let stride = 32
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

  /// Takes over the next line; `previous` gives the line that named an incident before.
  mutating func note(
    _ entry: JournalEntry, at place: LinePlace, isAfterBreak: Bool = false,
    previous: (IncidentID) -> Int
  ) {
    if isAfterBreak { breaks[last] = (entry.seq, place) }
    last = entry.seq
    // A mark of a line that is missing is that of the next one there is.
    while marks.count * Self.stride < entry.seq { marks.append(Mark(seq: entry.seq, place: place)) }
    for (subject, version) in entry.on {
      guard let id = subject.incident else { continue }
      let before = previous(id)
      if before != version { exceptions[Key(id: id, seq: entry.seq)] = before }
    }
  }

  /// The nearest line at or before one of which the place is known.
  func mark(before seq: Int) -> (seq: Int, place: LinePlace)? {
    let index = min((seq - 1) / Self.stride, marks.count - 1)
    guard seq > 0, index >= 0 else { return nil }
    // In a gap, the mark may be a line after the one asked for: then the one before it will do.
    let mark = marks[index].seq > seq && index > 0 ? marks[index - 1] : marks[index]
    return (mark.seq, mark.place)
  }

  /// Where the journal goes on after a line, if a break was passed over there.
  func goingOn(after seq: Int) -> (seq: Int, place: LinePlace)? { breaks[seq] }

  /// The line before an entry that names the same incident, 0 if none.
  func previous(of entry: JournalEntry, naming id: IncidentID) -> Int {
    exceptions[Key(id: id, seq: entry.seq)] ?? entry.on[Subject(id)] ?? 0
  }
}
