// SPDX-License-Identifier: MIT

import SafeText

extension Grid: CustomStringConvertible {
  /// What a reader sees: a line for each row, without trailing blanks.
  public var description: String {
    rows { cell in
      guard let glyph = cell.glyph else { return [] }
      return [glyph.base] + [glyph.mark, glyph.secondMark].compactMap(\.self)
    }
  }

  /// The role of every cell as a letter, ordinary text as a blank; see ``Role/letter``.
  public var roleDescription: String { rows { [$0.style.role.letter] } }

  /// The emphasis of every cell: the sum of bold 1, reverse 2, underline 4; none is a blank.
  public var emphasisDescription: String {
    rows { cell in
      let bits = cell.style.emphasis.rawValue
      return bits == 0 ? [" "] : Array(String(bits).unicodeScalars)
    }
  }

  private func rows(_ spelling: (Cell) -> [Unicode.Scalar]) -> String {
    var output = String.UnicodeScalarView()
    for row in 0..<size.rows {
      if row > 0 { output.append("\n") }
      var line = (0..<size.columns).flatMap { spelling(self[row, $0]) }
      while line.last == " " { line.removeLast() }
      output.append(contentsOf: line)
    }
    return String(output)
  }
}

extension Role {
  /// The letter that stands for the role in ``Grid/roleDescription``.
  public var letter: Unicode.Scalar {
    switch self {
    case .text: " "
    case .muted: "m"
    case .chrome: "c"
    case .title: "t"
    case .accent: "a"
    case .severityHigh: "H"
    case .severityMedium: "M"
    case .severityLow: "L"
    case .severityInformational: "I"
    case .yourMove: "y"
    case .overdue: "o"
    case .done: "d"
    case .warning: "w"
    case .failure: "f"
    case .token: "X"
    }
  }
}
