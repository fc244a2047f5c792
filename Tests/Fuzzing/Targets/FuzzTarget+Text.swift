// SPDX-License-Identifier: MIT

internal import SafeText

extension FuzzTarget {
  /// Nothing that could lie is shown, what is shown leads back to the text, and no line is too wide.
  func textFault(_ bytes: [UInt8]) -> String? {
    let raw = String(decoding: bytes, as: UTF8.self)
    let half = raw.unicodeScalars.count / 2
    let left = String(raw.unicodeScalars.prefix(half))
    let right = String(raw.unicodeScalars.dropFirst(half))
    for kind in FieldKind.allCases {
      let shown = VisibleText(raw, kind, showingAll: true)
      if shown.badges.isCut { continue }
      if !leadsBack(shown, to: raw) { return "\(kind) text does not lead back" }
      let seamed =
        VisibleText(left, kind, showingAll: true)
        + VisibleText(right, kind, showingAll: true)
      if !leadsBack(seamed, to: raw) { return "\(kind) text in halves does not lead back" }
      for text in [shown, VisibleText(raw, kind)] {
        if let fault = glyphFault(text) ?? layoutFault(text) { return "\(kind): \(fault)" }
      }
    }
    let refanged = Defang.refanged(Defang.defanged(raw))
    _ = (VisibleText.findings(in: raw).count, refanged.utf8.count)
    return nil
  }

  private func leadsBack(_ shown: VisibleText, to raw: String) -> Bool {
    VisibleText.decode(shown.text).utf8.elementsEqual(raw.utf8)
  }

  private func glyphFault(_ text: VisibleText) -> String? {
    for glyph in text.glyphs where !glyph.isLineBreak {
      guard (1...2).contains(glyph.width) else { return "a glyph \(glyph.width) wide" }
      for scalar in [glyph.base] + [glyph.mark, glyph.secondMark].compactMap(\.self) {
        let properties = scalar.properties
        if properties.isBidiControl || properties.isDefaultIgnorableCodePoint
          || Self.unseen.contains(properties.generalCategory)
        {
          return "U+\(String(scalar.value, radix: 16)) reaches the screen"
        }
      }
    }
    return nil
  }

  private func layoutFault(_ text: VisibleText) -> String? {
    for columns in [0, 1, 2, 7, 40] {
      for line in text.lines {
        if line.truncated(to: columns).width > columns { return "truncated too wide" }
        if line.truncated(to: columns, keepingTail: 3).width > columns {
          return "truncated too wide with its tail"
        }
      }
      for line in text.wrapped(to: columns) where line.width > columns {
        return "wrapped too wide"
      }
    }
    return nil
  }

  private static let unseen: [Unicode.GeneralCategory] = [
    .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
  ]
}
