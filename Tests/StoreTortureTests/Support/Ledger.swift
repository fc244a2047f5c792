// SPDX-License-Identifier: MIT

import Incidents

@testable import IncidentStore

/// Compares what writers were told is saved with what the journal holds.
struct Ledger {
  private(set) var acknowledged = 0
  private(set) var refused = 0
  private(set) var lost: [String] = []
  private(set) var torn = 0

  /// Checks one store at its end, by what its writers said.
  mutating func settle(_ store: FileStore, _ sayings: [(name: String, lines: [String])]) throws {
    let entries = try store.entries(after: 0)
    guard entries.map(\.seq) == Array(1..<entries.count + 1) else {
      throw Complaint("the order has gaps or duplicates")
    }
    let found = try store.verify()
    guard found.state == .sound, found.lines == entries.count else {
      throw Complaint("the journal is \(found.state)")
    }
    guard found.damagedDocuments.isEmpty else {
      throw Complaint("documents and lines disagree: \(found.damagedDocuments)")
    }
    torn += found.torn
    for (name, lines) in sayings { try settle(name, lines, entries) }
    try replay(entries)
  }

  private mutating func settle(
    _ name: String, _ lines: [String], _ entries: [JournalEntry]
  ) throws {
    var last = 0
    for line in lines {
      let words = line.split(separator: " ").map(String.init)
      switch words[0] {
      case "A", "B":
        guard words.count >= 3, let seq = Int(words[1]) else { throw Complaint("said \(line)") }
        acknowledged += 1
        guard seq > last else { throw Complaint("\(name) went back from \(last) to \(seq)") }
        last = seq
        guard seq <= entries.count, says(entries[seq - 1], "\(name)/\(words[2])", name) else {
          lost.append("\(name): \(line)")
          continue
        }
        let count = entries[seq - 1].incidents.count
        guard count == (words[0] == "B" ? 40 : 1) else {
          throw Complaint("\(line) is there for \(count) incidents")
        }
        if words.count == 4, let seen = Int(words[3]) {
          try checkUpdate(entries[seq - 1], seen: seen, entries)
        }
      case "I":
        acknowledged += 1
        let title = "\(name)/\(words[1]) "
        let isThere = entries.contains { entry in
          guard case .observed(let observation) = entry.event, entry.by.name == name else {
            return false
          }
          return observation.title?.new.hasPrefix(title) == true
        }
        if !isThere { lost.append("\(name): \(line)") }
      case "R": refused += 1
      case "F": throw Complaint("\(name) failed: \(line)")
      default: break
      }
    }
  }

  /// Who took an incident over, having seen a line, must be the first who did after that line.
  private func checkUpdate(
    _ entry: JournalEntry, seen: Int, _ entries: [JournalEntry]
  ) throws {
    for other in entries[seen..<entry.seq - 1] where other.incidents == entry.incidents {
      guard case .assigned = other.event else { continue }
      throw Complaint("line \(entry.seq) overwrote line \(other.seq), having seen \(seen)")
    }
  }

  private func says(_ entry: JournalEntry, _ text: String, _ name: String) -> Bool {
    guard entry.by.name == name else { return false }
    switch entry.event {
    case .commented(text): return true
    case .assigned(text): return true
    default: return false
    }
  }

  /// The model: folding the lines one by one, every line must have been lawful where it stands.
  private func replay(_ entries: [JournalEntry]) throws {
    var book = CaseBook()
    for entry in entries {
      for (subject, version) in entry.on {
        guard let id = subject.incident else { continue }
        let now = book.cases[id]?.version ?? 0
        guard version == now else {
          throw Complaint("line \(entry.seq) was written over \(version) of \(id), not \(now)")
        }
      }
      book.apply(entry)
    }
  }

  /// The figures.
  func figures(_ kills: Int) -> String {
    "kills \(kills), acknowledged \(acknowledged), refused \(refused), lost \(lost.count), "
      + "torn \(torn)"
  }
}
