// SPDX-License-Identifier: MIT

import Incidents
import Testing

/// Times and turns by what incidents have in common, computed by hand over two weeks: Sunday the 8th
/// of March 2026 is the last day of week 10.
@Suite struct BreakdownTests {
  private let period = Period(from: time("02T00:00"), to: time("16T00:00"))

  private static let journal: SampleJournal = {
    var journal = SampleJournal()
    func call(_ id: String, at moment: String, created: String, _ severity: Severity) {
      journal.observe(id, at: moment, createdAt: created, awaitingSince: moment) {
        $0.status = .awaitingAction
        $0.severity = severity
        $0.sources = [severity == .high ? "endpoint" : "identity"]
        $0.entities = severity == .high ? [Entity(.category, "Malware")] : []
        $0.responses = [SampleJournal.response("r1")]
      }
    }
    call("1", at: "02T07:00", created: "02T06:00", .high)
    journal.add(.acknowledged, on: "1", at: "02T08:00")
    journal.step(.completed, "r1", on: "1", at: "02T10:00")
    journal.resolve("1", at: "02T12:00", .truePositive)
    call("2", at: "08T20:00", created: "08T20:00", .low)
    journal.add(.acknowledged, on: "2", at: "08T21:00")
    journal.step(.completed, "r1", on: "2", at: "09T02:00")
    journal.resolve("2", at: "09T03:00", .truePositive)
    journal.observe("3", at: "09T00:00") { $0.severity = .low }
    return journal
  }()

  private func told<Key>(
    _ groups: [ServiceMetrics.TimeGroup<Key>], _ title: (Key) -> String
  ) -> [String] {
    groups.map { group in
      let hours = group.spread.samples.map { "\($0.milliseconds / 3_600_000)" }
      return "\(title(group.key)) \(group.measure) \(hours.joined(separator: " "))"
    }
  }

  @Test func `times go by severity, category, source and the week in which they ended`() {
    let metrics = Self.journal.metrics(over: period)
    let high = ["acknowledge 1", "act 3", "done 3", "resolve 6"]
    let low = ["acknowledge 1", "act 6", "done 6", "resolve 7"]
    #expect(
      told(metrics.timesBySeverity, \.graphName)
        == high.map { "high \($0)" } + low.map { "low \($0)" })
    #expect(told(metrics.timesByCategory(10)) { $0 } == high.map { "Malware \($0)" })
    #expect(
      told(metrics.timesBySource(10)) { $0 }
        == high.map { "endpoint \($0)" } + low.map { "identity \($0)" })
    #expect(told(metrics.timesBySource(1)) { $0 } == high.map { "endpoint \($0)" })
    #expect(
      told(metrics.timesByWeek, \.description) == [
        "2026-W10 acknowledge 1 1", "2026-W10 act 3", "2026-W10 done 3", "2026-W10 resolve 6",
        "2026-W11 act 6", "2026-W11 done 6", "2026-W11 resolve 7",
      ])
    #expect(metrics.timesByWeek.first?.spread.incidents == ids("2", "1"))
  }

  @Test func `whose turn it was goes by week, each hour in its own`() {
    let metrics = Self.journal.metrics(over: period)
    let weeks = metrics.turnsByWeek
    #expect(weeks.map(\.week.description) == ["2026-W10", "2026-W11"])
    // 06-07 and 10-12 of the 2nd; 02-03 of the 9th.
    #expect(weeks.map(\.expertsTime) == [hours(3), hours(1)])
    // 07-10 of the 2nd and the last four hours of the 8th; 00-02 of the 9th.
    #expect(weeks.map(\.customersTime) == [hours(7), hours(2)])
    #expect(weeks.map(\.incidents) == [ids("1", "2"), ids("2")])
    // The first hours are outside of a period that begins later.
    let later = Self.journal.metrics(over: Period(from: time("02T09:00"), to: time("03T00:00")))
    #expect(later.turnsByWeek.map(\.customersTime) == [hours(1)])
    #expect(later.turnsByWeek.map(\.expertsTime) == [hours(2)])
  }

  @Test(arguments: [
    ("1", "02T06:30", "the experts 0m, you 0m"), ("1", "02T09:30", "the experts 1h00, you 2h30"),
    ("1", "05T00:00", "the experts 3h00, you 3h00"), ("2", "09T02:00", "the experts 0m, you 6h00"),
    ("3", "09T05:00", "the experts 0m, you 0m"), ("4", "09T05:00", nil),
  ])
  func `of one incident it is told from its beginning`(id: String, until: String, words: String?) {
    #expect(Self.journal.turns(of: id, until: until)?.words == words)
  }
}
