// SPDX-License-Identifier: MIT

import Incidents

/// A moment of March 2026, such as `02T07:30`.
func time(_ text: String) -> Timestamp {
  Timestamp(iso8601: "2026-03-\(text):00Z") ?? Timestamp(milliseconds: 0)
}

func hours(_ count: Int64) -> Int64 { count * 3_600_000 }

func ids(_ texts: String...) -> [IncidentID] { texts.compactMap { IncidentID($0) } }

/// A journal written line by line, and the numbers it comes to.
struct SampleJournal {
  private static let alice = Author(name: "alice", uid: 1007)

  private(set) var lines: [JournalEntry] = []
  private var book = CaseBook()
  private var facts: [String: ServiceFacts] = [:]

  static func response(
    _ id: String, _ status: ResponseStatus = .open, at moment: String? = nil
  ) -> ResponseFacts {
    ResponseFacts(
      id: id, title: "Isolate \(id)", action: .isolateDevice, target: "d-\(id)", status: status,
      performer: .you, createdAt: nil, statusAt: moment.map(time))
  }

  /// The service says something; what the change leaves alone stays as it was.
  mutating func observe(
    _ id: String, at moment: String, createdAt: String? = nil, updatedAt: String? = nil,
    awaitingSince: String? = nil, _ change: (inout ServiceFacts) -> Void
  ) {
    let old = facts[id]
    var new = old ?? ServiceFacts()
    if let createdAt { new.createdAt = time(createdAt) }
    if let updatedAt { new.updatedAt = time(updatedAt) }
    change(&new)
    facts[id] = new
    let observation = Observation(
      digest: String(repeating: "0", count: 64), from: old, to: new,
      awaitingSince: awaitingSince.map(time))
    add(.observed(observation), on: id, at: moment)
  }

  @discardableResult
  mutating func add(_ event: Event, on id: String, at moment: String) -> Int {
    let seq = lines.count + 1
    let on = Dictionary(uniqueKeysWithValues: ids(id).map { (Subject($0), seq - 1) })
    let entry = JournalEntry(seq: seq, at: time(moment), by: Self.alice, on: on, event: event)
    lines.append(entry)
    book.apply(entry)
    return seq
  }

  @discardableResult
  mutating func step(
    _ step: ResponseStep, _ response: String, on id: String, at moment: String
  ) -> Int {
    add(.response(ResponseRecord(responses: [response], step: step)), on: id, at: moment)
  }

  mutating func resolve(_ id: String, at moment: String, _ classification: Classification) {
    let resolution = Resolution(classification: classification, determination: .unknown)
    add(.resolved(resolution), on: id, at: moment)
  }

  func turns(of id: String, until moment: String) -> IncidentTurns? {
    ids(id).first.flatMap { IncidentTurns(of: $0, in: lines, book, until: time(moment)) }
  }

  func metrics(over period: Period) -> ServiceMetrics {
    var replay = CourseReplay(book, over: period)
    for line in lines { replay.take(line) }
    return ServiceMetrics(replay.courses(), in: book, over: period)
  }
}
