// SPDX-License-Identifier: MIT

import HostileText
import SafeText
import Testing

@Suite struct TruncationTests {
  @Test(arguments: [(10, "abcdef"), (6, "abcdef"), (5, "abcd…"), (2, "a…"), (1, "…"), (0, "")])
  func `a beginning and an elision fit the columns`(columns: Int, text: String) {
    #expect(VisibleText("abcdef").truncated(to: columns).text == text)
  }

  @Test(arguments: [
    (8, "ab…defgh"), (5, "…efgh"), (3, "…gh"), (2, "…h"), (1, "…"), (0, ""), (-3, ""),
  ])
  func `the tail goes before the head when room is short`(columns: Int, text: String) {
    #expect(VisibleText("abcXYdefgh").truncated(to: columns, keepingTail: 5).text == text)
  }

  static let tails: [(raw: String, tail: Tail, columns: Int, text: String)] = [
    ("quarterly-figures-2026.pdf.exe", .fileName, 20, "quarter…2026.pdf.exe"),
    ("/var/lib/app/releases/setup.sh", .path, 20, "/var/lib/a…/setup.sh"),
    ("C:\\Users\\j.doe\\Downloads\\a.exe", .path, 15, "C:\\Users…\\a.exe"),
    ("/a/long/directory/name/", .path, 12, "/a/lo…/name/"),
    ("login.microsoft.com.evil.example", .host, 20, "login.m…evil.example"),
    ("login.microsoft.com.evil.co.uk", .host, 16, "login…evil.co.uk"),
    ("192.168.100.200", .host, 10, "…8.100.200"),
    ("https://a.example/path/to/thing", .address, 22, "https://a.example/pat…"),
    ("https://login.microsoft.com.evil.example/a/b", .address, 24, "https://lo…evil.example…"),
    ("https://microsoft.com@evil.example:8080/x", .address, 30, "https://microsof…evil.example…"),
    ("someone.important@mail.evil.example", .address, 20, "someone…evil.example"),
    ("https://host/", .address, 1, "…"),
    ("a:80", .address, 1, "…"),
    ("", .address, 0, ""),
  ]

  @Test(arguments: tails)
  func `the part that decides what it is survives`(
    raw: String, tail: Tail, columns: Int, text: String
  ) {
    #expect(VisibleText(raw, .indicator).truncated(to: columns, keeping: tail).text == text)
  }

  @Test func `wide glyphs and tokens are never split`() {
    #expect(VisibleText("日本語").truncated(to: 4).text == "日…")
    #expect(VisibleText("日本語").truncated(to: 4, keepingTail: 2).text == "…語")
    #expect(VisibleText("a\u{202E}b").truncated(to: 9).text == "a…")
    #expect(VisibleText("a\u{202E}").truncated(to: 8, keepingTail: 4).text == "a…")
  }

  @Test func `of several lines the first is left, with an elision`() {
    let text = VisibleText("ab\ncd", .multiline)
    #expect(text.truncated(to: 10).text == "ab…")
    #expect(text.truncated(to: 2).text == "a…")
    #expect(text.truncated(to: 10, keeping: .path).text == "ab…")
  }

  @Test func `whatever the text, it fits, and what is left out is marked`() {
    var generator = SeededGenerator(seed: 7)
    let tails: [Tail] = [.none, .fileName, .path, .host, .address]
    for turn in 0..<3_000 {
      let text = VisibleText(HostileText.random(using: &generator), .indicator)
      let columns = turn % 30
      for tail in tails {
        let cut = text.truncated(to: columns, keeping: tail)
        #expect(cut.width <= columns)
        #expect(columns == 0 || cut == text || cut.glyphs.contains(.elision))
        #expect(
          cut.glyphs.count { $0.isToken && $0.base == "\\" }
            == cut.glyphs.count { $0.isToken && $0.base == "}" })
      }
    }
  }
}

@Suite struct WrappingTests {
  static let cases: [(raw: String, columns: Int, lines: [String])] = [
    ("the quick brown fox", 10, ["the quick", "brown fox"]),
    ("the quick brown", 9, ["the quick", "brown"]),
    ("incomprehensible word", 6, ["incomp", "rehens", "ible", "word"]),
    ("日本語", 5, ["日本", "語"]),
    ("日本", 1, ["…", "…"]),
    ("ab\u{202E}cd", 9, ["ab", "\\u{202E}c", "d"]),
    ("\u{202E}x", 5, ["\\u{20", "2E}x"]),
    ("one\n\n  two three", 6, ["one", "", "  two", "three"]),
    ("", 5, [""]),
    ("abc", 0, []),
  ]

  @Test(arguments: cases)
  func `lines break at spaces and split nothing`(raw: String, columns: Int, lines: [String]) {
    #expect(VisibleText(raw, .multiline).wrapped(to: columns).map(\.text) == lines)
  }

  @Test func `nothing but spaces is lost, and every line fits`() {
    var generator = SeededGenerator(seed: 11)
    for turn in 0..<3_000 {
      let text = VisibleText(HostileText.random(using: &generator), .multiline)
      let columns = 2 + turn % 30
      let lines = text.wrapped(to: columns)
      #expect(lines.allSatisfy { $0.width <= columns })
      let isInk: (Glyph) -> Bool = { ($0.base != " " && !$0.isLineBreak) || $0.isToken }
      #expect(lines.flatMap(\.glyphs).filter(isInk) == text.glyphs.filter(isInk))
    }
  }
}
