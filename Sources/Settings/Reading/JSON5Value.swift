// SPDX-License-Identifier: MIT

/// A value of a JSON5 text, and where it begins.
public struct JSON5Value: Hashable, Sendable {
  /// What it is.
  public indirect enum Content: Hashable, Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case flag(Bool)
    /// A number, as it was written.
    case number(String)
    /// A text.
    case text(String)
    /// A list.
    case list([JSON5Value])
    /// Names and values, in the file's order; no name is there twice.
    case object([JSON5Member])
  }

  /// Where it begins.
  public var position: TextPosition
  /// What it is.
  public var content: Content

  /// Makes a value.
  public init(_ position: TextPosition, _ content: Content) {
    self.position = position
    self.content = content
  }

  /// What kind of value it is, in words.
  public var kind: String {
    switch content {
    case .null: "null"
    case .flag: "true or false"
    case .number: "a number"
    case .text: "a text"
    case .list: "a list"
    case .object: "an object"
    }
  }
}

/// A name and its value in an object.
public struct JSON5Member: Hashable, Sendable {
  /// The name.
  public var name: String
  /// Where the name begins.
  public var position: TextPosition
  /// The value.
  public var value: JSON5Value

  /// Makes a member.
  public init(name: String, position: TextPosition, value: JSON5Value) {
    self.name = name
    self.position = position
    self.value = value
  }
}
