// SPDX-License-Identifier: MIT

import ArgumentParser
import IncidentStore
import Incidents

@testable import tocsin

/// A store that holds what a test gives it and takes nothing more.
struct FixedStore: Store {
  let id = "00000000-0000-4000-8000-000000000000"
  let place = "/fixed"
  let readOnlyReason: String? = "It is fixed."
  var lines: [JournalEntry] = []
  var incidents: [IncidentID: Incident] = [:]

  /// The person who does everything in the samples.
  static let alice = Author(name: "alice", uid: 1007)

  /// Takes an incident in, as the next line.
  mutating func observe(_ incident: Incident) {
    incidents[incident.id] = incident
    let since = incident.status == .awaitingAction ? incident.updatedAt : nil
    let observation = Observation(
      digest: String(repeating: "0", count: 64), from: nil, to: ServiceFacts(incident),
      awaitingSince: since)
    add(.observed(observation), on: incident.id)
  }

  /// Takes an event by alice in, as the next line, one minute after the last.
  mutating func add(_ event: Event, on id: IncidentID) {
    let seq = lines.count + 1
    let at = Timestamp(milliseconds: 1_772_442_000_000 + Int64(seq) * 60_000)
    lines.append(
      JournalEntry(seq: seq, at: at, by: Self.alice, on: [Subject(id): seq - 1], event: event))
  }

  /// A session on the store, without colour, in 80 columns.
  func session(isASCII: Bool = false) throws -> Session {
    let options = TypedOptions(color: .never, ascii: isASCII, name: "alice")
    return try Session(Settings(options), store: self)
  }

  func entries(after seq: Int) throws(StoreError) -> [JournalEntry] {
    lines.filter { $0.seq > seq }
  }

  func history(of id: IncidentID) throws(StoreError) -> [JournalEntry] {
    lines.filter { $0.incidents.contains(id) }
  }

  func commit(_ proposal: Proposal, by author: Author) throws(StoreError) -> Commit {
    throw .readOnly(reason: "It is fixed.")
  }

  func approve(_ request: Subject, by author: Author) throws(StoreError) -> Refusal? {
    throw .readOnly(reason: "It is fixed.")
  }

  func incident(_ id: IncidentID) throws(StoreError) -> Incident? { incidents[id] }

  func document(of id: IncidentID) throws(StoreError) -> StoredDocument? { nil }

  func put(_ documents: [NewDocument]) throws(StoreError) {
    throw .readOnly(reason: "It is fixed.")
  }

  func observe(
    _ documents: [NewDocument], by author: Author
  ) throws(StoreError) -> ObserveOutcome {
    throw .readOnly(reason: "It is fixed.")
  }

  func quarantine(_ record: QuarantinedRecord) throws(StoreError) {
    throw .readOnly(reason: "It is fixed.")
  }

  func noteImport(_ stamp: ImportStamp) throws(StoreError) {
    throw .readOnly(reason: "It is fixed.")
  }

  func lastImport() throws(StoreError) -> ImportStamp? { nil }

  func verify() throws(StoreError) -> Verification { Verification(state: .sound) }
}

extension FixedStore {
  /// One incident with two responses, one of which was done here, and notes from both sides.
  static func ransomware() throws -> FixedStore {
    var store = FixedStore()
    let incident = try Samples.incident()
    store.observe(incident)
    store.add(.acknowledged, on: incident.id)
    store.add(
      .response(ResponseRecord(responses: ["r1"], step: .completed, note: "by phone")),
      on: incident.id)
    store.add(.commented(text: "Site IT confirms."), on: incident.id)
    return store
  }
}
