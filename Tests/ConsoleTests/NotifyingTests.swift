// SPDX-License-Identifier: MIT

import Cells
import Incidents
import Settings
import TestSupport
import Testing

@testable import Console

@Suite struct NotifyingTests {
  private func story(_ way: String = "osc9") -> Story {
    let (configuration, problems) = Configuration.read(
      SettingsFile(Array(#"{"notify": "\#(way)"}"#.utf8)))
    #expect(problems.isEmpty)
    return Story().tell(.configured(configuration))
  }

  private func told(_ story: Story, _ incident: SampleIncident) -> Int {
    story.arrives(incident)
    return story.notifications
  }

  @Test func `it is off unless asked for`() {
    #expect(told(Story(), yours("3000000")) == 0)
    #expect(told(story("off"), yours("3000000")) == 0)
  }

  @Test func `what comes in as your move, or becomes it, is told`() {
    let story = story()
    #expect(told(story, yours("3000000")) == 1)
    var spray = SampleIncident.spray
    spray.texts["status"] = "awaitingAction"
    spray.texts["lastUpdateDateTime"] = "2026-11-23T09:59:00Z"
    #expect(told(story, spray) == 2)
  }

  @Test func `what is your move already or not at all is not told`() {
    let story = story()
    var mail = SampleIncident.mail
    mail.texts["displayName"] = "Another title"
    mail.texts["lastUpdateDateTime"] = "2026-11-23T09:59:00Z"
    #expect(told(story, mail) == 0)
    let watched = SampleIncident(id: "3", title: "New", severity: "high", status: "active")
    #expect(told(story, watched) == 0)
  }

  @Test func `what the analyst does is no news to the analyst`() {
    let story = story().press("3 x y R Esc 1 a u")
    #expect(story.notifications == 0)
  }

  @Test func `a dialog keeps the news back, but not the call, and there is one call`() {
    let story = story().press("y")
    #expect(told(story, yours("3000000")) == 1)
    #expect(story.state.queue.count == 6)
    story.press("Esc")
    #expect(story.state.queue.count == 7)
    #expect(story.notifications == 1)
  }

  private func yours(_ id: String) -> SampleIncident {
    SampleIncident(id: id, title: "New", severity: "high", status: "awaitingAction")
  }
}
