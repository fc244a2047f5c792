// SPDX-License-Identifier: MIT

/// A member of a record that could not be read as what it should be; shown raw, never guessed.
public struct FieldFlag: Hashable, Sendable {
  /// Where it stands in the record, such as `alerts[0].createdDateTime`.
  public var path: String
  /// What is wrong with it, as a phrase: "not a date that exists".
  public var reason: String
  /// The raw text, at most 200 bytes of it.
  public var raw: String

  /// Makes a flag.
  public init(path: String, reason: String, raw: String) {
    self.path = path
    self.reason = reason
    self.raw = raw
  }
}
