// SPDX-License-Identifier: MIT

public import Incidents

/// An action on many at once, from the key to what came of it.
public struct ManyRun: Hashable, Sendable {
  /// What it is done to.
  public enum Subject: Hashable, Sendable {
    /// Marked incidents.
    case marks(Targets)
    /// So many marked responses of one incident.
    case responses(count: Int)
    /// Steps of the plan, on whatever incidents.
    case plan
    /// The incidents of a line that is taken back, or done again.
    case line(count: Int)
  }

  /// What is recorded, on those that can take part.
  public var proposal: Proposal
  /// What cannot take part.
  public var left: [LeftOut]
  /// What it is done to.
  public var subject: Subject

  init(proposal: Proposal, left: [LeftOut], of subject: Subject) {
    self.proposal = proposal
    self.left = left
    self.subject = subject
  }
}

extension ManyRun {
  /// How many could not take part, and what becomes of them, without a full stop.
  var leftWords: String {
    let count = LeftOut.counted(left)
    if case .line = subject { return "\(count) could not be changed back" }
    let stay = subject.isMarked ? " and stay\(left.count == 1 ? "s" : "") marked" : ""
    return "\(count) could not take part\(stay)"
  }
}

extension ManyRun.Subject {
  /// Whether what is left out stays marked.
  fileprivate var isMarked: Bool {
    switch self {
    case .marks, .responses: true
    case .plan, .line: false
    }
  }

  /// What becomes of what is left out, in the question.
  func staying(isOne: Bool) -> String {
    switch self {
    case .marks, .responses: "stay\(isOne ? "s" : "") marked"
    case .plan: "cannot take part"
    case .line: "stay\(isOne ? "s" : "") as \(isOne ? "it is" : "they are")"
    }
  }
}

/// Something that cannot take part in an action, and why.
public struct LeftOut: Hashable, Sendable {
  /// What it is.
  public var label: String
  /// Why, as a sentence.
  public var reason: String
  /// Whether it is a response, not an incident.
  public var isResponse = false

  /// How many, by what they are: "3 incidents", "1 incident and 2 responses".
  static func counted(_ left: [LeftOut]) -> String {
    let responses = left.count(where: \.isResponse)
    let incidents = left.count - responses
    return [
      incidents > 0 ? incidents.counted("incident") : nil,
      responses > 0 ? responses.counted("response") : nil,
    ].compactMap(\.self).joined(separator: " and ")
  }
}

/// What one text is asked for that goes to many incidents.
public enum ManyQuestion: Hashable, Sendable {
  /// Who owns them.
  case owner
  /// A comment.
  case comment
  /// Tags to put on and to take off.
  case tags
  /// Why their open responses are not carried out.
  case skip
}

/// What a text for many was typed for, so that it can be found again: for these, and no others.
public struct ManyDraft: Hashable, Sendable {
  /// What the text is.
  public enum Kind: Hashable, Sendable {
    /// A comment.
    case comment
    /// The reason of a snooze.
    case snooze
    /// The comment of a resolution.
    case resolution
    /// Why responses are skipped, or failed.
    case reasons(ResponseStep)
  }

  /// What the text is.
  public var kind: Kind
  /// The incidents it was typed for.
  public var incidents: Set<IncidentID>
  /// The responses it was typed for, where they are those of one incident.
  public var responses: Set<String> = []

  /// A text for incidents.
  init(_ kind: Kind, for targets: Targets) {
    self.kind = kind
    incidents = Set(targets.seen.keys)
  }

  /// A reason for responses of one incident.
  init(_ step: ResponseStep, on responses: [String], of id: IncidentID) {
    kind = .reasons(step)
    incidents = [id]
    self.responses = Set(responses)
  }
}

/// Lines of text to be read and scrolled through: what came of an action, or a line of the journal.
public struct Report: Hashable, Sendable {
  /// The title.
  public var title: String
  /// What it says first.
  public var statement: String
  /// Label and text of each thing.
  public var facts: [Confirmation.Fact]
  /// The first line on screen.
  public var top = 0
}
