// SPDX-License-Identifier: MIT

import SafeText
import Testing

@Suite struct FindingTests {
  @Test func `each refused scalar is listed with its place, run and name`() {
    let found = VisibleText.findings(in: "日a\u{202E}b\u{200B}\u{200B}c\u{1B}\u{FFFD}d\u{A0}\u{301}")
    #expect(found.map(\.offset) == [2, 4, 7, 8, 10, 11])
    #expect(found.map(\.count) == [1, 2, 1, 1, 1, 1])
    #expect(found.map(\.reason.rawValue) == ["BIDI", "HIDDEN", "CTRL", "BADUTF8", "SPACE", "ODD"])
    #expect(
      found.map(\.name) == [
        "RIGHT-TO-LEFT OVERRIDE", "ZERO WIDTH SPACE", "ESC", "REPLACEMENT CHARACTER",
        "NO-BREAK SPACE", "COMBINING ACUTE ACCENT",
      ])
  }

  @Test(arguments: [
    (UInt8(0x00), "NUL"), (0x1F, "US"), (0x7F, "DEL"), (0x80, "PAD"), (0x9B, "CSI"), (0x9F, "APC"),
  ])
  func `controls go by their abbreviations`(value: UInt8, name: String) {
    let raw = String(String.UnicodeScalarView([Unicode.Scalar(value)]))
    #expect(VisibleText.findings(in: raw).map(\.name) == [name])
  }

  @Test func `ordinary text has no findings`() {
    #expect(VisibleText.findings(in: "naïve e\u{301} 日本 C:\\x").isEmpty)
  }

  @Test func `the list of a flood is bounded`() {
    var flood = String.UnicodeScalarView()
    for _ in 0..<5_000 { flood.append(contentsOf: "\u{200B}\u{202E}".unicodeScalars) }
    #expect(VisibleText.findings(in: String(flood)).count == VisibleText.findingsLimit)
  }
}
