// SPDX-License-Identifier: MIT

/// A stretch of the journal that was damaged, removed or reordered, and where it goes on.
///
/// No line is changed to mend it: a later line names the stretch and the hash of its bytes, so that
/// it is passed over exactly as somebody saw it.
public struct ChainBreak: Hashable, Sendable {
  /// A byte of the journal.
  public struct Place: Hashable, Sendable {
    /// The first line of the segment.
    public var segment: Int
    /// The byte in the segment, from 0.
    public var offset: Int

    /// Makes a place.
    public init(segment: Int, offset: Int) {
      self.segment = segment
      self.offset = offset
    }
  }

  /// A line and its hash.
  public struct Line: Hashable, Sendable {
    /// The line.
    public var seq: Int
    /// Its hash, 43 characters of base64url.
    public var hash: String

    /// Makes a line.
    public init(seq: Int, hash: String) {
      self.seq = seq
      self.hash = hash
    }
  }

  /// The last good line before; line 0 is the store itself.
  public var after: Line
  /// The first damaged byte.
  public var start: Place
  /// The byte after the last.
  public var end: Place
  /// SHA-256 of the damaged bytes, 64 hexadecimal digits.
  public var digest: String
  /// The first line believed again; `nil` if that is the line that names the break.
  public var resumed: Line?

  /// Makes a break.
  public init(after: Line, start: Place, end: Place, digest: String, resumed: Line?) {
    self.after = after
    self.start = start
    self.end = end
    self.digest = digest
    self.resumed = resumed
  }
}

/// That somebody accepts a store that no longer holds what they remember: a restored backup.
public struct HeadAcceptance: Hashable, Sendable {
  /// The line remembered and no longer there; `nil` if only the store was another.
  public var remembered: ChainBreak.Line?
  /// The id of the store that was there before; `nil` if it is the same one.
  public var formerStore: String?

  /// Makes an acceptance.
  public init(remembered: ChainBreak.Line?, formerStore: String? = nil) {
    self.remembered = remembered
    self.formerStore = formerStore
  }
}

extension Subject {
  /// What a line about the chain itself concerns.
  public static let chain = Subject(noun: "store/chain")
  /// What a line about a remembered head concerns.
  public static let head = Subject(noun: "store/head")
}
