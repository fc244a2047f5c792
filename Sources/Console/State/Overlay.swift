// SPDX-License-Identifier: MIT

public import Cells
public import Incidents

/// What lies over the panes and takes the keys: at most one thing at a time.
public enum Overlay: Hashable, Sendable {
  /// The keys that do something here.
  case help(ActionList)
  /// Every action by its name.
  case palette(ActionList)
  /// Earlier notices.
  case messages(MessageList)
  /// By which column the queue is in order.
  case order(selected: Int)
  /// The portal link and what can be copied.
  case copy
  /// What the incident is about, and in how many incidents each appears.
  case entities(EntityList)
  /// The named views, and which is selected.
  case views(selected: Int)
  /// What came of an action, or a line of the journal in full.
  case report(Report)
  /// One line of text.
  case prompt(Prompt)
  /// How long an incident is left alone.
  case snooze(SnoozeForm)
  /// How an incident is closed.
  case resolve(ResolveForm)
  /// Fields of a record of ours, or of an incident's note.
  case record(RecordForm)
  /// "Is this what you mean?"
  case confirm(Confirmation)
}

/// A question answered with one line of text.
public struct Prompt: Hashable, Sendable {
  /// What the text is for.
  public enum Purpose: Hashable, Sendable {
    /// Which rows to show; what was shown and selected before.
    case filter(before: QueueFilter, selection: IncidentID?)
    /// What to find in a pane.
    case search
    /// Who owns the incident.
    case owner(IncidentID)
    /// A comment.
    case comment(IncidentID)
    /// The incident's tags; those it had, and those known to complete with.
    case tags(IncidentID, known: [String], suggestions: [String])
    /// Why a response is skipped or failed.
    case reason(IncidentID, response: String, ResponseStep)
    /// Why several responses are skipped or failed.
    case reasons(IncidentID, responses: [String], ResponseStep)
    /// A text that goes to many incidents.
    case many(ManyQuestion, Targets)
  }

  /// What the text is for.
  public var purpose: Purpose
  /// The text so far.
  public var field: TextField
  /// Whether the text is a suggestion that the first typed key replaces.
  public var isSuggestion = false
  /// The version of the incident its author sees.
  public var seen: Int
  /// What goes with a query while it is typed.
  public var query = QueryEntry()
}

/// The form that closes an incident.
public struct ResolveForm: Hashable, Sendable {
  /// What can have the focus in it.
  public enum Row: Int, CaseIterable, Hashable, Sendable {
    /// The classification.
    case classification
    /// The determination.
    case determination
    /// The comment.
    case comment
    /// Cancel: where the form starts for whoever only presses Enter.
    case cancel
    /// Go on to the question.
    case resolve
  }

  /// The incident.
  public var id: IncidentID
  /// The version of the incident its author sees.
  public var seen: Int
  /// The row with the focus.
  public var row = Row.classification
  /// The classification; `nil` until chosen.
  public var classification: Classification?
  /// The determination; `nil` until chosen.
  public var determination: Determination?
  /// The comment.
  public var comment = TextField()
  /// Whether it closes the incident, or only classifies it.
  public var closes = true
  /// The incidents, if there are many.
  public var targets: Targets?
}
