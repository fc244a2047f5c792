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
struct LineIndex: Hashable, Sendable {
  private static let stride = 32
  private var marks: [LinePlace] = []
  private var exceptions: [Key: Int] = [:]

  private struct Key: Hashable {
    var id: IncidentID
    var seq: Int
  }

  /// Takes over the next line; `previous` gives the line that named an incident before.
  mutating func note(
    _ entry: JournalEntry, at place: LinePlace, previous: (IncidentID) -> Int
  ) {
    if entry.seq % Self.stride == 1 { marks.append(place) }
    for (subject, version) in entry.on {
      guard let id = subject.incident else { continue }
      let before = previous(id)
      if before != version { exceptions[Key(id: id, seq: entry.seq)] = before }
    }
  }

  /// The nearest line at or before one of which the place is known.
  func mark(before seq: Int) -> (seq: Int, place: LinePlace)? {
    let index = min((seq - 1) / Self.stride, marks.count - 1)
    return seq < 1 || index < 0 ? nil : (index * Self.stride + 1, marks[index])
  }

  /// The line before an entry that names the same incident, 0 if none.
  func previous(of entry: JournalEntry, naming id: IncidentID) -> Int {
    exceptions[Key(id: id, seq: entry.seq)] ?? entry.on[Subject(id)] ?? 0
  }
}
