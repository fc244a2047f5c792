// SPDX-License-Identifier: MIT

import Incidents
import Testing

/// What an incident is about is known without its document.
@Suite struct EntityTests {
  private func evidence(
    _ kind: EvidenceKind, _ type: String, _ name: String, _ identifier: String = ""
  ) -> Evidence {
    var evidence = Evidence(kind: kind, type: type)
    evidence.name = name
    evidence.identifier = identifier
    return evidence
  }

  private func facts(_ alerts: [Alert]) -> ServiceFacts {
    var document = Incident(id: incident("1"))
    document.alerts = alerts
    return ServiceFacts(document)
  }

  @Test func `devices, users, files, addresses and techniques are told, each once, by kind`() {
    var first = Alert(id: "a")
    first.techniques = ["T1059.001"]
    first.evidence = [
      evidence(.address, "ipEvidence", "203.0.113.7"),
      evidence(.process, "processEvidence", "cmd.exe (4711)"),
      evidence(.device, "deviceEvidence", "FIN-SRV-04"),
      evidence(.url, "urlEvidence", "https://example.com"),
    ]
    var second = Alert(id: "b")
    second.techniques = ["T1059.001", "T1021"]
    second.evidence = [
      evidence(.device, "deviceEvidence", "fin-srv-04", "77"),
      evidence(.device, "deviceEvidence", "", "device-id"),
      evidence(.user, "userEvidence", "j.doe@contoso.com"),
      evidence(.mailbox, "mailboxEvidence", "J.Doe@contoso.com"),
      evidence(.process, "processEvidence", "cmd.exe (815)"),
      evidence(.file, "fileEvidence", "report (2).pdf"),
      evidence(
        .address, "networkConnectionEvidence", "10.0.0.1:99 to 203.0.113.7:443", "203.0.113.7"),
    ]
    #expect(
      facts([first, second]).entities == [
        Entity(.device, "FIN-SRV-04"), Entity(.device, "device-id"),
        Entity(.user, "j.doe@contoso.com"), Entity(.file, "cmd.exe"),
        Entity(.file, "report (2).pdf"), Entity(.address, "203.0.113.7"),
        Entity(.technique, "T1059.001"), Entity(.technique, "T1021"),
      ])
  }

  @Test func `a product is a source once; an alert without one has its sensor's name`() {
    var alerts = (0..<4).map { Alert(id: "\($0)") }
    alerts[0].serviceSource = "microsoftDefenderForEndpoint"
    alerts[0].detectionSource = "antivirus"
    alerts[1].detectionSource = "customTi"
    alerts[2].serviceSource = "microsoftDefenderForEndpoint"
    #expect(facts(alerts).sources == ["microsoftDefenderForEndpoint", "customTi"])
  }

  @Test func `a category is kept once, whatever its case`() {
    var alerts = [Alert(id: "a"), Alert(id: "b"), Alert(id: "c")]
    alerts[0].category = "CredentialAccess"
    alerts[1].category = "credentialaccess"
    #expect(facts(alerts).entities == [Entity(.category, "CredentialAccess")])
  }

  @Test func `of too many, each kind keeps its share and what comes first the rest`() {
    var alert = Alert(id: "a")
    alert.techniques = (0..<30).map { "T\($0)" }
    alert.evidence = (0..<300).map { evidence(.file, "fileEvidence", "f\($0)") }
    alert.evidence += (0..<50).map { evidence(.device, "deviceEvidence", "d\($0)") }
    let entities = facts([alert]).entities
    func count(_ kind: Entity.Kind) -> Int { entities.count { $0.kind == kind } }
    #expect(entities.count == Entity.limit)
    #expect(count(.device) == 50)
    #expect(count(.technique) == Entity.limit / Entity.Kind.allCases.count)
    #expect(count(.file) == 50)
    #expect(entities.first { $0.kind == .file } == Entity(.file, "f0"))
  }

  @Test func `what a filter looks at of the largest row fits in a page of the index`() throws {
    let long = String(repeating: "\u{202E}", count: 100)
    var document = Incident(id: try #require(IncidentID(String(repeating: "7", count: 100))))
    document.title = String(repeating: long, count: 2)
    document.owner = long
    document.severity = .unrecognized(long)
    document.status = .unrecognized(long)
    document.tags = (0..<90).map { "\($0)" + long }
    document.alerts = (0..<400).map { number in
      var alert = Alert(id: "\(number)")
      alert.serviceSource = "\(number)" + long
      alert.techniques = ["\(number)" + long]
      alert.evidence = [EvidenceKind.device, .user, .file, .address].map {
        evidence($0, "", "\(number)" + long)
      }
      return alert
    }
    var script = JournalScript()
    script.observed(document.id.text) { $0 = ServiceFacts(document) }
    let row = try #require(script.book.row(of: document.id))
    #expect(row.entities.count > 50)
    #expect(row.foldedTexts.count <= 16_384)
  }

  @Test func `a bare word finds a device by its name, a lookup only the whole name of that kind`()
    throws
  {
    var script = JournalScript()
    script.observed("1") { $0.entities = [Entity(.device, "FIN-SRV-04")] }
    script.observed("2") { $0.entities = [Entity(.user, "fin-srv-04")] }
    script.observed("3") { $0.entities = [Entity(.device, "FIN-SRV-041")] }
    for book in [script.book, CaseBook(ScriptArchive(script.book))] {
      let queue = TriageQueue(book)
      let context = QueryContext(
        now: Timestamp(milliseconds: 0), author: JournalScript.author("alice"), book: book)
      let filter = try QueueFilter("srv-04", in: context.dialect)
      #expect(
        Array(FilteredQueue(queue, filter, in: context)).map(\.text) == ["1", "2", "3"])
      #expect(
        queue.incidents(about: Entity(.device, "fin-srv-04")).map(\.text) == ["1"])
      #expect(book.incidents(about: Entity(.user, "fin-srv-04")).map(\.text) == ["2"])
      #expect(queue.incidents(about: Entity(.device, "srv-04")).isEmpty)
    }
  }

  @Test func `what was merged into an incident is what it is about`() {
    var script = JournalScript()
    script.observed("1") { $0.entities = [Entity(.user, "bob")] }
    script.observed("2") {
      $0.entities = [Entity(.device, "FIN-SRV-04"), Entity(.user, "BOB")]
      $0.merge(into: "1")
    }
    let row = script.book.row(of: incident("1"))
    #expect(row?.entities == [Entity(.device, "FIN-SRV-04"), Entity(.user, "bob")])
    #expect(
      script.book.incidents(about: Entity(.device, "FIN-SRV-04")).map(\.text) == ["1"])
  }

  @Test func `what an incident is about is no news, what it asks is`() {
    var old = ServiceFacts()
    old.title = "Phishing"
    var new = old
    new.entities = [Entity(.device, "FIN-SRV-04")]
    new.sources = ["x"]
    let observation = Observation(digest: "d", from: old, to: new)
    #expect(observation.isAddition)
    #expect(observation.phrase == "noted what it is about")
    new.responseCounts = ResponseCounts(total: 251, open: 251, yours: 251)
    #expect(!Observation(digest: "d", from: old, to: new).isAddition)
    #expect(!Observation(digest: "d").isAddition)
  }
}
