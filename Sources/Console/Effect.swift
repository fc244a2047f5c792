// SPDX-License-Identifier: MIT

public import Incidents
public import Settings

/// Everything the console can ask of its environment, as data.
public enum Effect: Hashable, Sendable {
  /// Read an incident's document and history.
  case open(IncidentID)
  /// Record something; the answer says what is on the disk.
  case commit(Proposal)
  /// Record that a proposal is to be approved; the words say what it does.
  case ask(Proposal, String)
  /// Approve a request.
  case approve(Subject)
  /// Do what a request asks, which somebody approved.
  case perform(Subject)
  /// Say ``Message/settled`` once no key has come for ``Trail/pause``.
  case settle
  /// Read lines of the journal, backwards.
  case history(HistoryQuery)
  /// Read the documents of some incidents, for a question that says what their responses touch.
  case survey([IncidentID])
  /// Work out what a board shows.
  case figures(BoardFigures.Kind)
  /// Put a text on the clipboard; `name` says what it is.
  case copy(String, name: String)
  /// Have the terminal report the mouse, or no more.
  case mouse(Bool)
  /// Keep typed texts on the disk, soon; none means that there are none to keep.
  case keepDrafts([Draft: String])
  /// Open a text in the person's editor.
  case edit(String)
  /// Keep what was looked at on the disk.
  case keepLooks(Looks)
  /// Tell the terminal that it is your move, at most once in ``notifyPause``.
  case notify(NotificationWay)
  /// Paint every cell anew.
  case redraw
  /// Give the terminal back until the shell continues the program.
  case suspend
  /// Leave.
  case quit

  /// Milliseconds between two notifications at least.
  public static let notifyPause: Int64 = 10_000
}
