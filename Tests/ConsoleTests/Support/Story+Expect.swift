// SPDX-License-Identifier: MIT

import Incidents
import TestSupport
import Testing

@testable import Console

extension Story {
  /// Expects texts on the screen.
  @discardableResult
  func expect(
    screenContains texts: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) -> Story {
    let screen = screen
    for text in texts {
      #expect(
        screen.contains(text), "“\(text)” is not on the screen:\n\(screen)",
        sourceLocation: sourceLocation)
    }
    return self
  }

  /// The words in the dialog on top, without borders and line breaks: a dialog may wrap.
  var words: String {
    screen.split(separator: "\n").compactMap { line in
      guard let first = line.firstIndex(of: "│"), let last = line.lastIndex(of: "│"),
        first < last
      else { return nil }
      return String(line[line.index(after: first)..<last])
    }.joined(separator: " ").split(separator: " ").joined(separator: " ")
  }

  /// Expects the whole screen, line by line.
  func expect(screen expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
    let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == wanted.count, sourceLocation: sourceLocation)
    for (row, (line, want)) in zip(lines, wanted).enumerated() where line != want {
      Issue.record("row \(row)\nis      \(line)\nshould be \(want)", sourceLocation: sourceLocation)
    }
  }

  /// Expects a text nowhere on the screen.
  @discardableResult
  func expect(
    screenLacks text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) -> Story {
    #expect(
      !screen.contains(text), "“\(text)” is on the screen:\n\(screen)",
      sourceLocation: sourceLocation)
    return self
  }

  /// Expects what people recorded.
  @discardableResult
  func expect(
    journal kinds: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) -> Story {
    #expect(journal == kinds, sourceLocation: sourceLocation)
    return self
  }

  /// Expects the selected incident.
  @discardableResult
  func expect(
    selected id: String?, sourceLocation: SourceLocation = #_sourceLocation
  ) -> Story {
    #expect(state.selectedID?.text == id, sourceLocation: sourceLocation)
    return self
  }

  /// The question on top, if there is one.
  var question: Console.Confirmation? {
    if case .confirm(let question) = state.overlay { question } else { nil }
  }

  /// The prompt on top, if there is one.
  var prompt: Prompt? {
    if case .prompt(let prompt) = state.overlay { prompt } else { nil }
  }
}

/// The id, which is known to be good.
func id(_ text: String) -> IncidentID {
  guard let id = IncidentID(text) else { preconditionFailure("not an id: \(text)") }
  return id
}
