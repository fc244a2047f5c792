// SPDX-License-Identifier: MIT

extension JSONParser {
  /// Reads a string from its opening quote; whether its UTF-8 is valid is left for later.
  mutating func string() throws(JSONError) {
    let start = position
    var seen: UInt8 = 0
    var traits: JSONNode.StringTraits = []
    var index = position + 1
    while index < bytes.count {
      let byte = bytes[index]
      if byte == .quote {
        if seen >= 0x80 { traits.insert(.needsEscapes) }
        append(.string, from: start, to: index + 1, traits)
        return
      }
      if byte == .backslash {
        traits.insert(.hasEscapes)
        index = try escape(at: index)
        continue
      }
      if byte < 0x20 { throw error(.controlCharacter, at: index) }
      // The sum catches DEL, which the writer escapes like everything beyond ASCII.
      seen |= byte | (byte &+ 1)
      index += 1
    }
    throw error(.cutOff, at: bytes.count)
  }

  /// Checks the escape whose backslash is at an index and gives the index after it.
  private func escape(at index: Int) throws(JSONError) -> Int {
    guard index + 1 < bytes.count else { throw error(.cutOff, at: bytes.count) }
    switch bytes[index + 1] {
    case .quote, .backslash, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74:
      return index + 2
    case 0x75:
      for place in index + 2..<index + 6 {
        guard place < bytes.count else { throw error(.cutOff, at: bytes.count) }
        if bytes[place].hexValue == nil { throw error(.badEscape, at: index) }
      }
      return index + 6
    default:
      throw error(.badEscape, at: index)
    }
  }

  mutating func number() throws(JSONError) {
    let start = position
    var index = position
    if byte(at: index) == 0x2D { index += 1 }
    if byte(at: index) == 0x30 {
      index += 1
    } else {
      index = try digits(from: index)
    }
    if byte(at: index) == 0x2E { index = try digits(from: index + 1) }
    if byte(at: index) == 0x65 || byte(at: index) == 0x45 {
      index += 1
      if byte(at: index) == 0x2B || byte(at: index) == 0x2D { index += 1 }
      index = try digits(from: index)
    }
    guard endsToken(index) else { throw error(.badNumber, at: start) }
    append(.number, from: start, to: index)
  }

  mutating func word() throws(JSONError) {
    let kind: JSONValue.Kind
    let expected: StaticWord
    switch bytes[position] {
    case 0x74: (kind, expected) = (.bool, .true)
    case 0x66: (kind, expected) = (.bool, .false)
    case 0x6E: (kind, expected) = (.null, .null)
    default: throw error(.badWord)
    }
    var index = position
    for letter in expected.letters {
      guard index < bytes.count else { throw error(.cutOff, at: index) }
      guard bytes[index] == letter else { throw error(.badWord) }
      index += 1
    }
    guard endsToken(index) else { throw error(.badWord) }
    append(kind, from: position, to: index)
  }

  private mutating func append(
    _ kind: JSONValue.Kind, from start: Int, to end: Int, _ traits: JSONNode.StringTraits = []
  ) {
    nodes.append(
      JSONNode(
        kind: kind, traits: traits, start: UInt32(start), end: UInt32(end),
        next: UInt32(nodes.count + 1)))
    position = end
  }

  /// The index after one digit or more.
  private func digits(from start: Int) throws(JSONError) -> Int {
    var index = start
    while index < bytes.count, bytes[index].isDigit { index += 1 }
    guard index > start else {
      throw index < bytes.count ? error(.badNumber) : error(.cutOff, at: index)
    }
    return index
  }

  private func byte(at index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

  /// Whether a number or word may end here, so that `01`, `1x` and `nulls` are told by name.
  private func endsToken(_ index: Int) -> Bool {
    guard let byte = byte(at: index) else { return true }
    return byte.isJSONSpace || byte.isJSONStructure || byte == .quote
  }
}

/// The letters of the three words.
private struct StaticWord {
  static let `true` = StaticWord(letters: Array("true".utf8))
  static let `false` = StaticWord(letters: Array("false".utf8))
  static let null = StaticWord(letters: Array("null".utf8))
  let letters: [UInt8]
}
