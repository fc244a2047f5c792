// SPDX-License-Identifier: MIT

/// What a journal line records.
public enum Event: Hashable, Sendable {
  /// The service now says this.
  case observed(Observation)
  /// "I have seen this and own it."
  case acknowledged
  /// Somebody owns it, or nobody.
  case assigned(owner: String?)
  /// A comment.
  case commented(text: String)
  /// What a handover needs was written down.
  case noted(Note)
  /// Tags were put on or taken off.
  case tagged(TagEdit)
  /// It is to be left alone for a while.
  case snoozed(Snooze)
  /// A snooze was ended before its time.
  case woken
  /// What it turned out to be, while it stays open.
  case classified(Classification, Determination)
  /// The incident was closed.
  case resolved(Resolution)
  /// A closed incident was opened again.
  case reopened
  /// A step was taken on managed responses.
  case response(ResponseRecord)
  /// Fields of records of ours were set.
  case recorded(RecordEdit)
  /// An earlier event by the same author is taken back; undoing an undo redoes.
  case undone(seq: Int)
  /// Damaged stretches of the journal are passed over, and always reported.
  case reanchored([ChainBreak])
  /// A store that no longer holds a line somebody remembers is accepted.
  case headAccepted(HeadAcceptance)
  /// A line of a kind this version does not know: kept, listed, its subjects read-only here.
  case other(kind: String)

  /// The kind as the journal writes it.
  public var kind: String {
    switch self {
    case .observed: "observed"
    case .acknowledged: "acknowledged"
    case .assigned: "assigned"
    case .commented: "commented"
    case .noted: "noted"
    case .tagged: "tagged"
    case .snoozed: "snoozed"
    case .woken: "woken"
    case .classified: "classified"
    case .resolved: "resolved"
    case .reopened: "reopened"
    case .response(let record): "response." + record.step.rawValue
    case .recorded: "recorded"
    case .undone: "undone"
    case .reanchored: "chain.reanchored"
    case .headAccepted: "head.accepted"
    case .other(let kind): kind
    }
  }

  /// Every kind this version writes.
  static let kinds =
    [
      "observed", "acknowledged", "assigned", "commented", "noted", "tagged", "snoozed", "woken",
      "classified", "resolved", "reopened",
    ] + ResponseStep.allCases.map { "response.\($0.rawValue)" }
    + ["recorded", "undone", "chain.reanchored", "head.accepted"]

  /// What it says of some of the incidents it is on.
  func narrowed(to incidents: [IncidentID]) -> Event {
    guard case .response(let record) = self else { return self }
    return .response(record.narrowed(to: incidents))
  }

  /// Whether a person can take it back with `u`.
  public var isUndoable: Bool {
    switch self {
    case .observed, .undone, .reanchored, .headAccepted, .other: false
    default: true
    }
  }

  /// Whether it records what the service said rather than what somebody did.
  public var isObservation: Bool {
    if case .observed = self { true } else { false }
  }

  /// Whether it only adds what an incident is about.
  public var isAddition: Bool {
    if case .observed(let observation) = self { observation.isAddition } else { false }
  }
}

/// How an incident was closed.
public struct Resolution: Hashable, Sendable {
  /// What it turned out to be.
  public var classification: Classification
  /// The kind of attack or activity.
  public var determination: Determination
  /// Why, in words; may be empty.
  public var comment: String

  /// Makes a resolution.
  public init(
    classification: Classification, determination: Determination, comment: String = ""
  ) {
    self.classification = classification
    self.determination = determination
    self.comment = comment
  }

  /// Whether two say the same, the comment compared as bytes.
  public static func == (left: Resolution, right: Resolution) -> Bool {
    left.classification == right.classification && left.determination == right.determination
      && left.comment.hasSameBytes(as: right.comment)
  }

  /// Feeds what was chosen; comments are not worth hashing.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(classification)
    hasher.combine(determination)
  }
}

/// What can be recorded on a managed response.
public enum ResponseStep: String, CaseIterable, Hashable, Sendable {
  /// Seen and owned.
  case acknowledged
  /// Begun.
  case started
  /// Done.
  case completed
  /// Tried, without success.
  case failed
  /// Not to be done.
  case skipped
  /// Put back to open.
  case reopened

  /// The status it leads to; `nil` where it leaves the status alone.
  public var status: ResponseStatus? {
    switch self {
    case .acknowledged: nil
    case .started: .inProgress
    case .completed: .completed
    case .failed: .failed
    case .skipped: .notRelevant
    case .reopened: .open
    }
  }

  /// Whether it must say why.
  public var needsReason: Bool { self == .failed || self == .skipped }
}
