// SPDX-License-Identifier: MIT

/// A member of one of Graph's evolvable enumerations, kept verbatim when it is not known.
///
/// Published examples differ in case and in some names, so reading ignores ASCII case and accepts
/// aliases; writing uses the schema's name.
public protocol GraphValue: Hashable, Sendable {
  /// Every known name; the first of a value is the schema's, later ones are aliases.
  static var names: [(name: String, value: Self)] { get }
  /// A value this version does not know, verbatim.
  static func unrecognized(_ raw: String) -> Self
  /// The raw text of a value this version does not know; `nil` for the others.
  var unrecognizedName: String? { get }
}

extension GraphValue {
  /// Reads a name as the service writes it.
  public init(graphName raw: String) {
    for (name, value) in Self.names where name.equalsIgnoringASCIICase(raw) {
      self = value
      return
    }
    self = .unrecognized(raw)
  }

  /// The schema's name, or the raw text of a value that is not known.
  public var graphName: String {
    unrecognizedName ?? Self.names.first { $0.value == self }?.name ?? ""
  }
}

extension String {
  func equalsIgnoringASCIICase(_ other: String) -> Bool {
    let left = utf8
    let right = other.utf8
    return left.count == right.count
      && zip(left, right).allSatisfy { $0.asciiLowercased == $1.asciiLowercased }
  }
}

extension UInt8 {
  var asciiLowercased: UInt8 { (0x41...0x5A).contains(self) ? self + 0x20 : self }
}
