// SPDX-License-Identifier: MIT

import SafeText

/// Texts as HTML that can only be text; data never stands in an attribute.
enum HTMLText {
  /// Words of ours.
  static func words(_ text: String) -> String { marked(VisibleText(text, .typed)) }

  /// A text, in which data cannot change the direction of what surrounds it.
  static func text(_ text: ReportText, isRaw: Bool) -> String {
    text.runs.map { run in
      let html = marked(run.visible(isRaw: isRaw))
      return switch run {
      case .words: html
      case .strong: "<strong>\(html)</strong>"
      case .prose, .lines: "<bdi>\(html)</bdi>"
      case .name, .indicator, .exact: "<code><bdi>\(html)</bdi></code>"
      }
    }.joined()
  }

  /// Glyphs as HTML: what stands for something refused is set off, as it is on the screen.
  private static func marked(_ text: VisibleText) -> String {
    var html = String.UnicodeScalarView()
    var isToken = false
    for glyph in text.glyphs {
      if glyph.isToken != isToken {
        html.append(contentsOf: (isToken ? "</span>" : "<span class=\"t\">").unicodeScalars)
        isToken = glyph.isToken
      }
      if glyph.isLineBreak {
        html.append(contentsOf: "<br>".unicodeScalars)
        continue
      }
      escape(glyph.base, to: &html)
      if let mark = glyph.mark { html.append(mark) }
      if let mark = glyph.secondMark { html.append(mark) }
    }
    if isToken { html.append(contentsOf: "</span>".unicodeScalars) }
    return String(html)
  }

  private static func escape(_ scalar: Unicode.Scalar, to html: inout String.UnicodeScalarView) {
    switch scalar {
    case "&": html.append(contentsOf: "&amp;".unicodeScalars)
    case "<": html.append(contentsOf: "&lt;".unicodeScalars)
    case ">": html.append(contentsOf: "&gt;".unicodeScalars)
    case "\"": html.append(contentsOf: "&quot;".unicodeScalars)
    case "'": html.append(contentsOf: "&#39;".unicodeScalars)
    default: html.append(scalar)
    }
  }
}

/// A length in a drawing: two decimals, never an exponent.
func svg(_ length: Double) -> String {
  let hundredths = Int((length * 100).rounded())
  let rest = abs(hundredths % 100)
  return "\(hundredths < 0 ? "-" : "")\(abs(hundredths) / 100).\(rest < 10 ? "0" : "")\(rest)"
}
