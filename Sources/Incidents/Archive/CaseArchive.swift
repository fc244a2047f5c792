// SPDX-License-Identifier: MIT

/// The journal folded up to a line, as an image that never changes: what a book can start from
/// instead of the first line.
///
/// Cases are numbered: first those that are rows of the queue, in triage order, then those shown
/// as part of another. Nothing is decoded before it is asked for.
public protocol CaseArchive: Sendable {
  /// What tells it from any other: two archives of one name say the same.
  var name: String { get }
  /// The last line folded into it.
  var seq: Int { get }
  /// How many cases it holds.
  var count: Int { get }
  /// How many of them are rows of the queue.
  var rowCount: Int { get }
  /// How many rows are the customer's move; they come first.
  var yours: Int { get }
  /// How many rows are open; they come before the closed ones.
  var open: Int { get }
  /// How many actions of people it holds.
  var actionCount: Int { get }

  /// The number of a case; `nil` if it is not here.
  func number(of id: IncidentID) -> Int?
  /// The id of a case, by number.
  func id(at number: Int) -> IncidentID
  /// A case, by number.
  func `case`(at number: Int) -> Case
  /// The incidents merged directly into one, in order of id.
  func sources(of id: IncidentID) -> [IncidentID]
  /// How many incidents others were merged into directly.
  var targetCount: Int { get }
  /// One of them, in order of id, and what was merged into it.
  func merge(at place: Int) -> (target: IncidentID, sources: [IncidentID])
  /// An action, by its place among all, oldest first.
  func action(at place: Int) -> JournalEntry
  /// The line of an action, by its place.
  func actionSeq(at place: Int) -> Int
  /// The place of a user's last action of a kind before another place; `nil` if there is none.
  func lastAction(by user: UInt32, _ kind: ActionKind, before place: Int) -> Int?
  /// How many lines are undone for some incident.
  var undoneCount: Int { get }
  /// One of them, in order.
  func undoneSeq(at place: Int) -> Int
  /// For which incidents a line is undone, and by which line.
  func undoers(of seq: Int) -> [IncidentID: Int]
  /// A record of ours; `nil` if it is not here.
  func record(_ subject: Subject) -> Record?
  /// The records of ours whose subjects begin so, in order.
  func records(under prefix: String) -> [Record]
  /// The rows of a range that hold every word, each given in lower case.
  func rows(in range: Range<Int>, matching words: [[UInt8]]) -> [Int32]
  /// Those of some rows that hold every word.
  func rows(among rows: [Int32], matching words: [[UInt8]]) -> [Int32]
  /// The numbers a range of rows has in a column.
  func numbers(_ column: RowColumn, in range: Range<Int>) -> [Int64]
  /// What the numbers of some columns stand for.
  var values: RowValues { get }
  /// The rows with a name, in order; it is whole, as ``NameKind`` keeps it.
  func rows(withName name: [UInt8]) -> [Int32]
  /// The rows, in no order and perhaps more than once, with a name of some kinds that holds a word as
  /// it is kept and, without its mark and end, is meant.
  func rows(
    _ kinds: ClosedRange<NameKind>, named word: [UInt8],
    where isMeant: ((ArraySlice<UInt8>) -> Bool)?
  ) -> [Int32]
  /// The rows, in order and perhaps more than once, with a response whose searched texts hold a word
  /// and are meant.
  func rows(
    withResponse word: [UInt8], where isMeant: (ArraySlice<UInt8>) -> Bool
  ) -> [Int32]
  /// Those of some rows, in order, that are wanted, each asked for with its folded texts.
  func rows(
    among rows: [Int32], where isWanted: (_ row: Int, _ texts: ArraySlice<UInt8>) -> Bool
  ) -> [Int32]
}

extension CaseArchive {
  /// The number of a row in a column.
  func number(_ column: RowColumn, at row: Int) -> Int64 { numbers(column, in: row..<row + 1)[0] }
}

/// What an action is to undo and redo.
public enum ActionKind: UInt8, Hashable, Sendable {
  /// Neither of these.
  case other
  /// What can be taken back.
  case undoable
  /// What takes something back.
  case undo

  /// The kind of an event.
  public init(_ event: Event) {
    if case .undone = event { self = .undo } else { self = event.isUndoable ? .undoable : .other }
  }
}

/// The archive a book starts from, if any; equal where the names are.
struct ArchiveBase: Hashable, Sendable {
  let archive: (any CaseArchive)?
  /// By which its rows are in order.
  let policy: ClockPolicy

  static let none = ArchiveBase(archive: nil, policy: .standard)

  var seq: Int { archive?.seq ?? 0 }
  var count: Int { archive?.count ?? 0 }
  var rowCount: Int { archive?.rowCount ?? 0 }
  var actionCount: Int { archive?.actionCount ?? 0 }

  func `case`(_ id: IncidentID) -> Case? {
    guard let archive, let number = archive.number(of: id) else { return nil }
    return archive.case(at: number)
  }

  /// What an incident was merged into directly; of most the marks of its row say that it was not.
  func redirect(of id: IncidentID) -> IncidentID? {
    guard let archive, let number = archive.number(of: id) else { return nil }
    if number < archive.rowCount {
      let marks = RowMarks(rawValue: archive.number(.marks, at: number))
      if !marks.contains(.merged) { return nil }
    }
    return archive.case(at: number).service.redirect
  }

  /// The row with a number, as it was when the archive was made.
  func row(at number: Int, of archive: any CaseArchive) -> QueueRow {
    QueueRow(CaseBook(archive, policy).view(of: archive.case(at: number)), policy)
  }

  static func == (left: ArchiveBase, right: ArchiveBase) -> Bool {
    left.archive?.name == right.archive?.name && left.policy == right.policy
  }

  func hash(into hasher: inout Hasher) { hasher.combine(archive?.name) }
}
