// SPDX-License-Identifier: MIT

/// What the scanner found: a record that is valid JSON, or one that is not.
public enum ScannedRecord: Sendable {
  /// A record, and where it begins in the input.
  case record(JSONDocument, at: JSONPosition)
  /// Bytes that hold no valid record.
  case damaged(DamagedRecord)
}

/// What the scanner learned about the input as a whole.
public struct PageFacts: Hashable, Sendable {
  /// Lists of records: pages and bare arrays.
  public var listCount = 0
  /// Valid records, recognised by the decoder or not.
  public var recordCount = 0
  /// Damaged records.
  public var damagedCount = 0
  /// Whether a page named a next page, so that this is not all there is.
  public var hasNextLink = false
  /// Whether the input ended inside a record or a list.
  public var isCutOff = false

  /// Makes the facts of an input not yet read.
  public init() {}

  /// Whether the input is a page or an array without a record in it.
  public var isEmptyPage: Bool { listCount > 0 && recordCount == 0 && damagedCount == 0 }
}
