// SPDX-License-Identifier: MIT

private import Crypto

/// SHA-256 as the journal writes it: 43 characters of base64url, no padding.
package struct LineHash: Hashable, Sendable, CustomStringConvertible {
  /// How many characters it has.
  static let length = 43

  /// The characters, as ASCII.
  let characters: [UInt8]

  /// The hash of part of an array.
  init(of bytes: [UInt8], in range: Range<Int>) {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update(bufferPointer: .init(rebasing: $0[range])) }
    characters = base64URL(Array(hash.finalize()))
  }

  /// What the first line of a store's journal is chained to: the hash of the store's id.
  package init(ofStore id: String) {
    let bytes = Array(id.utf8)
    self.init(of: bytes, in: bytes.indices)
  }

  /// The hash written in part of an array, unchecked.
  init(written bytes: [UInt8], at start: Int) {
    characters = Array(bytes[start..<start + Self.length])
  }

  /// Whether the same characters stand in an array.
  func isWritten(in bytes: [UInt8], at start: Int) -> Bool {
    bytes[start..<start + Self.length].elementsEqual(characters)
  }

  /// The characters.
  package var description: String { String(decoding: characters, as: UTF8.self) }
}

/// SHA-256 of a document in 64 hexadecimal digits.
public func documentDigest(_ bytes: [UInt8]) -> String {
  var hash = SHA256()
  bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
  return hexadecimal(hash.finalize())
}

/// Bytes as lower-case hexadecimal digits.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(
    decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

private let alphabet = Array(
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

private func base64URL(_ bytes: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity((bytes.count * 4 + 2) / 3)
  var pending: UInt32 = 0
  var bits: UInt32 = 0
  for byte in bytes {
    pending = pending << 8 | UInt32(byte)
    bits += 8
    while bits >= 6 {
      bits -= 6
      result.append(alphabet[Int(pending >> bits & 63)])
    }
  }
  if bits > 0 { result.append(alphabet[Int(pending << (6 - bits) & 63)]) }
  return result
}
