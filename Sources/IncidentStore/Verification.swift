// SPDX-License-Identifier: MIT

public import Incidents

/// What checking a whole store found.
public struct Verification: Hashable, Sendable {
  /// How the journal as a whole is.
  public enum State: Hashable, Sendable {
    /// Whole.
    case sound
    /// The end is damaged or was never finished, after this line; writing goes on.
    case unfinished(afterSeq: Int)
    /// Something in it was changed, removed or reordered; nothing may be written.
    case broken(Place)
  }

  /// A place in the journal or among the documents.
  public struct Place: Hashable, Sendable {
    /// The file.
    public var path: String
    /// The line, from 1; 0 for a document.
    public var line: Int
    /// What is wrong there, as a sentence.
    public var reason: String

    /// Makes a place.
    public init(path: String, line: Int, reason: String) {
      self.path = path
      self.line = line
      self.reason = reason
    }
  }

  /// A line whose writer's clock was behind that of the line before.
  public struct ClockJump: Hashable, Sendable {
    /// The line.
    public var seq: Int
    /// Who wrote it.
    public var by: String
    /// How far back, milliseconds.
    public var milliseconds: Int64
  }

  /// A damaged stretch of the journal that somebody had passed over.
  public struct Reanchored: Hashable, Sendable {
    /// The segment it begins in.
    public var path: String
    /// The byte it begins at.
    public var offset: Int
    /// Where the journal goes on, as a phrase.
    public var phrase: String
    /// The line that says so.
    public var seq: Int
    /// The incidents named by what can still be read of it.
    public var incidents: [IncidentID]
    /// Who wrote that.
    public var by: String
    /// When.
    public var at: Timestamp
  }

  /// How the journal is.
  public var state: State
  /// Lines that are whole and in the chain.
  public var lines: Int
  /// Fragments of lines whose writer died: harmless, because the chain goes on after them.
  public var torn: Int
  /// The last line's `seq`.
  public var headSeq: Int
  /// The last line's hash.
  public var head: String
  /// Documents that are current and match their digest.
  public var documents: Int
  /// Current documents that are missing or do not match.
  public var damagedDocuments: [Place]
  /// Files no line names.
  public var leftovers: Int
  /// Records in quarantine.
  public var quarantined: Int

  /// Whether the journal is broken only in that something its user remembers is not there.
  public var isStray = false
  /// Why nothing may be written since a flush failed, as a sentence; `nil` if none did.
  public var poisoned: String?

  /// Whether there are documents, but not one line that could name them.
  public var hasLostJournal: Bool { lines == 0 && leftovers > 0 }
  /// Damaged stretches that were passed over, oldest first.
  public var reanchored: [Reanchored] = []
  /// Lines more than 2 s before the one before them; the first hundred.
  public var clockJumps: [ClockJump] = []
  /// How many such lines there are.
  public var clockJumpCount = 0

  /// Makes a finding.
  public init(
    state: State, lines: Int = 0, torn: Int = 0, headSeq: Int = 0, head: String = "",
    documents: Int = 0, damagedDocuments: [Place] = [], leftovers: Int = 0, quarantined: Int = 0
  ) {
    self.state = state
    self.lines = lines
    self.torn = torn
    self.headSeq = headSeq
    self.head = head
    self.documents = documents
    self.damagedDocuments = damagedDocuments
    self.leftovers = leftovers
    self.quarantined = quarantined
  }
}
