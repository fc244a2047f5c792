// SPDX-License-Identifier: MIT

import HostileText
import SafeText
import Testing

/// A raw text and what each kind of field shows of it.
struct Reading: Sendable, CustomTestStringConvertible {
  let raw: String
  let kind: FieldKind
  let text: String
  let labels: [String]

  init(_ raw: String, _ kind: FieldKind, _ text: String, _ labels: [String] = []) {
    self.raw = raw
    self.kind = kind
    self.text = text
    self.labels = labels
  }

  var testDescription: String { "\(kind): \(text)" }
}

@Suite struct ClassTests {
  static let controls: [Reading] = [
    Reading("a\u{1B}[2Jb", .indicator, "a\\u{1B}[2Jb", ["CTRL 1"]),
    Reading("a\r\nb", .indicator, "a\\u{D}\\u{A}b", ["CTRL 2"]),
    Reading("a\nb\tc", .prose, "a b c", ["CTRL 2"]),
    Reading("a\rb\u{8}", .prose, "a\\u{D}b\\u{8}", ["CTRL 2"]),
    Reading("a\r\nb\n\rc", .multiline, "a\nb\n\\u{D}c", ["CTRL 1"]),
    Reading("\r\r\nb", .multiline, "\\u{D}\nb", ["CTRL 1"]),
    Reading("a\tb\nabcd\tc", .multiline, "a   b\nabcd    c"),
    Reading("\u{7F}\u{85}\u{9B}31m", .multiline, "\\u{7F}\\u{85}\\u{9B}31m", ["CTRL 3"]),
    Reading("a\u{2028}b\u{2029}", .prose, "a\\u{2028}b\\u{2029}", ["CTRL 2"]),
    Reading("\u{7}\u{7}\u{7}", .prose, "\\u{7*3}", ["CTRL 3"]),
  ]

  static let directions: [Reading] = [
    Reading("invoice\u{202E}fdp.exe", .prose, "invoice\\u{202E}fdp.exe", ["BIDI"]),
    Reading("\u{200F}\u{2066}\u{61C}", .multiline, "\\u{200F}\\u{2066}\\u{61C}", ["BIDI"]),
    Reading("שלום", .indicator, "שלום", ["RTL"]),
    Reading("سلام", .prose, "سلام", ["RTL"]),
  ]

  static let alphabets: [Reading] = [
    Reading("p\u{430}ypal.com", .indicator, "p\u{430}ypal.com", ["MIXED"]),
    Reading("ordinary-name.exe", .indicator, "ordinary-name.exe"),
    Reading("Microsoft \u{41E}ffice", .prose, "Microsoft \u{41E}ffice", ["MIXED"]),
    Reading(
      "\u{430}\u{440}\u{440}\u{4CF}\u{435}.com", .indicator,
      "\u{430}\u{440}\u{440}\u{4CF}\u{435}.com", ["MIXED"]),
    // All of it looks Latin, and nothing in it says that it is Greek.
    Reading("\u{3BF}\u{3BD}\u{3BF}", .prose, "\u{3BF}\u{3BD}\u{3BF}", ["MIXED"]),
    Reading("\u{3BF}\u{3BD}\u{3BF} \u{3BB}", .prose, "\u{3BF}\u{3BD}\u{3BF} \u{3BB}"),
    Reading("раураӏ", .indicator, "раураӏ", ["MIXED"]),
    Reading("хаос и порядок", .prose, "хаос и порядок"),
    Reading("հսոօ", .indicator, "հսոօ", ["MIXED"]),
    Reading("Երևան", .prose, "Երևան"),
    Reading("ｐａｙｐａｌ", .indicator, "ｐａｙｐａｌ", ["MIXED"]),
    Reading("ＡＢＣ株式会社", .prose, "ＡＢＣ株式会社"),
    Reading("pａypal", .indicator, "pａypal", ["MIXED"]),
    Reading(
      "\u{43F}\u{43B}\u{430}\u{43D} Q4.docx", .indicator,
      "\u{43F}\u{43B}\u{430}\u{43D} Q4.docx"),
    Reading("M\u{FC}ller caf\u{E9} na\u{EF}ve", .prose, "M\u{FC}ller caf\u{E9} na\u{EF}ve"),
    Reading("Tokyo\u{6771}\u{4EAC}", .prose, "Tokyo\u{6771}\u{4EAC}"),
    Reading("a\u{3B1}\u{200B}b", .indicator, "a\u{3B1}\\u{200B}b", ["MIXED", "HIDDEN 1"]),
  ]

  static let invisible: [Reading] = [
    Reading("pay\u{200B}pal", .indicator, "pay\\u{200B}pal", ["HIDDEN 1"]),
    Reading("pay\u{200B}pal\u{FEFF}", .prose, "paypal", ["HIDDEN 2"]),
    Reading("a\u{E0041}\u{E0042}b", .multiline, "ab", ["HIDDEN 2"]),
    Reading("\u{915}\u{94D}\u{200D}\u{937}", .prose, "\u{915}\u{94D}\u{937}"),
    Reading("\u{915}\u{94D}\u{200D}x", .prose, "\u{915}\u{94D}x", ["HIDDEN 1"]),
    Reading("\u{915}\u{200C}", .prose, "\u{915}", ["HIDDEN 1"]),
    Reading(
      "\u{915}\u{94D}\u{200D}\u{937}", .indicator, "\u{915}\u{94D}\\u{200D}\u{937}", ["HIDDEN 1"]),
    Reading("\u{600}1", .prose, "\\u{600}1", ["HIDDEN 1"]),
    Reading("\u{2800}\u{3164}", .prose, "\\u{2800}\\u{3164}", ["HIDDEN 2"]),
  ]

  static let spaces: [Reading] = [
    Reading("a\u{A0}b", .indicator, "a\\u{A0}b", ["SPACE 1"]),
    Reading("a\u{A0}b\u{3000}c", .prose, "a b c", ["SPACE 2"]),
    Reading(" a  b   c ", .indicator, "\\u{20}a  b\\u{20*3}c\\u{20}", ["SPACE 5"]),
    Reading("a.pdf      .exe", .prose, "a.pdf .exe", ["SPACE 5"]),
    Reading("  a  b", .prose, " a  b", ["SPACE 1"]),
    Reading("a \u{200B} \u{200B} b", .prose, "a b", ["HIDDEN 2", "SPACE 2"]),
    Reading("   a    b  ", .multiline, "   a    b  "),
    Reading("   a    b  ", .typed, "   a    b  "),
  ]

  static let marks: [Reading] = [
    Reading("e\u{301}", .indicator, "e\u{301}"),
    Reading("\u{301}e", .indicator, "\\u{301}e", ["ODD 1"]),
    Reading("e\u{301}\u{302}\u{303}\u{303}", .prose, "e\u{301}\u{302}\\u{303*2}", ["ODD 2"]),
    Reading("a \u{301}", .prose, "a \\u{301}", ["ODD 1"]),
    Reading("a\u{20DD}", .prose, "a\\u{20DD}", ["ODD 1"]),
    Reading("\u{93F}", .prose, "\\u{93F}", ["ODD 1"]),
    Reading("\u{915}\u{93F}", .prose, "\u{915}\u{93F}"),
  ]

  static let others: [Reading] = [
    Reading(
      "\u{378}\u{E000}\u{10FFFF}", .prose, "\\u{378}\\u{E000}\\u{10FFFF}",
      ["ODD 3"]),
    Reading(HostileText.noncharacters, .prose, "\\u{FFFE}\\u{1FFFF}\\u{FDD0}", ["ODD 3"]),
    Reading("👩‍💻", .indicator, "👩\\u{200D}💻", ["HIDDEN 1"]),
    Reading("👩‍💻", .prose, "👩💻", ["HIDDEN 1"]),
    Reading("👍🏽", .prose, "👍", ["HIDDEN 1"]),
    Reading("👍🏽", .indicator, "👍\\u{1F3FD}", ["ODD 1"]),
    Reading("1\u{FE0F}\u{20E3}", .prose, "1", ["HIDDEN 2"]),
    Reading("1\u{FE0F}\u{20E3}", .indicator, "1\\u{FE0F}\\u{20E3}", ["HIDDEN 1", "ODD 1"]),
    Reading("🇩🇪", .prose, "\\u{1F1E9}\\u{1F1EA}", ["ODD 2"]),
    Reading("bad\u{FFFD}", .indicator, "bad\u{FFFD}", ["BADUTF8"]),
    Reading("a…", .indicator, "a\\u{2026}", ["ODD 1"]),
    Reading("a…", .prose, "a…"),
    Reading("naïve 日本 Δ ● ╭", .indicator, "naïve 日本 Δ ● ╭"),
  ]

  static let imitations: [Reading] = [
    Reading("\\u{202E}", .prose, "\\u{5C}u{202E}", ["ODD 1"]),
    Reading("\\\\u{41}", .indicator, "\\\\u{5C}u{41}", ["ODD 1"]),
    Reading("\\\u{200B}u\u{200B}{41}", .prose, "\\u{5C}u{41}", ["HIDDEN 2", "ODD 1"]),
    Reading("C:\\users\\u", .indicator, "C:\\users\\u"),
    Reading("\\u", .indicator, "\\u"),
  ]

  @Test(
    arguments: [controls, directions, alphabets, invisible, spaces, marks, others, imitations]
      .flatMap(\.self))
  func `every class shows as the table says`(reading: Reading) {
    let shown = VisibleText(reading.raw, reading.kind)
    #expect(Array(shown.text.unicodeScalars) == Array(reading.text.unicodeScalars))
    #expect(shown.badges.labels == reading.labels)
  }

  @Test(arguments: FieldKind.allCases)
  func `only tokens are marked as tokens`(kind: FieldKind) {
    let raw = "ab\u{202E}" + "c\\"
    let shown = VisibleText(raw, kind)
    #expect(shown.glyphs.filter(\.isToken).count == "\\u{202E}".count)
    #expect(shown.width == raw.count - 1 + "\\u{202E}".count)
  }

  @Test func `a literal keeps its spaces and runtime text does not become one`() {
    let literal: VisibleText = "  a   b "
    #expect(literal.text == "  a   b ")
    #expect(literal.badges.isEmpty)
    let name = "   "
    #expect(VisibleText("x\(name)y").text == "x y")
  }

  @Test func `lines are split at line breaks and measured apart`() {
    let text = VisibleText("one\n日本\n", .multiline)
    #expect(text.lineCount == 3)
    #expect(text.lines.map(\.text) == ["one", "日本", ""])
    #expect(text.width == 4)
  }

  @Test func `no token comes of a seam`() {
    let seams = [("\\", "u{41}"), ("\\u", "{41}"), ("a\\u", "{")]
    for (left, right) in seams {
      let joined = VisibleText(left, .indicator) + VisibleText(right, .indicator)
      #expect(VisibleText.decode(joined.text) == left + right)
    }
  }
}
