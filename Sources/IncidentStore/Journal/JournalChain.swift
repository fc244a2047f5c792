// SPDX-License-Identifier: MIT

/// Which line may follow which: the rules that tell a torn line from a broken journal.
///
/// A bad line (half written by a process that died, or damaged) is harmless if the next good one
/// is chained to the last good one before it: then nothing the chain holds is missing.
package struct JournalChain: Hashable, Sendable {
  /// What a line is.
  enum Verdict: Hashable {
    /// The next one.
    case next(JournalLine)
    /// Not whole: torn, if the chain goes on after it.
    case bad
    /// Whole, but not what follows.
    case broken(String)
  }

  /// The last good line.
  package private(set) var seq = 0
  /// Its hash.
  package private(set) var head: LineHash
  /// Bad lines the chain went on after.
  package private(set) var torn = 0
  /// Bad lines since the last good one.
  package private(set) var pending = 0

  /// The chain of a store, before its first line.
  package init(ofStore id: String) { head = LineHash(ofStore: id) }

  /// A chain that goes on after a line known to be good.
  init(after seq: Int, _ hash: LineHash) {
    self.seq = seq
    head = hash
  }

  /// Judges the next line.
  mutating func take(_ bytes: [UInt8], in range: Range<Int>) -> Verdict {
    guard let line = JournalLine(bytes, in: range) else {
      pending += 1
      return .bad
    }
    guard line.previous == head else {
      return .broken(
        seq == 0
          ? "The first line belongs to another store, or lines before it are missing."
          : "It does not follow line \(seq): a line was changed, removed or moved.")
    }
    guard line.seq == seq + 1 else {
      return .broken("It calls itself line \(line.seq), after line \(seq).")
    }
    extend(to: line.seq, line.hash)
    return .next(line)
  }

  /// Goes on to a line known to be good.
  mutating func extend(to seq: Int, _ hash: LineHash) {
    self.seq = seq
    head = hash
    torn += pending
    pending = 0
  }

  /// Forgets bad lines that will be read again.
  mutating func resetPending(to count: Int) { pending = count }
}
