// SPDX-License-Identifier: MIT

private let alphabet = Array(
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

/// Base 64 with padding (RFC 4648 §4).
func base64(_ data: [UInt8]) -> [UInt8] {
  var text: [UInt8] = []
  text.reserveCapacity((data.count + 2) / 3 * 4)
  for start in stride(from: 0, to: data.count, by: 3) {
    let chunk = data[start..<min(start + 3, data.count)]
    var bits = chunk.reduce(0) { $0 << 8 | UInt32($1) }
    bits <<= 8 * UInt32(3 - chunk.count)
    for place in 0..<4 {
      let digit = Int(bits >> (18 - 6 * UInt32(place)) & 63)
      text.append(place <= chunk.count ? alphabet[digit] : UInt8(ascii: "="))
    }
  }
  return text
}
