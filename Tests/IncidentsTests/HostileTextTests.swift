// SPDX-License-Identifier: MIT

import Incidents
import Testing

/// Texts of the service are untrusted: they are cut at ingest and compared as bytes.
@Suite struct HostileTextTests {
  @Test(arguments: ["x", "é", "e\u{301}", "日", "👩‍👩‍👧‍👦", "\u{202E}", "a\u{300}\u{301}\u{302}"])
  func `a text is cut at its limit, between scalars`(unit: String) {
    let long = String(repeating: unit, count: 1000)
    for offset in 0..<4 {
      var document = Incident(id: incident("1"))
      document.title = String(repeating: "-", count: offset) + long
      document.owner = document.title
      document.tags = [document.title]
      document.responses = [ManagedResponse(id: "r")]
      document.responses[0].title = document.title
      document.responses[0].target = document.title
      let facts = ServiceFacts(document)
      let cuts = [
        (facts.title, ServiceFacts.titleLimit), (facts.owner, ServiceFacts.textLimit),
        (facts.tags[0], ServiceFacts.textLimit),
        (facts.responses[0].title, ServiceFacts.titleLimit),
        (facts.responses[0].target, ServiceFacts.textLimit),
      ]
      for (cut, limit) in cuts {
        // At most the limit, at most one scalar short of it, and a beginning of the whole.
        #expect((limit - 3...limit).contains(cut.utf8.count))
        #expect(document.title.utf8.starts(with: cut.utf8))
        #expect(document.title.unicodeScalars.starts(with: cut.unicodeScalars))
      }
    }
  }

  @Test func `a text within its limit is kept whole`() {
    var document = Incident(id: incident("1"))
    document.title = String(repeating: "x", count: ServiceFacts.titleLimit)
    document.owner = String(repeating: "é", count: ServiceFacts.textLimit / 2)
    let facts = ServiceFacts(document)
    #expect(facts.title == document.title)
    #expect(facts.owner == document.owner)
  }

  @Test func `unknown values are cut too, known ones left`() {
    let flood = String(repeating: "\u{301}", count: 1000)
    var document = Incident(id: incident("1"))
    document.status = .unrecognized(flood)
    document.severity = .high
    document.classification = .unrecognized(flood)
    document.determination = .unrecognized("odd")
    document.responses = [ManagedResponse(id: "r")]
    document.responses[0].action = .unrecognized(flood)
    document.responses[0].status = .unrecognized(flood)
    document.responses[0].performer = .unrecognized(flood)
    let facts = ServiceFacts(document)
    let raws = [
      facts.status.unrecognizedName, facts.classification.unrecognizedName,
      facts.responses[0].action.unrecognizedName, facts.responses[0].status.unrecognizedName,
      facts.responses[0].performer.unrecognizedName,
    ]
    #expect(raws.map { $0?.utf8.count } == Array(repeating: ServiceFacts.textLimit, count: 5))
    #expect(facts.severity == .high)
    #expect(facts.determination == .unrecognized("odd"))
  }

  @Test func `a response that still asks something is never the one that gives way`() throws {
    var incident = Incident(id: try #require(IncidentID("1")))
    incident.responses = (0..<(ServiceFacts.responseLimit + 5)).map { number in
      var response = ManagedResponse(id: String(number))
      response.status = .completed
      return response
    }
    incident.responses[ServiceFacts.responseLimit + 3].status = .open
    let facts = ServiceFacts(incident)
    #expect(facts.responses.count == ServiceFacts.responseLimit)
    #expect(facts.responses.last?.id == String(ServiceFacts.responseLimit + 3))
  }

  @Test func `only so many tags and responses are kept`() {
    var document = Incident(id: incident("1"))
    document.tags = (0..<900).map(String.init)
    document.responses = (0..<900).map { ManagedResponse(id: "\($0)") }
    let facts = ServiceFacts(document)
    #expect(facts.tags == document.tags.prefix(ServiceFacts.tagLimit).map(\.self))
    #expect(facts.responses.map(\.id) == (0..<ServiceFacts.responseLimit).map(String.init))
  }

  /// A text whose marks stand in an order that normalization must sort.
  private func flood(_ seed: Int) -> String {
    var text = String.UnicodeScalarView()
    text.append("a")
    for place in 0..<200_000 {
      text.append(["\u{301}", "\u{323}", "\u{334}", "\u{345}"][(place * 7 + seed) % 4])
    }
    return String(text) + "\(seed)"
  }

  // The limit is no measure of speed: one comparison by canonical equivalence would take hours.
  @Test(.timeLimit(.minutes(1)))
  func `a flood of combining marks costs no more than its bytes`() {
    let floods = (0..<4).map(flood)
    func document(_ shift: Int) -> Incident {
      var document = Incident(id: incident("1"))
      document.title = floods[shift]
      document.owner = floods[shift]
      document.tags = floods
      document.status = .unrecognized(floods[shift])
      document.recommendedActions = floods[shift]
      document.responses = floods.map(ManagedResponse.init(id:))
      for place in 0..<4 {
        document.responses[place].title = floods[(place + shift) % 4]
        document.responses[place].action = .unrecognized(floods[(place + shift) % 4])
      }
      document.alerts = floods.map { text in
        var alert = Alert(id: text)
        alert.title = text
        alert.techniques = floods
        alert.recommendedActions = text
        alert.evidence = [EvidenceKind.device, .user, .file, .url].map {
          var evidence = Evidence(kind: $0, type: text)
          evidence.name = text
          evidence.identifier = text
          evidence.verdict = .malicious
          return evidence
        }
        var odd = Evidence(kind: .url, type: text)
        odd.verdict = .unrecognized(text)
        alert.evidence.append(odd)
        return alert
      }
      return document
    }

    let summary = InvestigationSummary(document(0))
    #expect(summary.techniques.count == 4)
    #expect(summary.devices.count == 4 && summary.indicators.count == 8)
    #expect(summary.evidenceCount == 20)

    var script = JournalScript()
    script.observed("1") { $0 = ServiceFacts(document(0)) }
    script.observed("1") { $0 = ServiceFacts(document(1)) }
    #expect(script.view("1").responses.count == 4)
    for name in ["alice", "bob"] {
      script.propose(
        name, .response(ResponseRecord(responses: floods, step: .completed)), on: "1")
      script.propose(name, .assigned(owner: floods[2]), on: "1")
      script.propose(name, .acknowledged, on: "1")
    }
    for place in 0..<2 {
      let resolution = Resolution(
        classification: .truePositive, determination: .malware, comment: floods[place])
      script.propose("carol", .resolved(resolution), on: "1")
    }
    #expect(script.view("1").owner.differs)
    #expect(script.view("1").resolution.value.comment.utf8.count == floods[0].utf8.count)
    script.undo("carol")
    script.undo("alice")
    let view = script.view("1")
    #expect(view.responses.allSatisfy { $0.status.value == .completed })
    #expect(Event.closed.danger(on: view) == .hard)
    #expect(script.book.queue().count == 1)
    let timeline = TimelineEntry.timeline(
      of: document(1), history: script.entries, undone: { _ in false })
    #expect(timeline.count == script.entries.count)
  }
}
