// SPDX-License-Identifier: MIT

/// Something a person wants recorded, on one or more incidents.
public struct Proposal: Hashable, Sendable {
  /// The most incidents one proposal may name.
  public static let limit = 2000

  /// What to record.
  public var event: Event
  /// The incidents, each with the version its author saw; `nil` takes the current one.
  public var seen: [IncidentID: Int?]
  /// The records of ours it is about, each with the version its author saw; `nil` takes the
  /// current one.
  public var records: [Subject: Int?] = [:]

  /// The request by which it was approved, if it was asked for.
  public var request: Subject?

  /// Makes a proposal.
  public init(_ event: Event, seen: [IncidentID: Int?]) {
    self.event = event
    self.seen = seen
  }

  /// A proposal on incidents as they are when it is judged.
  public init(_ event: Event, on ids: [IncidentID]) {
    self.init(event, seen: Dictionary(ids.map { ($0, Int?.none) }) { first, _ in first })
  }

  /// A proposal to set fields of records that were seen as they were in a line; `nil` takes them
  /// as they are when it is judged.
  public init(_ edit: RecordEdit, seen: Int?) {
    self.init(.recorded(edit), seen: [:])
    for subject in edit.values.keys { records[subject] = .some(seen) }
  }

  /// A proposal to undo a line on all it concerns.
  public init(undoing line: JournalEntry) {
    self.init(.undone(seq: line.seq), on: line.incidents)
    for subject in line.records { records[subject] = .some(nil) }
  }

  /// How many incidents and records it names.
  public var count: Int { seen.count + records.count }
}

/// Why an incident cannot take part in a proposal.
public enum Refusal: Hashable, Sendable {
  /// There is no such incident here.
  case unknownIncident
  /// The incident has no such response.
  case unknownResponse(String)
  /// The move is not lawful now; the sentence says why.
  case unlawful(String)
  /// Somebody changed what the author saw; the sentence says who and how.
  case changed(String)
  /// A newer tocsin wrote about it; here it can only be read.
  case newerVersion
  /// A second person must approve it; the sentence says which rule asks for that.
  case needsApproval(String)

  /// The reason as a sentence.
  public var sentence: String {
    switch self {
    case .unknownIncident: "There is no such incident here."
    case .unknownResponse(let id): "It has no response \(id)."
    case .unlawful(let sentence), .changed(let sentence), .needsApproval(let sentence): sentence
    case .newerVersion: "A newer tocsin wrote about it; here it can only be read."
    }
  }
}

/// What came of judging a proposal against the book.
public struct Judgement: Hashable, Sendable {
  /// What to write; for an undo that only some may take, narrowed to those.
  public var event: Event
  /// The incidents it is written on, with the version each has now.
  public var accepted: [IncidentID: Int] = [:]
  /// Incidents for which it is already so, with the sentence that says who did it.
  public var alreadySo: [IncidentID: String] = [:]
  /// Incidents that cannot take part, and why.
  public var refused: [IncidentID: Refusal] = [:]
  /// Ids of merged incidents the author named; the event goes to their targets.
  public var formerIDs: [IncidentID] = []

  /// By whom it was approved, if it was asked for.
  public var approval: Approval?
  /// The records it is written on, with the version each has now.
  public var acceptedRecords: [Subject: Int] = [:]
  /// Records that say so already, with the sentence.
  public var alreadySoRecords: [Subject: String] = [:]
  /// Records that cannot take part, and why.
  public var refusedRecords: [Subject: Refusal] = [:]

  /// A judgement that accepts nothing yet.
  public init(event: Event) { self.event = event }

  /// A judgement that refuses everything for one reason.
  package init(refusing proposal: Proposal, _ sentence: String) {
    self.init(event: proposal.event)
    for id in proposal.seen.keys { refused[id] = .unlawful(sentence) }
    for subject in proposal.records.keys { refusedRecords[subject] = .unlawful(sentence) }
  }

  /// Why the first of all that cannot take part cannot, and which it is.
  public var firstRefusal: (subject: Subject, refusal: Refusal)? { allRefused.first }

  /// All that cannot take part and why, in order.
  public var allRefused: [(subject: Subject, refusal: Refusal)] {
    (refused.map { (Subject($0.key), $0.value) } + refusedRecords.map { ($0.key, $0.value) })
      .sorted { $0.0 < $1.0 }
  }

  /// Why the first of all that are so already are.
  public var firstAlreadySo: String? {
    allAlreadySo.first?.sentence
  }

  /// All that are so already, with the sentences, in order.
  public var allAlreadySo: [(subject: Subject, sentence: String)] {
    (alreadySo.map { (Subject($0.key), $0.value) }
      + alreadySoRecords.map { ($0.key, $0.value) }).sorted { $0.0 < $1.0 }
  }

  /// Whether somebody else's change stands in the way of any of it.
  public var isConflict: Bool {
    (Array(refused.values) + refusedRecords.values).contains {
      if case .changed = $0 { true } else { false }
    }
  }
}
