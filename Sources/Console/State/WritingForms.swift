// SPDX-License-Identifier: MIT

public import Cells
public import Incidents

/// A part of an incident's note.
public enum NoteField: String, CaseIterable, Hashable, Sendable {
  /// What is thought to have happened.
  case hypothesis
  /// What is to be done next.
  case nextStep
  /// What stands in the way.
  case blocker
  /// When the next step is due.
  case due

  /// The name on screen.
  public var title: String {
    switch self {
    case .hypothesis: "Hypothesis"
    case .nextStep: "Next step"
    case .blocker: "Blocker"
    case .due: "Due"
    }
  }

  /// What is noted now; empty if nothing is.
  public func text(in written: Written) -> String {
    switch self {
    case .hypothesis: written.hypothesis.value
    case .nextStep: written.nextStep.value
    case .blocker: written.blocker.value
    case .due: written.due.value?.dayAndTime ?? ""
    }
  }
}

/// The form that puts an incident off.
public struct SnoozeForm: Hashable, Sendable {
  /// What can have the focus in it.
  public enum Row: Int, Hashable, Sendable {
    /// For how long.
    case choice
    /// Until when, where that is typed.
    case until
    /// Why.
    case reason
  }

  /// For how long.
  public enum Choice: Hashable, Sendable {
    /// End the snooze there is.
    case wake
    /// So many minutes.
    case minutes(Int)
    /// Until the selected response has an outcome.
    case response
    /// Until a time that is typed.
    case other
  }

  /// The incident.
  public var id: IncidentID
  /// The version of the incident its author sees.
  public var seen: Int
  /// Whether it is snoozed now.
  public var isSnoozed: Bool
  /// The selected response, if it has no outcome yet.
  public var response: String?
  /// The row with the focus.
  public var row = Row.choice
  /// For how long.
  public var choice: Choice
  /// Until when, as typed.
  public var until = TextField()
  /// Why.
  public var reason: TextField
  /// The incidents, if there are many.
  public var targets: Targets?

  /// What is put off, for the title.
  var name: String { targets.map { State.incidents($0.seen.count) } ?? id.text }

  /// What can be chosen.
  var choices: [Choice] {
    (isSnoozed ? [.wake] : []) + [30, 60, 120, 240, 480, 1440].map(Choice.minutes)
      + (response == nil ? [] : [.response]) + [.other]
  }
}
