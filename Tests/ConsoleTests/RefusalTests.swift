// SPDX-License-Identifier: MIT

import Cells
import Incidents
import TestSupport
import Testing

@testable import Console

/// What a colleague's change refuses is not lost: the dialog stays, and says why.
@Suite struct RefusalTests {
  private func conflicted(isTold: Bool) -> Story {
    let story = Story().press("w").type("zed2")
    story.colleague("bob").press("w").type("george").press("Enter").expect(journal: ["assigned"])
    if isTold { story.refresh() }
    return story.press("Enter").expect(journal: ["assigned"])
  }

  @Test(arguments: [true, false])
  func `a conflict keeps the dialog open, with the text, the owner now, and why`(isTold: Bool) {
    let story = conflicted(isTold: isTold)
    #expect(story.prompt?.field.text == "zed2")
    story.expect(
      screenContains: "Now: george.", "Not recorded: bob set the owner to george at 08:41Z.")
    #expect(story.state.notices.last?.text.contains("bob set the owner to george") == true)
    // The next Enter knows of it, and goes to the dialog.
    story.press("Enter").expect(journal: ["assigned", "assigned"])
    #expect(story.state.book.view(of: id("2972395"))?.owner.value == "zed2")
    #expect(!story.state.isZoomed && story.state.overlay == nil)
  }

  @Test func `a second Enter is no answer to a refusal nobody could read`() {
    let story = conflicted(isTold: true)
    story.pace = 100
    story.press("Enter Enter").expect(journal: ["assigned"])
    #expect(story.prompt?.field.text == "zed2")
    story.press("Enter").expect(journal: ["assigned", "assigned"])
  }

  @Test func `who went on meanwhile is not thrown back into the dialog`() {
    let story = Story().press("w").type("zed2")
    story.colleague("bob").press("w").type("george").press("Enter")
    story.holdsEffects = true
    story.press("Enter j").perform()
    #expect(story.state.overlay == nil)
    story.expect(screenContains: "Not recorded: bob set the owner to george")
  }

  @Test func `a reason and a snooze stay with what was typed, and why goes with the dialog`() {
    let story = Story([.mail]).press("3 s").type("no window")
    story.colleague("bob").press("3 i")
    story.press("Enter").expect(journal: ["response.started"])
    story.expect(screenContains: "no window", "Not recorded: ")
    let snoozed = Story().press("z Tab").type("they call back")
    snoozed.colleague("bob").press("z Tab").type("tomorrow").press("Enter")
    snoozed.press("Enter").expect(journal: ["snoozed"])
    snoozed.expect(screenContains: "they call back", "Not recorded: bob set its snooze to ")
    snoozed.press("Esc").expect(screenLacks: "Not recorded: ")
    snoozed.press("c").expect(screenLacks: "Not recorded: ")
  }
}
