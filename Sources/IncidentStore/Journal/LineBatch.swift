// SPDX-License-Identifier: MIT

internal import Incidents

/// Good lines that were read and not yet made out, which is most of the work of folding.
///
/// Many are made out on all cores at once; few are not worth it.
struct LineBatch {
  /// How many lines are kept before they must be taken.
  static let limit = 2000
  /// How many lines are worth another core.
  private static let share = 250

  private var lines: [JournalReader.Found] = []

  /// Whether no more lines should be added.
  var isFull: Bool { lines.count >= Self.limit }

  /// Keeps a line.
  mutating func add(_ line: JournalReader.Found) { lines.append(line) }

  /// Makes the lines out, in order, and forgets them.
  mutating func take(_ each: (JournalReader.Found, JournalEntry) -> Void) {
    let taken = lines
    lines.removeAll(keepingCapacity: true)
    let made = onAllCores(taken.count, share: Self.share) { taken[$0].map(\.entry) }
    for (line, entry) in zip(taken, made.joined()) { each(line, entry) }
  }
}

extension JournalReader.Found {
  fileprivate var entry: JournalEntry { JournalEntry(bytes, in: range, frame: frame) }
}
