// SPDX-License-Identifier: MIT

import Cells
import Incidents
import SafeText
import TestSupport
import Testing

@testable import Console

@Suite struct RegistryTests {
  /// The actions that write something.
  static let recording: [Action] = Registry.actions.filter {
    ($0.group == .incident || $0.group == .response) && !["copy", "clocks"].contains($0.id)
  }

  @Test func `every action has a name, a line of help and keys that can be written down`() {
    var ids: Set<String> = []
    for action in Registry.actions {
      #expect(ids.insert(action.id).inserted, "\(action.id) is there twice")
      #expect(!action.title.isEmpty && action.help.hasSuffix("."), "\(action.id)")
      #expect(action.help.utf8.count <= 500, "the palette looks for no longer text")
      let isCommand = action.argument?.isRequired == true
      #expect(!action.keys.isEmpty || isCommand, "\(action.id) has no keys")
      for sequence in action.keys {
        #expect(KeySequence(sequence.description) == sequence, "\(action.id): \(sequence)")
      }
    }
  }

  @Test(arguments: Pane.allCases)
  func `no key means two things in a pane, nor does one begin another`(pane: Pane) {
    let keys = Registry.actions.filter { $0.scope.covers(pane) }
      .flatMap { action in action.keys.map { (action.id, $0.keys) } }
    for (place, (id, sequence)) in keys.enumerated() {
      for (other, longer) in keys[(place + 1)...] {
        let isClear = !longer.starts(with: sequence) && !sequence.starts(with: longer)
        #expect(isClear, "\(id) and \(other) share \(KeySequence(sequence))")
      }
    }
  }

  /// What is left of an arrow key that a slow line tore apart.
  @Test func `no letter of a torn escape sequence does anything`() {
    let torn: [Unicode.Scalar] = ["O", "[", "~", "A", "B", "C", "D", "H", "F"]
    let digits: [Unicode.Scalar] = ["0", "4", "5", "6", "7", "8", "9"]
    for pane in Pane.allCases {
      for scalar in torn + digits {
        if case .none = KeyMap.standard.match([.character(scalar)], in: .pane(pane)) { continue }
        Issue.record("\(scalar) is bound in \(pane)")
      }
      for digit in ["1", "2", "3"] as [Unicode.Scalar] {
        guard case .action(let action) = KeyMap.standard.match([.character(digit)], in: .pane(pane))
        else {
          continue
        }
        #expect(action.group == .move)
      }
    }
  }

  @Test(arguments: Pane.allCases)
  func `every hint of the footer names a key that does it`(pane: Pane) {
    let story = Story().press("\(pane.rawValue)")
    let hints = Array(FooterScreen.hints(story.state, FooterScreen.likeliest(story.state)))
    #expect(hints.count > 5)
    for hint in hints {
      let keys = KeySequence(hint[0].text.text)?.keys ?? []
      guard case .action(let action) = KeyMap.standard.match(keys, in: .pane(pane)) else {
        Issue.record("\(hint) in \(pane)")
        continue
      }
      #expect(action.hint == hint[1].text.text)
    }
  }

  @Test func `the footer keeps help and the way out at every width`() {
    for columns in 60...200 {
      let story = Story(size: Size(rows: 24, columns: columns))
      let footer = story.screen.split(separator: "\n", omittingEmptySubsequences: false).last
      #expect(footer?.hasSuffix("? help   q quit") == true, "\(columns): \(footer ?? "")")
    }
  }

  @Test(arguments: Pane.allCases)
  func `help lists every action of the pane, and why it cannot be done`(pane: Pane) {
    let story = Story(size: Size(rows: 24, columns: 300)).press("\(pane.rawValue)")
    let lines = HelpScreen.lines(story.state, ActionList()).map {
      $0.parts.map(\.text.text).joined()
    }
    let text = lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
    for action in Registry.actions {
      let shown = action.disabled(story.state).map { "not now: \($0)" } ?? action.help
      let argument = action.argument.map { " \($0.name)" } ?? ""
      let row = "\(action.title)\(argument) \(shown)"
      #expect(text.contains(row) == action.scope.covers(pane), "\(action.id)")
    }
  }

  @Test func `the page of keys is what the table says`() {
    #expect(
      SourceFile("Documentation/keys.md").text == Registry.markdown,
      "Documentation/keys.md is stale: run make docs")
    for action in Registry.actions {
      #expect(Registry.markdown.contains("| \(action.title) | `"), "\(action.id)")
      #expect(Registry.markdown.contains(action.help), "\(action.id)")
    }
  }

  @Test func `what is recorded on a response or a closed incident is marked as dangerous`() {
    let grave = Registry.actions.filter { $0.danger == .grave }.map(\.id)
    let hard = Registry.actions.filter { $0.danger == .hard }.map(\.id)
    #expect(grave == ["resolve", "response.complete"])
    #expect(
      hard == [
        "skip.open", "response.skip", "approval.approve", "approval.perform", "containment.lift",
        "plan.complete",
        "plan.complete-target", "readiness.remove",
      ])
  }

  @Test(arguments: recording.map(\.id))
  func `nothing can be recorded in a store that can only be read`(name: String) throws {
    let action = try #require(Registry.action(name))
    for pane in Pane.allCases where action.scope.covers(pane) {
      let story = Story().press("\(pane.rawValue)").set { $0.readOnlyReason = "It is somebody's." }
      for sequence in action.keys { story.press(sequence.description) }
      #expect(story.state.overlay == nil)
      story.expect(journal: []).expect(screenContains: "\(action.title): It is somebody's.")
    }
  }

  @Test func `a store that becomes read-only under an open question takes no answer`() {
    let story = Story().press("3 x").tell(.becameReadOnly("Its disk failed."))
    story.press("y").expect(journal: [])
      .expect(screenContains: "Not recorded. Its disk failed.")
  }
}
