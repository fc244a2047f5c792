// SPDX-License-Identifier: MIT

import Incidents
import Testing

/// A book that starts from an archive says what one folded from the first line says.
@Suite struct ArchiveTests {
  private static let people = ["alice", "bob"]
  private static let ids = ["1", "2", "3", "4", "5", "6"]

  /// Each narrows the one before it, or does not.
  private static let queries = [
    "", "is:any", "a", "al", "ali is:any", "is:any a", "is:any al e", "is:closed r", "is:closed",
    "sev:h", "sev:h a", "sev:high.. a", "owner:c", "owner:ca", "not owner:me", "is:mine",
    "status:res", "not status:active", "status:awaiting or is:yours", "is:yours", "is:yours e",
    "not is:yours", "is:unacked", "is:unacked a", "is:overdue", "due:..1h a", "due:1h..",
    "is:marked", "is:changed", "is:marked a", "tag:t",
    "tag:ta", "is:merged", "is:any id:1", "response:open", "response:open a", "age:1h..",
    "not (a or is:closed)", "device:a", "device:al", "device:=al", "device:=alpha", "user:=a",
    "user:a", "file:e", "ip:a", "technique:a", "category:a",
    "not user:a", "source:a", "is:open sev:low..", "is:any (is:mine or response:failed)",
  ]

  private func grow(_ script: inout JournalScript, _ random: inout SeededGenerator) {
    let name = random.pick(Self.people)
    let id = random.pick(Self.ids)
    switch Int.random(in: 0..<27, using: &random) {
    case 24...:
      script.keep(name, random.pick(["a", "b", "c"]), ["x": random.pick(["", "1", "2"])])
    case 20...: script.propose(name, .written(&random), on: id)
    case 0..<5:
      script.observed(id, since: Timestamp(milliseconds: Int64(script.book.seq))) {
        random.change(&$0)
      }
    case 5..<8:
      let target = random.pick([nil, incident(random.pick(Self.ids)), incident("99")])
      script.observed(id, since: Timestamp(milliseconds: 1)) {
        $0.redirect = target
        $0.status = target == nil ? .active : .redirected
      }
    case 8..<11: script.undo(name)
    case 11: script.redo(name)
    case 12: script.propose(name, .commented(text: "e\u{301} \u{202E}"), on: id)
    case 13: script.propose(name, .closed, on: Self.ids)
    case 14: script.propose(name, .reopened, on: id)
    case 15: script.propose(name, .assigned(owner: random.pick([nil, "carol"])), on: id)
    case 16: script.raw(name, .other(kind: "snoozed"), on: "6")
    default:
      script.propose(name, .step(random.pick([.completed, .failed, .started]), "r1"), on: id)
      script.propose(name, .acknowledged, on: id)
    }
  }

  /// What differs between two books, as far as anybody can ask.
  private func difference(_ book: CaseBook, _ other: CaseBook) -> String? {
    if book.records(.readiness) != other.records(.readiness) { return "records" }
    for name in ["a", "b", "c"] {
      guard let subject = Subject(.readiness, name) else { return "subject \(name)" }
      if book.record(subject) != other.record(subject) { return "record \(name)" }
    }
    guard book.seq == other.seq, Set(book.cases.keys) == Set(other.cases.keys),
      book.cases.count == other.cases.count
    else { return "cases" }
    for id in other.cases.keys {
      if reflected(book.case(id)) != reflected(other.case(id)) { return "case \(id)" }
      if reflected(book.view(of: id)) != reflected(other.view(of: id)) { return "view \(id)" }
      if book.current(id) != other.current(id) { return "current \(id)" }
      for seq in 1...max(1, other.seq)
      where book.undoer(of: seq, for: id)
        != other.undoer(
          of: seq, for: id)
      {
        return "undoer of \(seq)"
      }
    }
    guard Array(book.actions) == Array(other.actions) else { return "actions" }
    for author in Self.people.map(JournalScript.author) {
      guard book.undoable(by: author) == other.undoable(by: author),
        book.redoable(by: author) == other.redoable(by: author)
      else { return "undo" }
    }
    return reflected(book.queue()) == reflected(other.queue()) ? nil : "queue"
  }

  private func reflected(_ value: some Any) -> [UInt8] { Array(String(reflecting: value).utf8) }

  @Test(arguments: 0..<16 as Range<UInt64>)
  func `an archive and the lines after it are the whole journal`(seed: UInt64) {
    var random = SeededGenerator(seed)
    var script = JournalScript()
    for _ in 0..<Int.random(in: 0..<80, using: &random) { grow(&script, &random) }
    var book = CaseBook(ScriptArchive(script.book))
    #expect(difference(book, script.book) == nil)
    var queue = TriageQueue(book)
    for _ in 0..<25 {
      let known = script.entries.count
      for _ in 0...Int.random(in: 0..<3, using: &random) { grow(&script, &random) }
      let news = Array(script.entries.dropFirst(known))
      for entry in news { book.apply(entry) }
      queue.refresh(after: news, in: book)
      #expect(difference(book, script.book) == nil)
      check(queue, TriageQueue(script.book), in: script.book)
    }
    // A second archive, made from a book that stands on a first.
    #expect(difference(CaseBook(ScriptArchive(book)), script.book) == nil)
  }

  /// Compares a queue with the full sort: every row at its place, every count, every filter.
  private func check(_ queue: TriageQueue, _ sorted: TriageQueue, in book: CaseBook) {
    let rows = Array(sorted.rows)
    #expect(Array(queue.rows) == rows)
    #expect(rows == rows.sorted(by: QueueRow.precedes))
    #expect(queue.count == rows.count)
    #expect(queue.yours == rows.count { $0.turn.isYours })
    #expect(queue.open == rows.count { $0.turn != .closed })
    for hours in [0, 1, 5, 100] as [Int64] {
      let now = Timestamp(milliseconds: JournalScript.start + hours * 3_600_000)
      #expect(queue.overdue(at: now) == rows.count { $0.isOverdue(at: now) })
    }
    for (place, row) in rows.enumerated() {
      #expect(queue.place(of: row.id) == place)
      #expect(queue.id(at: place) == row.id)
      #expect(queue[row.id] == row)
    }
    #expect(queue.place(of: incident("404")) == nil)
    for name in SeededGenerator.texts {
      for kind in Entity.Kind.allCases {
        let entity = Entity(kind, name)
        let about = rows.filter { $0.entities.contains { $0.isSame(as: entity) } }.map(\.id)
        #expect(queue.incidents(about: entity) == about)
        #expect(sorted.incidents(about: entity) == about)
      }
    }
    var last: FilteredQueue?
    let context = QueryContext(
      now: Timestamp(milliseconds: JournalScript.start), author: JournalScript.author("alice"),
      book: book, marked: [incident("1"), incident("5")], changed: [incident("2")])
    for text in Self.queries {
      guard let filter = try? QueueFilter(text, in: context.dialect) else {
        Issue.record("\(text) is no query")
        continue
      }
      let shown = FilteredQueue(queue, filter, in: context, narrowing: last)
      let expected = rows.filter { filter.matches($0, in: context) }
      #expect(Array(shown) == expected.map(\.id), "\(text)")
      #expect(shown.indices.map(shown.row(at:)) == expected)
      for row in rows {
        #expect(shown.place(of: row.id) == expected.firstIndex { $0.id == row.id })
      }
      last = shown
    }
  }

  @Test func `a book with an archive is another than one without`() {
    var script = JournalScript()
    script.observed("1")
    let archive = ScriptArchive(script.book)
    #expect(CaseBook(archive) == CaseBook(archive))
    #expect(CaseBook(archive) != script.book)
    #expect(CaseBook(archive).archivedSeq == 1)
  }

  @Test func `bytes that end too soon are no value`() {
    var script = JournalScript()
    script.observed("1") { $0.ask("r1") }
    script.by("alice", .step(.completed, "r1"), on: "1")
    var writer = ImageWriter()
    writer.write(script.view("1"))
    for count in writer.bytes.indices {
      var reader = ImageReader(Array(writer.bytes.prefix(count)))
      #expect(throws: ImageError.self) { try reader.read(Case.self) }
    }
  }
}
