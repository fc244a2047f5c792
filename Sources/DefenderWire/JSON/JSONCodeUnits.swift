// SPDX-License-Identifier: MIT

/// The code points of a string's raw content, damage included.
///
/// A lone surrogate escape comes out as itself. A byte that is not valid UTF-8 comes out as the
/// lone surrogate U+DC00 + byte, the convention of PEP 383, which is how the writer spells it; so
/// a string and its rewritten form have the same code points.
struct JSONCodeUnits: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var index: Int
  private let end: Int

  init(_ bytes: [UInt8], _ content: Range<Int>) {
    self.bytes = bytes
    index = content.lowerBound
    end = content.upperBound
  }

  mutating func next() -> UInt32? {
    guard index < end else { return nil }
    let unit = unit()
    guard (0xD800...0xDBFF).contains(unit), index < end else { return unit }
    let mark = index
    let low = self.unit()
    guard (0xDC00...0xDFFF).contains(low) else {
      index = mark
      return unit
    }
    return 0x1_0000 + (unit - 0xD800) << 10 + (low - 0xDC00)
  }

  /// The next code point or UTF-16 code unit; the parser has checked every escape.
  private mutating func unit() -> UInt32 {
    let byte = bytes[index]
    if byte == .backslash { return escape() }
    index += 1
    return byte < 0x80 ? UInt32(byte) : multibyte(byte)
  }

  private mutating func escape() -> UInt32 {
    let letter = bytes[index + 1]
    guard letter == 0x75 else {
      index += 2
      switch letter {
      case 0x62: return 0x08
      case 0x66: return 0x0C
      case 0x6E: return 0x0A
      case 0x72: return 0x0D
      case 0x74: return 0x09
      default: return UInt32(letter)
      }
    }
    var unit: UInt32 = 0
    for place in index + 2..<index + 6 { unit = unit << 4 | (bytes[place].hexValue ?? 0) }
    index += 6
    return unit
  }

  /// A sequence by Unicode's table of well-formed UTF-8; its first byte has been taken.
  private mutating func multibyte(_ first: UInt8) -> UInt32 {
    let damaged = 0xDC00 + UInt32(first)
    let length: Int
    var lowest: UInt8 = 0x80
    var highest: UInt8 = 0xBF
    switch first {
    case 0xC2...0xDF: length = 1
    case 0xE0: (length, lowest) = (2, 0xA0)
    case 0xED: (length, highest) = (2, 0x9F)
    case 0xE1...0xEF: length = 2
    case 0xF0: (length, lowest) = (3, 0x90)
    case 0xF4: (length, highest) = (3, 0x8F)
    case 0xF1...0xF3: length = 3
    default: return damaged
    }
    guard index + length <= end else { return damaged }
    var point = UInt32(first) & (length == 1 ? 0x1F : length == 2 ? 0x0F : 0x07)
    for place in index..<index + length {
      guard (lowest...highest).contains(bytes[place]) else { return damaged }
      point = point << 6 | UInt32(bytes[place]) & 0x3F
      (lowest, highest) = (0x80, 0xBF)
    }
    index += length
    return point
  }
}

extension JSONCodeUnits {
  /// The text, with U+FFFD in place of what is no text.
  var text: JSONText {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(end - index)
    var isDamaged = false
    for unit in self {
      if (0xD800...0xDFFF).contains(unit) {
        isDamaged = true
        utf8.append(codePoint: 0xFFFD)
      } else {
        utf8.append(codePoint: unit)
      }
    }
    return JSONText(text: String(decoding: utf8, as: UTF8.self), isDamaged: isDamaged)
  }

  /// UTF-8 that also has room for lone surrogates, so that different strings stay different.
  var canonicalBytes: [UInt8] {
    var result: [UInt8] = []
    for unit in self { result.append(codePoint: unit) }
    return result
  }
}

extension [UInt8] {
  fileprivate mutating func append(codePoint: UInt32) {
    switch codePoint {
    case 0..<0x80:
      append(UInt8(codePoint))
    case 0x80..<0x800:
      append(0xC0 | UInt8(codePoint >> 6))
      append(0x80 | UInt8(codePoint & 0x3F))
    case 0x800..<0x1_0000:
      append(0xE0 | UInt8(codePoint >> 12))
      append(0x80 | UInt8(codePoint >> 6 & 0x3F))
      append(0x80 | UInt8(codePoint & 0x3F))
    default:
      append(0xF0 | UInt8(codePoint >> 18))
      append(0x80 | UInt8(codePoint >> 12 & 0x3F))
      append(0x80 | UInt8(codePoint >> 6 & 0x3F))
      append(0x80 | UInt8(codePoint & 0x3F))
    }
  }
}

/// A decoded string.
public struct JSONText: Hashable, Sendable {
  /// The text, with U+FFFD in place of lone surrogates and invalid UTF-8.
  public var text: String
  /// Whether anything had to be replaced.
  public var isDamaged: Bool
}
