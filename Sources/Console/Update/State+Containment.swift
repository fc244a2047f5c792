// SPDX-License-Identifier: MIT

import Incidents

extension State {
  private var containmentOnBoard: Containment? {
    guard let board, board.kind == .containment, let id = board.selected?.id else { return nil }
    return containmentBoard.rows.first { $0.response.rowID == id }
  }

  /// Why the selected row cannot be recorded as lifted; `nil` if it can.
  var reasonAgainstLifting: String? {
    if let readOnlyReason { return readOnlyReason }
    guard let row = containmentOnBoard else { return "No row is selected." }
    if let lift = row.lifts.first {
      return "Incident \(lift.incident) asks for that: open its response and mark it done."
    }
    return row.lifting(note: "") == nil
      ? "The id of its response cannot be written down here." : nil
  }

  /// Asks whether what is switched off was switched on again.
  mutating func liftContainment() -> [Effect] {
    guard let row = containmentOnBoard, let edit = row.lifting(note: "")
    else { return [] }
    let name = row.target.title.isEmpty ? row.title : row.target.title
    var facts = [
      Confirmation.Fact(label: "Done", value: row.title, isShortened: true, yields: 1),
      Confirmation.Fact(
        label: "Incident",
        value: "\(row.response.incident), response \(row.response.response)"),
    ]
    if let undo = wayBack("undo", "takes the record back.") {
      facts.append(Confirmation.Fact(label: "Undo", value: undo))
    }
    if !row.undo.isEmpty {
      facts.insert(Confirmation.Fact(label: "To lift", value: row.undo), at: 0)
    }
    overlay = .confirm(
      Confirmation(
        title: "Record as lifted",
        statement:
          "This records that what was switched off for \(name) was switched on again. "
          + "tocsin does not do that.",
        facts: facts, proposal: Proposal(edit, seen: book.seq)))
    return []
  }
}
