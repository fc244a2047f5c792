// SPDX-License-Identifier: MIT

import Console
import DefenderWire
import FoundationEssentials
import Testing

@testable import Settings

/// That the table, the printed file, the schema and the page agree.
@Suite struct DocumentTests {
  let actions = Registry.described

  private func document(_ name: String) throws -> String {
    let package = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: package.appending(path: "Documentation/\(name)"))
    return String(decoding: data, as: UTF8.self)
  }

  @Test func `the printed file says every setting, and what it says is the default`() {
    let file = SettingsFile(Array(DefaultFile.text(actions: actions).utf8))
    #expect(file.problems == [])
    for setting in Setting.all {
      #expect(file[setting]?.value == setting.standard, "\(setting.id)")
    }
  }

  @Test func `its keys are the registry's, once their comments are gone`() throws {
    let text = DefaultFile.text(actions: actions).replacing("// \"", with: "\"")
    let file = SettingsFile(Array(text.utf8))
    let (configuration, problems) = Configuration.read(file)
    #expect(problems == [])
    for action in Registry.actions {
      #expect(configuration.keymap.keys(of: action) == action.keys, "\(action.id)")
    }
    #expect(file[.keys]?.value.keys.count == Registry.actions.count)
  }

  @Test func `the schema is current, and knows every setting and action`() throws {
    let text = try document("config.schema.json")
    #expect(
      text == ConfigurationSchema.text(actions: actions),
      "Documentation/config.schema.json is stale: run make docs")
    let schema = try JSONDocument(bytes: Array(text.utf8)).root
    let settings = schema["properties"]
    #expect(settings.map { Array($0.members).count } == Setting.all.count + 1)
    for setting in Setting.all {
      let described = settings?[setting.id]?["description"]?.string?.text
      #expect(described == setting.help)
      if case .choice(let words) = setting.kind {
        let values = settings?[setting.id]?["enum"]?.elements.compactMap { $0.string?.text }
        #expect(values == words)
      }
    }
    let keys = settings?["keys"]?["properties"]
    for action in Registry.actions {
      #expect(keys?[action.id]?["description"]?.string?.text == action.help)
    }
    #expect(keys.map { Array($0.members).count } == Registry.actions.count)
  }

  @Test func `the page is current, and its example works`() throws {
    let page = try document("config.md")
    #expect(
      page == ConfigurationGuide.text(actions: actions),
      "Documentation/config.md is stale: run make docs")
    let parts = page.split(separator: "```")
    let example = try #require(parts.first { $0.hasPrefix("json5\n") }).dropFirst(6)
    let (configuration, problems) = Configuration.read(SettingsFile(Array(example.utf8)))
    #expect(problems == [])
    #expect(configuration.keymap != .standard)
  }
}
