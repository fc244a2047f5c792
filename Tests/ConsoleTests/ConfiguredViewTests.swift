// SPDX-License-Identifier: MIT

import Settings
import TestSupport
import Testing

@testable import Console

@Suite struct ConfiguredViewTests {
  private func read(_ text: String) -> (configuration: Configuration, problems: [SettingsProblem]) {
    Configuration.read(SettingsFile(Array(text.utf8)))
  }

  @Test func `a view of the file is in the menu, filters, and names the queue`() {
    let (configuration, problems) = read("{ views: { spray: 'password spray' } }")
    #expect(problems.isEmpty)
    let story = Story().tell(.configured(configuration))
    story.press("V").expect(screenContains: "8  spray", "password spray")
    story.press("8").expect(screenContains: "view spray", "Password spray")
  }

  @Test func `a view whose query cannot be read is told with its place`() {
    let (_, problems) = read("{\n  views: { odd: 'sevrity:high' },\n}")
    #expect(problems.map(\.position.description) == ["2:17"])
    #expect(problems.first?.sentence.hasPrefix("View 'odd': ") == true)
  }
}
