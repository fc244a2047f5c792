// SPDX-License-Identifier: MIT

extension JSONValue {
  /// The decoded text of a string; `nil` for other kinds.
  public var string: JSONText? {
    guard kind == .string else { return nil }
    if node.traits.isEmpty {
      let text = String(decoding: storage.bytes[node.content], as: UTF8.self)
      return JSONText(text: text, isDamaged: false)
    }
    return JSONCodeUnits(storage.bytes, node.content).text
  }

  /// `true` or `false`; `nil` for other kinds.
  public var bool: Bool? { kind == .bool ? rawBytes.first == 0x74 : nil }

  /// A number as it was written; `nil` for other kinds.
  public var numberText: String? {
    kind == .number ? String(decoding: rawBytes, as: UTF8.self) : nil
  }

  /// A number without a fraction that fits, `1.0` and `1e2` included; `nil` for anything else.
  public var integer: Int64? {
    guard kind == .number else { return nil }
    return JSONDecimal(rawBytes)?.integer
  }

  /// A number as binary floating point; `nil` where it would be infinite, and for other kinds.
  public var double: Double? {
    guard let numberText, let value = Double(numberText), value.isFinite else { return nil }
    return value
  }

  /// Whether it is a number too large for binary floating point, such as `1e400`.
  public var isOutOfRange: Bool { kind == .number && double == nil }

  /// The bytes of a decoded string, lone surrogates included; what names and ids compare by.
  var canonicalBytes: [UInt8] {
    node.traits.isEmpty
      ? Array(storage.bytes[node.content])
      : JSONCodeUnits(storage.bytes, node.content).canonicalBytes
  }
}
