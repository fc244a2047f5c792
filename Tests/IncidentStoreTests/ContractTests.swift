// SPDX-License-Identifier: MIT

import IncidentStore
import Incidents
import Testing

@Suite struct ContractTests {
  private let scratch = Scratch()

  @Test(arguments: StoreKind.allCases)
  func `lines come in order and only those asked for`(_ kind: StoreKind) throws {
    let store = try kind.make(in: scratch).store
    try take(incidentJSON("1"), incidentJSON("2"), into: store)
    _ = try store.commit(Proposal(.acknowledged, on: [id("1")]), by: alice)
    #expect(try store.entries(after: 0).map(\.seq) == [1, 2, 3])
    #expect(try store.entries(after: 2).map(\.event) == [.acknowledged])
    #expect(try store.entries(after: 3).isEmpty)
  }

  @Test(arguments: StoreKind.allCases)
  func `an accepted action is a line with the versions it was judged on`(_ kind: StoreKind) throws {
    let store = try kind.make(in: scratch).store
    try take(incidentJSON("1"), into: store)
    let commit = try store.commit(Proposal(.acknowledged, on: [id("1")]), by: alice)
    let entry = try #require(commit.entry)
    #expect(entry.on == [Subject(id("1")): 1])
    #expect(entry.by == alice)
    #expect(entry.at == noon)
    #expect(try store.entries(after: 1) == [entry])
  }

  @Test(arguments: StoreKind.allCases)
  func `what is already so writes nothing and says who did it`(_ kind: StoreKind) throws {
    let store = try kind.make(in: scratch).store
    try take(incidentJSON("1"), into: store)
    _ = try store.commit(Proposal(.acknowledged, on: [id("1")]), by: bob)
    let commit = try store.commit(Proposal(.acknowledged, on: [id("1")]), by: alice)
    #expect(commit.entry == nil)
    #expect(commit.judgement.alreadySo[id("1")]?.hasPrefix("bob") == true)
    #expect(try store.entries(after: 0).count == 2)
  }

  @Test(arguments: StoreKind.allCases)
  func `an unknown incident is refused`(_ kind: StoreKind) throws {
    let store = try kind.make(in: scratch).store
    let commit = try store.commit(Proposal(.acknowledged, on: [id("1")]), by: alice)
    #expect(commit.judgement.refused == [id("1"): .unknownIncident])
    #expect(try store.entries(after: 0).isEmpty)
  }

  @Test(arguments: StoreKind.allCases)
  func `two users of one store see each other and conflict`(_ kind: StoreKind) throws {
    let opened = try kind.make(in: scratch)
    let mine = opened.store
    let theirs = try opened.reopen()
    try take(incidentJSON("1"), into: mine)
    let seen = try theirs.entries(after: 0).count
    #expect(seen == 1)
    _ = try mine.commit(Proposal(.assigned(owner: "alice"), on: [id("1")]), by: alice)
    let late = try theirs.commit(
      Proposal(.assigned(owner: "bob"), seen: [id("1"): seen]), by: bob)
    #expect(late.judgement.isConflict)
    #expect(late.entry == nil)
    let informed = try theirs.commit(
      Proposal(.assigned(owner: "bob"), seen: [id("1"): 2]), by: bob)
    #expect(informed.entry?.seq == 3)
    #expect(try mine.entries(after: 2).map(\.by) == [bob])
  }

  @Test(arguments: StoreKind.allCases)
  func `an action on many is one line with those that can take part`(_ kind: StoreKind) throws {
    let store = try kind.make(in: scratch).store
    try take(incidentJSON("1"), incidentJSON("2"), incidentJSON("3"), into: store)
    _ = try store.commit(Proposal(.acknowledged, on: [id("2")]), by: bob)
    let commit = try store.commit(
      Proposal(.acknowledged, on: ["1", "2", "3", "4"].map(id)), by: alice)
    #expect(commit.entry?.incidents == [id("1"), id("3")])
    #expect(Set(commit.judgement.alreadySo.keys) == [id("2")])
    #expect(Set(commit.judgement.refused.keys) == [id("4")])
    #expect(try store.entries(after: 4).count == 1)
  }

  @Test(arguments: StoreKind.allCases)
  func `more than the limit is refused whole`(_ kind: StoreKind) throws {
    let store = try kind.make(in: scratch).store
    let proposal = Proposal(.acknowledged, on: (0...Proposal.limit).map { id("i\($0)") })
    #expect(throws: StoreError.self) { try store.commit(proposal, by: alice) }
    #expect(try store.entries(after: 0).isEmpty)
  }

  @Test(arguments: StoreKind.allCases)
  func `undo and redo go on after reopening`(_ kind: StoreKind) throws {
    let opened = try kind.make(in: scratch)
    try take(incidentJSON("1"), into: opened.store)
    _ = try opened.store.commit(Proposal(.acknowledged, on: [id("1")]), by: alice)
    let undo = try opened.reopen().commit(Proposal(.undone(seq: 2), on: [id("1")]), by: alice)
    #expect(undo.entry?.event == .undone(seq: 2))
    let redo = try opened.reopen().commit(Proposal(.undone(seq: 3), on: [id("1")]), by: alice)
    #expect(redo.entry?.event == .undone(seq: 3))
    var book = CaseBook()
    for entry in try opened.reopen().entries(after: 0) { book.apply(entry) }
    #expect(book.cases[id("1")]?.acknowledgement.value?.by == alice)
  }

  @Test(arguments: StoreKind.allCases)
  func `a document merged from an old one is returned as stale`(_ kind: StoreKind) throws {
    let store = try kind.make(in: scratch).store
    try take(incidentJSON("1"), into: store)
    let current = try #require(try store.document(of: id("1")))
    let bytes = Array(incidentJSON("1", title: "Other").utf8)
    var document = NewDocument(
      id: id("1"), bytes: bytes, digest: documentDigest(bytes), base: nil,
      facts: ServiceFacts(Incident(id: id("1"))))
    try store.put([document])
    #expect(try store.observe([document], by: alice).stale == [id("1")])
    #expect(try store.document(of: id("1")) == current)
    document.base = current.digest
    let outcome = try store.observe([document], by: alice)
    #expect(outcome.stale.isEmpty)
    #expect(outcome.entries.count == 1)
    #expect(try store.document(of: id("1"))?.bytes == bytes)
    #expect(try store.observe([document], by: alice).entries.isEmpty)
  }

  @Test(arguments: StoreKind.allCases)
  func `history follows merges, and an action on the old id names it`(_ kind: StoreKind) throws {
    let store = try kind.make(in: scratch).store
    try take(incidentJSON("1"), incidentJSON("2"), incidentJSON("3"), into: store)
    _ = try store.commit(Proposal(.commented(text: "before"), on: [id("1")]), by: alice)
    try take(
      incidentJSON("1", status: "redirected", updated: "2026-11-23T11:00:00Z", redirect: "2"),
      into: store)
    let commit = try store.commit(Proposal(.acknowledged, on: [id("1")]), by: alice)
    #expect(commit.entry?.incidents == [id("2")])
    #expect(commit.entry?.formerIDs == [id("1")])
    #expect(try store.history(of: id("2")).map(\.seq) == [1, 2, 4, 5, 6])
    #expect(try store.history(of: id("3")).map(\.seq) == [3])
    #expect(try store.history(of: id("9")).isEmpty)
  }

  @Test(arguments: StoreKind.allCases)
  func `the same damaged bytes are kept once`(_ kind: StoreKind) throws {
    let store = try kind.make(in: scratch).store
    let report = try take(#"{"id":"1","#, into: store)
    #expect(report.quarantined == 1)
    #expect(report.damage.first?.line == 1)
    try take(#"{"id":"1","#, into: store)
    #expect(try store.verify().quarantined == 1)
  }

  @Test(arguments: StoreKind.allCases)
  func `an incident reads back as it was sent`(_ kind: StoreKind) throws {
    let store = try kind.make(in: scratch).store
    try take(incidentJSON("1", tasks: ["t1", "t2"]), into: store)
    let incident = try #require(try store.incident(id("1")))
    #expect(incident.title == "Hands-on-keyboard attack")
    #expect(incident.responses.map(\.id) == ["t1", "t2"])
    #expect(try store.incident(id("2")) == nil)
  }

  @Test(arguments: StoreKind.allCases)
  func `records of ours are written, read again and undone`(_ kind: StoreKind) throws {
    let opened = try kind.make(in: scratch)
    let item = try #require(Subject(.readiness, "mfa"))
    let contact = try #require(Subject(.contact, "soc"))
    let edit = RecordEdit([
      item: ["state": "inProgress"], contact: ["phone": "+49 30 1\u{202E}2", "name": "SOC"],
    ])
    let commit = try opened.store.commit(Proposal(edit, seen: nil), by: alice)
    let entry = try #require(commit.entry)
    #expect(entry.on == [item: 0, contact: 0])
    let theirs = try opened.reopen()
    #expect(try theirs.entries(after: 0) == [entry])
    #expect(try theirs.snapshot().record(contact)?["phone"] == "+49 30 1\u{202E}2")
    let late = try theirs.commit(
      Proposal(RecordEdit(item, ["state": "completed"]), seen: 0), by: bob)
    #expect(late.judgement.isConflict)
    _ = try theirs.commit(Proposal(undoing: entry), by: alice)
    #expect(try opened.store.snapshot().records(.contact).isEmpty)
  }
}
