// SPDX-License-Identifier: MIT

/// Writes compact JSON in the bytes 0x20 to 0x7E only, so that a line of it is one line and a
/// terminal cannot be harmed by it.
public struct JSONWriter: Sendable {
  /// What has been written.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// Makes a writer.
  public init() {}

  /// Writes an object whose members the body writes with ``name(_:)`` and one value each.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    beginObject()
    body(&self)
    endObject()
  }

  /// Writes an array whose elements the body writes.
  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    beginArray()
    body(&self)
    endArray()
  }

  /// Opens an object.
  public mutating func beginObject() { open(.openBrace) }

  /// Closes an object.
  public mutating func endObject() { close(.closeBrace) }

  /// Opens an array.
  public mutating func beginArray() { open(.openBracket) }

  /// Closes an array.
  public mutating func endArray() { close(.closeBracket) }

  /// Writes a member's name; its value comes next.
  public mutating func name(_ name: String) {
    string(name)
    beginValue(of: .colon)
  }

  /// Writes a member read elsewhere, its name as it was.
  public mutating func member(_ member: JSONMember) {
    value(member.nameValue)
    beginValue(of: .colon)
    value(member.value)
  }

  /// Writes a string.
  public mutating func string(_ text: String) {
    separate()
    bytes.append(.quote)
    for scalar in text.unicodeScalars { escape(scalar.value) }
    bytes.append(.quote)
  }

  /// Writes an integer.
  public mutating func integer(_ value: Int64) { literal(String(value)) }

  /// Writes an integer.
  public mutating func integer(_ value: Int) { integer(Int64(value)) }

  /// Writes `true` or `false`.
  public mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }

  /// Writes `null`.
  public mutating func null() { literal("null") }

  /// Writes a value read elsewhere: unknown members, the text of numbers and lone surrogates
  /// survive; an invalid byte 0xNN becomes the lone escape `\udcNN`.
  public mutating func value(_ value: JSONValue) {
    let storage = value.storage
    var open: [(kind: JSONValue.Kind, end: Int)] = []
    var index = value.index
    let end = value.endIndex
    var isName = false
    repeat {
      let node = storage.nodes[index]
      if isName {
        string(node, in: storage)
        beginValue(of: .colon)
        isName = false
        index += 1
        continue
      }
      switch node.kind {
      case .object, .array:
        node.kind == .object ? beginObject() : beginArray()
        open.append((node.kind, Int(node.next)))
      case .string: string(node, in: storage)
      case .number, .bool, .null:
        separate()
        bytes.append(contentsOf: storage.bytes[node.bytes])
      }
      index += 1
      while let last = open.last, last.end == index {
        last.kind == .object ? endObject() : endArray()
        open.removeLast()
      }
      isName = open.last?.kind == .object
    } while index < end
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func literal(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func separate() {
    if needsComma { bytes.append(.comma) }
    needsComma = true
  }

  private mutating func beginValue(of separator: UInt8) {
    bytes.append(separator)
    needsComma = false
  }

  private mutating func string(_ node: JSONNode, in storage: JSONStorage) {
    separate()
    if node.traits.isEmpty {
      bytes.append(contentsOf: storage.bytes[node.bytes])
      return
    }
    bytes.append(.quote)
    for unit in JSONCodeUnits(storage.bytes, node.content) { escape(unit) }
    bytes.append(.quote)
  }

  private mutating func escape(_ unit: UInt32) {
    switch unit {
    case 0x22, 0x5C: short(UInt8(unit))
    case 0x20...0x7E: bytes.append(UInt8(unit))
    case 0x08: short(0x62)
    case 0x09: short(0x74)
    case 0x0A: short(0x6E)
    case 0x0C: short(0x66)
    case 0x0D: short(0x72)
    case 0x1_0000...:
      hexadecimal(0xD800 + (unit - 0x1_0000) >> 10)
      hexadecimal(0xDC00 + (unit - 0x1_0000) & 0x3FF)
    default: hexadecimal(unit)
    }
  }

  private mutating func short(_ letter: UInt8) {
    bytes.append(.backslash)
    bytes.append(letter)
  }

  private mutating func hexadecimal(_ unit: UInt32) {
    short(0x75)
    for shift in [12, 8, 4, 0] as [UInt32] {
      let digit = UInt8(unit >> shift & 0xF)
      bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }
}
