// SPDX-License-Identifier: MIT

import Glibc
import Incidents
import TestSupport
import Testing

@testable import IncidentStore

/// What needs a second person is recorded only when one approved exactly that.
@Suite struct ApprovalTests {
  private let scratch = Scratch()
  private let done = Event.response(
    ResponseRecord(responses: ["t1"], step: .completed, note: "by phone"))

  /// The store as a user opens it.
  private func open(
    as author: Author, forger: UInt32? = nil, at time: Timestamp = noon
  ) throws -> FileStore {
    let files = OneOfTwoUsers(uid: author.uid, forger: forger)
    return try FileStore(at: scratch.store, options: StoreOptions { time }, files: files)
  }

  /// Two ways into a store in which marking containment done needs a second person.
  private func stores(_ kind: StoreKind) throws -> (mine: any Store, theirs: any Store) {
    let stores: (mine: any Store, theirs: any Store)
    switch kind {
    case .file:
      _ = try FileStore.create(
        at: scratch.store, group: nil, options: .test, files: OneOfTwoUsers(uid: alice.uid))
      stores = (try open(as: alice), try open(as: bob))
    case .memory:
      let store = MemoryStore { noon }
      stores = (store, store)
    }
    try take(incidentJSON("1", tasks: ["t1", "t2"]), into: stores.mine)
    var rule = ApprovalRule()
    rule.containment = true
    _ = try stores.mine.commit(
      Proposal(RecordEdit(ApprovalRule.subject, rule.fields), seen: nil), by: alice)
    return stores
  }

  private func ask(_ store: any Store, at time: Timestamp = noon) throws -> ApprovalRequest {
    let commit = try store.request(
      Proposal(done, on: [id("1")]), "isolated FIN-SRV-04", at: time, by: alice)
    let subject = try #require(commit.entry?.records.first)
    return try #require(store.snapshot().record(subject).flatMap(ApprovalRequest.init))
  }

  private func perform(
    _ request: ApprovalRequest, _ store: any Store, by author: Author = alice
  ) throws -> Commit {
    let proposal = try #require(store.proposal(of: request))
    return try store.commit(proposal, by: author)
  }

  @Test(arguments: StoreKind.allCases)
  func `asked for twice it is one request, until that is used, withdrawn or over`(
    _ kind: StoreKind
  ) throws {
    let (mine, theirs) = try stores(kind)
    let first = try ask(mine)
    let again = try mine.request(Proposal(done, on: [id("1")]), "w", at: noon, by: alice)
    #expect(again.entry == nil)
    #expect(again.judgement.alreadySoRecords.keys.map(\.self) == [first.subject])
    // Another's request, and one for something else, are others.
    #expect(try theirs.request(Proposal(done, on: [id("1")]), "w", at: noon, by: bob).entry != nil)
    let other = Event.response(
      ResponseRecord(responses: ["t2"], step: .completed, note: "by phone"))
    #expect(try mine.request(Proposal(other, on: [id("1")]), "w", at: noon, by: alice).entry != nil)
    let later = Timestamp(milliseconds: noon.milliseconds + 24 * 3_600_000)
    #expect(try ask(mine, at: later).subject != first.subject)
  }

  @Test(arguments: StoreKind.allCases)
  func `it is refused, asked for, approved by another, done once`(_ kind: StoreKind) throws {
    let (mine, theirs) = try stores(kind)
    let alone = try mine.commit(Proposal(done, on: [id("1")]), by: alice)
    #expect(
      alone.judgement.firstRefusal?.refusal
        == .needsApproval("Marking a containment step done needs a second person."))
    let request = try ask(mine)
    #expect(try sentence(perform(request, mine)) == "Nobody else approved it yet.")
    #expect(
      try mine.approve(request.subject, by: alice)
        == .unlawful("Whoever asked cannot approve it, under whatever name."))
    #expect(try theirs.approve(request.subject, by: bob) == nil)
    #expect(
      try theirs.approve(request.subject, by: bob) == .unlawful("You approved it already."))
    #expect(
      try sentence(perform(request, theirs, by: bob)) == "Only alice, who asked, can do it.")
    let entry = try #require(try perform(request, mine).entry)
    #expect(entry.approval?.request == request.subject)
    #expect(entry.approval?.uid == bob.uid)
    #expect(entry.event == done)
    #expect(try theirs.entries(after: entry.seq - 1) == [entry])
    #expect(
      try mine.snapshot().view(of: id("1"))?.response("t1")?.status.value == .completed)
    #expect(try sentence(perform(request, mine)) == "The request is done in line \(entry.seq).")
  }

  @Test(arguments: StoreKind.allCases)
  func `another action does not pass under an approved request`(_ kind: StoreKind) throws {
    let (mine, theirs) = try stores(kind)
    let request = try ask(mine)
    #expect(try theirs.approve(request.subject, by: bob) == nil)
    var other = Proposal(
      .response(ResponseRecord(responses: ["t2"], step: .completed)), on: [id("1")])
    other.request = request.subject
    #expect(
      try sentence(mine.commit(other, by: alice))
        == "What was approved is not what is to be done.")
    #expect(try mine.snapshot().view(of: id("1"))?.response("t2")?.status.value == .open)
  }

  @Test func `its time over, a request can be neither approved nor done`() throws {
    let (mine, theirs) = try stores(.file)
    let request = try ask(mine)
    let expires = try #require(request.expires)
    #expect(expires.milliseconds == noon.milliseconds + 60 * 60_000)
    #expect(
      try open(as: bob, at: expires).approve(request.subject, by: bob)
        == .unlawful("The request is expired."))
    #expect(try theirs.approve(request.subject, by: bob) == nil)
    #expect(
      try sentence(perform(request, open(as: alice, at: expires))) == "The request is expired.")
  }

  @Test func `a file of approval that belongs to who asked approves nothing`() throws {
    let (mine, theirs) = try stores(.file)
    let request = try ask(mine)
    #expect(try theirs.approve(request.subject, by: bob) == nil)
    #expect(
      try sentence(perform(request, open(as: alice, forger: alice.uid)))
        == "Nobody else approved it yet.")
  }

  @Test func `an approval that was taken back counts no more, and can be given again`() throws {
    let (mine, theirs) = try stores(.file)
    let request = try ask(mine)
    #expect(try theirs.approve(request.subject, by: bob) == nil)
    let line = try #require(theirs.snapshot().undoable(by: bob))
    _ = try theirs.commit(Proposal(undoing: line), by: bob)
    #expect(try sentence(perform(request, mine)) == "Nobody else approved it yet.")
    #expect(try theirs.approve(request.subject, by: bob) == nil)
    #expect(try perform(request, mine).entry != nil)
  }

  @Test func `a link in an approval's place is not followed`() throws {
    let (mine, theirs) = try stores(.file)
    let request = try ask(mine)
    #expect(try theirs.approve(request.subject, by: bob) == nil)
    let path = "\(scratch.store)/approvals/\(request.digest).\(bob.uid).json"
    let elsewhere = scratch.path + "/elsewhere"
    try PosixFileSystem().rename(path, to: elsewhere)
    #expect(symlink(elsewhere, path) == 0)
    #expect(try sentence(perform(request, mine)) == "Nobody else approved it yet.")
  }

  @Test func `loosening the rule needs a second person as well`() throws {
    let (mine, _) = try stores(.file)
    let edit = RecordEdit(ApprovalRule.subject, ApprovalRule().fields)
    #expect(
      try mine.commit(Proposal(edit, seen: nil), by: alice).judgement.firstRefusal?.refusal
        == .needsApproval("Changing the two-person rule needs a second person."))
    let line = try #require(mine.snapshot().undoable(by: alice))
    #expect(try mine.commit(Proposal(undoing: line), by: alice).entry == nil)
  }

  @Test(arguments: StoreKind.allCases)
  func `doing again what was undone needs a second person as the first time`(
    _ kind: StoreKind
  ) throws {
    let (mine, theirs) = try stores(kind)
    let request = try ask(mine)
    #expect(try theirs.approve(request.subject, by: bob) == nil)
    let line = try #require(try perform(request, mine).entry)
    let undo = try mine.commit(Proposal(undoing: line), by: alice)
    #expect(undo.judgement.allRefused.isEmpty)
    let taken = try #require(undo.entry)
    let again = try mine.commit(Proposal(undoing: taken), by: alice)
    #expect(
      again.judgement.firstRefusal?.refusal
        == .needsApproval("Marking a containment step done needs a second person."))
    #expect(try mine.snapshot().view(of: id("1"))?.response("t1")?.status.value == .open)
  }

  @Test(arguments: StoreKind.allCases)
  func `taking back a reopening needs a second person, for it is done again`(
    _ kind: StoreKind
  ) throws {
    let (mine, theirs) = try stores(kind)
    let request = try ask(mine)
    #expect(try theirs.approve(request.subject, by: bob) == nil)
    _ = try perform(request, mine)
    let reopened = try #require(
      try mine.commit(
        Proposal(.response(ResponseRecord(responses: ["t1"], step: .reopened)), on: [id("1")]),
        by: alice
      ).entry)
    #expect(try mine.commit(Proposal(undoing: reopened), by: alice).entry == nil)
  }

  @Test(arguments: StoreKind.allCases)
  func `an approved change of the rule is used once, too`(_ kind: StoreKind) throws {
    let (mine, theirs) = try stores(kind)
    let edit = RecordEdit(ApprovalRule.subject, ApprovalRule().fields)
    let commit = try mine.request(Proposal(edit, seen: nil), "off", at: noon, by: alice)
    let subject = try #require(commit.entry?.records.first)
    let request = try #require(
      try mine.snapshot().record(subject).flatMap(ApprovalRequest.init))
    #expect(try theirs.approve(subject, by: bob) == nil)
    #expect(try perform(request, mine).entry != nil)
    #expect(try !mine.snapshot().approvalRule.isActive)
    #expect(try sentence(perform(request, mine))?.hasPrefix("The request is done in line") == true)
  }

  private func sentence(_ commit: Commit) -> String? {
    commit.judgement.firstRefusal?.refusal.sentence
  }
}
