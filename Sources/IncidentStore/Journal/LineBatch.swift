// SPDX-License-Identifier: MIT

private import Dispatch
internal import Incidents
private import Synchronization

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
    guard taken.count >= 2 * Self.share else {
      for line in taken { each(line, line.entry) }
      return
    }
    let parts = (taken.count + Self.share - 1) / Self.share
    let made = Mutex([[JournalEntry]](repeating: [], count: parts))
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      let entries = taken[part * Self.share..<min(taken.count, (part + 1) * Self.share)]
        .map(\.entry)
      made.withLock { $0[part] = entries }
    }
    for (line, entry) in zip(taken, made.withLock { $0.joined() }) { each(line, entry) }
  }
}

extension JournalReader.Found {
  fileprivate var entry: JournalEntry { JournalEntry(bytes, in: range, frame: frame) }
}
