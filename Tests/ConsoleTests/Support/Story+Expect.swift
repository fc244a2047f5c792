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
