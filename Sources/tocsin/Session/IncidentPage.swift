// SPDX-License-Identifier: MIT

import IncidentStore
import Incidents

/// Everything there is to know of one incident, put together for `show`.
struct IncidentPage {
  /// A response as it stands here, and as the service describes it.
  struct ResponseLine {
    /// As it stands here.
    let here: ResponseCase
    /// As the service describes it; `nil` if its document holds it no more.
    let service: ManagedResponse?
    /// The excluded groups its target is in.
    let excluded: [Exclusion]

    /// What it acts on; empty for steps in words.
    var target: String { service?.target ?? here.service?.target ?? "" }
    /// What Defender says, where that differs from what was recorded here.
    var defenderStatus: ResponseStatus? {
      here.status.differs ? here.status.serviceEntry.value : nil
    }
  }

  /// Something somebody wrote on the incident.
  struct Note {
    /// Where it was written.
    enum Source: String {
      /// A comment in Defender.
      case defender
      /// A comment here.
      case tocsin
    }

    /// When, if that is known.
    let at: Timestamp?
    /// Who.
    let by: String
    /// Their login here, where that is another name.
    let login: String?
    /// The text.
    let text: String
    /// Where.
    let source: Source
    /// Whether its author took it back.
    let isWithdrawn: Bool

    /// Who, with the login where that is another name.
    var author: String { login.map { "\(by) (login \($0))" } ?? by }
  }

  /// Why a merged incident is shown by itself.
  enum StrayMerge {
    /// It went into an incident that is not here.
    case absent(IncidentID)
    /// It went round in a circle.
    case circle
  }

  /// Why it is shown by itself though it was merged; `nil` if it was not.
  let strayMerge: StrayMerge?
  /// The incident as its queue row.
  let row: QueueRow
  /// Its response clocks; `nil` if the customer was never called.
  let clocks: ResponseClocks?
  /// How long it lay with the experts and with the customer.
  let turns: IncidentTurns?
  /// The incident as it stands here.
  let view: Case
  /// The incident as the service says it.
  let incident: Incident
  /// What the experts wrote, and what follows from the alerts.
  let summary: InvestigationSummary
  /// The managed responses, those of incidents merged into it included.
  let responses: [ResponseLine]
  /// The excluded groups it names.
  let excluded: [Exclusion]
  /// Comments from both sides, oldest first.
  let notes: [Note]
  /// Everything dated, oldest first.
  let timeline: [TimelineEntry]

  /// The page of an incident of a session.
  init(of id: IncidentID, in session: Session) throws {
    guard let view = session.book.view(of: id) else { throw Failure.noIncident(id) }
    self.view = view
    row = QueueRow(view, session.book.policy).awake(at: Clock.now)
    clocks = ResponseClocks(view, session.book.policy)
    if case .absent(let target) = session.book.mergeTarget(of: id) {
      strayMerge = session.book.cases[target] == nil ? .absent(target) : .circle
    } else {
      strayMerge = nil
    }
    let incident = try session.store.incident(id) ?? Incident(id: id)
    self.incident = incident
    summary = InvestigationSummary(incident)
    let sources = try session.book.sources(of: id).compactMap { source in
      try session.store.incident(source)
    }
    let described = Dictionary(
      (incident.responses + sources.flatMap(\.responses)).map { ($0.id, $0) }
    ) { first, _ in first }
    let exclusions = session.book.records(.exclusion).map(Exclusion.init)
    excluded = exclusions.filter { $0.isNamed(in: incident) }
    let documents = [incident] + sources
    responses = view.responses.map { response in
      let service = described[response.id]
      let groups = exclusions.filter { group in
        service.map { service in documents.contains { group.isNamed(for: service, in: $0) } }
          ?? false
      }
      return ResponseLine(here: response, service: service, excluded: groups)
    }
    notes = Self.notes(in: view, incident)
    let book = session.book
    let history = try session.store.history(of: id)
    turns = IncidentTurns(of: id, in: history, book, until: Clock.now)
    timeline = TimelineEntry.timeline(
      of: incident, sources: sources, history: history,
      undone: book.isUndone)
  }

  private static func notes(in view: Case, _ incident: Incident) -> [Note] {
    let theirs = incident.comments.map { comment in
      Note(
        at: comment.createdAt, by: comment.author, login: nil, text: comment.text,
        source: .defender,
        isWithdrawn: false)
    }
    let ours = view.remarks.map { remark in
      Note(
        at: remark.at, by: remark.by.name, login: remark.by.login, text: remark.text,
        source: .tocsin,
        isWithdrawn: remark.isWithdrawn)
    }
    let all = (theirs + ours).enumerated()
    return all.sorted {
      ($0.element.at?.milliseconds ?? .min, $0.offset)
        < ($1.element.at?.milliseconds ?? .min, $1.offset)
    }.map(\.element)
  }
}
