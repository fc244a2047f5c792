// SPDX-License-Identifier: MIT

import Cells
import Settings
import TestSupport
import Testing

@testable import Console

@Suite struct KeyMapTests {
  /// A map as a person writes it; every line of the text is an action.
  private func read(_ text: String) -> (map: KeyMap, problems: [SettingsProblem]) {
    let (configuration, problems) = Configuration.read(
      SettingsFile(Array("{keys: {\n\(text)\n}}".utf8)))
    return (configuration.keymap, problems)
  }

  @Test func `chosen keys take the place of an action's own`() throws {
    let (map, problems) = read("undo: ['Z', 'g u'], \"tab.next\": [], down: 'J',")
    #expect(problems == [])
    let undo = try #require(Registry.action("undo"))
    #expect(map.keys(of: undo).map(\.description) == ["Z", "g u"])
    #expect(map.key("undo") == "Z")
    #expect(map.key("tab.next") == nil)
    #expect(map.key("up") == "k")
    guard case .action(let found) = map.match([.character("J")], in: .pane(.queue)) else {
      Issue.record("J does nothing")
      return
    }
    #expect(found.id == "down")
    for key in ["u", "j", "l"] as [Unicode.Scalar] {
      if case .none = map.match([.character(key)], in: .pane(.summary)) { continue }
      Issue.record("\(key) still does something")
    }
    let continuations = map.continuations(of: [.character("g")], in: .pane(.queue))
    #expect(
      continuations.map(\.sequence.description) == [
        "g u", "g l", "g j", "g g", "g i", "g b", "g p", "g a", "g r", "g c",
      ])
  }

  @Test func `a key may mean another thing in another pane`() {
    let (map, problems) = read("filter: ['x'],")
    #expect(problems == [])
    #expect(map.key("filter") == "x")
  }

  @Test(arguments: [
    ("undoo: ['Z']", "2:1", "There is no action 'undoo'. Did you mean undo?"),
    ("undo: ['PageDn']", "2:8", "'PageDn' is no key. Did you mean PgDn?"),
    ("undo: ['ctrl-z']", "2:8", "'ctrl-z' is no key. Did you mean Ctrl-Z?"),
    ("undo: ['F25']", "2:8", "'F25' is no key. Did you mean F2?"),
    ("undo: ['']", "2:8", "A key is missing; the space bar is \"Space\"."),
    ("undo: ['[']", "2:8", "[ cannot be chosen: a slow line leaves it of an arrow key."),
    ("undo: ['g O']", "2:8", "O cannot be chosen: a slow line leaves it of an arrow key."),
    ("undo: ['Ctrl-C']", "2:8", "Ctrl-C cannot be chosen: it cancels."),
    ("undo: ['Ctrl-I']", "2:8", "Ctrl-I cannot be chosen: a terminal sends the same for Tab."),
    ("undo: ['Esc']", "2:8", "Esc cannot be chosen: it always goes one step back."),
    ("help: []", "2:1", "'help' needs a key that does it alone."),
    ("quit: ['Z Z']", "2:1", "'quit' needs a key that does it alone."),
    ("back: ['Backspace']", "2:1", "'back' must keep Esc among its keys."),
    (
      "undo: ['c']", "2:8",
      "c already does 'comment'. Choose other keys for that, too, or [] to unbind it."
    ),
    (
      "filter: ['a']", "2:10",
      "a already does 'acknowledge' in Queue. Choose other keys for that, too, or [] to unbind it."
    ),
    ("undo: ['Z'],\nredo: ['Z']", "3:8", "Z already does 'undo'."),
    ("redo: ['Z'],\nundo: ['Z']", "3:8", "Z already does 'redo'."),
    (
      "undo: ['g']", "2:8",
      "g begins g l, which does 'mark.report'. Choose other keys for that, too, or [] to unbind it."
    ),
    (
      "undo: ['c c']", "2:8",
      "c c begins with c, which does 'comment'. Choose other keys for that, too, or [] to unbind it."
    ),
    ("undo: ['Z', 'Z Z']", "2:13", "Z Z begins with Z, which does the same."),
  ])
  func `what cannot be is told with its place, and no key is chosen`(
    text: String, place: String, sentence: String
  ) {
    let (map, problems) = read(text)
    #expect(problems.map(\.position.description) == [place])
    #expect(problems.map(\.sentence) == [sentence])
    #expect(map == .standard)
  }

  @Test func `two actions can exchange their keys`() {
    let (map, problems) = read("undo: ['c'], comment: ['u'],")
    #expect(problems == [])
    #expect(map.key("undo") == "c")
  }

  /// A console with keys of somebody's choosing.
  private func story(_ text: String, _ size: Size = Size(rows: 24, columns: 80)) -> Story {
    let (configuration, problems) = Configuration.read(
      SettingsFile(Array("{keys: {\(text)}}".utf8)))
    #expect(problems == [])
    return Story(size: size).tell(.configured(configuration))
  }

  @Test func `a chosen key does it, the old one does nothing, and the screen names the new`() {
    let story = story("acknowledge: ['A'], undo: ['Ctrl-Z'], suspend: [], help: ['F1']")
    story.expect(screenContains: "A acknowledge").expect(screenContains: "F1 help")
    story.press("a").expect(journal: [])
    story.press("A").expect(journal: ["acknowledged"])
    story.expect(screenContains: "Ctrl-Z takes it back.")
    story.press("Ctrl-Z").expect(journal: ["acknowledged", "undone"])
    story.press("F1").expect(screenContains: "Keys in 1 Queue")
  }

  @Test func `an unbound action is on no key, and no sentence names one`() {
    let story = story("undo: [], messages: []")
    story.press("a").expect(journal: ["acknowledged"])
    #expect(!story.screen.contains("takes it back"))
    #expect(story.screen.contains("Saved #"))
    story.press("u").expect(journal: ["acknowledged"])
  }

  @Test func `a question names the key that would take it back`() {
    let story = story("undo: ['Z']", Size(rows: 40, columns: 140)).press("3 x")
    story.expect(screenContains: "Z takes")
  }

  @Test func `quitting stays possible on a screen too small for anything else`() {
    let story = story("quit: ['Q']").resize(rows: 3, columns: 50)
    story.expect(screenContains: "Q quits.")
    #expect(!story.press("q").hasQuit)
    #expect(story.press("Q").hasQuit)
  }

  @Test func `new keys wait behind a dialog, and cancel half a sequence`() {
    var configuration = Configuration()
    configuration.keymap = read("comment: ['C'], first: ['g f'],").map
    let story = Story().press("c").tell(.configured(configuration))
    #expect(story.state.keymap == .standard)
    story.press("Esc")
    #expect(story.state.keymap == configuration.keymap)
    story.press("g").tell(.configured(Configuration()))
    #expect(story.state.pendingKeys == [])
    #expect(story.state.keymap == .standard)
  }
}
