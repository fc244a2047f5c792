// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText

/// The console's own words, with data in them at most as shown text.
func own(_ text: String, _ style: Style = .text) -> StyledText {
  StyledText(VisibleText(text, .typed), style)
}

/// One line of untrusted prose: a title, a comment.
func prose(_ text: String, _ style: Style = .text) -> StyledText {
  StyledText(VisibleText(text, .prose).warned, style)
}

/// An untrusted name or value of which every scalar counts.
func indicator(_ text: String, _ style: Style = .text) -> StyledText {
  StyledText(VisibleText(text, .indicator).warned, style)
}

extension State {
  /// What stands between two facts.
  var dot: String { Words.dot(isASCII: isASCII, isPlain: isPlain) }
  /// What stands for no value.
  var dash: String { isPlain ? "none" : isASCII ? "-" : "—" }
}

/// The console's own signs that ASCII does not have.
enum Words {
  /// The sign of what is marked.
  static func mark(isASCII: Bool) -> StyledText {
    own(isASCII ? "#" : "◆", Style(.warning, .bold))
  }

  static func dot(isASCII: Bool, isPlain: Bool = false) -> String {
    isPlain ? ", " : isASCII ? " | " : " · "
  }
}

extension String {
  /// The text with blanks up to a number of columns; for the console's own ASCII words.
  func padded(to columns: Int) -> String {
    self + String(repeating: " ", count: max(0, columns - unicodeScalars.count))
  }
}

extension Severity {
  /// What the severity looks like.
  var style: Style {
    switch self {
    case .high, .unknown, .unrecognized: Style(.severityHigh, .bold)
    case .medium: Style(.severityMedium)
    case .low: Style(.severityLow)
    case .informational: Style(.severityInformational)
    }
  }
}

extension Turn {
  /// The sign in the queue, and in ASCII.
  func sign(isASCII: Bool) -> StyledText {
    switch self {
    case .yours: own(isASCII ? "*" : "●", Style(.yourMove, .bold))
    case .doneHere, .answered: own(isASCII ? "+" : "◐", Style(.done))
    case .watching: own(isASCII ? "o" : "○", .muted)
    case .closed: own(isASCII ? "." : "◌", .muted)
    }
  }
}

extension ResponseStatus {
  /// The sign in the list of responses, and in ASCII.
  func sign(isASCII: Bool) -> StyledText {
    switch self {
    case .open: own(isASCII ? "[ ]" : "▢", .text)
    case .inProgress: own(isASCII ? "[~]" : "◐", Style(.accent))
    case .completed: own(isASCII ? "[x]" : "▣", Style(.done))
    case .failed: own(isASCII ? "[!]" : "✗", Style(.failure, .bold))
    case .notRelevant: own(isASCII ? "[-]" : "⊘", .muted)
    case .unrecognized: own(isASCII ? "[?]" : "?", Style(.warning))
    }
  }

  /// What the status looks like.
  var style: Style {
    switch self {
    case .open: .text
    case .inProgress: .accent
    case .completed: Style(.done)
    case .failed: Style(.failure, .bold)
    case .notRelevant: .muted
    case .unrecognized: Style(.warning)
    }
  }
}

extension News {
  /// The sign in the queue.
  var sign: String {
    switch self {
    case .arrived: "^"
    case .changed: "~"
    }
  }
}
