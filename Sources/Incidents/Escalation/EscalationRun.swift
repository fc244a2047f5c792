// SPDX-License-Identifier: MIT

/// One run through the question whether this is an emergency, as its record tells it.
///
/// The times are those of the journal.
public struct EscalationRun: Hashable, Sendable, Identifiable {
  /// How a run ended.
  public enum Outcome: String, CaseIterable, Hashable, Sendable {
    /// The customer's own provider has taken over.
    case provider
    /// Microsoft Incident Response was asked.
    case microsoft
    /// It is no emergency; managed response goes on.
    case managed
    /// It was begun by mistake.
    case mistake

    /// The name on screen.
    public var title: String {
      switch self {
      case .provider: "handed to the provider"
      case .microsoft: "handed to Microsoft Incident Response"
      case .managed: "stays in managed response"
      case .mistake: "begun by mistake"
      }
    }
  }

  /// Something somebody wrote down, by whom and when.
  public struct Said: Hashable, Sendable {
    /// The record's field.
    public var field: String
    /// What.
    public var text: String
    /// Who.
    public var by: String
    /// When.
    public var at: Timestamp?
  }

  /// A step of the way, and how it went.
  public struct Leg: Hashable, Sendable {
    /// The step.
    public var step: EscalationGuide.Step
    /// The answer; `nil` if there is none yet.
    public var answer: Said?
    /// What was written with it.
    public var note: Said?
    /// When it could first be answered: when the run began, or the step before was answered.
    public var from: Timestamp?

    /// The answer as people read it; empty if there is none.
    public var title: String {
      guard let answer else { return "" }
      return step.answer(answer.text)?.title ?? answer.text
    }

    /// How long it took, or has taken so far.
    public func time(at now: Timestamp) -> Age? {
      from.map { Age(from: $0, to: answer?.at ?? now) }
    }
  }

  /// The record.
  public let record: Record

  /// Reads a record.
  public init(_ record: Record) { self.record = record }

  /// What names it.
  public var id: Subject { record.subject }
  /// Why it was begun.
  public var reason: String { record["reason"] }
  /// When it was begun.
  public var begunAt: Timestamp? { record.createdAt }
  /// Who began it.
  public var begunBy: String {
    record.changes.first.map { $0.setting.who } ?? ""
  }
  /// The incidents it is about, as they were named.
  public var incidents: [IncidentID] {
    record.fields(under: "incident/").compactMap { IncidentID($0.name) }.sorted()
  }
  /// How it ended, verbatim; empty while it goes on.
  public var outcome: String { record["outcome"] }
  /// Whether it goes on.
  public var isOpen: Bool { outcome.isEmpty }
  /// How it ended, as people read it.
  public var outcomeTitle: String { Outcome(rawValue: outcome)?.title ?? outcome }
  /// What was said when it ended.
  public var closing: String { record["closing"] }
  /// When it ended.
  public var endedAt: Timestamp? { record.setting("outcome")?.at }
  /// Who ended it.
  public var endedBy: String { record.setting("outcome")?.who ?? "" }
  /// Whom somebody called, oldest first.
  public var calls: [Said] { said(under: "call/") }
  /// What is not known yet, oldest first.
  public var questions: [Said] { said(under: "question/") }

  /// How long it has gone on, or took.
  public func elapsed(at now: Timestamp) -> Age? {
    begunAt.map { Age(from: $0, to: endedAt ?? now) }
  }

  /// The way through the guide so far; the last step may be unanswered.
  public func legs(_ guide: EscalationGuide) -> [Leg] {
    var from = begunAt
    return guide.way { record["answer/\($0)"] }.map { step in
      let leg = Leg(
        step: step, answer: said("answer/\(step.id)"), note: said("note/\(step.id)"), from: from)
      // Who answers an early step anew makes no later one negative.
      if let at = leg.answer?.at { from = max(from ?? at, at) }
      return leg
    }
  }

  private func said(_ field: String) -> Said? {
    record.setting(field).map { Said(field: field, text: $0.value, by: $0.who, at: $0.at) }
  }

  private func said(under prefix: String) -> [Said] {
    record.fields(under: prefix).map {
      Said(field: prefix + $0.name, text: $0.setting.value, by: $0.setting.who, at: $0.setting.at)
    }
  }
}

extension Ledger.Entry {
  /// Who made the change; empty for the service.
  public var who: String {
    if case .person(let author) = origin { author.title } else { "" }
  }
}

extension CaseBook {
  /// The runs, the newest first.
  public var escalations: [EscalationRun] {
    records(.escalation).map(EscalationRun.init).sorted {
      ($1.begunAt?.milliseconds ?? 0, $1.id) < ($0.begunAt?.milliseconds ?? 0, $0.id)
    }
  }

  /// The runs that name one of these incidents or what was merged into them: those that go on, then
  /// those that ended, each the newest first.
  public func escalations(about ids: [IncidentID]) -> [EscalationRun] {
    let wanted = Set(ids.map(current))
    let runs = escalations.filter { !wanted.isDisjoint(with: $0.incidents.map(current)) }
    return runs.filter(\.isOpen) + runs.filter { !$0.isOpen }
  }
}
