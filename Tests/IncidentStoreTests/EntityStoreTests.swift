// SPDX-License-Identifier: MIT

import Incidents
import Testing

@testable import IncidentStore

/// The journal and the index tell what an incident is about.
@Suite struct EntityStoreTests {
  private let scratch = Scratch()

  private static let text = """
    {"id":"7","displayName":"A","severity":"high","status":"active",\
    "lastUpdateDateTime":"2026-11-23T10:00:00Z","alerts":[{"id":"a1",\
    "serviceSource":"microsoftDefenderForEndpoint","mitreTechniques":["T1021"],\
    "evidence":[{"@odata.type":"#microsoft.graph.security.deviceEvidence",\
    "deviceDnsName":"fin-srv-04"}]}]}
    """

  @Test(arguments: StoreKind.allCases)
  func `an import tells what an incident is about, once`(_ kind: StoreKind) throws {
    let store = try kind.make(in: scratch).store
    try take(Self.text, into: store)
    let facts = try #require(try store.snapshot().case(id("7"))).service
    #expect(facts.entities == [Entity(.device, "fin-srv-04"), Entity(.technique, "T1021")])
    #expect(facts.sources == ["microsoftDefenderForEndpoint"])
    #expect(try take(Self.text, into: store).lines == 0)
  }

  @Test(arguments: StoreKind.allCases)
  func `an unchanged incident of an early version's line is told of anew, once`(
    _ kind: StoreKind
  ) throws {
    let store = try kind.make(in: scratch).store
    try take(Self.text, into: store)
    let stored = try #require(try store.document(of: id("7")))
    // A line as an early version wrote it: the same document, nothing of what it is about.
    let other = Scratch()
    let early = try kind.make(in: other).store
    let document = NewDocument(
      id: id("7"), bytes: stored.bytes, digest: stored.digest, base: nil, facts: ServiceFacts())
    try early.put([document])
    _ = try early.observe([document], by: alice)
    #expect(try early.document(of: id("7"))?.isUntold == true)
    let report = try take(Self.text, into: early)
    #expect((report.unchanged, report.lines) == (1, 1))
    let entry = try #require(try early.entries(after: 1).first)
    #expect(entry.event.isAddition)
    #expect(try early.document(of: id("7"))?.digest == stored.digest)
    #expect(try early.snapshot().incidents(about: Entity(.device, "FIN-SRV-04")) == [id("7")])
    #expect(try take(Self.text, into: early).lines == 0)
    #expect(try early.verify().state == .sound)
  }

  @Test(arguments: StoreKind.allCases)
  func `the name of a response's target is told anew, and wakes nobody`(_ kind: StoreKind) throws {
    let named = """
      {"id":"7","displayName":"A","severity":"high","status":"active",\
      "lastUpdateDateTime":"2026-11-23T10:00:00Z","alerts":[{"id":"a1","evidence":[\
      {"@odata.type":"#microsoft.graph.security.deviceEvidence","mdeDeviceId":"c2",\
      "deviceDnsName":"fin-srv-04"}]}],"tasks":[{"id":"r1","displayName":"Isolate dc-01",\
      "actionType":"isolateDevice","status":"open","source":"defenderExpertsGuidedResponse",\
      "responseAction":{"identifierValue":"c2"}}]}
      """
    let store = try kind.make(in: scratch).store
    try take(named, into: store)
    let stored = try #require(try store.document(of: id("7")))
    func targetName(_ store: any Store) throws -> String? {
      try store.snapshot().case(id("7"))?.response("r1")?.service?.targetName
    }
    #expect(try targetName(store) == "fin-srv-04")
    var facts = try #require(try store.snapshot().case(id("7"))).service
    facts.responses[0].targetName = ""
    facts.edition = 0
    let other = Scratch()
    let early = try kind.make(in: other).store
    let document = NewDocument(
      id: id("7"), bytes: stored.bytes, digest: stored.digest, base: nil, facts: facts)
    try early.put([document])
    _ = try early.observe([document], by: alice)
    let snooze = Snooze(
      until: Timestamp(milliseconds: noon.milliseconds + 86_400_000), reason: "later")
    _ = try early.commit(Proposal(.snoozed(snooze), on: [id("7")]), by: alice)
    #expect(try take(named, into: early).lines == 1)
    #expect(try early.entries(after: 2).first?.event.isAddition == true)
    #expect(try targetName(early) == "fin-srv-04")
    #expect(try early.snapshot().case(id("7"))?.snoozed != nil)
    #expect(try take(named, into: early).lines == 0)
  }

  @Test func `a document that is not the base of what is told is left alone`() {
    var script = CaseBook()
    var facts = ServiceFacts()
    let digest = String(repeating: "a", count: 64)
    script.apply(
      JournalEntry(
        seq: 1, at: noon, by: alice, on: [Subject(id("7")): 0],
        event: .observed(Observation(digest: digest, from: nil, to: facts))))
    facts.entities = [Entity(.user, "bob")]
    func verdict(base: String?) -> Observing {
      script.observing(
        NewDocument(id: id("7"), bytes: [], digest: digest, base: base, facts: facts), seq: 2,
        at: noon, by: alice)
    }
    #expect(verdict(base: nil) == .current)
    #expect(verdict(base: digest) != .current)
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `the index finds what a whole book finds`(seed: UInt64) throws {
    let place = IndexedStore()
    var random = Seeded(state: seed)
    let store = try place.make()
    try store.grow(&random, steps: 300, ids: 200)
    #expect(store.saveIndex())
    func expectSame(_ store: FileStore) throws {
      let book = try store.snapshot()
      let whole = try place.folded()
      let named = Set(whole.queue().flatMap(\.entities))
      #expect(named.count > 20)
      for entity in named {
        let found = book.incidents(about: entity)
        #expect(found == whole.incidents(about: entity))
        #expect(!found.isEmpty)
      }
    }
    let next = try place.open()
    #expect(try next.snapshot().archivedSeq > 0)
    try expectSame(next)
    try next.grow(&random, steps: 40, ids: 200)
    try expectSame(next)
  }

  @Test func `lines with every entity there can be fit, and say most of it`() throws {
    let store = try FileStore.create(at: scratch.store, group: nil, options: .test).store
    func document(_ mark: String, over base: String?) -> NewDocument {
      var facts = ServiceFacts()
      facts.entities = (0..<60).map {
        Entity(.device, "\(mark)\($0)" + String(repeating: "é", count: 58))
      }
      facts.responses = (0..<250).map {
        ResponseFacts(
          id: "task-\($0)", title: mark + String(repeating: "語", count: 99), action: .text,
          target: String(repeating: "é", count: 60), status: .open, performer: .you,
          createdAt: nil)
      }
      let bytes = Array(incidentJSON("7", title: mark).utf8)
      return NewDocument(
        id: id("7"), bytes: bytes, digest: documentDigest(bytes), base: base, facts: facts)
    }
    let first = document("a", over: nil)
    try store.put([first])
    _ = try store.observe([first], by: alice)
    let second = document("b", over: first.digest)
    try store.put([second])
    #expect(try store.observe([second], by: alice).entries.count == 1)
    #expect(try store.verify().state == .sound)
    let row = try #require(try store.snapshot().row(of: id("7")))
    #expect(row.totalResponses == 250)
    #expect(row.entities.contains { $0.name.hasPrefix("b0") })
  }
}
