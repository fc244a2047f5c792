// SPDX-License-Identifier: MIT

import Cells
import IncidentStore
import Incidents
import Synchronization
import TestSupport
import Testing

@testable import Console

@Suite struct DraftTests {
  @Test func `Esc keeps a comment as a draft, also one cleared by hand`() {
    let story = Story().press("c").type("half a th").press("Esc")
    story.expect(journal: []).expect(screenContains: "Kept as a draft, not recorded.")
    // It belongs to its incident.
    story.press("j c").expect(screenLacks: "half a th").press("Esc k c")
    #expect(story.prompt?.field.text == "half a th")
    story.type("ought").press("Enter").expect(journal: ["commented"])
    story.press("c")
    #expect(story.prompt?.field.text == "")
    #expect(!story.state.drafts.values.contains { !$0.isEmpty })
  }

  @Test func `where the screen is too small no key reaches a text or a question, or quits`() {
    let story = Story().press("c").type("half a th").resize(rows: 10, columns: 40)
    story.expect(screenContains: "Enlarge it.", "Your text is kept.", "No key does anything here.")
    story.type(" more text q").press("Enter Esc Ctrl-C").paste("lost").expect(journal: [])
    #expect(!story.hasQuit)
    story.resize(rows: 24, columns: 80).type("ought")
    #expect(story.prompt?.field.text == "half a thought")
    story.press("Esc 3 x").resize(rows: 10, columns: 40).press("y q Esc").expect(journal: [])
    #expect(!story.hasQuit && story.question != nil)
    story.expect(screenContains: "The question waits.")
    story.resize(rows: 24, columns: 80).press("Esc").resize(rows: 10, columns: 40)
    story.expect(screenContains: "q quits.").press("q")
    #expect(story.hasQuit)
  }

  @Test func `a comment survives a failed commit and is given up once recorded`() {
    let isFailing = Mutex(true)
    let clock = FixedClock()
    let store = ObstructedStore(MemoryStore(holding: SampleIncident.queue, clock: clock)) {
      () throws(StoreError) in
      if isFailing.withLock({ $0 }) { throw .busy(holder: "bob") }
    }
    let story = Story(on: store, clock: clock).press("c").type("keep me").press("Enter")
    story.expect(journal: []).expect(screenContains: "Not recorded.").press("c")
    #expect(story.prompt?.field.text == "keep me")
    isFailing.withLock { $0 = false }
    story.press("Enter").expect(journal: ["commented"]).press("c")
    #expect(story.prompt?.field.text == "")
  }

  @Test func `a reason survives a conflict, which names who was first`() {
    let alice = Story()
    let bob = alice.colleague("bob")
    alice.press("3 s").type("no window")
    bob.press("3 i").expect(journal: ["response.started"])
    alice.press("Enter y").expect(journal: ["response.started"])
    alice.expect(
      screenContains: "Not recorded: bob set it to in progress at 08:41Z (Isolate device")
    alice.press("s")
    #expect(alice.prompt?.field.text == "no window")
    alice.press("Enter y").expect(journal: ["response.started", "response.skipped"])
  }

  @Test func `a resolution's comment survives Esc, a paste into it as well`() {
    let story = Story().press("R Tab Tab").type("see ").paste("ticket\n7").press("Esc")
    story.expect(journal: []).expect(screenContains: "Kept as a draft").press("R")
    guard case .resolve(let form) = story.state.overlay else {
      Issue.record("no form")
      return
    }
    #expect(form.comment.text == "see ticket\n7")
  }

  @Test func `what was typed since is not given up with what was recorded`() {
    let story = Story()
    story.holdsEffects = true
    story.press("c").type("one").press("Enter c").type(" two").perform().press("Esc c")
    #expect(story.prompt?.field.text == "one two")
    story.expect(journal: ["commented"])
  }
}
