// SPDX-License-Identifier: MIT

import Cells
import Incidents
import TestSupport
import Testing

@testable import Console

/// Notes, tags, snoozes and classification at the keyboard.
@Suite struct WritingTests {
  private func written(_ story: Story) -> Written { story.state.selectedView?.written ?? Written() }

  @Test func `a note is written part by part and saved from anywhere`() {
    let story = Story().press("e").type("stolen hash").press("Tab").type("call IT")
      .press("Ctrl-J").type("then isolate").press("Tab Tab").type("2h").press("Ctrl-S")
    story.expect(journal: ["noted"])
    #expect(written(story).hypothesis.value == "stolen hash")
    #expect(written(story).nextStep.value == "call IT\nthen isolate")
    #expect(written(story).due.value?.dayAndTime == "2026-11-23 10:41Z")
    #expect(story.kept.isEmpty)
    // Only what is changed is recorded.
    story.press("e Tab Tab").type("no key").press("Ctrl-S")
    story.expect(journal: ["noted", "noted"])
    #expect(written(story).hypothesis.value == "stolen hash")
    story.press("2 Enter l l l l")
      .expect(screenContains: "Hypothesis  stolen hash", "Blocker     no key")
    story.press("u").expect(journal: ["noted", "noted", "undone"])
    #expect(written(story).blocker.value == "")
  }

  @Test func `Cancel comes before Save, and Esc keeps what was typed`() {
    let story = Story().press("e").type("half").press("Esc")
    story.expect(journal: []).expect(screenContains: "Kept as a draft, not recorded.")
    #expect(story.kept == [.note(id("2972395"), .hypothesis): "half"])
    story.press("e").type(" done").press("Shift-Tab Enter")
    story.expect(journal: ["noted"])
    #expect(written(story).hypothesis.value == "half done")
    story.press("e Enter Enter Enter Enter Enter")
    story.expect(journal: ["noted"]).expect(screenContains: "Nothing was recorded.")
  }

  @Test func `a due time that cannot be read is asked for again`() {
    let story = Story().press("e Tab Tab Tab").type("soon").press("Ctrl-S")
    story.expect(journal: []).expect(screenContains: "Due: write 30m")
    story.press("Ctrl-U").type("09:30").expect(screenContains: "= 2026-11-23 09:30Z, in 49m")
    story.press("Ctrl-S").expect(journal: ["noted"])
  }

  @Test func `line breaks of a comment are no attack; other controls stay tokens`() {
    let story = Story(ManyTests.dozen).press("* c").type("y").press("Ctrl-J").paste("q\u{1B}\r\na")
    story.press("Enter").expect(
      screenContains: "│ Comment   y ", "│           q\\u{1B}", "│           a ")
    story.press("y g j").expect(screenContains: "commented: y ⏎ q\\u{1B} ⏎ a")
    story.expect(screenLacks: "\\u{A}").press("Enter").expect(screenLacks: "\\u{A}")
    story.expect(screenContains: "commented: y ", "  a ").press("Esc u")
    story.expect(screenContains: "Take back on 12 incidents", "commented: y ")
    story.expect(screenLacks: "\\u{A}").press("y")
    #expect(story.state.notices.last?.text.contains("commented: y ⏎ q\u{1B} ⏎ a") == true)
    // What an attacker wrote is no text of a person's.
    var incident = SampleIncident.spray
    incident.texts["displayName"] = "one\ntwo"
    Story([incident]).press("R l Tab l Tab Tab Tab Enter")
      .expect(screenContains: "one\\u{A}two")
  }

  @Test func `tags that are repeated elsewhere record only what they change there`() {
    let story = Story().press("t").type("vip").press("Enter t Ctrl-U").type("seen").press("Enter")
    story.press("j .").expect(journal: ["tagged", "tagged", "tagged"])
    #expect(story.state.book.actions.last?.phrase() == "tagged seen")
    // What is repeated is what was typed.
    story.press("j t").type("vip").press("Enter k t").type("vip").press("Enter j t Ctrl-U")
      .type("seen").press("Enter k .")
    #expect(story.state.book.actions.last?.phrase() == "took off vip")
    story.press(".").expect(screenContains: "Repeat: It is tagged so already.")
  }

  @Test func `a comment takes several lines`() {
    let story = Story().press("c").type("one").press("Ctrl-J").type("two").paste("\nthree")
    story.expect(screenContains: "│ one ", "│ two ", "│ three ")
    story.press("Up Up End").type("!").press("Enter").expect(journal: ["commented"])
    #expect(story.state.selectedView?.remarks.last?.text == "one!\ntwo\nthree")
  }

  @Test(arguments: [
    (String(repeating: "x", count: 121), "A tag is at most 120 bytes"),
    ("-vip", "A tag cannot begin with -"),
  ])
  func `a tag that cannot be one is refused, and what was typed stays`(
    tag: String, sentence: String
  ) {
    let story = Story().press("t").type(tag).press("Enter")
    story.expect(screenContains: sentence)
    story.expect(journal: [])
    guard case .prompt = story.state.overlay else {
      Issue.record("the prompt is gone")
      return
    }
  }

  @Test func `tags are edited as a list and completed from those known`() {
    let story = Story().press("j j t").type("vip, night").press("Enter").expect(journal: ["tagged"])
    story.press("g g t").type("ni").expect(screenContains: "Tab completes: night")
    story.press("Tab").press("Enter")
    #expect(story.state.selectedView?.shownTags.map(\.name) == ["Finance", "night"])
    // Taking one away takes it off; Defender's stays visible as such.
    story.press("t Ctrl-U").type("night").press("Enter")
    #expect(story.state.selectedView?.tagsTakenOff == ["Finance"])
    story.expect(journal: ["tagged", "tagged", "tagged"])
    story.press("t Enter").expect(screenContains: "Nothing was changed")
    story.press("u").expect(journal: ["tagged", "tagged", "tagged", "undone"])
    #expect(story.state.selectedView?.shownTags.map(\.name) == ["Finance", "night"])
  }

  @Test func `what is snoozed sinks, says until when, and is counted`() {
    let story = Story().press("z l Enter").type("site IT calls back").press("Enter")
    story.expect(journal: ["snoozed"]).expect(screenContains: "4 your move, 1 snoozed")
    story.expect(screenContains: "z 12:41Z    HIGH   Multi-stage")
    #expect(story.state.queuePane.place == 3)
    #expect(story.state.selectedID == id("2972395"))
    story.expect(screenContains: "Snoozed   until 2026-11-23 12:41Z by alice: site IT")
  }

  @Test func `the clock wakes it and says so`() {
    let story = Story().press("z h h Enter").type("back at once").press("Enter g g")
    story.expect(screenContains: "1 snoozed")
    let start = story.state.now.milliseconds
    story.tell(.ticked(Timestamp(milliseconds: start + 29 * 60_000)))
    story.expect(screenContains: "1 snoozed")
    // Behind a dialog nothing moves.
    story.press("c").tell(.ticked(Timestamp(milliseconds: start + 31 * 60_000)))
    story.expect(screenContains: "1 snoozed").press("Esc")
    story.tell(.ticked(Timestamp(milliseconds: start + 32 * 60_000)))
    story.expect(screenLacks: "snoozed").expect(screenContains: "awake again", "back at once")
    #expect(story.state.queuePane.shown.first == id("2972395"))
  }

  @Test func `a snooze needs a reason, waits for a response, and is ended early`() {
    let story = Story().press("z Enter Enter").expect(journal: [])
    story.expect(screenContains: "A snooze needs a reason").type("they are on it")
    story.press("Up l l l l").expect(screenContains: "until the selected response is done")
    story.press("Enter Enter").expect(journal: ["snoozed"])
    story.expect(screenContains: "z resp.")
    story.press("z").expect(screenContains: "wake it now", "they are on it").press("Enter")
    story.expect(journal: ["snoozed", "woken"]).expect(screenLacks: "1 snoozed")
  }

  @Test func `a time can be typed, and one that is past is refused`() {
    let story = Story().press("z").type("08:00").press("Enter")
    story.expect(screenContains: "wakes 2026-11-24 08:00Z")
    story.press("Up Ctrl-U").type("2020-01-01").press("Enter")
    story.expect(screenContains: "one to come").press("Esc").expect(journal: [])
  }

  @Test func `what asks nothing cannot be snoozed`() {
    Story().press("G z").expect(screenContains: "Snooze: It asks nothing of you now")
  }

  @Test func `an incident is classified and stays open`() {
    let story = Story().press("K l Tab l Tab").expect(screenLacks: "Comment")
    story.press("Tab Enter").expect(journal: ["classified"])
    #expect(story.state.selectedView?.turn.isYours == true)
    #expect(story.state.selectedView?.resolution.value.classification == .truePositive)
  }

  @Test func `an editor's text comes back into the form, not into the journal`() {
    let story = Story()
    story.edits = { .text($0 + "\nfrom the editor") }
    story.press("c").type("typed").press("Ctrl-X Ctrl-E")
    story.expect(journal: []).expect(screenContains: "from the editor", "nothing is recorded yet")
    #expect(story.kept == [.comment(id("2972395")): "typed\nfrom the editor"])
    story.press("Enter").expect(journal: ["commented"])
    story.press("e Tab").type("a").press("Ctrl-X Ctrl-E Ctrl-S")
    #expect(written(story).nextStep.value == "a\nfrom the editor")
  }

  @Test func `an editor that fails leaves the text as it was`() {
    let story = Story()
    story.edits = { _ in .failed("The editor ended with status 1.") }
    story.press("c").type("typed").press("Ctrl-X Ctrl-E")
    story.expect(screenContains: "The editor ended with status 1. Your text is kept.")
    #expect(story.prompt?.field.text == "typed")
    // Any other second key cancels, and the first alone does nothing.
    story.press("Ctrl-X a b")
    #expect(story.prompt?.field.text == "typedb")
  }

  @Test func `drafts of a console that is gone are offered and go on`() {
    let story = Story()
    story.tell(.draftsFound([.comment(id("2972395")): "half a th"]))
    story.expect(screenContains: "A draft for 2972395 was kept: c continues it.")
    story.press("c").type("ought").press("Enter").expect(journal: ["commented"])
    #expect(story.state.selectedView?.remarks.last?.text == "half a thought")
    #expect(story.kept.isEmpty)
  }

  @Test func `a found draft does not write over what is being typed`() {
    let story = Story().press("c").type("mine")
    story.tell(.draftsFound([.comment(id("2972395")): "old", .snooze(id("1")): "x"]))
    #expect(story.state.drafts[.comment(id("2972395"))] == "mine")
    #expect(story.kept.count == 2)
  }

  @Test(arguments: [
    Draft.comment(id("1")), .note(id("1"), .due), .snooze(id("1")), .resolution(id("1")),
    .reason(id("1"), response: "a b", .skipped),
  ])
  func `a draft's name reads back`(draft: Draft) {
    #expect(Draft(key: draft.key) == draft)
    #expect(Draft(key: draft.key + ["x"]) == nil)
    #expect(Draft(key: Array(draft.key.dropLast())) == nil)
  }

  @Test(arguments: [
    Size(rows: 12, columns: 60), Size(rows: 24, columns: 80), Size(rows: 50, columns: 200),
  ])
  func `the forms fit every screen`(size: Size) {
    Story(size: size).press("e").expect(screenContains: "Hypothesis", "Due", "Cancel", "Tab next")
    Story(size: size).press("z").expect(screenContains: "Reason", "Esc cancel")
    Story(size: size).press("c").expect(screenContains: "Enter record it", "Esc keep as a draft")
  }
}
