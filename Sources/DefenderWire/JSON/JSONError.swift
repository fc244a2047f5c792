// SPDX-License-Identifier: MIT

/// Why bytes are not one JSON text (RFC 8259), and where.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// There is nothing but white space.
    case empty
    /// The text ends too early.
    case cutOff
    /// A byte stands where it cannot.
    case unexpected(UInt8)
    /// A comma is followed by a closing bracket.
    case trailingComma
    /// Two values have no comma between them.
    case missingComma
    /// A name is followed by no colon.
    case missingColon
    /// A bracket is closed by one of the other kind.
    case mismatchedBracket
    /// A number is not written as JSON writes numbers.
    case badNumber
    /// A word is none of `true`, `false` and `null`.
    case badWord
    /// A backslash is followed by no known escape.
    case badEscape
    /// A string holds a control character, unescaped.
    case controlCharacter
    /// One object names a member twice.
    case duplicateMember(String)
    /// Arrays and objects nest deeper than the limit.
    case tooDeep(limit: Int)
    /// Something follows the value.
    case trailingBytes
    /// The text is UTF-16 or UTF-32; JSON between systems is UTF-8.
    case notUTF8
    /// The text is 4 GiB or more.
    case tooLong
  }

  /// What is wrong.
  public var reason: Reason
  /// Where it was noticed.
  public var position: JSONPosition

  /// Makes an error.
  public init(_ reason: Reason, at position: JSONPosition) {
    self.reason = reason
    self.position = position
  }

  /// What is wrong and where, as a phrase.
  public var description: String { "\(reason) at \(position)" }
}

extension JSONError.Reason: CustomStringConvertible {
  /// What is wrong, as a phrase.
  public var description: String {
    switch self {
    case .empty: "empty"
    case .cutOff: "cut off"
    case .unexpected(let byte): "unexpected \(Self.name(of: byte))"
    case .trailingComma: "trailing comma"
    case .missingComma: "missing comma"
    case .missingColon: "missing colon"
    case .mismatchedBracket: "mismatched bracket"
    case .badNumber: "not a JSON number"
    case .badWord: "unknown word"
    case .badEscape: "unknown escape in a string"
    case .controlCharacter: "raw control character in a string"
    case .duplicateMember(let name): "member \(name) twice in one object"
    case .tooDeep(let limit): "nested deeper than \(limit)"
    case .trailingBytes: "something after the value"
    case .notUTF8: "UTF-16 or UTF-32, not UTF-8"
    case .tooLong: "4 GiB or more"
    }
  }

  private static func name(of byte: UInt8) -> String {
    switch byte {
    case 0x21...0x7E: String(Unicode.Scalar(byte))
    default: "byte 0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
  }
}
