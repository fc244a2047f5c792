// SPDX-License-Identifier: MIT

/// What a mouse did, as far as the console cares.
public struct Mouse: Hashable, Sendable {
  /// What was moved.
  public enum Kind: Hashable, Sendable {
    /// The left button went down.
    case press
    /// The wheel was turned away from the person.
    case wheelUp
    /// The wheel was turned towards the person.
    case wheelDown
  }

  /// What was moved.
  public var kind: Kind
  /// Over which cell.
  public var point: Point

  /// Makes it.
  public init(_ kind: Kind, at point: Point) {
    self.kind = kind
    self.point = point
  }
}
