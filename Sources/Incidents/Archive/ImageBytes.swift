// SPDX-License-Identifier: MIT

/// Writes values one after another, as few bytes as they need.
package struct ImageWriter {
  /// What was written.
  package private(set) var bytes: [UInt8] = []

  /// Writes nothing yet.
  package init() {}

  /// One byte.
  package mutating func byte(_ value: UInt8) { bytes.append(value) }

  /// A number, seven bits a byte, the lowest first.
  package mutating func number(_ value: UInt64) {
    var rest = value
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// The length of a text and its bytes.
  package mutating func text(_ value: String) {
    number(UInt64(value.utf8.count))
    bytes.append(contentsOf: value.utf8)
  }

  /// A value.
  package mutating func write<Value: ImageCodable>(_ value: Value) { value.write(to: &self) }
}

/// What stands where a value should is no such value.
package struct ImageError: Error {
  /// Makes it.
  package init() {}
}

/// Reads back what an ``ImageWriter`` wrote; believes nothing.
package struct ImageReader {
  private let bytes: [UInt8]
  private var cursor = 0

  /// Starts at the first byte.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether everything was read.
  package var isAtEnd: Bool { cursor == bytes.count }

  /// One byte.
  package mutating func byte() throws(ImageError) -> UInt8 {
    guard cursor < bytes.count else { throw ImageError() }
    defer { cursor += 1 }
    return bytes[cursor]
  }

  /// A number.
  package mutating func number() throws(ImageError) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let next = try byte()
      guard shift < 63 || next <= 1 else { throw ImageError() }
      value |= UInt64(next & 0x7F) << shift
      if next & 0x80 == 0 { return value }
      shift += 7
    }
  }

  /// A count of things that follow, each at least one byte.
  package mutating func count() throws(ImageError) -> Int {
    let value = try number()
    guard value <= UInt64(bytes.count - cursor) else { throw ImageError() }
    return Int(value)
  }

  /// A text.
  package mutating func text() throws(ImageError) -> String {
    let count = try count()
    defer { cursor += count }
    return String(decoding: bytes[cursor..<cursor + count], as: UTF8.self)
  }

  /// A value.
  package mutating func read<Value: ImageCodable>(
    _ type: Value.Type = Value.self
  ) throws(ImageError) -> Value {
    try Value(from: &self)
  }
}

/// A value that can be written into an image and read back, the same byte for byte.
package protocol ImageCodable {
  /// Reads one.
  init(from reader: inout ImageReader) throws(ImageError)
  /// Writes it.
  func write(to writer: inout ImageWriter)
}
