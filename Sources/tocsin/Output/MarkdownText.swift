// SPDX-License-Identifier: MIT

import SafeText

/// Data as Markdown that can only be text: no markup, no links, no HTML.
enum MarkdownText {
  private static let marks = Set("\\`*_{}[]()#+-.!|<>~@&:".unicodeScalars)

  /// Prose on one line, every sign of Markdown escaped.
  static func prose(_ raw: String) -> String {
    escaped(visible(raw).text)
  }

  /// Prose of several lines; each stays a line.
  static func paragraph(_ raw: String) -> String {
    visible(raw, .multiline).lines.map { escaped($0.text) }
      .joined(separator: "  \n")
  }

  /// A name, address or hash in a code span, defanged, so that nothing in it can be clicked.
  static func indicator(_ raw: String) -> String {
    let text = VisibleText(Defang.defanged(raw), .indicator).text
    var longest = 0
    var run = 0
    for scalar in text.unicodeScalars {
      run = scalar == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let pad = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    return text.isEmpty ? "" : fence + pad + text + pad + fence
  }

  private static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if marks.contains(scalar) { escaped.append("\\") }
      escaped.append(scalar)
    }
    return String(escaped)
  }
}
