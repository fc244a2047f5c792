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
      case .prose: append(visible.text, to: &markdown)
      case .lines:
        for (place, line) in visible.lines.enumerated() {
          if place > 0 { markdown += "  \n" }
          // Spaces at the start of a line would make it code.
          append(line.text.trimmed, to: &markdown)
        }
      case .name, .indicator, .exact:
        append(code: isFlat ? visible.text.withTokensBeforeBars : visible.text, to: &markdown)
      }
    }
    return markdown
  }

  /// Prose, in which words that some renderer may take for a host are code.
  private static func append(_ prose: String, to markdown: inout String) {
    let words = prose.unicodeScalars.split(separator: " ", omittingEmptySubsequences: false)
    for (place, word) in words.enumerated() {
      if place > 0 { markdown += " " }
      guard word.holdsHost else {
        markdown += escaped(String(word), marks)
        continue
      }
      let start = word.firstIndex { !"([\"'".unicodeScalars.contains($0) } ?? word.startIndex
      let end = word.lastIndex { !".,;:!?)]\"'".unicodeScalars.contains($0) } ?? start
      markdown += escaped(String(word[..<start]), marks)
      append(code: String(word[start...end]).withTokensBeforeBars, to: &markdown)
      markdown += escaped(String(word[word.index(after: end)...]), marks)
    }
  }

  /// A code span; two of them side by side would be one.
  private static func append(code text: String, to markdown: inout String) {
    if markdown.utf8.last == UInt8(ascii: "`") { markdown += " " }
    markdown += code(text)
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

extension Substring.UnicodeScalarView {
  /// Whether a dot stands between a letter or digit and two letters, as in `evil.com`, or two
  /// slashes announce a host.
  fileprivate var holdsHost: Bool {
    var last3: (Unicode.Scalar, Unicode.Scalar, Unicode.Scalar) = (" ", " ", " ")
    for scalar in self {
      if last3.2 == "/", scalar == "/" { return true }
      if last3.1 == ".", last3.0.isOfWord, last3.2.properties.isAlphabetic,
        scalar.properties.isAlphabetic
      {
        return true
      }
      last3 = (last3.1, last3.2, scalar)
    }
    return false
  }
}

extension Unicode.Scalar {
  fileprivate var isOfWord: Bool {
    properties.isAlphabetic || properties.numericType != nil || self == "-"
  }
}
