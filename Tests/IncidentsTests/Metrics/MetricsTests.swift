// SPDX-License-Identifier: MIT

import Incidents
import Testing

/// Numbers computed by hand from a small journal; hours are of 2026-03-02 unless a day is named.
@Suite struct MetricsTests {
  private let period = Period(from: time("02T00:00"), to: time("03T00:00"))

  @Test func `an incident done with the customer's help, minute by minute`() throws {
    var journal = SampleJournal()
    // Created 06:00, awaiting since 07:00, imported 07:30.
    journal.observe("1", at: "02T07:30", createdAt: "02T06:00", awaitingSince: "02T07:00") {
      $0.status = .awaitingAction
      $0.severity = .high
      $0.sources = ["microsoftDefenderForEndpoint"]
      $0.entities = [Entity(.device, "FIN-SRV-04"), Entity(.technique, "T1059.001")]
      $0.responses = [SampleJournal.response("r1"), SampleJournal.response("r2")]
    }
    journal.add(.acknowledged, on: "1", at: "02T08:00")
    journal.step(.completed, "r1", on: "1", at: "02T09:00")
    journal.step(.completed, "r2", on: "1", at: "02T10:00")
    journal.resolve("1", at: "02T12:00", .truePositive)
    let metrics = journal.metrics(over: period)
    let course = try #require(metrics.items.first?.course)
    #expect(course.startedAt == time("02T06:00"))
    #expect(course.awaitedAt == time("02T07:00"))
    #expect(course.acknowledgedAt == time("02T08:00"))
    #expect(course.actedAt == time("02T09:00"))
    #expect(course.doneAt == time("02T10:00"))
    #expect(course.resolvedAt == time("02T12:00"))
    #expect(course.holder == .nobody)
    // The experts: 06–07 and 10–12; the customer: 07–10.
    #expect(course.expertsTime == hours(3))
    #expect(course.customersTime == hours(3))
    #expect(metrics.resolvedWithHelp.map(\.course.id) == ids("1"))
    #expect(metrics.resolvedDirectly.isEmpty && metrics.resolvedOtherwise.isEmpty)
    #expect(metrics.timeToAcknowledge.percentile(50) == hours(1))
    #expect(metrics.timeToAct.percentile(50) == hours(2))
    #expect(metrics.timeToDone.percentile(50) == hours(3))
    #expect(metrics.timeToResolve.percentile(50) == hours(6))
    #expect(metrics.calls == [time("02T07:00")])
  }

  @Test func `what is outside of the period is not counted`() throws {
    var journal = SampleJournal()
    journal.observe("1", at: "01T22:30", createdAt: "01T20:00", awaitingSince: "01T22:00") {
      $0.status = .awaitingAction
      $0.responses = [SampleJournal.response("r1")]
    }
    journal.step(.completed, "r1", on: "1", at: "02T01:00")
    journal.resolve("1", at: "03T05:00", .truePositive)
    let metrics = journal.metrics(over: period)
    let course = try #require(metrics.items.first?.course)
    // Of 22:00–01:00 one hour is in the period, then 23 hours with the experts.
    #expect(course.customersTime == hours(1))
    #expect(course.expertsTime == hours(23))
    #expect(metrics.resolved.isEmpty)
    #expect(metrics.calls.isEmpty)
    // It ended in the period, so the whole of it counts.
    #expect(metrics.timeToDone.samples.map(\.milliseconds) == [hours(3)])
    let before = Period(from: time("01T00:00"), to: time("01T12:00"))
    #expect(journal.metrics(over: before).items.isEmpty)
    let after = Period(from: time("04T00:00"), to: time("05T00:00"))
    #expect(journal.metrics(over: after).items.isEmpty)
  }

  @Test func `what was imported later counts for when the service says it was`() throws {
    var journal = SampleJournal()
    // Told on the 3rd: created and resolved on the 2nd.
    journal.observe("1", at: "03T06:00", createdAt: "02T20:00", updatedAt: "02T22:00") {
      $0.status = .resolved
    }
    // Told on the 5th, acknowledged then: awaited since 07:00 of the 2nd, last changed at 08:00.
    journal.observe(
      "2", at: "05T06:00", createdAt: "02T05:00", updatedAt: "02T08:00",
      awaitingSince: "02T07:00"
    ) { $0.status = .awaitingAction }
    journal.add(.acknowledged, on: "2", at: "05T07:00")
    // Told on the 5th; nobody knows what it was before it was last changed on the 4th.
    journal.observe("3", at: "05T06:00", createdAt: "02T12:00", updatedAt: "04T00:00") {
      $0.owner = "Defender Experts"
    }
    journal.observe("4", at: "05T06:00", createdAt: "03T01:00") { _ in }
    let metrics = journal.metrics(over: period)
    #expect(metrics.items.map(\.course.id) == ids("1", "2", "3"))
    #expect(metrics.resolved.map(\.course.id) == ids("1"))
    #expect(metrics.timeToResolve.samples.map(\.milliseconds) == [hours(2)])
    #expect(metrics.yours.map(\.course.id) == ids("2"))
    #expect(metrics.investigated.map(\.course.id) == ids("2"))
    #expect(metrics.calls == [time("02T07:00")])
    #expect(metrics.timeToAcknowledge.samples.isEmpty)
    #expect(metrics.queueAge.samples.map(\.milliseconds) == [hours(17)])
    #expect(metrics.items.map(\.course.customersTime) == [0, hours(17), 0])
    #expect(metrics.bySeverity.map(\.expertsTime) == [hours(2)])
    let next = journal.metrics(over: Period(from: time("03T00:00"), to: time("06T00:00")))
    #expect(next.items.map(\.course.id) == ids("2", "3", "4"))
    #expect(next.resolved.isEmpty)
    #expect(next.timeToAcknowledge.samples.map(\.milliseconds) == [hours(72)])
    #expect(next.investigated.map(\.course.id) == ids("2", "3"))
    let both = journal.metrics(over: Period(from: time("02T00:00"), to: time("06T00:00")))
    #expect(both.resolved.map(\.course.id) == ids("1"))
  }

  @Test func `what the service did to a response counts for when it did it`() throws {
    var journal = SampleJournal()
    journal.observe(
      "1", at: "02T08:00", createdAt: "02T06:00", updatedAt: "02T07:00", awaitingSince: "02T07:00"
    ) {
      $0.responses = [
        SampleJournal.response("r1", at: "02T07:00"), SampleJournal.response("r2", at: "02T07:00"),
      ]
    }
    // Told on the 5th, without a change of the incident itself.
    journal.observe("1", at: "05T06:00") {
      $0.responses = [
        SampleJournal.response("r1", .completed, at: "02T10:00"),
        SampleJournal.response("r2", .completed, at: "02T09:00"),
      ]
    }
    let metrics = journal.metrics(over: period)
    let course = try #require(metrics.items.first?.course)
    #expect(course.hasHelp)
    #expect(course.doneAt == time("02T10:00"))
    #expect(course.customersTime == hours(3))
    let before = journal.metrics(over: Period(from: time("02T00:00"), to: time("02T08:30")))
    #expect(before.items.first?.course.hasHelp == false)
  }

  @Test func `one line may tell of what was before and after the end`() throws {
    var journal = SampleJournal()
    // Awaited since 07:00; the document was last changed at 08:00, or at 06:30.
    for (id, updated) in [("1", "02T08:00"), ("2", "02T06:30")] {
      journal.observe(
        id, at: "02T09:00", createdAt: "02T06:00", updatedAt: updated, awaitingSince: "02T07:00"
      ) { $0.responses = [SampleJournal.response("r1")] }
    }
    let metrics = journal.metrics(over: Period(from: time("02T00:00"), to: time("02T07:30")))
    #expect(metrics.yours.map(\.course.awaitedAt) == [time("02T07:00"), time("02T07:00")])
    #expect(metrics.items.map(\.course.customersTime) == [hours(1) / 2, hours(1) / 2])
    #expect(metrics.investigated.count == 2)
    journal.step(.completed, "r1", on: "1", at: "02T09:30")
    let later = journal.metrics(over: Period(from: time("02T00:00"), to: time("02T09:15")))
    #expect(later.yours.map(\.course.id) == ids("1", "2"))
    #expect(later.timeToAct.samples.isEmpty && later.timeToDone.samples.isEmpty)
  }

  @Test func `resolved directly, with help, otherwise`() {
    var journal = SampleJournal()
    journal.observe("1", at: "02T01:00") { $0.owner = "Defender Experts" }
    journal.observe("1", at: "02T02:00", updatedAt: "02T01:30") { $0.status = .resolved }
    journal.observe("2", at: "02T01:00") { $0.responses = [SampleJournal.response("r1")] }
    journal.observe("2", at: "02T02:00") {
      $0.status = .resolved
      $0.responses = [SampleJournal.response("r1", .completed)]
    }
    journal.observe("3", at: "02T01:00") { $0.responses = [SampleJournal.response("r1")] }
    journal.step(.skipped, "r1", on: "3", at: "02T02:00")
    journal.resolve("3", at: "02T03:00", .falsePositive)
    journal.observe("4", at: "02T01:00") { _ in }
    journal.resolve("4", at: "02T03:00", .truePositive)
    journal.observe("5", at: "02T01:00") { _ in }
    let metrics = journal.metrics(over: period)
    #expect(metrics.items.map(\.course.id) == ids("1", "2", "3", "4", "5"))
    #expect(metrics.investigated.map(\.course.id) == ids("1", "2", "3"))
    #expect(metrics.resolved.map(\.course.id) == ids("1", "2", "3", "4"))
    #expect(metrics.resolvedDirectly.map(\.course.id) == ids("1"))
    #expect(metrics.resolvedWithHelp.map(\.course.id) == ids("2"))
    #expect(metrics.resolvedOtherwise.map(\.course.id) == ids("3", "4"))
    // The service's own time of the change counts, where it is earlier than its import.
    #expect(metrics.items[0].course.resolvedAt == time("02T01:30"))
  }

  @Test func `the service's tag shows the experts' hand, wherever it is, and ours does not`() {
    var journal = SampleJournal()
    journal.observe("1", at: "02T01:00") { $0.systemTags = ["Defender Experts"] }
    journal.observe("2", at: "02T01:00") { $0.tags = ["defender experts"] }
    journal.observe("3", at: "02T01:00") { $0.systemTags = ["Critical asset"] }
    journal.add(.tagged(TagEdit(add: ["Defender Experts"])), on: "3", at: "02T02:00")
    for id in ["1", "2", "3"] {
      journal.observe(id, at: "02T03:00") { $0.status = .resolved }
    }
    let metrics = journal.metrics(over: period)
    #expect(metrics.investigated.map(\.course.id) == ids("1", "2"))
    #expect(metrics.resolvedDirectly.map(\.course.id) == ids("1", "2"))
    #expect(metrics.resolvedOtherwise.map(\.course.id) == ids("3"))
    #expect(metrics.bySeverity.map(\.expertsTime) == [hours(4)])
  }

  @Test func `what was undone never happened`() throws {
    var journal = SampleJournal()
    journal.observe("1", at: "02T01:00", awaitingSince: "02T01:00") {
      $0.status = .awaitingAction
      $0.responses = [SampleJournal.response("r1")]
    }
    let seen = journal.add(.acknowledged, on: "1", at: "02T02:00")
    journal.add(.undone(seq: seen), on: "1", at: "02T02:05")
    let done = journal.step(.completed, "r1", on: "1", at: "02T03:00")
    journal.add(.undone(seq: done), on: "1", at: "02T03:30")
    let course = try #require(journal.metrics(over: period).items.first?.course)
    #expect(course.acknowledgedAt == nil && course.actedAt == nil && course.doneAt == nil)
    #expect(course.holder == .customer)
    #expect(course.customersTime == hours(23))
    #expect(!course.hasHelp)
  }

  @Test func `a redone action counts from when it was done`() throws {
    var journal = SampleJournal()
    journal.observe("1", at: "02T01:00", awaitingSince: "02T01:00") { $0.status = .awaitingAction }
    let seen = journal.add(.acknowledged, on: "1", at: "02T02:00")
    let undo = journal.add(.undone(seq: seen), on: "1", at: "02T02:05")
    journal.add(.undone(seq: undo), on: "1", at: "02T02:10")
    let course = try #require(journal.metrics(over: period).items.first?.course)
    #expect(course.acknowledgedAt == time("02T02:00"))
  }

  @Test func `a merged incident counts as the one it went into`() throws {
    var journal = SampleJournal()
    journal.observe("1", at: "02T01:00", createdAt: "02T00:30") {
      $0.responses = [SampleJournal.response("r1")]
    }
    journal.observe("2", at: "02T02:00") { _ in }
    journal.observe("1", at: "02T03:00") {
      $0.status = .redirected
      $0.redirect = IncidentID("2")
      $0.responses = [SampleJournal.response("r1")]
    }
    journal.step(.completed, "r1", on: "2", at: "02T05:00")
    let metrics = journal.metrics(over: period)
    #expect(metrics.items.map(\.course.id) == ids("2"))
    let course = try #require(metrics.items.first?.course)
    #expect(course.startedAt == time("02T00:30"))
    // Asked of the customer from 01:00 to 05:00, whatever it was called.
    #expect(course.customersTime == hours(4))
    #expect(course.hasHelp)
  }

  @Test func `failures are those of the period, whoever said so`() throws {
    var journal = SampleJournal()
    journal.observe("1", at: "01T01:00") {
      $0.responses = [SampleJournal.response("r1"), SampleJournal.response("r2")]
    }
    journal.step(.failed, "r1", on: "1", at: "02T02:00")
    journal.observe("1", at: "02T03:00") {
      $0.responses = [SampleJournal.response("r1"), SampleJournal.response("r2", .failed)]
    }
    let metrics = journal.metrics(over: period)
    let failures = try #require(metrics.failed.first).course.failures
    #expect(failures.map(\.response) == ["r1", "r2"])
    #expect(failures.map(\.title) == ["Isolate r1", "Isolate r2"])
    #expect(failures.map(\.at) == [time("02T02:00"), time("02T03:00")])
    #expect(failures.map(\.by?.name) == ["alice", nil])
    #expect(
      journal.metrics(over: Period(from: time("04T00:00"), to: time("05T00:00"))).failed == [])
  }

  @Test func `an incident asked for twice has two calls and one first time`() throws {
    var journal = SampleJournal()
    journal.observe("1", at: "02T01:00", awaitingSince: "02T01:00") {
      $0.responses = [SampleJournal.response("r1")]
    }
    journal.step(.completed, "r1", on: "1", at: "02T02:00")
    journal.observe("1", at: "02T05:00", awaitingSince: "02T04:00") {
      $0.responses = [SampleJournal.response("r1"), SampleJournal.response("r2")]
    }
    let metrics = journal.metrics(over: period)
    let course = try #require(metrics.items.first?.course)
    #expect(course.calls == [time("02T01:00"), time("02T04:00")])
    #expect(course.doneAt == time("02T02:00"))
    // 01–02 and 04–24; the experts 02–04.
    #expect(course.customersTime == hours(21))
    #expect(course.expertsTime == hours(2))
    #expect(metrics.queueAge.samples.map(\.milliseconds) == [hours(20)])
  }

  @Test func `groups count an incident for each of its names, in whatever case`() {
    var journal = SampleJournal()
    journal.observe("1", at: "02T01:00") {
      $0.sources = ["azureAd", "microsoftDefenderForEndpoint"]
      $0.entities = [Entity(.device, "FIN-SRV-04"), Entity(.user, "j.doe")]
      $0.severity = .medium
    }
    journal.observe("2", at: "02T01:00") {
      $0.sources = ["microsoftDefenderForEndpoint"]
      $0.entities = [
        Entity(.device, "fin-srv-04"), Entity(.device, "WS-1"), Entity(.category, "Malware"),
      ]
      $0.severity = .high
    }
    journal.resolve("1", at: "02T02:00", .falsePositive)
    journal.resolve("2", at: "02T02:00", .truePositive)
    let metrics = journal.metrics(over: period)
    #expect(metrics.byDevice.map(\.key) == ["FIN-SRV-04", "WS-1"])
    #expect(metrics.byDevice.map(\.ids) == [ids("1", "2"), ids("2")])
    #expect(metrics.byUser.map(\.key) == ["j.doe"])
    #expect(metrics.byCategory.map(\.key) == ["Malware"])
    #expect(metrics.byCategory.map(\.ids) == [ids("2")])
    #expect(metrics.bySource.map(\.key) == ["microsoftDefenderForEndpoint", "azureAd"])
    #expect(metrics.bySeverity.map(\.key) == [.high, .medium])
    // One of one is a greater share than one of two.
    #expect(metrics.detectors.map(\.key) == ["azureAd", "microsoftDefenderForEndpoint"])
    #expect(metrics.detectors.map(\.items.count) == [1, 2])
    #expect(metrics.detectors.map(\.falsePositives.count) == [1, 1])
    #expect(metrics.byWeekStarted.map(\.key.description) == ["2026-W10"])
    #expect(metrics.byWeekStarted.map(\.ids) == [ids("1", "2")])
    #expect(metrics.byWeekResolved.map(\.ids) == [ids("1", "2")])
  }
}
