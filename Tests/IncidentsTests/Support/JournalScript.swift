// SPDX-License-Identifier: MIT

import Incidents
import Testing

/// A journal written line by line, as the store would.
///
/// Observations are taken as they come, actions only as far as the book allows them. One minute
/// passes between lines.
struct JournalScript {
  private(set) var book = CaseBook()
  private(set) var entries: [JournalEntry] = []
  /// What the service last said of each incident.
  private(set) var facts: [IncidentID: ServiceFacts] = [:]

  static let start: Int64 = 1_795_428_900_000

  static func time(ofLine seq: Int) -> Timestamp {
    Timestamp(milliseconds: start + Int64(seq) * 60_000)
  }

  static func author(_ name: String) -> Author {
    Author(name: name, uid: UInt32(1000 + name.utf8.reduce(0) { $0 + Int($1) }))
  }

  private mutating func append(
    _ event: Event, by author: Author, on: [IncidentID: Int], records: [Subject: Int] = [:],
    formerIDs: [IncidentID] = []
  ) {
    let seq = book.seq + 1
    let subjects = on.map { (Subject($0), $1) } + records.map { ($0, $1) }
    let entry = JournalEntry(
      seq: seq, at: Self.time(ofLine: seq), by: author,
      on: Dictionary(uniqueKeysWithValues: subjects), event: event, formerIDs: formerIDs)
    book.apply(entry)
    entries.append(entry)
  }

  /// The service says something of an incident; `change` edits what it said last.
  @discardableResult
  mutating func observed(
    _ text: String, since: Timestamp? = nil, _ change: (inout ServiceFacts) -> Void = { _ in }
  ) -> Int {
    let id = incident(text)
    let old = facts[id]
    var new = old ?? ServiceFacts()
    change(&new)
    facts[id] = new
    let observation = Observation(
      digest: "\(book.seq + 1)", from: old, to: new, awaitingSince: since)
    append(
      .observed(observation), by: Self.author("import"), on: [id: book.cases[id]?.version ?? 0])
    return book.seq
  }

  /// Proposes an event and writes as much of it as is lawful.
  @discardableResult
  mutating func propose(
    _ name: String, _ event: Event, on ids: String..., seen: Int? = nil
  ) -> Judgement {
    propose(name, event, on: ids, seen: seen)
  }

  @discardableResult
  mutating func propose(
    _ name: String, _ event: Event, on ids: [String], seen: Int? = nil
  ) -> Judgement {
    propose(
      name,
      Proposal(event, seen: Dictionary(uniqueKeysWithValues: ids.map { (incident($0), seen) })))
  }

  @discardableResult
  private mutating func propose(_ name: String, _ proposal: Proposal) -> Judgement {
    let author = Self.author(name)
    let judgement = book.judge(proposal, by: author)
    if !judgement.accepted.isEmpty || !judgement.acceptedRecords.isEmpty {
      append(
        judgement.event, by: author, on: judgement.accepted, records: judgement.acceptedRecords,
        formerIDs: judgement.formerIDs)
    }
    return judgement
  }

  /// Sets fields of a readiness item, as far as they are not so already.
  mutating func keep(_ name: String, _ item: String, _ values: [String: String]) {
    guard let subject = Subject(.readiness, item) else { return }
    propose(name, Proposal(RecordEdit(subject, values), seen: nil))
  }

  /// Makes an edit, as far as it is not so already.
  mutating func keep(_ name: String, _ edit: RecordEdit) {
    propose(name, Proposal(edit, seen: nil))
  }

  /// How an edit would be judged.
  func judge(_ name: String, _ edit: RecordEdit, seen: Int? = nil) -> Judgement {
    book.judge(Proposal(edit, seen: seen), by: Self.author(name))
  }

  /// A line on a record that no rule looked at.
  mutating func rawOnRecord(_ name: String, _ event: Event, _ subject: Subject) {
    append(event, by: Self.author(name), on: [:], records: [subject: 0])
  }

  /// Writes an event that must be lawful on every incident named; its line.
  @discardableResult
  mutating func by(
    _ name: String, _ event: Event, on ids: String...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> Int {
    let judgement = propose(name, event, on: ids)
    #expect(
      judgement.refused.isEmpty && judgement.alreadySo.isEmpty && !judgement.accepted.isEmpty,
      "\(judgement.refused) \(judgement.alreadySo)", sourceLocation: sourceLocation)
    return book.seq
  }

  /// Takes back the author's newest undoable event, as `u` does.
  @discardableResult
  mutating func undo(_ name: String) -> Judgement? {
    guard let entry = book.undoable(by: Self.author(name)) else { return nil }
    return propose(name, Proposal(undoing: entry))
  }

  /// Takes back the author's newest undo, as `U` does.
  @discardableResult
  mutating func redo(_ name: String) -> Judgement? {
    guard let entry = book.redoable(by: Self.author(name)) else { return nil }
    return propose(name, Proposal(undoing: entry))
  }

  /// A line no rule looked at: what another version or a damaged clock may have left.
  mutating func raw(_ name: String, _ event: Event, on ids: String...) {
    append(
      event, by: Self.author(name),
      on: Dictionary(
        uniqueKeysWithValues: ids.map { (incident($0), book.cases[incident($0)]?.version ?? 0) }))
  }

  /// The case as shown; one of which nothing is known if it is not here.
  func view(_ text: String) -> Case {
    book.view(of: incident(text)) ?? Case(id: incident(text))
  }

  func responseStatus(_ text: String, _ response: String) -> ResponseStatus? {
    view(text).response(response)?.status.value
  }

  /// The book folded anew from the lines.
  var replayed: CaseBook {
    entries.reduce(into: CaseBook()) { $0.apply($1) }
  }
}

/// The id of a text that is one.
func incident(_ text: String) -> IncidentID {
  guard let id = IncidentID(text) else { preconditionFailure("not an id: \(text)") }
  return id
}

extension ServiceFacts {
  /// Asks for a response, or changes one asked for before.
  mutating func ask(
    _ id: String, _ status: ResponseStatus = .open, by performer: Performer = .you,
    _ action: ResponseAction = .text
  ) {
    let response = ResponseFacts(
      id: id, title: "Step \(id)", action: action, target: "", status: status,
      performer: performer, createdAt: nil)
    if let place = responses.firstIndex(where: { $0.id.utf8.elementsEqual(id.utf8) }) {
      responses[place] = response
    } else {
      responses.append(response)
    }
  }

  mutating func merge(into id: String) {
    status = .redirected
    redirect = incident(id)
  }
}

extension Event {
  static func step(_ step: ResponseStep, _ ids: String..., note: String = "because") -> Event {
    .response(ResponseRecord(responses: ids, step: step, note: note))
  }

  static let closed = Event.resolved(
    Resolution(classification: .truePositive, determination: .malware, comment: "cleaned"))
}

extension Judgement {
  /// Why the first refused incident was refused.
  var refusal: Refusal? { refused.min { $0.key < $1.key }?.value }

  /// The sentence of a conflict, if the refusal is one.
  var conflict: String? {
    if case .changed(let sentence) = refusal { sentence } else { nil }
  }

  /// The sentence of an unlawful move, if the refusal is one.
  var unlawful: String? {
    if case .unlawful(let sentence) = refusal { sentence } else { nil }
  }
}
