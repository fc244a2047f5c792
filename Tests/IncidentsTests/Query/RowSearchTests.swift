// SPDX-License-Identifier: MIT

import Testing

@testable import Incidents

/// What is found by columns, names and texts is what the rule finds, row by row.
@Suite struct RowSearchTests {
  private static let atoms = [
    "status:active", "status:awaiting", "status:paused", "status:merged", "status:redirected",
    "status:new", "sev:low", "sev:h", "sev:critical", "sev:low..", "sev:..medium", "owner:a",
    "owner:me", "owner:none", "owner:carol", "tag:a", "tag:unassigned", "tag:日", "device:a",
    "device:=alice", "user:é", "user:=\u{202E}gpj.exe", "file:gpj", "ip:a", "ip:1.2.3.4",
    "technique:a", "technique:=alice", "category:a", "category:=alice", "response:open",
    "response:o", "response:queued",
    "response:skipped", "response:step", "response:zz", "source:b", "source:alice", "id:1",
    "id:11", "id:=11", "id:a", "age:1h..", "age:..1h", "due:1h..", "due:..1h", "due:..4w",
    "updated:1d..", "updated:..1d", "is:yours", "is:overdue", "is:unacked", "is:mine",
    "is:changed", "is:marked", "is:snoozed", "is:merged", "is:open", "is:closed", "is:any",
    "alice", "un", "日本", "low", "awaiting", "redirected", "1",
  ]

  private func text(_ depth: Int, _ random: inout SeededGenerator) -> String {
    guard depth > 0, random.chance(60) else { return random.pick(Self.atoms) }
    let parts = (0..<Int.random(in: 2...3, using: &random)).map { _ in text(depth - 1, &random) }
    switch Int.random(in: 0..<3, using: &random) {
    case 0: return "not (\(parts[0]))"
    case 1: return parts.map { "(\($0))" }.joined(separator: " ")
    default: return "(\(parts.joined(separator: " or ")))"
    }
  }

  private func grow(_ script: inout JournalScript, _ random: inout SeededGenerator) {
    let number = Int.random(in: 1...150, using: &random)
    let id = random.chance(10) ? "A\(number)" : "\(number)"
    let name = random.pick(["alice", "bob"])
    switch Int.random(in: 0..<12, using: &random) {
    case 0: script.propose(name, .acknowledged, on: id)
    case 1: script.propose(name, .assigned(owner: random.pick([nil, "carol", "Alice@x"])), on: id)
    case 2: script.propose(name, .step(random.pick([.completed, .failed, .started]), "r1"), on: id)
    case 3: script.propose(name, .written(&random), on: id)
    case 4:
      let target = incident("\(Int.random(in: 1...160, using: &random))")
      script.observed(id) {
        $0.redirect = target
        $0.status = .redirected
      }
    default:
      let moment = Timestamp(milliseconds: JournalScript.start - Int64(number) * 7_000_000)
      script.observed(id, since: moment) {
        random.change(&$0)
        random.change(&$0)
        if random.chance(50) { $0.createdAt = moment }
        if random.chance(50) { $0.updatedAt = moment }
        if random.chance(30) { $0.status = .awaitingAction }
      }
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `any query shows what the rule lets through`(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    var script = JournalScript()
    for _ in 0..<500 { grow(&script, &random) }
    let archive = ScriptArchive(script.book)
    for _ in 0..<(seed % 2 == 0 ? 0 : 40) { grow(&script, &random) }
    var book = CaseBook(archive)
    for entry in script.entries where entry.seq > archive.seq { book.apply(entry) }
    let now = Timestamp(milliseconds: JournalScript.start + 500 * 60_000)
    let queue = TriageQueue(book, at: now)
    let ids = (0..<20).map { _ in queue.id(at: Int.random(in: 0..<queue.count, using: &random)) }
    var context = QueryContext(
      now: now, author: JournalScript.author("alice"), book: book, marked: Set(ids.prefix(10)),
      changed: Set(ids.dropFirst(5)))
    var last: FilteredQueue?
    for round in 0..<120 {
      if round == 80 {
        context.moreTexts = { [book] row in
          (book.view(of: row.id)?.responses ?? []).map(\.title)
            + book.sources(of: row.id).map(\.text)
        }
        last = nil
      }
      let filter = try QueueFilter(text(3, &random), in: context.dialect)
      let shown = FilteredQueue(queue, filter, in: context, narrowing: last)
      let expected = queue.rows.filter { filter.matches($0, in: context) }
      #expect(Array(shown) == expected.map(\.id), "\(filter.text)")
      last = shown
    }
    for entity in Set(queue.rows.flatMap(\.entities)) {
      let expected = queue.rows.filter { $0.entities.contains { $0.isSame(as: entity) } }
      #expect(queue.incidents(about: entity) == expected.map(\.id))
      #expect(queue.count(about: entity) == expected.count)
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `places are in order of numbers however they lie`(seed: UInt64) {
    var random = SeededGenerator(seed)
    let wide: [Int64] = [.min, .max - 1, 0, RowColumn.none, -1, 1 << 40]
    let count = Int.random(in: 0..<3000, using: &random)
    let span = random.pick([1, 3, 2000, 1 << 33, Int64.max - 2])
    let numbers = (0..<count).map { _ in
      random.chance(5) ? random.pick(wide) : Int64.random(in: -span...span, using: &random)
    }
    let narrow = numbers.map { abs($0 % 1_000_000) }
    for numbers in [numbers, narrow, numbers.map { _ in RowColumn.none }] {
      let expected = numbers.indices.sorted { left, right in
        numbers[left] == numbers[right] ? left < right : numbers[left] < numbers[right]
      }
      #expect(FlatOrder.places(inOrderOf: numbers) == expected.map { Int32($0) })
    }
  }
}
