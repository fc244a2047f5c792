// SPDX-License-Identifier: MIT

import Incidents
import Testing

/// A line of a script is a minute; the call for action is its first, so minute 0 is line 1.
@Suite struct ResponseClocksTests {
  private static let policy: ClockPolicy = {
    var policy = ClockPolicy.standard
    policy.high = ClockPolicy.Limits(acknowledge: 10, act: 60)
    return policy
  }()

  /// An incident that awaits action with two responses of the customer's.
  private static func called(_ severity: Severity = .high) -> JournalScript {
    var script = JournalScript()
    script.observed("1", since: JournalScript.time(ofLine: 1)) {
      $0.severity = severity
      $0.status = .awaitingAction
      $0.ask("r1")
      $0.ask("r2")
      $0.ask("e1", by: .experts)
    }
    return script
  }

  private static func at(_ minutes: Int) -> Timestamp { JournalScript.time(ofLine: 1 + minutes) }

  /// Lets minutes pass: remarks that concern another incident.
  private static func wait(_ minutes: Int, _ script: inout JournalScript) {
    if script.book.cases[incident("other")] == nil {
      script.observed("other")
    } else if minutes > 0 {
      script.by("zoe", .commented(text: "."), on: "other")
    }
    for _ in 0..<max(0, minutes - 1) { script.by("zoe", .commented(text: "."), on: "other") }
  }

  private static func clocks(_ script: JournalScript, _ id: String = "1") throws -> ResponseClocks {
    try #require(ResponseClocks(script.view(id), policy))
  }

  /// Minutes from the call to a moment.
  private static func minute(_ moment: Timestamp?) -> Int? {
    moment.map { Int(($0.milliseconds - at(0).milliseconds) / 60_000) }
  }

  private static func text(_ state: ResponseClock.State) -> String {
    switch state {
    case .running(let left): "running \(left / 60_000)"
    case .paused: "paused"
    case .metEarly(let by): "early \(by / 60_000)"
    case .metLate(let by): "late \(by / 60_000)"
    case .overdue(let by): "overdue \(by / 60_000)"
    }
  }

  @Test func `both clocks begin with the call and run out by the limits of the severity`() throws {
    let clocks = try Self.clocks(Self.called())
    #expect(clocks.line == 1 && clocks.since == Self.at(0))
    #expect(Self.minute(clocks.acknowledge.deadline) == 10)
    #expect(Self.minute(clocks.act.deadline) == 60)
    #expect(clocks.nearest?.kind == .acknowledge)
    #expect(Self.text(clocks.acknowledge.state(at: Self.at(9))) == "running 1")
    // At its deadline a clock has nothing left; only after it, it is overdue.
    #expect(Self.text(clocks.acknowledge.state(at: Self.at(10))) == "running 0")
    #expect(Self.text(clocks.acknowledge.state(at: Self.at(12))) == "overdue 2")
    #expect(Self.text(clocks.act.state(at: Self.at(12))) == "running 48")
  }

  @Test(arguments: [
    (Severity.high, 10), (.unknown, 10), (.unrecognized("critical"), 10), (.medium, 120),
    (.low, 480), (.informational, 1440),
  ])
  func `a severity that is not known counts as high`(severity: Severity, minutes: Int) throws {
    let clocks = try Self.clocks(Self.called(severity))
    #expect(Self.minute(clocks.acknowledge.deadline) == minutes)
  }

  @Test func `nobody was called, nothing runs`() {
    var script = JournalScript()
    script.observed("1") { $0.severity = .high }
    #expect(ResponseClocks(script.view("1"), Self.policy) == nil)
    #expect(script.book.row(of: incident("1"))?.due == nil)
  }

  /// What stops the clock that waits for an owner.
  @Test(arguments: [
    (Event.acknowledged, "acknowledged it"),
    (.step(.acknowledged, "r1"), "acknowledged \"Step r1\""),
    (.step(.started, "r2"), "set \"Step r2\" to in progress"),
    (.step(.completed, "r1"), "set \"Step r1\" to completed"), (.closed, "set it to Resolved"),
  ])
  func `whoever does something has it`(event: Event, what: String) throws {
    var script = Self.called()
    Self.wait(3, &script)
    let line = script.by("bob", event, on: "1")
    let clocks = try Self.clocks(script)
    let stop = try #require(clocks.acknowledge.stop)
    #expect(stop.by?.name == "bob" && stop.line == line && Self.minute(stop.at) == 4)
    #expect(stop.what == what)
    #expect(Self.text(clocks.acknowledge.state(at: Self.at(90))) == "early 6")
  }

  @Test(arguments: [
    Event.commented(text: "x"), .assigned(owner: "bob"), .noted(Note(hypothesis: "x")),
    .tagged(TagEdit(add: ["x"])), .classified(.truePositive, .malware),
  ])
  func `talking about it stops nothing`(event: Event) throws {
    var script = Self.called()
    script.by("bob", event, on: "1")
    let clocks = try Self.clocks(script)
    #expect(clocks.acknowledge.stop == nil && clocks.act.stop == nil)
  }

  @Test func `late is by how much`() throws {
    var script = Self.called()
    Self.wait(14, &script)
    script.by("bob", .acknowledged, on: "1")
    let clocks = try Self.clocks(script)
    #expect(Self.text(clocks.acknowledge.state(at: Self.at(16))) == "late 5")
    #expect(clocks.nearest?.kind == .act)
  }

  @Test func `taken back, an acknowledgement never stopped the clock`() throws {
    var script = Self.called()
    script.by("bob", .acknowledged, on: "1")
    _ = script.undo("bob")
    #expect(try Self.clocks(script).acknowledge.stop == nil)
    #expect(Self.minute(try Self.clocks(script).acknowledge.deadline) == 10)
    _ = script.redo("bob")
    #expect(Self.minute(try Self.clocks(script).acknowledge.stop?.at) == 1)
  }

  @Test func `the customer's part is done when each response has an outcome`() throws {
    var script = Self.called()
    script.by("bob", .step(.completed, "r1"), on: "1")
    #expect(try Self.clocks(script).act.stop == nil)
    let last = script.by("alice", .step(.skipped, "r2"), on: "1")
    script.by("carol", .acknowledged, on: "1")
    script.by("carol", .closed, on: "1")
    let clocks = try Self.clocks(script)
    #expect(clocks.act.stop?.line == last && clocks.act.stop?.by?.name == "alice")
    #expect(Self.text(clocks.act.state(at: Self.at(99))) == "early 58")
    #expect(clocks.nearest == nil)
    // It was not done, though: the clock runs on as if it had never been stopped.
    _ = script.propose("alice", .undone(seq: last), on: "1")
    script.by("carol", .reopened, on: "1")
    #expect(try Self.clocks(script).act.stop == nil)
    #expect(Self.minute(try Self.clocks(script).act.deadline) == 60)
  }

  @Test func `Defender can end it, too`() throws {
    var script = Self.called()
    let line = script.observed("1") { $0.status = .resolved }
    let clocks = try Self.clocks(script)
    #expect(clocks.act.stop?.line == line && clocks.act.stop?.by == nil)
    #expect(clocks.acknowledge.stop?.line == line)
    #expect(clocks.act.sentence(at: Self.at(5)).contains("Defender set it to Resolved"))
  }

  @Test func `a later call begins new clocks, and wants its own acknowledgement`() throws {
    var script = Self.called()
    script.by("bob", .acknowledged, on: "1")
    script.by("bob", .step(.completed, "r1", "r2"), on: "1")
    let since = JournalScript.time(ofLine: script.book.seq + 1)
    let line = script.observed("1", since: since) { $0.ask("r3") }
    var clocks = try Self.clocks(script)
    #expect(clocks.line == line && clocks.since == since)
    #expect(clocks.acknowledge.stop == nil && clocks.act.stop == nil)
    #expect(script.view("1").seen == nil)
    #expect(script.book.row(of: incident("1"))?.acknowledgement == nil)
    script.by("bob", .acknowledged, on: "1")
    clocks = try Self.clocks(script)
    #expect(clocks.acknowledge.stop?.line == line + 1)
    #expect(script.book.row(of: incident("1"))?.acknowledgement?.by.name == "bob")
  }

  @Test func `a merged incident's call is its target's`() throws {
    var script = Self.called()
    script.observed("9") { $0.severity = .high }
    script.observed("1") { $0.merge(into: "9") }
    let clocks = try Self.clocks(script, "9")
    #expect(clocks.since == Self.at(0) && clocks.line == 1)
    script.by("bob", .step(.completed, "r1", "r2"), on: "9")
    #expect(try Self.clocks(script, "9").act.stop?.by?.name == "bob")
  }

  private static func snooze(_ minute: Int?, response: String? = nil) -> Event {
    .snoozed(Snooze(until: minute.map(at), response: response, reason: "vendor calls back"))
  }

  @Test func `a snooze holds both clocks until its time`() throws {
    var script = Self.called()
    Self.wait(3, &script)
    script.by("bob", Self.snooze(24), on: "1")
    let clocks = try Self.clocks(script)
    // From minute 4 to 24: twenty minutes later than without.
    #expect(Self.minute(clocks.acknowledge.deadline) == 30)
    #expect(Self.minute(clocks.act.deadline) == 80)
    #expect(clocks.acknowledge.state(at: Self.at(10)) == .paused)
    #expect(clocks.act.pausedMinutes(at: Self.at(10)) == 6)
    #expect(clocks.act.pausedMinutes(at: Self.at(40)) == 20)
    #expect(Self.text(clocks.acknowledge.state(at: Self.at(25))) == "running 5")
    #expect(Self.text(clocks.acknowledge.state(at: Self.at(31))) == "overdue 1")
    #expect(script.book.row(of: incident("1"))?.due?.clock == .acknowledge)
  }

  @Test func `what ran out before it was held is overdue, not just held`() throws {
    var script = Self.called()
    Self.wait(13, &script)
    script.by("bob", Self.snooze(50), on: "1")
    let clocks = try Self.clocks(script)
    #expect(Self.text(clocks.acknowledge.state(at: Self.at(20))) == "overdue 10")
    #expect(
      clocks.acknowledge.sentence(at: Self.at(20)).hasSuffix("; overdue by 10m; held now."))
    #expect(clocks.act.state(at: Self.at(20)) == .paused)
    #expect(clocks.headline(at: Self.at(20)) == "acknowledge overdue by 10m")
    // The book itself allows half an hour.
    var other = Self.called()
    Self.wait(33, &other)
    other.by("bob", Self.snooze(90), on: "1")
    let line = try #require(
      Handover(
        other.book, TriageQueue(other.book), since: Self.at(0), at: Self.at(50)
      ).lines.first)
    #expect(line.isOverdue && !line.snooze.isEmpty)
    #expect(line.text.contains("; acknowledge by 2"))
    #expect(line.text.contains(", overdue; snoozed until "))
  }

  @Test func `what wakes it lets the clocks go on`() throws {
    var script = Self.called()
    script.by("bob", Self.snooze(50), on: "1")
    Self.wait(4, &script)
    script.by("carol", .woken, on: "1")
    // Minute 1 to 6.
    #expect(Self.minute(try Self.clocks(script).act.deadline) == 65)
    script.by("bob", Self.snooze(50), on: "1")
    Self.wait(2, &script)
    script.observed("1") { $0.title = "more is known" }
    // Minute 7 to 10, too.
    let clocks = try Self.clocks(script)
    #expect(Self.minute(clocks.act.deadline) == 68)
    #expect(clocks.act.pauses.map(\.ended) == [.person(JournalScript.author("carol")), .service])
    #expect(clocks.act.pauses.allSatisfy { $0.reason == "vendor calls back" && $0.by == "bob" })
  }

  @Test func `a snooze that was taken back never held them`() throws {
    var script = Self.called()
    script.by("bob", Self.snooze(50), on: "1")
    Self.wait(3, &script)
    _ = script.undo("bob")
    let clocks = try Self.clocks(script)
    #expect(clocks.act.pauses.isEmpty && Self.minute(clocks.act.deadline) == 60)
  }

  @Test func `waiting for a response, there is no deadline until it has an outcome`() throws {
    var script = Self.called()
    script.by("bob", Self.snooze(nil, response: "e1"), on: "1")
    var clocks = try Self.clocks(script)
    #expect(clocks.act.deadline == nil && clocks.act.state(at: Self.at(500)) == .paused)
    #expect(script.book.row(of: incident("1"))?.due == nil)
    Self.wait(5, &script)
    script.observed("1") { $0.ask("e1", .completed, by: .experts) }
    clocks = try Self.clocks(script)
    // Minute 1 to 7.
    #expect(Self.minute(clocks.act.deadline) == 66)
  }

  @Test func `acknowledged while it is held, a clock was stopped in time`() throws {
    var script = Self.called()
    Self.wait(3, &script)
    script.by("bob", Self.snooze(50), on: "1")
    Self.wait(20, &script)
    script.by("bob", .acknowledged, on: "1")
    let clocks = try Self.clocks(script)
    // Four of ten minutes had passed.
    #expect(Self.text(clocks.acknowledge.state(at: Self.at(99))) == "early 6")
    #expect(clocks.acknowledge.pausedMinutes(at: Self.at(99)) == 21)
    #expect(Self.minute(clocks.act.deadline) == 106)
  }

  @Test func `held over business hours, time that would not have counted is not given back`() throws
  {
    var policy = Self.policy
    // The script begins on a Monday at 10:15 in UTC.
    let start = try #require(Timestamp(iso8601: "2026-11-23T10:15:00Z"))
    #expect(JournalScript.start == start.milliseconds)
    policy.high = ClockPolicy.Limits(acknowledge: 30, act: 240)
    policy.hours = BusinessHours("Mon-Fri 08:00-12:00", zone: .utc)
    var script = Self.called()
    // From 10:17 to 13:00: of it, business time ends at 12:00. One minute had passed.
    let wake = try #require(Timestamp(iso8601: "2026-11-23T13:00:00Z"))
    script.by("bob", .snoozed(Snooze(until: wake, reason: "lunch")), on: "1")
    let clocks = try #require(ResponseClocks(script.view("1"), policy))
    #expect(clocks.acknowledge.deadline?.iso8601 == "2026-11-24T08:29:00.000Z")
    #expect(clocks.act.deadline?.iso8601 == "2026-11-24T11:59:00.000Z")
  }

  @Test func `the row says the nearer clock, as the clocks do`() throws {
    var script = Self.called()
    let book = script.book
    func due(_ script: JournalScript) throws -> Due? {
      #expect(script.book.policy == .standard)
      return QueueRow(script.view("1"), Self.policy).due
    }
    #expect(try due(script) == Due(.acknowledge, at: Self.at(10)))
    #expect(book.row(of: incident("1"))?.due == Due(.acknowledge, at: Self.at(30)))
    script.by("bob", .acknowledged, on: "1")
    #expect(try due(script) == Due(.act, at: Self.at(60)))
    script.by("bob", .step(.completed, "r1", "r2"), on: "1")
    #expect(try due(script) == nil)
  }

  @Test func `the explanation says what started, held and stopped them`() throws {
    var script = Self.called(.unknown)
    script.by("bob", Self.snooze(4), on: "1")
    Self.wait(5, &script)
    script.by("bob", .acknowledged, on: "1")
    let text = try Self.clocks(script).explanation(Self.policy, at: Self.at(100))
      .map { "\($0.label): \($0.text)" }.joined(separator: "\n")
    #expect(
      text == """
        Began: 2026-11-23 10:16Z, when Defender made it your move (line 1 of the journal).
        Rule: Unknown counts as high: acknowledge within 10m, act within 1h, around the clock. \
        These limits are your team's, not Microsoft's.
        Held: 2026-11-23 10:17Z to 2026-11-23 10:20Z, when its time came: snoozed by bob, vendor \
        calls back
        Acknowledge: Stopped 2026-11-23 10:23Z: bob acknowledged it (line 8), 6m before it was due \
        (by 2026-11-23 10:29Z).
        Act: Was due by 2026-11-23 11:19Z; overdue by 37m.
        """)
  }
}
