// SPDX-License-Identifier: MIT

import Incidents
import Testing

/// Deadlines by shift, computed by hand; high severity allows 30 minutes and 4 hours.
@Suite struct ShiftTests {
  private let period = Period(from: time("02T00:00"), to: time("03T00:00"))

  private func call(_ id: String, at moment: String, _ journal: inout SampleJournal) {
    journal.observe(id, at: moment, awaitingSince: moment) {
      $0.status = .awaitingAction
      $0.severity = .high
      $0.responses = [SampleJournal.response("r1")]
    }
  }

  private func row(_ share: ServiceMetrics.ShiftShare) -> [Int] {
    [share.acknowledge, share.acknowledgeMissed, share.act, share.actMissed]
  }

  @Test func `a deadline counts for the shift it falls in, missed or not`() {
    var journal = SampleJournal()
    // By 06:50, night, met; by 10:20, early, done at 11:00.
    call("1", at: "02T06:20", &journal)
    journal.add(.acknowledged, on: "1", at: "02T06:40")
    journal.step(.completed, "r1", on: "1", at: "02T11:00")
    // By 15:00 sharp, late, at 15:00 not overdue yet; by 18:30, late, never done.
    call("2", at: "02T14:30", &journal)
    journal.add(.acknowledged, on: "2", at: "02T15:00")
    // By 22:59 and by 02:29 of the next day: the one never, the other not in the period.
    call("3", at: "02T22:29", &journal)
    // Called before the period: only the act clock, by 00:30, is in it, and it was done in time.
    call("4", at: "01T20:30", &journal)
    journal.step(.completed, "r1", on: "4", at: "02T00:10")
    let shares = journal.metrics(over: period).overdue(by: ShiftPlan(in: .utc))
    #expect(
      shares.map(\.shift.title) == ["early 07:00-15:00", "late 15:00-23:00", "night 23:00-07:00"])
    #expect(shares.map(row) == [[0, 0, 1, 1], [2, 1, 1, 1], [1, 0, 1, 0]])
    #expect(shares.map(\.incidents) == [ids("1"), ids("2", "3"), ids()])
    #expect(shares.map(\.missed) == [1, 2, 0])
  }

  @Test func `a deadline counts though its incident was closed before the period`() {
    var journal = SampleJournal()
    // To act by 13:00; done at 09:10 and resolved at noon.
    call("1", at: "02T09:00", &journal)
    journal.step(.completed, "r1", on: "1", at: "02T09:10")
    journal.resolve("1", at: "02T12:00", .truePositive)
    // Nothing was asked here, so nothing can run out.
    journal.observe("2", at: "02T09:00") { _ in }
    journal.resolve("2", at: "02T12:00", .truePositive)
    let metrics = journal.metrics(over: Period(from: time("02T12:30"), to: time("02T14:00")))
    #expect(metrics.items.isEmpty)
    #expect(metrics.overdue(by: ShiftPlan(in: .utc)).map(row)[0] == [0, 0, 1, 0])
    let whole = journal.metrics(over: Period(from: time("02T08:00"), to: time("02T14:00")))
    #expect(whole.overdue(by: ShiftPlan(in: .utc)).map(row)[0] == [1, 0, 1, 0])
  }

  @Test func `shifts go by the team's clock`() {
    var journal = SampleJournal()
    call("1", at: "02T06:20", &journal)
    let tokyo = LocalZone([LocalZone.Stretch(from: Timestamp(milliseconds: 0), minutes: 540)])
    // By 06:50 and 10:20 UTC: 15:50 and 19:20 there.
    let shares = journal.metrics(over: period).overdue(by: ShiftPlan(in: tokyo))
    #expect(shares.map(row) == [[0, 0, 0, 0], [1, 1, 1, 1], [0, 0, 0, 0]])
    #expect(shares.map(\.incidents) == [ids(), ids("1"), ids()])
  }

  @Test(arguments: [
    // 2026-03-02 is a Monday; the halves of 08:00-18:00 meet at 13:00.
    ("02T08:00", 0), ("02T12:59", 0), ("02T13:00", 1), ("02T17:59", 1), ("02T18:00", 1),
    ("02T18:01", 2), ("02T07:59", 2), ("07T12:00", 2),
  ])
  func `business hours are two halves, and the rest`(moment: String, place: Int) throws {
    let hours = try #require(BusinessHours("Mon-Fri 08:00-18:00", zone: .utc))
    let plan = ShiftPlan(hours, in: .utc)
    #expect(
      plan.shifts.map(\.title)
        == ["first half 08:00-13:00", "second half 13:00-18:00", "outside of the hours"])
    #expect(plan.place(of: time(moment)) == place)
  }
}
