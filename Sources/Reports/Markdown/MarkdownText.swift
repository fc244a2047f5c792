// SPDX-License-Identifier: MIT

import SafeText

/// Texts as Markdown that can only be text: no markup, no links, no HTML.
enum MarkdownText {
  /// Every sign that means something to one of the dialects, `=` under a line included.
  private static let marks = Set("\\`*_{}[]()#+-.!|<>~@&:=$^".unicodeScalars)
  /// What must be escaped in words of ours, which hold no markup on purpose.
  private static let wordMarks = Set("\\`*_[]<>|&~$".unicodeScalars)

  /// A text; in a flat one, data of several lines is one line.
  static func text(_ text: ReportText, isRaw: Bool, isFlat: Bool) -> String {
    var markdown = ""
    for run in text.runs {
      let visible = run.visible(isRaw: isRaw, isFlat: isFlat)
      switch run {
      case .words: markdown += escaped(visible.text, wordMarks)
      case .strong: markdown += "**" + escaped(visible.text, wordMarks) + "**"
      case .prose: markdown += escaped(visible.text, marks)
      case .lines:
        // Spaces at the start of a line would make it code.
        markdown += visible.lines.map { escaped($0.text.trimmed, marks) }.joined(separator: "  \n")
      case .indicator, .exact:
        // Two code spans side by side would be one.
        if markdown.utf8.last == UInt8(ascii: "`") { markdown += " " }
        markdown += code(isFlat ? visible.text.withTokensBeforeBars : visible.text)
      }
    }
    return markdown
  }

  /// A name, address or hash in a code span, so that nothing in it can be clicked.
  private static func code(_ text: String) -> String {
    var longest = 0
    var run = 0
    for scalar in text.unicodeScalars {
      run = scalar == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let scalars = text.unicodeScalars
    let pad = scalars.first == "`" || scalars.last == "`" ? " " : ""
    return text.isEmpty ? "" : fence + pad + text + pad + fence
  }

  private static func escaped(_ text: String, _ marks: Set<Unicode.Scalar>) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if marks.contains(scalar) { escaped.append("\\") }
      escaped.append(scalar)
    }
    return String(escaped)
  }
}

extension String {
  /// The text with a token for every backslash before a `|`, which a table would take for an escape.
  fileprivate var withTokensBeforeBars: String {
    guard utf8.contains(0x7C) else { return self }
    var output = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar == "|", output.last == "\\" {
        output.removeLast()
        output.append(contentsOf: "\\u{5C}".unicodeScalars)
      }
      output.append(scalar)
    }
    return String(output)
  }

  /// Without the spaces around it.
  var trimmed: String {
    String(withoutTrailingSpaces.unicodeScalars.drop { $0 == " " })
  }
}
