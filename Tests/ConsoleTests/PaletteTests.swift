// SPDX-License-Identifier: MIT

import Cells
import Incidents
import TestSupport
import Testing

@testable import Console

@Suite struct PaletteTests {
  @Test(arguments: [(":", "ack"), (":", "acknowledge"), ("?", "ack"), ("?", "a")])
  func `an action is found by its name or key and done as by its key`(open: String, typed: String) {
    Story().press(open).type(typed).press("Enter").expect(journal: ["acknowledged"])
  }

  @Test func `what cannot be done says why and stays on the screen`() {
    let story = Story().press(":").type("reopen")
    story.expect(screenContains: "o             Reopen                not now: It is already open.")
    story.press("Enter").expect(screenContains: " Reopen: It is already open.").expect(journal: [])
    #expect(story.state.overlay != nil)
  }

  @Test func `what is done in another pane is not done from here`() {
    let story = Story().press(":").type("mark done").press("Enter").expect(journal: [])
    story.expect(screenContains: "not here: only in 3 Responses.")
    #expect(story.question == nil)
  }

  @Test func `what asks when its key is pressed asks when it is named`() {
    let story = Story().press("3 :").type("mark done").press("Enter")
    #expect(story.question?.title == "Mark done")
    story.press("Enter").expect(journal: [])
    story.press("?").type("mark done").press("Enter y").expect(journal: ["response.completed"])
  }

  @Test func `nothing can be recorded by name in a store that can only be read`() {
    let story = Story().set { $0.readOnlyReason = "It is somebody's." }
    story.press(":").type("assign bob").press("Enter").expect(journal: [])
      .expect(screenContains: "Assign: It is somebody's.")
    story.press("Esc :").type("comment hello").press("Enter").expect(journal: [])
  }

  @Test(arguments: [("assign bob", "bob"), ("assign me", "alice"), ("assign  car", "car")])
  func `an owner is named behind the action, as typed`(typed: String, owner: String) {
    let story = Story().press(":").type(typed).press("Enter").expect(journal: ["assigned"])
    #expect(story.state.selectedView?.owner.value == owner)
  }

  @Test func `Tab completes the action, then its argument`() {
    let story = Story().press(":").type("assi").press("Tab")
    story.expect(screenContains: ": assign", "carol")
    story.type("car").press("Tab Enter").expect(journal: ["assigned"])
    #expect(story.state.selectedView?.owner.value == "carol@contoso.com")
  }

  @Test func `Down chooses among what is offered`() {
    let story = Story().press(":").type("assign c").press("Down Enter")
    #expect(story.state.selectedView?.owner.value == "carol@contoso.com")
  }

  @Test func `an action with nothing behind it is done as by its key`() {
    #expect(Story().press(":").type("assign ").press("Enter").prompt != nil)
    #expect(Story().press(":").type("assign").press("Enter").prompt != nil)
  }

  @Test func `an incident is opened by its id, and found by its title`() {
    let story = Story().press(":").type("open 2972388").press("Enter").expect(selected: "2972388")
    story.expect(screenContains: "2 Summary · 2972388")
    story.press("Esc :").type("open inbox").press("Down Enter").expect(selected: "2972401")
  }

  @Test func `an incident that the filter hides is shown all the same`() {
    let story = Story().press(":").type("open 2972350").press("Enter").expect(selected: "2972350")
    story.expect(screenContains: "2 Summary · 2972350", "2972350 was hidden by the filter")
  }

  @Test func `an id that is not here is refused`() {
    let story = Story().press(":").type("open 7").press("Enter").expect(selected: "2972395")
    story.expect(screenContains: "Open incident: No incident 7 is here.")
    #expect(story.state.overlay != nil)
  }

  @Test func `Up brings back what was run before, and Down leaves it again`() {
    let story = Story().press(":").type("filter spray").press("Enter :")
    story.type("acknowledge").press("Enter : Up").expect(screenContains: ": acknowledge")
    story.press("Up").expect(screenContains: ": filter spray").press("Up")
      .expect(screenContains: ": filter spray")
    story.press("Down").expect(screenContains: ": acknowledge")
    story.press("Down").expect(screenContains: "what to do")
  }

  @Test func `a paste is text here, not a command`() {
    Story().press(":").paste("acknowledge\n").expect(journal: [])
  }

  @Test func `nothing moves under the palette`() {
    let story = Story().press(":").type("assign bob")
    var other = SampleIncident.ransomware
    other.id = "1"
    story.arrives(other)
    story.expect(selected: "2972395").expect(screenContains: "1 change waits")
    story.press("Enter").expect(journal: ["assigned"])
    #expect(story.state.book.view(of: id("2972395"))?.owner.value == "bob")
  }

  @Test func `what the timeline has not is said to be no part of it`() {
    Story().press(":").type("timeline device:nosuch").press("Enter")
      .expect(screenContains: "Timeline: no part is called device:nosuch.")
  }

  @Test func `a tab is shown by its name`() {
    let story = Story().press(":").type("tab evi").press("Enter")
    #expect(story.state.summaryPane.tab == .evidence && story.state.focus == .summary)
  }

  @Test(arguments: ["j", "k", "G", "g", "z"])
  func `letters are typed, never pressed`(letter: String) {
    for open in ["?", ":"] {
      let story = Story().press(open).press(letter)
      #expect(story.state.overlay != nil)
      story.expect(selected: "2972395").expect(screenContains: " \(letter)")
    }
  }

  @Test(arguments: [Size(rows: 12, columns: 60), Size(rows: 24, columns: 80)])
  func `every row of the help can be selected and is then on the screen`(size: Size) {
    let story = Story(size: size).press("?")
    let rows = HelpScreen.rows(story.state, "")
    for (place, row) in rows.enumerated() {
      if case .action(let match) = row { story.expect(screenContains: match.action.title) }
      guard case .help(let list) = story.state.overlay else { break }
      #expect(list.place == place)
      story.press(place.isMultiple(of: 2) ? "Down" : "Ctrl-N")
    }
    story.press("Home").expect(screenContains: "Incident")
    story.press("End").expect(screenContains: "changed since it was last looked at")
    story.press("Esc")
    #expect(story.state.overlay == nil)
  }

  @Test func `a prefix shows what can follow, and the next key takes it away`() {
    let story = Story().press("j g").expect(screenContains: "╭ g ─", "g     First")
    story.press("x").expect(selected: "2972410").expect(screenLacks: "╭ g ─")
    story.press("g g").expect(selected: "2972395").expect(screenLacks: "╭ g ─")
  }

  @Test func `tags are named behind the action, completed, and taken off with a dash`() {
    let story = Story().press(":").type("tag vip").press("Enter").expect(journal: ["tagged"])
    #expect(story.state.selectedView?.shownTags.map(\.name).contains("vip") == true)
    story.press("j :").type("tag vi").press("Tab").expect(screenContains: ": tag vip")
    story.press("Enter k :").type("tag -vip").press("Enter")
    #expect(story.state.selectedView?.shownTags.map(\.name).contains("vip") == false)
    story.press(":").type("tag -nope").press("Enter")
    story.expect(screenContains: "It has no tag nope.").expect(
      journal: ["tagged", "tagged", "tagged"])
  }

  @Test func `an owner nobody has heard of is said to be new, once`() {
    let story = Story().press(":").type("assign zoe ").press("Enter")
    #expect(story.state.selectedView?.owner.value == "zoe")
    story.expect(screenContains: "assigned to zoe, who is new here")
    story.press("j w").type(" zoe ").press("Enter").expect(screenContains: "assigned to zoe")
    story.expect(screenLacks: "new here")
    #expect(story.state.selectedView?.owner.value == "zoe")
    story.press("w").type("alice").press("Enter").expect(screenLacks: "new here")
  }
}
