// SPDX-License-Identifier: MIT

import Glibc
import Incidents
import SafeText

/// How text for people is drawn: its width, its marks, its colours.
struct TextStyle {
  /// Columns of a line where no terminal says otherwise.
  static let defaultColumns = 80

  /// Whether only ASCII marks may be drawn.
  let isASCII: Bool
  /// Whether colours may be used.
  let hasColor: Bool
  /// Columns of a line.
  let columns: Int

  /// The style for standard output as it is now.
  init(color: ColorChoice, isASCII: Bool) {
    self.isASCII = isASCII
    let isTerminal = StandardStreams.outputIsTerminal
    switch color {
    case .never: hasColor = false
    case .sixteen, .many: hasColor = isTerminal
    case .auto: hasColor = isTerminal && Variables["NO_COLOR"] == nil && Variables["TERM"] != "dumb"
    }
    columns = max(40, Self.terminalColumns ?? Self.defaultColumns)
  }

  private static var terminalColumns: Int? {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return Variables["COLUMNS"].flatMap { Int($0) }
  }

  /// Between facts on one line.
  var dot: String { isASCII ? " - " : " · " }
  /// Nothing is there.
  var none: String { isASCII ? "-" : "—" }
  /// From one time to another.
  var range: String { isASCII ? " to " : " – " }

  /// Whose move it is, in one column.
  func mark(_ turn: Turn) -> String {
    switch turn {
    case .yours: isASCII ? "*" : "●"
    case .doneHere, .answered: isASCII ? "+" : "◐"
    case .watching: isASCII ? "." : "○"
    case .closed: isASCII ? "x" : "×"
    }
  }

  /// Where a response stands, in one column or, in ASCII, three.
  func box(_ status: ResponseStatus) -> String {
    switch status {
    case .open: isASCII ? "[ ]" : "▢"
    case .inProgress: isASCII ? "[~]" : "◐"
    case .completed: isASCII ? "[x]" : "▣"
    case .failed: isASCII ? "[!]" : "✗"
    case .notRelevant: isASCII ? "[-]" : "▬"
    case .unrecognized: isASCII ? "[?]" : "?"
    }
  }

  /// A text in exactly so many columns: padded, or cut with an elision.
  func column(_ text: VisibleText, _ columns: Int) -> String {
    guard text.width > columns || text.lineCount > 1 else {
      return text.text + String(repeating: " ", count: columns - text.width)
    }
    guard isASCII, columns > 3 else {
      let cut = text.truncated(to: columns)
      return cut.text + String(repeating: " ", count: max(0, columns - cut.width))
    }
    let cut = text.truncated(to: columns - 2)
    let elided = String(String.UnicodeScalarView(cut.text.unicodeScalars.dropLast())) + "..."
    return elided + String(repeating: " ", count: max(0, columns - cut.width - 2))
  }

  /// A text of the program in exactly so many columns, a mark counting as one.
  func column(_ text: String, _ columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - text.unicodeScalars.count))
  }

  /// A text in the colour of a severity.
  func colored(_ text: String, by severity: Severity) -> String {
    guard hasColor else { return text }
    switch severity {
    case .high, .unknown, .unrecognized: return "\u{1B}[1;31m\(text)\u{1B}[0m"
    case .medium: return "\u{1B}[33m\(text)\u{1B}[0m"
    case .low, .informational: return text
    }
  }
}
