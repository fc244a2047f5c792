// SPDX-License-Identifier: MIT

/// The service's id of an incident: text that is safe as a file name, compared as bytes.
public struct IncidentID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The id as the service writes it.
  public let text: String

  /// Accepts `[0-9A-Za-z][0-9A-Za-z._-]{0,99}`, and nothing else.
  public init?(_ text: String) {
    let bytes = text.utf8
    guard (1...100).contains(bytes.count), let first = bytes.first, first.isLetterOrDigit,
      bytes.allSatisfy({
        $0.isLetterOrDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_")
          || $0 == UInt8(ascii: "-")
      })
    else { return nil }
    self.text = text
  }

  /// The id itself.
  public var description: String { text }

  /// Whether one id comes before another, byte by byte.
  public static func < (left: IncidentID, right: IncidentID) -> Bool {
    // For ASCII, which is all an id can hold, the order of texts is that of their bytes.
    left.text < right.text
  }
}

extension UInt8 {
  /// Whether the byte is an ASCII letter or digit.
  var isLetterOrDigit: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
