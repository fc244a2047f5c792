// SPDX-License-Identifier: MIT

import Incidents

extension State {
  /// What the selected row of the readiness board stands for.
  var readinessRow: ReadinessBoard.Row? {
    board?.selected.flatMap { ReadinessBoard.Row(id: $0.id) }
  }

  /// Why the selected row has no form; `nil` if it has.
  var reasonAgainstReadinessForm: String? {
    if let readOnlyReason { return readOnlyReason }
    guard let row = readinessRow else { return "No row is selected." }
    if case .none = row { return "There is nothing to change yet; a adds." }
    return nil
  }

  /// Opens the form for the selected row.
  mutating func editReadiness() -> [Effect] {
    guard let row = readinessRow else { return [] }
    switch row {
    case .assets: return openAssetForm()
    case .none: return []
    case .item, .contact, .exclusion, .permission:
      guard let subject = row.subject else { return [] }
      return openForm(
        "\(row.noun.title) \(subject.name)", .record(subject), ReadinessForm.fields(row.noun))
    }
  }

  /// Opens the form for something new of the kind the selected row is of.
  mutating func addToReadiness() -> [Effect] {
    let noun = readinessRow?.noun ?? .readiness
    switch noun {
    case .assets: return openAssetForm()
    case .permission: return editReadiness()
    default:
      guard let name = ReadinessForm.fields(noun).first?.name else { return [] }
      return openForm("New \(noun.title)", .new(noun, after: name), ReadinessForm.fields(noun))
    }
  }

  /// Today's count; what was counted last is suggested as the targets.
  private mutating func openAssetForm() -> [Effect] {
    let day = zone.reading(at: now).day
    guard let subject = Subject(.assets, day) else { return [] }
    var suggested: [String: String] = [:]
    for kind in AssetCount.Kind.allCases {
      if let part = readiness.history(kind).latest?.part {
        suggested[kind.target] = "\(part.target)"
      }
    }
    return openForm(
      "Protected assets on \(day)", .record(subject), ReadinessForm.fields(.assets),
      suggested: suggested)
  }

  /// Why the state of the selected row cannot be changed; `nil` if it can.
  var reasonAgainstReadinessState: String? {
    if let readOnlyReason { return readOnlyReason }
    switch readinessRow {
    case .item, .permission: return nil
    case nil: return "No row is selected."
    default: return "Only items and permissions have a state."
    }
  }

  /// Puts an item or permission into its next state; whoever sets a state has looked.
  mutating func cycleReadinessState() -> [Effect] {
    guard let row = readinessRow, let subject = row.subject else { return [] }
    switch row {
    case .item(let name):
      guard let item = readiness.items.first(where: { $0.id == name }) else { return [] }
      return record(
        subject,
        [
          ReadinessItem.Field.state: item.state.next.graphName,
          ReadinessItem.Field.checkedAt: now.iso8601,
        ])
    case .permission(let permission):
      let isGranted = readiness.answer(permission) == .granted
      let next = isGranted ? ServicePermission.Answer.notGranted : .granted
      return record(subject, [ServicePermission.field: next.graphName])
    default: return []
    }
  }

  /// Why the selected row cannot be said to be still so; `nil` if it can.
  var reasonAgainstChecking: String? {
    if let readOnlyReason { return readOnlyReason }
    if case .item = readinessRow { return nil }
    return "Only items are checked."
  }

  /// Says that somebody looked, and the selected item is still so.
  mutating func checkReadinessItem() -> [Effect] {
    guard let subject = readinessRow?.subject else { return [] }
    return record(subject, [ReadinessItem.Field.checkedAt: now.iso8601])
  }

  /// Why the selected row cannot be removed; `nil` if it can.
  var reasonAgainstRemoving: String? {
    if let readOnlyReason { return readOnlyReason }
    switch readinessRow {
    case .item, .contact, .exclusion: return nil
    case .assets(let kind):
      return readiness.history(kind).latest == nil ? "There is no count to remove." : nil
    default: return "Only items, counts, contacts and exclusions can be removed."
    }
  }

  /// Asks whether the selected row is to go.
  mutating func removeFromReadiness() -> [Effect] {
    guard let row = readinessRow else { return [] }
    var subject = row.subject
    var what: String?
    var names: [String]?
    if case .assets(let kind) = row, let latest = readiness.history(kind).latest {
      // The newest count; the one before it counts then.
      subject = Subject(.assets, latest.day)
      what = "\(kind.title): \(latest.part.protected) of \(latest.part.target)"
      names = [kind.protected, kind.target]
    }
    guard let subject, let record = book.record(subject) else { return [] }
    let emptied = record.fields.filter {
      !$0.ledger.value.isEmpty && names?.contains($0.name) ?? true
    }.map { ($0.name, "") }
    let edit = RecordEdit(subject, Dictionary(emptied) { first, _ in first })
    overlay = .confirm(
      Confirmation(
        title: "Remove",
        statement:
          "This removes the \(what == nil ? row.noun.title : "count") here. Defender is not told.",
        facts: [
          Confirmation.Fact(
            label: "What", value: what ?? record.title),
          Confirmation.Fact(label: "Name", value: subject.name),
          Confirmation.Fact(label: "Undo", value: wayBack("undo", "takes it back.") ?? "none"),
        ], proposal: Proposal(edit, seen: book.seq)))
    return []
  }

  /// Why the checklist cannot be loaded; `nil` if it can.
  var reasonAgainstSeeding: String? {
    if let readOnlyReason { return readOnlyReason }
    if readinessChecklist.isEmpty { return "No checklist came with this console." }
    return Readiness.missing(of: readinessChecklist, in: book).values.isEmpty
      ? "Every item of the checklist is here." : nil
  }

  /// Takes in what of the checklist is not here.
  mutating func seedReadiness() -> [Effect] {
    commit(Proposal(Readiness.missing(of: readinessChecklist, in: book), seen: nil))
  }

  /// Sets fields of a record as it is seen.
  mutating func record(_ subject: Subject, _ fields: [String: String]) -> [Effect] {
    commit(Proposal(RecordEdit(subject, fields), seen: book.seq))
  }
}
