// SPDX-License-Identifier: MIT

/// Builds the tape in one pass, with a stack of its own instead of recursion.
struct JSONParser {
  /// What may come next.
  private enum Expected {
    case value, firstValue, name, firstName, separator, end
  }

  let bytes: [UInt8]
  let depthLimit: Int
  var position = 0
  var nodes: [JSONNode] = []
  /// The open containers, as entries of the tape.
  private var open: [Int] = []
  private var expected = Expected.value
  private var names = JSONNameSet()

  init(bytes: [UInt8], depthLimit: Int) {
    self.bytes = bytes
    self.depthLimit = depthLimit
  }

  mutating func parse() throws(JSONError) -> [JSONNode] {
    guard bytes.count < Int(UInt32.max) else { throw error(.tooLong, at: 0) }
    try refuseWideEncodings()
    nodes.reserveCapacity(bytes.count / 12 + 4)
    while true {
      skipSpace()
      guard position < bytes.count else { break }
      try step(bytes[position])
    }
    guard expected == .end else { throw error(nodes.isEmpty ? .empty : .cutOff) }
    return nodes
  }

  private mutating func step(_ byte: UInt8) throws(JSONError) {
    switch expected {
    case .value:
      if byte == .closeBracket, !open.isEmpty { throw error(.trailingComma) }
      try value(byte)
    case .firstValue:
      if byte == .closeBracket { return try close() }
      try value(byte)
    case .name, .firstName:
      if byte == .closeBrace {
        if expected == .name { throw error(.trailingComma) }
        return try close()
      }
      guard byte == .quote else { throw error(.unexpected(byte)) }
      try name()
    case .separator:
      try separator(byte)
    case .end:
      throw error(.trailingBytes)
    }
  }

  private mutating func value(_ byte: UInt8) throws(JSONError) {
    switch byte {
    case .quote:
      try string()
    case .openBrace:
      return try openContainer(.object)
    case .openBracket:
      return try openContainer(.array)
    case 0x2D, 0x30...0x39:
      try number()
    case 0x41...0x5A, 0x61...0x7A:
      try word()
    default:
      throw error(.unexpected(byte))
    }
    expected = open.isEmpty ? .end : .separator
  }

  private mutating func name() throws(JSONError) {
    let entry = nodes.count
    try string()
    nodes[entry].next = JSONNameSet.hash(nodes[entry], in: bytes)
    skipSpace()
    guard position < bytes.count else { throw error(.cutOff) }
    guard bytes[position] == .colon else { throw error(.missingColon) }
    position += 1
    expected = .value
    skipSpace()
    // Here, not in `value`, because a bracket after a colon is no trailing comma.
    guard position < bytes.count else { throw error(.cutOff) }
    try value(bytes[position])
  }

  private mutating func separator(_ byte: UInt8) throws(JSONError) {
    guard let container = open.last else { throw error(.trailingBytes) }
    let isObject = nodes[container].kind == .object
    switch byte {
    case .comma:
      position += 1
      expected = isObject ? .name : .value
    case .closeBrace, .closeBracket:
      guard isObject == (byte == .closeBrace) else { throw error(.mismatchedBracket) }
      try close()
    default:
      throw error(.missingComma)
    }
  }

  private mutating func openContainer(_ kind: JSONValue.Kind) throws(JSONError) {
    guard open.count < depthLimit else { throw error(.tooDeep(limit: depthLimit)) }
    open.append(nodes.count)
    nodes.append(JSONNode(kind: kind, start: UInt32(position), end: 0, next: 0))
    position += 1
    expected = kind == .object ? .firstName : .firstValue
  }

  private mutating func close() throws(JSONError) {
    let entry = open.removeLast()
    position += 1
    nodes[entry].end = UInt32(position)
    nodes[entry].next = UInt32(nodes.count)
    if nodes[entry].kind == .object, let twice = names.duplicate(of: entry, in: nodes, bytes) {
      let text = JSONCodeUnits(bytes, nodes[twice].content).text.text
      throw error(.duplicateMember(text), at: Int(nodes[twice].start))
    }
    expected = open.isEmpty ? .end : .separator
  }

  private mutating func skipSpace() {
    while position < bytes.count, bytes[position].isJSONSpace { position += 1 }
  }

  /// UTF-16 and UTF-32 show in the first two bytes: a byte order mark, or a zero beside ASCII.
  private func refuseWideEncodings() throws(JSONError) {
    guard bytes.count >= 2 else { return }
    let isWide =
      bytes[0] == 0 || bytes[1] == 0 || (bytes[0] == 0xFE && bytes[1] == 0xFF)
      || (bytes[0] == 0xFF && bytes[1] == 0xFE)
    if isWide { throw error(.notUTF8, at: 0) }
  }

  func error(_ reason: JSONError.Reason, at offset: Int? = nil) -> JSONError {
    JSONError(reason, at: JSONPosition(of: offset ?? position, in: bytes))
  }
}
