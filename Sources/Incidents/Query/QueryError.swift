// SPDX-License-Identifier: MIT

/// Why a text is no query: where, and what to write instead.
public struct QueryError: Error, Hashable, Sendable {
  /// Where the trouble begins and ends, in scalars of the text; empty at the end of the text.
  public var range: Range<Int>
  /// What is wrong, and what next.
  public var sentence: String
  /// Whether more of the same could make it right: whoever still types need not be alarmed.
  public var isUnfinished: Bool

  /// Makes an error.
  public init(at range: Range<Int>, _ sentence: String, isUnfinished: Bool = false) {
    self.range = range
    self.sentence = sentence
    self.isUnfinished = isUnfinished
  }
}
