// SPDX-License-Identifier: MIT

import Testing

@testable import Incidents

@Suite struct QueryMatchingTests {
  private static let now = Timestamp(milliseconds: 1_795_500_000_000)

  private static func ago(_ minutes: Int64) -> Timestamp {
    Timestamp(milliseconds: now.milliseconds - minutes * 60_000)
  }

  private static func book() -> CaseBook {
    var script = JournalScript()
    script.observed("100", since: Self.ago(60)) {
      $0.title = "Multi-stage incident"
      $0.severity = .high
      $0.status = .awaitingAction
      $0.owner = "alice@contoso.com"
      $0.tags = ["Finance", "vip"]
      $0.systemTags = ["Critical asset"]
      $0.createdAt = Self.ago(180)
      $0.updatedAt = Self.ago(30)
      $0.sources = ["microsoftDefenderForEndpoint"]
      $0.entities = [
        Entity(.device, "FIN-SRV-04"), Entity(.user, "j.doe@contoso.com"),
        Entity(.file, "invoice.exe"), Entity(.address, "203.0.113.7"),
        Entity(.technique, "T1566.001"),
      ]
      $0.ask("r1")
    }
    script.observed("200") {
      $0.title = "Password spray"
      $0.severity = .medium
      $0.status = .inProgress
      $0.owner = "alicent"
      $0.createdAt = Self.ago(4320)
      $0.updatedAt = Self.ago(4000)
    }
    script.observed("300") {
      $0.title = "Newer things"
      $0.severity = .unrecognized("Critical")
      $0.status = .unrecognized("Paused")
    }
    script.observed("400") {
      $0.title = "Old news"
      $0.severity = .low
      $0.status = .resolved
      $0.createdAt = Self.ago(20_000)
    }
    script.propose("bob", .acknowledged, on: "200")
    script.by(
      "bob", .snoozed(Snooze(until: ago(-60), reason: "later")), on: "100")
    return script.book
  }

  private static var context: QueryContext {
    QueryContext(
      now: now, author: JournalScript.author("alice"), book: book(), marked: [incident("400")],
      changed: [incident("100")])
  }

  /// Each query, and the incidents it shows.
  @Test(arguments: [
    ("", "100 200 300"), ("is:any", "100 200 300 400"), ("is:open", "100 200 300"),
    ("is:closed", "400"), ("not is:closed", "100 200 300"), ("old", ""), ("old is:any", "400"),
    ("old or spray", "200"), ("old or spray or is:closed", "200 400"), ("NEWS is:any", "400"),
    ("\"multi-stage inc\"", "100"), ("stage multi", "100"), ("\"stage multi\"", ""),
    ("sev:high", "100"), ("sev:h", "100"), ("sev:med", "200"), ("sev:critical", "300"),
    ("sev:crit", ""), ("sev:high..", "100 300"), ("sev:medium..", "100 200 300"),
    ("sev:..medium is:any", "200 400"), ("sev:low..medium", "200"), ("not sev:high..", "200"),
    ("status:awaitingAction", "100"), ("status:await", "100"), ("status:\"in progress\"", "200"),
    ("status:inprogress", "200"), ("status:resolved", "400"), ("status:paused", "300"),
    ("status:re", "400"), ("status:active", ""), ("not status:resolved", "100 200 300"),
    ("owner:me", "100"), ("is:mine", "100"), ("owner:alice", "100 200"), ("owner:contoso", "100"),
    ("owner:none", "300"), ("owner:none is:any", "300 400"), ("not owner:me", "200 300"),
    ("tag:fin", "100"), ("tag:VIP", "100"), ("tag:finance tag:vip", "100"), ("tag:alice", ""),
    ("tag:critical", "100"), ("asset", "100"),
    ("id:1", "100"), ("id:00", ""), ("id:=1", ""), ("id:=100", "100"), ("response:open", "100"),
    ("response:r1", "100"),
    ("response:completed", ""), ("not response:open", "200 300"),
    ("age:2h..", "100 200"), ("age:..1d", "100"), ("age:3h..3h", "100"), ("age:1w.. is:any", "400"),
    ("updated:..1h", "100"), ("updated:1d..", "200"),
    ("due:..0m", ""), ("is:overdue", ""),
    ("is:yours", "100"), ("not is:yours", "200 300"), ("is:unacked", "100 300"),
    ("is:changed", "100"), ("is:marked", "400"), ("is:snoozed", "100"), ("is:merged", ""),
    ("fin-srv", "100"), ("device:fin", "100"), ("device:j.doe", ""), ("user:J.DOE", "100"),
    ("file:invoice", "100"), ("file:T1566", ""), ("ip:203.0", "100"), ("ip:203.0.113.7", "100"),
    ("device:=fin-srv-04", "100"), ("device:=fin-srv", ""), ("technique:=T1566", ""),
    ("user:\"=J.DOE@contoso.com\"", "100"), ("tag:=finance", ""),
    ("ip:203.0.113.70", ""), ("ip:113.7", ""), ("technique:t1566", "100"),
    ("technique:1566", ""), ("source:endpoint", "100"), ("not source:endpoint", "200 300"),
    ("not (spray or sev:high)", "300"), ("sev:high or sev:medium owner:me", "100"),
    ("(sev:high or sev:medium) owner:alicent", "200"),
  ])
  func `a query shows what answers it`(text: String, ids: String) throws {
    let context = Self.context
    let filter = try QueueFilter(text, in: context.dialect)
    let rows = TriageQueue(Self.book()).rows.filter { filter.matches($0, in: context) }
    #expect(rows.map(\.id.text).sorted().joined(separator: " ") == ids)
  }

  @Test func `words are looked for in further texts where there are any`() throws {
    var context = Self.context
    context.moreTexts = { $0.id == incident("200") ? ["ZZZ-01"] : [] }
    let filter = try QueueFilter("zzz", in: context.dialect)
    let rows = TriageQueue(Self.book()).rows.filter { filter.matches($0, in: context) }
    #expect(rows.map(\.id.text) == ["200"])
  }

  @Test(arguments: [
    ("", 5), ("acknowledged", 1), ("kind:acknowledged", 1), ("kind:ack", 1), ("kind:observed", 4),
    ("by:bob", 1), ("by:me", 1), ("not by:bob", 4), ("id:3", 1), ("id:200", 2),
    ("id:200 kind:observed", 1), ("title400", 1), ("by:bob or id:1", 2),
  ])
  func `lines of the journal answer, too`(text: String, count: Int) throws {
    var script = JournalScript()
    for id in ["100", "200", "300", "400"] { script.observed(id) { $0.title = "title\(id)" } }
    script.propose("bob", .acknowledged, on: "200")
    let filter = try JournalFilter(text, author: JournalScript.author("bob"))
    let shown = script.entries.filter { entry in
      filter.matches(
        entry, texts: [entry.event.kind] + entry.incidents.map { "title\($0)" })
    }
    #expect(shown.count == count)
  }

  @Test(arguments: ["is:yours", "sev:high", "tag:x"])
  func `what only incidents have is no question to a line`(text: String) {
    #expect(throws: QueryError.self) {
      try JournalFilter(text, author: JournalScript.author("bob"))
    }
  }
}
