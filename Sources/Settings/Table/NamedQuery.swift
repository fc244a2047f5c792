// SPDX-License-Identifier: MIT

/// A query somebody named.
public struct NamedQuery: Hashable, Sendable {
  /// The most bytes of a name.
  public static let nameLimit = 40
  /// The most queries there can be.
  public static let limit = 50

  /// The name.
  public var name: String
  /// The query, as it was written.
  public var text: String
  /// Where it is written.
  public var position: TextPosition

  /// Makes it.
  public init(_ name: String, _ text: String, at position: TextPosition = TextPosition()) {
    self.name = name
    self.text = text
    self.position = position
  }
}
