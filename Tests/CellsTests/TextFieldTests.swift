// SPDX-License-Identifier: MIT

import Cells
import SafeText
import Testing

@Suite struct TextFieldTests {
  /// A field after keys: `<` left, `>` right, `^` home, `$` end, `#` backspace, `%` delete,
  /// `!` Ctrl-W, `~` Ctrl-U, everything else typed.
  static func field(_ keys: String) -> TextField {
    let special: [Unicode.Scalar: Key] = [
      "<": .left, ">": .right, "^": .home, "$": .end, "#": .backspace, "%": .delete,
      "!": .control("w"), "~": .control("u"),
    ]
    var field = TextField()
    for scalar in keys.unicodeScalars {
      let isKnown = field.handle(.key(special[scalar] ?? .character(scalar)))
      #expect(isKnown)
    }
    return field
  }

  static let edits: [(keys: String, text: String, cursor: Int)] = [
    ("abc", "abc", 3), ("abc<<x", "axbc", 2), ("abc<<<<x", "xabc", 1), ("abc^x$y", "xabcy", 5),
    ("abc>x", "abcx", 4), ("abc#", "ab", 2), ("#", "", 0), ("abc^%", "bc", 0), ("abc%", "abc", 3),
    ("one two!", "one ", 4), ("one two  !", "one ", 4), ("one!", "", 0), ("  !", "", 0),
    ("one two<<!", "one wo", 4), ("abc~", "", 0), ("e\u{301}#", "e", 1),
  ]

  @Test(arguments: edits)
  func `keys edit the text`(keys: String, text: String, cursor: Int) {
    let field = Self.field(keys)
    #expect(field.text == text)
    #expect(field.cursor == cursor)
  }

  @Test(arguments: [Key.enter, .escape, .tab, .up, .down, .control("c"), .function(1)])
  func `other keys are left to others`(key: Key) {
    var field = TextField("a")
    let isKnown = field.handle(.key(key))
    #expect(!isKnown)
    #expect(field == TextField("a"))
  }

  @Test func `a paste is taken literally and shown`() {
    var field = TextField("ab")
    field.move(by: -1)
    let isKnown = field.handle(.paste("x\ny\u{202E}"))
    #expect(isKnown)
    #expect(field.text == "ax\ny\u{202E}b")
    #expect(field.shown(width: 40).before.text == "ax\\u{A}y\\u{202E}")
  }

  @Test func `more than the limit is refused whole`() {
    var field = TextField(String(repeating: "x", count: TextField.limit - 1))
    let answers = [field.insert("yz"), field.insert("y"), field.insert("z")]
    #expect(answers == [false, true, false])
    #expect(field.scalars.count == TextField.limit)
  }

  static let views: [(keys: String, width: Int, row: String, cursor: Int)] = [
    ("abc", 5, "abc", 3), ("abcde", 5, "…cde", 4), ("abcdefgh^", 5, "abcd…", 0),
    ("abcdefgh<<<", 5, "…def…", 3), ("日本語", 5, "…語", 3), ("ab", 1, "", 0), ("", 1, "", 0),
    ("a  ", 5, "a", 3), ("e\u{301}<", 9, "e\\u{301}", 1),
  ]

  @Test(arguments: views)
  func `the cursor always shows`(keys: String, width: Int, row: String, cursor: Int) {
    var grid = Grid(Size(rows: 1, columns: 20))
    grid.draw(Self.field(keys), row: 0, column: 0, width: width)
    #expect(grid.description == row)
    #expect(grid.cursor == Point(row: 0, column: cursor))
    #expect(grid.showsCursor)
  }
}
