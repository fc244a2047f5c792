// SPDX-License-Identifier: MIT

import Terminal
import Testing

@Suite struct Clipboard {
  private func text(_ bytes: [UInt8]?) -> String? {
    bytes.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),  // RFC 4648 §10
    ("ÿþ~?", "w7/Dvn4/"),
  ])
  func `the text goes as base 64`(plain: String, encoded: String) {
    #expect(
      text(ClipboardSequence.bytes(copying: plain, through: .direct))
        == "\u{1B}]52;c;\(encoded)\u{07}")
  }

  @Test func `the limit is inclusive`() {
    let largest = String(repeating: "x", count: ClipboardSequence.limit)
    #expect(ClipboardSequence.bytes(copying: largest, through: .direct)?.count == 100_000)
    #expect(ClipboardSequence.bytes(copying: largest + "x", through: .direct) == nil)
  }

  @Test func `through screen it goes in pieces it accepts, and nothing is lost`() throws {
    let plain = String(repeating: "indicator ", count: 100)
    let direct = try #require(text(ClipboardSequence.bytes(copying: plain, through: .direct)))
    let wrapped = try #require(text(ClipboardSequence.bytes(copying: plain, through: .screen)))
    let pieces = wrapped.components(between: "\u{1B}P", and: "\u{1B}\\")
    #expect(pieces.count > 1)
    #expect(pieces.allSatisfy { $0.utf8.count <= 256 })
    #expect(pieces.joined() == direct)
  }
}

extension String {
  fileprivate func components(between start: String, and end: String) -> [String] {
    split(separator: end).map { String($0.dropFirst(start.count)) }
  }
}
