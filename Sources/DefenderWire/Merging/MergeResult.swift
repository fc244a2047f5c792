// SPDX-License-Identifier: MIT

/// What became of a record, or of one part of it, when it met the document there was.
public enum MergeOutcome: Hashable, Sendable {
  /// It was taken.
  case imported
  /// It says what the document says.
  case unchanged
  /// It is older than what the document holds, and was skipped.
  case older
}

/// How many parts of a kind had which outcome.
public struct PartCounts: Hashable, Sendable {
  /// Taken.
  public var imported = 0
  /// As before.
  public var unchanged = 0
  /// Older than before.
  public var older = 0

  /// Makes counts of nothing.
  public init() {}

  mutating func count(_ outcome: MergeOutcome, _ number: Int = 1) {
    switch outcome {
    case .imported: imported += number
    case .unchanged: unchanged += number
    case .older: older += number
    }
  }
}

/// A document after a record was merged into it.
public struct MergeResult: Hashable, Sendable {
  /// The new document: incident members in the order received, then `alerts`, then `tasks`, in
  /// ASCII.
  ///
  /// If nothing was taken it is the old one, byte for byte.
  public var document: [UInt8]
  /// What became of the record: imported if any part was, else older if any part was.
  public var outcome: MergeOutcome
  /// What became of the incident's own members; `nil` if the record has none.
  public var incident: MergeOutcome?
  /// What became of its alerts.
  public var alerts: PartCounts
  /// What became of its managed responses.
  public var tasks: PartCounts
}
