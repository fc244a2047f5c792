// SPDX-License-Identifier: MIT

import SafeText
import Testing

/// Comparing or hashing such strings takes seconds to minutes; one pass over scalars does not.
@Suite(.timeLimit(.minutes(1))) struct FloodTests {
  static let marks = 200_000

  @Test(arguments: FieldKind.allCases)
  func `a flood of one mark is one short token`(kind: FieldKind) {
    let flood = String(
      String.UnicodeScalarView(["a"] + [Unicode.Scalar](repeating: "\u{301}", count: Self.marks)))
    let shown = VisibleText(flood, kind, limit: 1_000)
    if kind == .typed {
      #expect(shown.badges.isCut)
    } else {
      #expect(shown.glyphs.count == 1 + "\\u{301*199998}".count)
    }
    #expect(shown.badges.odd == Self.marks - 2)
  }

  @Test func `a flood of alternating marks ends at the limit and says so`() {
    var flood = String.UnicodeScalarView(["a"])
    for _ in 0..<(Self.marks / 2) { flood.append(contentsOf: "\u{301}\u{323}".unicodeScalars) }
    let shown = VisibleText(String(flood), .indicator)
    #expect(shown.glyphs.count <= VisibleText.defaultLimit + 1)
    #expect(shown.glyphs.last == .elision)
    #expect(shown.badges.isCut)
    #expect(shown.badges.odd == Self.marks - 2)
  }

  @Test func `without a limit even a flood is told apart from its neighbour`() {
    var flood = String.UnicodeScalarView(["a"])
    for _ in 0..<10_000 { flood.append(contentsOf: "\u{301}\u{323}".unicodeScalars) }
    let text = VisibleText(String(flood), .indicator, limit: .max).text
    #expect(VisibleText.decode(text).utf8.elementsEqual(String(flood).utf8))
  }

  @Test(arguments: [-1, 0, 1, 7, 8])
  func `a limit never splits a token`(limit: Int) {
    let shown = VisibleText("\u{202E}b", .indicator, limit: limit)
    #expect(shown.text == (limit < 8 ? "…" : "\\u{202E}…"))
  }
}
