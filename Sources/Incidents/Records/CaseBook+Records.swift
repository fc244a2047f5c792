// SPDX-License-Identifier: MIT

extension CaseBook {
  /// A record of ours; `nil` if nobody ever wrote it.
  public func record(_ subject: Subject) -> Record? {
    records[subject] ?? base.archive?.record(subject)
  }

  /// The records of a kind that say something, in order of name.
  public func records(_ noun: RecordNoun) -> [Record] {
    let prefix = noun.rawValue + "/"
    var found: [Subject: Record] = [:]
    for record in base.archive?.records(under: prefix) ?? [] { found[record.subject] = record }
    for (subject, record) in records where subject.text.hasPrefix(prefix) {
      found[subject] = record
    }
    return found.values.filter(\.isThere).sorted { $0.subject < $1.subject }
  }

  /// Every record there ever was, in order of subject.
  package var allRecords: [Record] {
    var found = records
    for record in base.archive?.records(under: "") ?? [] where found[record.subject] == nil {
      found[record.subject] = record
    }
    return found.values.sorted { $0.subject < $1.subject }
  }

  /// Takes over what a line says of records.
  mutating func applyToRecords(_ entry: JournalEntry) {
    if let request = entry.approval?.request {
      // What was approved once is used up.
      editRecord(request) { record in
        record.version = entry.seq
        record.apply(["used": String(entry.seq)], entry)
      }
    }
    for subject in entry.records {
      editRecord(subject) { record in
        record.version = entry.seq
        switch entry.event {
        case .recorded(let edit): record.apply(edit.values[subject] ?? [:], entry)
        case .undone: break
        default: record.isReadOnly = true
        }
      }
    }
    guard case .undone(let target) = entry.event, !entry.records.isEmpty,
      let (original, isUndo) = edit(takenBackBy: target)
    else { return }
    for subject in entry.records where original.records.contains(subject) {
      editRecord(subject) { $0.setUndone(isUndo, seq: original.seq, by: entry.seq) }
    }
  }

  private mutating func editRecord(_ subject: Subject, _ change: (inout Record) -> Void) {
    let base = base
    var record = records[subject] ?? base.archive?.record(subject) ?? Record(subject)
    change(&record)
    records[subject] = record
  }

  /// The edit an undo of a line concerns, and whether it takes the edit back or brings it again.
  private func edit(takenBackBy target: Int) -> (edit: JournalEntry, isUndo: Bool)? {
    guard let line = action(seq: target) else { return nil }
    guard case .undone(let original) = line.event else { return (line, true) }
    return action(seq: original).map { ($0, false) }
  }

  /// Whether a line's edit is undone for any record, or an undo was itself undone.
  func isPartlyUndoneOnRecords(_ line: JournalEntry) -> Bool {
    guard let (original, isEdit) = edit(takenBackBy: line.seq) else { return false }
    return line.records.contains { subject in
      guard let record = record(subject) else { return false }
      return record.fields.contains { field in
        guard let change = field.ledger.later.last(where: { $0.seq == original.seq }) else {
          return false
        }
        return isEdit == change.isUndone
      }
    }
  }

  /// Decides whether an edit, or the undoing of one, can be written on a record; `values` are what
  /// is left to set.
  func verdict(
    on subject: Subject, _ event: Event, seen: Int?, by author: Author
  ) -> (verdict: Verdict, values: [String: String]) {
    let record = record(subject) ?? Record(subject)
    guard !record.isReadOnly else { return (.refused(.newerVersion), [:]) }
    switch event {
    case .recorded(let edit):
      let asked = edit.values[subject] ?? [:]
      let left = asked.filter { !record[$0.key].hasSameBytes(as: $0.value) }
      guard !left.isEmpty else { return (.alreadySo("\(subject) says so already."), [:]) }
      if let fault = AssetCount.fault(of: asked, on: subject, in: self) {
        return (.refused(.unlawful(fault)), [:])
      }
      for name in left.keys.sorted() {
        guard let ledger = record.ledger(name) else { continue }
        let field = RecordField(name, of: subject)
        let title = { (value: String) in value.isEmpty ? "nothing" : field.words(value) }
        if let change = conflict(
          in: ledger, "\(field.title) to ", seen: seen ?? self.seq, title)
        {
          return (.refused(.changed(change + ".")), [:])
        }
      }
      return (.lawful, left)
    case .undone(let seq): return (undoVerdict(on: record, seq: seq, by: author), [:])
    default: return (.refused(.unlawful("That cannot be recorded on \(subject).")), [:])
    }
  }

  private func undoVerdict(on record: Record, seq: Int, by author: Author) -> Verdict {
    guard let target = action(seq: seq), isBy(author, target),
      let (original, isEdit) = edit(takenBackBy: seq), case .recorded = original.event
    else { return .refused(.unlawful("Line \(seq) is not an action of yours.")) }
    guard target.records.contains(record.subject) else {
      return .refused(.unlawful("Line \(seq) does not concern it."))
    }
    let later = LaterChange(target: target.seq, action: original.seq)
    for field in record.fields {
      guard let change = field.ledger.later.last(where: { $0.seq == original.seq }) else {
        continue
      }
      if isEdit == change.isUndone { return .alreadySo("Line \(seq) is already undone.") }
      if isEdit, field.name == "state", let sentence = acknowledged(record) {
        return .refused(.changed(sentence))
      }
      let named = RecordField(field.name, of: record.subject)
      if let sentence = later(field.ledger, named.phrase) {
        return .refused(.changed(sentence))
      }
    }
    return .lawful
  }

  /// Who of the next shift acknowledged lines of a handover, as a sentence; `nil` if nobody did.
  private func acknowledged(_ record: Record) -> String? {
    guard record.subject.noun == .handover, let handover = SignedHandover(record) else {
      return nil
    }
    let lines = handover.lines.filter { $0.acknowledgement != nil }
    guard let first = lines.first, let by = first.acknowledgement?.by else { return nil }
    let more = lines.count > 1 ? " and \(lines.count - 1) more" : ""
    return "\(by.name) acknowledged \(first.incident)\(more) of it; what was acknowledged stays "
      + "signed."
  }

  /// Judges what a proposal asks of records.
  func judgeRecords(_ proposal: Proposal, by author: Author, _ judgement: inout Judgement) {
    guard !proposal.records.isEmpty else { return }
    var flaw: String?
    if case .recorded(let edit) = proposal.event { flaw = edit.flaw }
    var values: [Subject: [String: String]] = [:]
    for (subject, seen) in proposal.records {
      if let flaw {
        judgement.refusedRecords[subject] = .unlawful(flaw)
        continue
      }
      let (verdict, left) = verdict(on: subject, proposal.event, seen: seen, by: author)
      switch verdict {
      case .lawful:
        judgement.acceptedRecords[subject] = record(subject)?.version ?? 0
        values[subject] = left
      case .alreadySo(let sentence): judgement.alreadySoRecords[subject] = sentence
      case .refused(let refusal): judgement.refusedRecords[subject] = refusal
      }
    }
    // What a colleague set to the same value already stays theirs.
    if case .recorded = proposal.event { judgement.event = .recorded(RecordEdit(values)) }
  }
}
