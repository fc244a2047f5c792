// SPDX-License-Identifier: MIT

private import Incidents
private import Synchronization

/// A line of the journal and its hash: whoever holds it can tell whether anything before it was
/// changed, removed or reordered.
public struct JournalHead: Hashable, Sendable {
  /// The line.
  public var seq: Int
  /// Its hash, 43 characters of base64url.
  public var hash: String

  /// Makes a head.
  public init(seq: Int, hash: String) {
    self.seq = seq
    self.hash = hash
  }

  init(_ chain: JournalChain) { self.init(seq: chain.seq, hash: chain.head.description) }
}

extension FileStore {
  /// The last line read.
  public var head: JournalHead { state.withLock { JournalHead($0.journal.chain) } }

  /// The newest line this process itself flushed, and so knows to be on the disk; `nil` if none.
  ///
  /// Only this may be remembered: a line merely read can still be lost with the power.
  public var durableHead: JournalHead? { state.withLock { $0.durable } }

  /// Throws unless the journal holds a line seen before.
  func check(_ remembered: JournalHead, _ state: State) throws(StoreError) {
    guard remembered.seq > 0 else { return }
    guard remembered.seq <= state.book.seq else {
      throw .broken(
        path: layout.journal, line: 0,
        reason: "It ends at line \(state.book.seq), but line \(remembered.seq) was seen before: "
          + "it was cut, or replaced by an older copy.")
    }
    var hash = ""
    try lines(from: remembered.seq, to: remembered.seq, state) { _, _, frame in
      hash = frame.hash.description
    }
    guard hash == remembered.hash else {
      throw .broken(
        path: layout.journal, line: 0,
        reason: "Line \(remembered.seq) is not the one seen before: the journal was replaced.")
    }
  }
}
