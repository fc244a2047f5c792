// SPDX-License-Identifier: MIT

import Testing

@testable import Settings

@Suite struct SettingsFileTests {
  private func file(_ text: String) -> SettingsFile { SettingsFile(Array(text.utf8)) }

  @Test func `values are read with the place of their names`() {
    let file = file(
      """
      {
        "$schema": "https://example.org/config.schema.json",
        store: "/srv/soc", as: 'alice', readOnly: true, color: 256, ascii: null,
        views: { mail: 'source:office', "at night": "age:..12h sev:high.." },
        keys: { undo: "Z", "tab.next": ["g n", 'Right'], suspend: [] },
      }
      """)
    #expect(file.problems == [])
    #expect(
      file[.store] == SettingsFile.Placed(.text("/srv/soc"), at: TextPosition(line: 3, column: 3)))
    #expect(file[.author]?.value == .text("alice"))
    #expect(file[.readOnly]?.value.isTrue == true)
    #expect(file[.color]?.value == .text("256"))
    #expect(file[.ascii]?.value == .flag(false))
    let keys = file[.keys]?.value.keys ?? []
    #expect(keys.map(\.action) == ["undo", "tab.next", "suspend"])
    #expect(keys.map { $0.sequences.map(\.text) } == [["Z"], ["g n", "Right"], []])
    #expect(keys[1].sequences[1].position == TextPosition(line: 5, column: 42))
    let views = file[.views]?.value.queries ?? []
    #expect(views.map(\.name) == ["mail", "at night"])
    #expect(views.map(\.text) == ["source:office", "age:..12h sev:high.."])
  }

  @Test(arguments: ["", "  // nothing yet\n", "{}"])
  func `a file that says nothing is right`(text: String) {
    #expect(file(text) == SettingsFile())
  }

  @Test(arguments: [
    ("{colour: 'auto'}", "1:2", "There is no setting 'colour'. Did you mean color?"),
    ("{frobnicate: 1}", "1:2", "There is no setting 'frobnicate'."),
    (
      "{theme: 'drak'}", "1:9",
      "'drak' is no value of 'theme'; choose dark, light, high-contrast or mono. "
        + "Did you mean dark?"
    ),
    (
      "{color: 8}", "1:9",
      "'8' is no value of 'color'; choose auto, never, 16 or 256."
    ),
    ("{ascii: 'yes'}", "1:9", "'ascii' is a text here; true or false is expected."),
    ("{store: 'soc'}", "1:9", "'soc' is no whole path; begin with / or ~/."),
    ("{as: ''}", "1:6", "'as' is 1 to 64 bytes of printable text."),
    ("{keys: []}", "1:8", "'keys' is a list here; { \"action\": [\"key\"] } is expected."),
    (
      "{keys: {help: 1}}", "1:15",
      "The keys of 'help' are a list, such as [\"g g\", \"Home\"]; [] is none."
    ),
    ("{keys: {help: [1]}}", "1:16", "A key of 'help' is a number here; write it in quotes."),
    ("{views: {late: 1}}", "1:16", "'late' is a number here; write a query in quotes."),
    ("{views: {'': 'x'}}", "1:10", "A name is 1 to 40 bytes."),
    ("[]", "1:1", "The file is a list; { … } is expected."),
  ])
  func `a mistake names its place and what is near`(text: String, place: String, sentence: String) {
    let problems = file(text).problems
    #expect(problems.map(\.position.description) == [place])
    #expect(problems.map(\.sentence) == [sentence])
  }

  @Test func `one mistake leaves the other settings as they are`() {
    let file = file("{ stroe: '/a', color: 'never', ascii: 7 }")
    #expect(file[.color]?.value == .text("never"))
    #expect(file.values.count == 1)
    #expect(file.problems.map(\.setting) == ["store", "ascii"])
  }
}
