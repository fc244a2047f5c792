// SPDX-License-Identifier: MIT

import Testing

@testable import Incidents

@Suite struct DueTests {
  @Test(
    arguments: [
      (0, "0:00"), (59, "0:00"), (60, "0:01"), (18 * 60, "0:18"), (125 * 60, "2:05"),
      (86_399, "23:59"), (28 * 3600, "1d 4h"), (10 * 86_400, "10d"), (-1, "−0:00"),
      (-42 * 60, "−0:42"),
      (-86_399, "−23:59"), (-28 * 3600, "−1d"), (-213 * 86_400, "−213d"), (20_000 * 86_400, "54y"),
    ] as [(Int64, String)])
  func `what is left, in six columns`(seconds: Int64, text: String) {
    let now = Timestamp(milliseconds: 1_000_000_000)
    let deadline = Timestamp(milliseconds: now.milliseconds + seconds * 1000)
    let countdown = Countdown(to: deadline, from: now)
    #expect(countdown.text() == text && text.count <= 6)
    #expect(countdown.isOver == (seconds < 0))
    let ascii = countdown.text(isASCII: true)
    #expect(ascii.utf8.allSatisfy { $0 < 0x7F } && ascii.count == text.count)
  }

  @Test func `policies that differ have another fingerprint`() {
    var policies = [ClockPolicy.standard]
    func add(_ change: (inout ClockPolicy) -> Void) {
      var policy = ClockPolicy.standard
      change(&policy)
      policies.append(policy)
    }
    add { $0.high.acknowledge += 1 }
    add { $0.high.act += 1 }
    add { $0.informational.act += 1 }
    add { $0.hours = BusinessHours("Mon-Fri 08:00-18:00", zone: .utc) }
    add { $0.hours = BusinessHours("Mon-Fri 08:00-18:00", zone: BusinessHoursTests.berlin) }
    add { $0.hours = BusinessHours("Mon-Thu 08:00-18:00", zone: .utc) }
    #expect(Set(policies.map(\.fingerprint)).count == policies.count)
    // It is written into files: it must not change by itself.
    #expect(ClockPolicy.standard.fingerprint == ClockPolicy().fingerprint)
  }

  private static let severities: [Severity] = [
    .high, .medium, .low, .informational, .unknown, .unrecognized("x"),
  ]

  /// A queue of many incidents, some called, some snoozed, some acknowledged, some closed.
  private static func book(_ random: inout SeededGenerator) -> JournalScript {
    var script = JournalScript()
    for number in 0..<60 {
      let id = "\(100 + number)"
      let since = Timestamp(
        milliseconds: JournalScript.start - Int64(random.pick([0, 20, 100, 300, 2000, 9000]))
          * 60_000)
      script.observed(id, since: random.pick([since, since, since, nil])) {
        $0.severity = random.pick(Self.severities)
        $0.status = random.pick([.awaitingAction, .awaitingAction, .active, .resolved])
        if number % 3 == 0 { $0.ask("r1") }
      }
      switch random.pick([0, 1, 2, 3]) {
      case 0: script.propose("alice", .acknowledged, on: id)
      case 1:
        let until = JournalScript.start + Int64(random.pick([30, 90, 4000])) * 60_000
        script.propose(
          "alice", .snoozed(Snooze(until: Timestamp(milliseconds: until), reason: "x")), on: id)
      case 2: script.propose("alice", .step(.completed, "r1"), on: id)
      default: break
      }
    }
    return script
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `overdue rows are counted and found as if each were looked at`(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    var script = Self.book(&random)
    var book = CaseBook(ScriptArchive(script.book))
    for step in 0..<4 {
      for minutes in [0, 60, 500, 5000] as [Int64] {
        let now = Timestamp(milliseconds: JournalScript.start + minutes * 60_000)
        let queue = TriageQueue(book, at: now)
        let rows = Array(queue.rows)
        #expect(rows == rows.sorted(by: QueueRow.precedes))
        #expect(rows == Array(TriageQueue(script.book, at: now).rows))
        #expect(queue.overdue(at: now) == rows.count { $0.isOverdue(at: now) })
        let context = QueryContext(
          now: now, author: JournalScript.author("alice"), book: book)
        for text in [
          "is:overdue", "due:..0m", "due:..1h", "due:1h..1d", "due:3h..", "not is:overdue",
          "due:..2h sev:high",
        ] {
          let filter = try QueueFilter(text, in: context.dialect)
          let shown = FilteredQueue(queue, filter, in: context)
          let expected = rows.filter { filter.matches($0, in: context) }
          #expect(Array(shown) == expected.map(\.id), "\(text) \(minutes)")
          if text == "is:overdue", minutes > 400 { #expect(!expected.isEmpty) }
        }
      }
      // What is not in the archive any more counts, too.
      let known = script.entries.count
      script.propose("bob", .acknowledged, on: "\(100 + step * 7)")
      script.observed("\(120 + step)") { $0.severity = .high }
      for entry in script.entries.dropFirst(known) { book.apply(entry) }
    }
  }

  @Test func `due asks for what is left of the nearer clock, overdue included`() throws {
    var script = JournalScript()
    for (id, minutes) in [("late", 31), ("soon", 10), ("held", 31)] as [(String, Int64)] {
      let since = Timestamp(milliseconds: JournalScript.start - minutes * 60_000)
      script.observed(id, since: since) {
        $0.severity = .high
        $0.status = .awaitingAction
      }
    }
    script.observed("idle")
    script.by(
      "bob",
      .snoozed(
        Snooze(
          until: Timestamp(milliseconds: JournalScript.start + 999_999_999), reason: "x")),
      on: "held")
    let now = Timestamp(milliseconds: JournalScript.start)
    let context = QueryContext(now: now, author: JournalScript.author("alice"), book: script.book)
    func shown(_ text: String) throws -> [String] {
      let filter = try QueueFilter(text, in: context.dialect)
      return script.book.queue().filter { filter.matches($0, in: context) }.map(\.id.text)
    }
    #expect(try shown("due:..1h") == ["late", "soon"])
    #expect(try shown("due:0m..1h") == ["soon"])
    #expect(try shown("is:overdue") == ["late"])
    #expect(try shown("not is:overdue") == ["soon", "held", "idle"])
  }
}
