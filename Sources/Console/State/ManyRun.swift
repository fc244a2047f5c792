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

/// Something that cannot take part in an action, and why.
public struct LeftOut: Hashable, Sendable {
  /// What it is.
  public var label: String
  /// Why, as a sentence.
  public var reason: String
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

/// What a text for many was typed for, so that it can be found again.
public enum ManyDraft: Hashable, Sendable {
  /// A comment.
  case comment
  /// The reason of a snooze.
  case snooze
  /// The comment of a resolution.
  case resolution
  /// Why responses are skipped, or failed.
  case reasons(ResponseStep)
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
