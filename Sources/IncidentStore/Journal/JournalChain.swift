// SPDX-License-Identifier: MIT

internal import Incidents

/// Which line may follow which: the rules that tell a torn line from a broken journal.
///
/// A bad line (half written by a process that died, or damaged) is harmless if the next good one
/// is chained to the last good one before it: then nothing the chain holds is missing.
///
/// Lines written together are flushed together, and a loss of power before that may take the first
/// and leave the last. Whole lines after a bad one are therefore no break if they say that they
/// were written with what is missing: nobody was told that any of them is saved.
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
  /// Good lines taken over.
  package private(set) var count = 0
  /// The line that must come next, whatever it is chained to, after a break somebody anchored.
  private var resumed: ChainBreak.Line?
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
    if let resumed {
      guard line.seq == resumed.seq, line.hash.description == resumed.hash else {
        return .broken("It is not line \(resumed.seq), with which the journal was to go on.")
      }
      extend(to: line.seq, line.hash)
      return .next(line)
    }
    guard line.previous == head else {
      if pending > 0, line.seq > seq + 1, line.first <= seq + 1 {
        pending += 1
        return .bad
      }
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
    count += 1
    resumed = nil
    torn += pending
    pending = 0
  }

  /// Goes on after a break somebody anchored; what was damaged is told as that, not as torn.
  mutating func pass(_ item: ChainBreak) {
    resumed = item.resumed
    pending = 0
  }

  /// Forgets bad lines that will be read again.
  mutating func resetPending(to count: Int) { pending = count }
}
