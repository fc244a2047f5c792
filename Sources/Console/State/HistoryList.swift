// SPDX-License-Identifier: MIT

public import Cells
public import Incidents

/// Which lines of the journal are wanted, and before which.
public struct HistoryQuery: Hashable, Sendable {
  /// Whose lines.
  public enum Who: CaseIterable, Hashable, Sendable {
    /// What people did.
    case people
    /// What this person did.
    case me
    /// Everything, what Defender said included.
    case all
  }

  /// The line before which they are wanted.
  public var before: Int
  /// Whose.
  public var who: Who
  /// The only incident they are wanted about; `nil` for any.
  public var incident: IncidentID?
  /// Who asks.
  public var author: Author
  /// What they must answer; `nil` for all.
  public var filter: JournalFilter?

  /// Whether a line is wanted, wherever it stands.
  public func wants(_ entry: JournalEntry) -> Bool {
    switch who {
    case .people: if entry.event.isObservation { return false }
    case .me: if entry.event.isObservation || entry.by != author { return false }
    case .all: break
    }
    return filter?.matches(entry, texts: entry.searchTexts) ?? true
  }
}

/// Some of the lines that were asked for.
public struct HistoryPage: Hashable, Sendable {
  /// The lines, newest first.
  public var entries: [JournalEntry]
  /// The line before which there may be more; `nil` if there is none.
  public var next: Int?

  /// Makes a page.
  public init(entries: [JournalEntry], next: Int?) {
    self.entries = entries
    self.next = next
  }
}

/// The journal on the screen: as much of it as was asked for, newest first.
public struct HistoryList: Hashable, Sendable {
  /// What is asked for next.
  public internal(set) var query: HistoryQuery
  /// The lines so far, newest first.
  public internal(set) var entries: [JournalEntry] = []
  /// Whether there may be more.
  public internal(set) var hasMore = true
  /// Whether more are being read.
  public internal(set) var isReading = true
  /// The selected line's number.
  public internal(set) var selection: Int?
  /// The place of the first line on screen.
  public internal(set) var top = 0

  /// The filter as it was typed; empty if none was.
  public internal(set) var text = ""
  /// What is being typed to filter by, if anything.
  public internal(set) var field: TextField?

  init(_ query: HistoryQuery) { self.query = query }

  /// The place of the selected line.
  var place: Int {
    guard let selection else { return 0 }
    // Newest first, so the numbers fall.
    let place = entries.partitioningIndex { $0 <= selection }
    return min(place, max(0, entries.count - 1))
  }

  /// The selected line.
  var selected: JournalEntry? { entries.isEmpty ? nil : entries[place] }

  /// Takes new lines over at the top; what is selected stays so.
  mutating func add(_ new: [JournalEntry]) {
    let wanted = new.filter { entry in
      query.wants(entry) && query.incident.map { entry.incidents.contains($0) } ?? true
    }
    guard !wanted.isEmpty else { return }
    if top > 0 { top += wanted.count }
    entries.insert(contentsOf: wanted.reversed(), at: 0)
  }
}

extension JournalEntry {
  /// The texts words are looked for in.
  fileprivate var searchTexts: [String] {
    [event.kind, by.title, phrase()] + on.keys.map(\.text)
  }
}

extension [JournalEntry] {
  /// The first place whose number is so, where all after it are.
  fileprivate func partitioningIndex(_ isBehind: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle].seq) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
