// SPDX-License-Identifier: MIT

import SafeText

/// Fields and records of comma-separated values (RFC 4180) that no spreadsheet takes for a formula.
public enum CSVText {
  /// A record of fields, with its line end.
  public static func record(_ fields: [String]) -> String {
    fields.joined(separator: ",") + "\r\n"
  }

  /// A text as a field: visible, behind an apostrophe where a spreadsheet would compute it, and
  /// quoted where it holds a sign of the format.
  public static func field(_ raw: String) -> String { field(VisibleText(raw, .typed), of: raw) }

  /// A visible text as a field, and what it was made of.
  static func field(_ visible: VisibleText, of raw: String) -> String {
    var text = defused(visible.text)
    if let first = raw.unicodeScalars.first, formulaStarts.contains(first),
      text.unicodeScalars.first != "'"
    {
      text = "'" + text
    }
    let isQuoted = text.utf8.contains { [0x22, 0x2C, 0x3B, 0x0A, 0x0D].contains($0) }
    guard isQuoted else { return text }
    // By scalars: a quote with a combining mark is a quote.
    var quoted: String.UnicodeScalarView = "\"".unicodeScalars
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }

  /// An apostrophe before every sign that begins a formula: at the start, and after a semicolon,
  /// because a spreadsheet of another country divides there, whatever is quoted.
  private static func defused(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    var isStart = true
    for scalar in text.unicodeScalars {
      if isStart && formulaStarts.contains(scalar) { output.append("'") }
      output.append(scalar)
      switch scalar {
      case ";": isStart = true
      case " ", "\"": break
      default: isStart = false
      }
    }
    return String(output)
  }

  private static let formulaStarts: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "\0", "\u{FF0B}", "\u{FF0D}", "\u{FF1D}", "\u{FF20}",
  ]
}
