// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// The sign of a line break where there is one line only.
private func breakSign(isASCII: Bool) -> String { isASCII ? " / " : " ⏎ " }

/// One line of what a person wrote, its line breaks drawn as a sign of the chrome: what is refused
/// looks otherwise.
func onOneLine(_ text: String, _ style: Style, isASCII: Bool) -> [StyledText] {
  let lines = text.textLines
  return lines.enumerated().flatMap { place, line in
    place < lines.count - 1
      ? [own(line, style), own(breakSign(isASCII: isASCII), .chrome)] : [own(line, style)]
  }
}

extension String {
  /// The lines of a text; a CR before a line break belongs to it.
  fileprivate var textLines: [String] {
    let lines = unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { place, line in
      String(place < lines.count - 1 && line.last == "\r" ? line.dropLast() : line)
    }
  }

  /// The text on one line, with a sign for each line break.
  func onOneLine(isASCII: Bool) -> String {
    textLines.joined(separator: breakSign(isASCII: isASCII))
  }
}

extension State {
  /// What a line of the journal says, on one line; what the service wrote keeps its tokens.
  func onOneLine(_ phrase: String, of entry: JournalEntry) -> String {
    entry.event.isObservation ? phrase : phrase.onOneLine(isASCII: isASCII)
  }
}

extension Confirmation.Fact {
  /// A text of a person's, which may have several lines.
  static func text(_ label: String, _ value: String) -> Confirmation.Fact {
    var fact = Confirmation.Fact(label: label, value: value)
    fact.keepsLines = true
    return fact
  }

  /// What is drawn of its value.
  var shown: VisibleText {
    keepsLines ? VisibleText(value, .multiline, showingAll: true) : VisibleText(value, .typed)
  }
}
