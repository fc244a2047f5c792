// SPDX-License-Identifier: MIT

import Testing

@testable import Settings

@Suite struct JSON5ReaderTests {
  private func read(_ text: String) throws(SettingsProblem) -> JSON5Value {
    try JSON5Reader.read(Array(text.utf8))
  }

  @Test(
    arguments: [
      ("null", .null), ("true", .flag(true)), (" false // so", .flag(false)),
      ("'it''s'".replacing("''", with: "\\'"), .text("it's")), ("\"a\\\nb\"", .text("ab")),
      ("\"\\x41\\u0042\\uD83D\\uDD14\\n\\0\"", .text("AB🔔\n\0")), ("'\"'", .text("\"")),
      ("\u{FEFF}/* a * b */ 0x1F", .number("0x1F")), ("+1", .number("+1")),
      ("-.5e3", .number("-.5e3")), ("5.", .number("5.")), ("0", .number("0")), ("[]", .list([])),
      ("{}", .object([])),
    ] as [(String, JSON5Value.Content)])
  func `what people write by hand is read`(text: String, content: JSON5Value.Content) throws {
    #expect(try read(text).content == content)
  }

  @Test func `every value and every name knows its line and column`() throws {
    let value = try read("// é\r\n{ a: 'ü', \"b c\": [1,\n  true,],\n\t$_1: {}, }")
    guard case .object(let members) = value.content else {
      Issue.record("\(value)")
      return
    }
    #expect(value.position == TextPosition(line: 2, column: 1))
    #expect(members.map(\.name) == ["a", "b c", "$_1"])
    #expect(members.map(\.position.description) == ["2:3", "2:11", "4:2"])
    #expect(members.map(\.value.position.description) == ["2:6", "2:18", "4:7"])
    guard case .list(let elements) = members[1].value.content else {
      Issue.record("\(members[1])")
      return
    }
    #expect(elements.map(\.position.description) == ["2:19", "3:3"])
  }

  @Test(arguments: [
    ("", "1:1", "no value"), ("{", "1:1", "no end: }"), ("{a", "1:3", "colon"),
    ("{a:", "1:4", "missing"), ("{\n a: 1\n b: 2}", "2:6", "comma"), ("[1 2]", "1:3", "comma"),
    ("[1", "1:1", "no end: ]"), ("[,]", "1:2", "value is expected"), ("{,}", "1:2", "name"),
    ("{a: dark}", "1:5", "\"dark\""), ("{tab.next: []}", "1:5", "needs quotes"),
    ("{a: 1,\n'a': 2}", "2:1", "in line 1"), ("'abc", "1:1", "no end"),
    ("\n 'a\nb'", "2:2", "no end in its line"), ("/* a", "1:1", "*/"), ("1 2", "1:3", "the end"),
    ("Infinity", "1:1", "no value of a setting"), ("-Infinity", "1:1", "no number"),
    ("NaN", "1:1", "no value of a setting"), ("010", "1:1", "no number"),
    ("0x", "1:1", "no number"),
    ("1e", "1:1", "no number"), (".", "1:1", "no number"), ("--1", "1:1", "no number"),
    ("'\\u12'", "1:2", "4 hexadecimal"), ("'\\uD800'", "1:2", "half"), ("'\\1'", "1:2", "digit"),
    (String(repeating: "[", count: 100_000), "1:17", "too deep"),
  ])
  func `a mistake is told with its place`(text: String, place: String, part: String) {
    do throws(SettingsProblem) {
      let value = try read(text)
      Issue.record("read as \(value)")
    } catch {
      #expect(error.position.description == place, "\(error.sentence)")
      #expect(error.sentence.contains(part), "\(error.sentence)")
    }
  }

  @Test func `bytes that are no text, or too many, are refused`() {
    #expect(
      throws: SettingsProblem(TextPosition(line: 2, column: 3), "The file is not UTF-8 text here.")
    ) {
      try JSON5Reader.read(Array("{\n  ".utf8) + [0xFF, 0x7D])
    }
    #expect(throws: SettingsProblem.self) {
      try JSON5Reader.read(Array(repeating: 0x20, count: JSON5Reader.sizeLimit + 1))
    }
  }

  /// A reader that trapped would end the test run.
  @Test(arguments: 0..<20) func `no bytes make it trap`(seed: Int) {
    var number = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func random(_ limit: Int) -> Int {
      number = number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(number >> 33) % limit
    }
    let good = Array(
      "{ /*c*/ a: 'x\\u00e9', \"keys\": {\"b\": [\"g g\", 0x1F, -1.5e+3,],}, } // é".utf8)
    let pieces = Array("{}[]:,'\"\\/*ux09+-.eE\n\r \u{FF}".utf8)
    var read = 0
    for _ in 0..<500 {
      var bytes = good
      for _ in 0...random(6) {
        let place = random(bytes.count)
        switch random(3) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(pieces[random(pieces.count)], at: place)
        default: bytes[place] = UInt8(random(256))
        }
      }
      let file = SettingsFile(bytes)
      read += file.problems.isEmpty ? 0 : 1
    }
    #expect(read > 0)
  }
}
