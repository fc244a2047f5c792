// SPDX-License-Identifier: MIT

import HostileText
import SafeText
import Testing

@Suite struct InjectiveTests {
  /// The corpus, random texts, and texts one step from another.
  static let texts: [String] = {
    var generator = SeededGenerator(seed: 20_261_124)
    var texts = HostileText.corpus
    while texts.count < 20_000 {
      let text = HostileText.random(using: &generator)
      texts.append(text)
      texts.append(HostileText.mutated(text, using: &generator))
    }
    return texts
  }()

  @Test(arguments: FieldKind.allCases)
  func `the text form leads back to exactly the original scalars`(kind: FieldKind) {
    for raw in Self.texts {
      let text = VisibleText(raw, kind, showingAll: true).text
      if !VisibleText.decode(text).utf8.elementsEqual(raw.utf8) {
        Issue.record("\(Array(raw.unicodeScalars)) shown as \(text)")
      }
    }
  }

  @Test(arguments: FieldKind.allCases)
  func `different texts never look the same`(kind: FieldKind) {
    // Keys are bytes: comparing strings would take canonically equivalent ones as the same.
    var seen: [[UInt8]: [UInt8]] = [:]
    for raw in Self.texts {
      let shown = Array(VisibleText(raw, kind, showingAll: true).text.utf8)
      let bytes = Array(raw.utf8)
      if let other = seen.updateValue(bytes, forKey: shown), other != bytes {
        Issue.record("\(other) and \(bytes) look the same")
      }
    }
    #expect(seen.count > 15_000)
  }

  @Test(arguments: FieldKind.allCases)
  func `nothing but what the table allows reaches a glyph`(kind: FieldKind) {
    for raw in Self.texts.prefix(5_000) {
      for glyph in VisibleText(raw, kind).glyphs where !glyph.isLineBreak {
        let scalars = [glyph.base] + [glyph.mark, glyph.secondMark].compactMap(\.self)
        let isHarmless = scalars.allSatisfy { scalar in
          let properties = scalar.properties
          return !properties.isBidiControl && !properties.isDefaultIgnorableCodePoint
            && !Self.unseen.contains(properties.generalCategory)
        }
        if !isHarmless || !(1...2).contains(glyph.width) {
          Issue.record("\(scalars) \(glyph.width) wide, from \(Array(raw.unicodeScalars))")
        }
      }
    }
  }

  static let unseen: [Unicode.GeneralCategory] = [
    .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
  ]

  @Test(
    arguments: [
      "\\u{}", "\\u{110000}", "\\u{D800}", "\\u{041}", "\\u{4a}", "\\u{41*1}", "\\u{41*}",
      "\\u{41*02}", "\\u{41*2*2}", "\\u{41*99999999}", "\\u{41", "\\u", "\\u{-1}", "\\u{+41}",
    ])
  func `what is no token as we write it is taken literally`(text: String) {
    #expect(VisibleText.decode(text) == text)
  }
}
