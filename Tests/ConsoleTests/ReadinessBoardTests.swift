// SPDX-License-Identifier: MIT

import Cells
import IncidentStore
import Incidents
import TestSupport
import Testing

@testable import Console

@Suite struct ReadinessBoardTests {
  private func story(columns: Int = 80, _ records: [(RecordNoun, String, [String: String])] = [])
    throws -> Story
  {
    let story = Story(size: Size(rows: 24, columns: columns))
    var values: [Subject: [String: String]] = [:]
    for (noun, name, fields) in records {
      values[try #require(Subject(noun, name))] = fields
    }
    if !values.isEmpty {
      _ = try story.store.commit(
        Proposal(RecordEdit(values), seen: nil), by: Story.author("alice"))
      story.refresh()
    }
    let item = try #require(Subject(.readiness, "teams"))
    return story.set { $0.readinessChecklist = [item: ["title": "Set up the channel"]] }
  }

  @Test func `an empty board says how to begin`() throws {
    try story().press("g r").expect(
      screenContains: "Readiness", "None yet: L checklist, a adds.",
      "Phoned now  nobody, by what is recorded here", "Not counted yet: a enters counts.",
      "No contact for incident notification is recorded.")
  }

  @Test func `L loads the checklist once, and s takes an item through its states`() throws {
    let story = try story().press("g r L").expect(
      screenContains: "Set up the channel", "complete now", "1 complete now")
    story.press("L").expect(screenContains: "Every item of the checklist is here.")
    story.press("s").expect(screenContains: "0 complete now · 1 in progress")
    story.press("s").expect(screenContains: "1 completed").expect(
      journal: ["recorded", "recorded", "recorded"])
    story.press("u").expect(screenContains: "1 in progress")
    let teams = try #require(Subject(.readiness, "teams"))
    let record = try #require(story.state.book.record(teams))
    #expect(ReadinessItem(record).checkedAt == FixedClock.start)
  }

  @Test func `a form adds an item, and only what is changed later is recorded`() throws {
    let story = try story().press("g r a").type("Onboard servers").press("Tab Right Tab")
      .type("bob").press("Ctrl-S")
    story.expect(screenContains: "Onboard servers", "bob")
    let item = try #require(story.state.readiness.items.first)
    #expect(item.owner == "bob" && item.state == .completeNow)
    story.press("e Tab Tab").type("by").press("Ctrl-S")
    #expect(story.state.readiness.items.first?.owner == "bobby")
    #expect(
      (try story.store.entries(after: 0)).last?.event
        == .recorded(RecordEdit(item.record.subject, ["owner": "bobby"])))
  }

  @Test func `removing asks first, and undo brings it back`() throws {
    let story = try story([(.contact, "ada", ["name": "Ada", "phone": "+44 1"])])
      .press("g r").press("j j d")
    story.expect(screenContains: "Remove", "Ada").press("Enter")
    #expect(story.state.readiness.contacts.count == 1)
    story.press("d y")
    #expect(story.state.readiness.contacts.isEmpty)
    story.press("u")
    #expect(story.state.readiness.contacts.map(\.name) == ["Ada"])
  }

  @Test func `the whole board at 100 columns`() throws {
    let story = try story(
      columns: 100,
      [
        (
          .readiness, "perm",
          [
            "title": "Decide what the experts may do", "state": "inProgress", "owner": "bob",
            "due": "2026-11-20T00:00:00.000Z", "checkedAt": "2026-10-10T00:00:00.000Z",
          ]
        ),
        (
          .assets, "2026-11-13",
          [
            "protectedDevices": "1800", "targetDevices": "2000", "protectedIdentities": "500",
            "targetIdentities": "500",
          ]
        ),
        (
          .assets, "2026-11-20",
          [
            "protectedDevices": "1840", "targetDevices": "2000", "protectedIdentities": "498",
            "targetIdentities": "500",
          ]
        ),
        (
          .contact, "ada",
          ["name": "Ada Park", "phone": "+44 20 7946 0001", "hours": "Mon-Fri 08:00-18:00"]
        ),
        (.exclusion, "plant", ["name": "Plant", "kind": "deviceGroup"]),
        (.permission, "guide", ["state": "granted"]),
      ]
    ).press("g r")
    story.expect(screen: Self.board)
  }

  private static let board = """
     tocsin · soc   4 your move · 2 overdue · 5 open  data <1m old · readiness 44d old · alice · 08:41Z
    ─ Readiness ────────────────────────────────────────────────────────────────────────────────── 1/7 ─
     0 complete now · 1 in progress · 0 completed · readiness 44d old: look again, f says so
     Phoned now  Ada Park +44 20 7946 0001
     Gap  Ada Park is the only contact for incident notification. (1 more: Enter on a contact)
      Item                                          State         Owner, phone      Due        Checked
     Items
    ▌ Decide what the experts may do                in progress   bob               2026-11-20 44d
     Protected assets
      Devices    ▰▰▰▰▰▰▰▰▰▰▰▱ 1840/2000             92 %          ▇█ +40            2026-11-20 3d
      Identities ▰▰▰▰▰▰▰▰▰▰▰▱ 498/500               99 %          █▇ −2             2026-11-20 3d
     Contacts
      Ada Park  Mon-Fri 08:00-18:00                 answers now   +44 20 7946 0001
     Exclusions
      Plant                                         device group  guided only
    ─ Details ─────────────────────────────────────────────────────────────────────────── 6 more below ─
      Decide what the experts may do
      State     in progress
      Owner     bob
      Due       2026-11-20 00:00Z, overdue
      Checked   2026-10-10 00:00Z, 44d ago; over 30 days, so look again


     s state   f still so   e edit   a add   d remove                       : command   ? help   q quit
    """

  @Test func `the header warns of items nobody looked at for a month`() throws {
    let old = ["title": "A", "checkedAt": "2026-10-13T08:41:00.000Z"]
    let story = try story(columns: 120, [(.readiness, "a", old)])
    story.expect(screenContains: "readiness 41d old")
    story.press("g r f").expect(screenLacks: "readiness 41d old")
  }

  @Test func `what is written badly stays in the form`() throws {
    let story = try story().press("g r j a").type("many").press("Ctrl-S")
    story.expect(screenContains: "Devices: write a count in digits.", "many")
    story.press("Ctrl-U").type("12").press("Tab").type("15").press("Ctrl-S")
    #expect(story.state.readiness.history(.devices).latest?.part == .init(12, of: 15))
    #expect(story.state.readiness.history(.devices).latest?.day == "2026-11-23")
  }

  @Test func `more than the target stays in the form`() throws {
    let story = try story().press("g r j a").type("5").press("Tab").type("3").press("Ctrl-S")
    story.expect(screenContains: "Devices: 5 of 3 cannot be")
    #expect(story.state.overlay != nil)
  }

  @Test func `d takes the newest count of a kind away, and leaves the other kind`() throws {
    let counts = { (devices: String) in
      [
        "protectedDevices": devices, "targetDevices": "9", "protectedIdentities": "1",
        "targetIdentities": "2",
      ]
    }
    let story = try story([
      (.assets, "2026-11-13", counts("4")), (.assets, "2026-11-20", counts("5")),
    ]).press("g r j d")
    story.expect(screenContains: "This removes the count here", "Devices: 5 of 9").press("y")
    #expect(story.state.readiness.history(.devices).latest?.day == "2026-11-13")
    #expect(story.state.readiness.history(.identities).latest?.day == "2026-11-20")
  }

  @Test func `nobody checked what was only written down; a state set in the form is a check`()
    throws
  {
    let story = try story(columns: 100, [(.readiness, "a", ["title": "Onboard"])]).press("g r")
    story.expect(screenContains: "never")
    story.press("e Tab Right").press("Ctrl-S")
    let item = try #require(story.state.readiness.items.first)
    #expect(item.state != .completeNow || !item.record["state"].isEmpty)
    #expect(item.checkedAt == FixedClock.start)
    story.press("e").press(.backtab).press(.backtab).press(.backtab).press("Ctrl-U").type("3h")
      .press("Ctrl-S")
    story.expect(screenContains: "Checked: that is still to come.")
  }

  @Test func `who answers is told by the team's clock, not the machine's`() throws {
    let tokyo = LocalZone([LocalZone.Stretch(from: Timestamp(milliseconds: 0), minutes: 540)])
    let ada = ["name": "Ada", "phone": "+44 1", "hours": "Mon-Sun 17:00-18:00"]
    // It is 08:41 by UTC and 17:41 there.
    try story([(.contact, "ada", ada)]).set { $0.zone = tokyo }.press("g r")
      .expect(screenContains: "off duty", "Phoned now  nobody")
    try story([(.contact, "ada", ada)]).set { $0.teamZone = tokyo }.press("g r")
      .expect(screenContains: "answers now", "Phoned now  Ada")
  }

  @Test func `nothing is recorded in a store that can only be read`() throws {
    let story = try story([(.readiness, "a", ["title": "A"])]).press("g r")
      .set { $0.readOnlyReason = "It is somebody's." }
    story.press("s").press("f").press("e").press("a").press("d").press("L")
    story.expect(journal: ["recorded"]).expect(screenContains: "It is somebody's.")
    #expect(story.state.overlay == nil)
  }

  @Test func `the form says how an item stands that nobody set`() throws {
    try story([(.readiness, "a", ["title": "A"])]).press("g r e").expect(
      screenContains: "complete now (nobody chose)")
  }

  @Test func `an incident in an excluded group says that the experts only guide`() throws {
    let story = try story(columns: 120, [(.exclusion, "fin", ["name": "finance"])])
    story.expect(
      screenContains: "Excluded  device group finance: by what is recorded",
      "the experts only guide")
  }
}
