// SPDX-License-Identifier: MIT

import Cells
import IncidentStore
import Incidents
import TestSupport
import Testing

@testable import Console

/// What an analyst sees of what others did since she looked.
@Suite struct LookingTests {
  private func changed() -> SampleIncident {
    var mail = SampleIncident.mail
    mail.texts["severity"] = "high"
    mail.texts["lastUpdateDateTime"] = "2026-11-23T09:59:00Z"
    return mail
  }

  @Test func `what changed since the last look is told in the summary`() {
    let story = Story().press("j j").expect(selected: "2972401").tell(.settled)
    story.expect(screenLacks: "since you looked")
    story.press("g g").tell(.settled)
    story.arrives(changed())
    story.colleague("bob").press("/").type("id:2972401").press("Enter c")
      .type("on it").press("Enter")
    story.refresh().press("/").type("id:2972401").press("Enter Enter")
    story.expect(screenContains: "since you looked", "severity Medium → High", "bob commented:")
  }

  @Test func `what is only passed by was not looked at`() throws {
    let story = Story().tell(.lookedBefore(Looks(), [])).press("j j j").tell(.settled)
    let looks = try #require(story.state.remembered)
    #expect(looks.last.keys.map(\.text).sorted() == ["2972377", "2972395"])
  }

  @Test func `what changed while no console was open is marked and can be asked for`() throws {
    let first = Story().tell(.lookedBefore(Looks(), [])).press("j j").tell(.settled)
    let looks = try #require(first.state.remembered)
    let store = first.store
    store.take([changed()], clock: first.clock)
    let entries = try store.entries(after: looks.told?.seq ?? 0)
    let second = Story(on: store, clock: first.clock).tell(.lookedBefore(looks, entries))
    second.expect(screenContains: "1 changed since 2026-11-23", "is:changed shows them")
    second.press("/").type("is:changed").press("Enter").expect(selected: "2972401")
      .press("Enter").expect(screenContains: "since you looked", "severity Medium → High")
    let third = try #require(second.press("Esc g g").tell(.settled).state.remembered)
    #expect(third.unread.isEmpty)
  }

  @Test func `nothing is kept before it is known what was kept`() {
    let story = Story()
    #expect(story.state.remembered == nil)
    story.clock.advance(minutes: 1)
    story.tell(.ticked(story.clock.now))
    #expect(story.keptLooks == nil)
    story.tell(.lookedBefore(Looks(), [])).tell(.ticked(story.clock.now))
    #expect(story.keptLooks?.told != nil)
  }
}
