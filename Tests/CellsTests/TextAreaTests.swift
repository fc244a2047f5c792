// SPDX-License-Identifier: MIT

import Cells
import Testing

@Suite struct TextAreaTests {
  /// Presses keys in a text, the cursor at its end.
  private func edit(_ text: String, columns: Int = 20, _ keys: Key...) -> TextArea {
    var area = TextArea(TextField(text), columns: columns)
    for key in keys { _ = area.handle(.key(key)) }
    return area
  }

  /// The text with `|` at the cursor.
  private func shown(_ area: TextArea) -> String {
    var scalars = area.field.scalars
    scalars.insert("|", at: area.field.cursor)
    return String(String.UnicodeScalarView(scalars))
  }

  private func rows(_ text: String, columns: Int) -> [String] {
    let area = TextArea(TextField(text), columns: columns)
    return area.rows.map { String(String.UnicodeScalarView(area.field.scalars[$0])) }
  }

  @Test func `rows break at words, at line feeds, and where they must`() {
    #expect(rows("", columns: 9) == [""])
    #expect(rows("one two three", columns: 9) == ["one two ", "three"])
    #expect(rows("a\n\nb\n", columns: 9) == ["a", "", "b", ""])
    #expect(rows("abcdefghijkl", columns: 6) == ["abcde", "fghij", "kl"])
    // A wide character takes two columns and is never cut in two.
    #expect(rows("日本日本", columns: 6) == ["日本", "日本"])
    #expect(rows("日本日本", columns: 4) == ["日", "本", "日", "本"])
    #expect(rows("\u{202E}x", columns: 6) == ["\u{202E}", "x"])
  }

  @Test(arguments: [
    "", "one two  three   ", "日本 e\u{301}e\u{301} \u{202E}\u{202E}", "\n\n a\tb\n",
    "\\u{202E} \\",
  ])
  func `no scalar is lost or twice in the rows, whatever their width`(text: String) {
    for columns in 2..<24 {
      let joined = rows(text, columns: columns).joined()
      #expect(joined.unicodeScalars.elementsEqual(text.unicodeScalars.filter { $0 != "\n" }))
    }
  }

  @Test func `up and down keep the column as well as they can`() {
    #expect(shown(edit("one\nlonger\nx", .up)) == "one\nl|onger\nx")
    #expect(shown(edit("one\nlonger", .up)) == "one|\nlonger")
    #expect(shown(edit("one\nlonger", .up, .down)) == "one\nlon|ger")
    #expect(shown(edit("日本\nabc", .left, .up)) == "日|本\nabc")
    #expect(shown(edit("one two three", columns: 9, .up)) == "one t|wo three")
  }

  @Test func `up in the first row and down in the last mean nothing here`() {
    var area = TextArea(TextField("one"), columns: 9)
    let isUp = area.handle(.key(.up))
    let isDown = area.handle(.key(.down))
    #expect(!isUp && !isDown)
    #expect(shown(area) == "one|")
  }

  @Test func `the ends are those of a line, not of the text`() {
    #expect(shown(edit("one\ntwo", .control("a"))) == "one\n|two")
    #expect(shown(edit("one\ntwo", .up, .home, .end)) == "one|\ntwo")
  }

  @Test func `what is deleted ends at the line, then takes the line's end`() {
    #expect(shown(edit("one\ntwo", .control("u"))) == "one\n|")
    #expect(shown(edit("one\ntwo", .up, .home, .control("k"))) == "|\ntwo")
    #expect(shown(edit("one\ntwo", .up, .home, .control("k"), .control("k"))) == "|two")
    #expect(shown(edit("one\ntwo  ", .control("w"))) == "one\n|")
    #expect(shown(edit("one\n", .control("w"))) == "|")
    #expect(shown(edit("one", .home, .control("k"), .control("k"))) == "|")
  }

  @Test func `Control-J begins a line, and a paste is taken as it is`() {
    #expect(shown(edit("one", .control("j"), .character("x"))) == "one\nx|")
    var area = TextArea(TextField("a"), columns: 9)
    _ = area.handle(.paste("\tb\nc"))
    #expect(area.field.text == "a\tb\nc")
  }

  @Test func `the cursor's row shows, and the cursor in it`() {
    var grid = Grid(Size(rows: 3, columns: 8), isASCII: false)
    let area = TextArea(TextField("one\ntwo\nthree\nfour"), columns: 8)
    grid.draw(area, in: Rect(row: 1, column: 0, rows: 2, columns: 8))
    #expect(grid.description == "\nthree\nfour")
    #expect(grid.cursor == Point(row: 2, column: 4))
  }

  @Test func `a full row leaves the cursor its column`() {
    var grid = Grid(Size(rows: 1, columns: 6), isASCII: false)
    let area = TextArea(TextField("abcde"), columns: 6)
    grid.draw(area, in: Rect(row: 0, column: 0, rows: 1, columns: 6))
    #expect(grid.cursor == Point(row: 0, column: 5))
  }
}
