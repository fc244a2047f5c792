// SPDX-License-Identifier: MIT

public import Cells
public import Incidents

/// Everything that can happen to the console.
public enum Message: Hashable, Sendable {
  /// A key arrived; the time is the monotonic clock's, in milliseconds.
  case key(Key, at: Int64)
  /// The same, and another key is there already: what this one alone would show, nobody will see.
  case keyAhead(Key, at: Int64)
  /// A paste arrived, whole.
  case pasted(String)
  /// The mouse was used.
  case mouse(Mouse)
  /// The terminal has a new size.
  case resized(Size)
  /// A minute began.
  case ticked(Timestamp)
  /// A frame was written; a dialog accepts answers only some time after its own.
  case painted(at: Int64)
  /// The first reading of the store is so far.
  case reading(Reading)
  /// The store was read, wholly or up to a line, or put on a footing that takes less memory.
  case loaded(CaseBook, TriageQueue, isWhole: Bool)
  /// The journal has new lines, in order.
  case journalGrew([JournalEntry])
  /// Data was imported by somebody.
  case imported(at: Timestamp, unread: Int)
  /// No key came for as long as ``Trail/pause``.
  case settled
  /// A document was read; `nil` where the incident has none.
  case opened(IncidentID, Opened?)
  /// A document could not be read.
  case openFailed(IncidentID, String)
  /// A proposal was judged, and what could be written is on the disk.
  case committed(Proposal, Judgement, JournalEntry?)
  /// A proposal could not be written at all.
  case commitFailed(Proposal, String)
  /// The store can no longer be written, and why.
  case becameReadOnly(String)
  /// The store can be written.
  case becameWritable
  /// Lines of the journal that were asked for.
  case historyRead(HistoryQuery, HistoryPage)
  /// Documents that were asked for; those that cannot be read are missing.
  case surveyed([IncidentID: Incident])
  /// What a board shows was worked out; `nil` where that failed.
  case figured(BoardFigures.Kind, BoardFigures?)
  /// The clipboard took a text, or did not and why.
  case copied(String, failure: String?)
  /// Texts typed in a console that is gone.
  case draftsFound([Draft: String])
  /// What was looked at in an earlier console, and the journal's lines since.
  case lookedBefore(Looks, [JournalEntry])
  /// The editor gave a text back, or did not and why.
  case edited(EditorOutcome)
  /// The configuration was read.
  case configured(Configuration)
  /// Something the environment must tell.
  case noticed(Notice.Kind, String)
}
