// SPDX-License-Identifier: MIT

extension CaseBook {
  /// The author's newest undoable event that is not undone yet.
  ///
  /// A bulk of which only a part could be undone is behind the author: what is left of it has
  /// moved on, and would bar the way to everything older.
  public func undoable(by author: Author) -> JournalEntry? {
    actions.last(by: author.uid, .undoable) { isBy(author, $0) && !isPartlyUndone($0) }
  }

  /// The author's newest undo that is not itself undone.
  public func redoable(by author: Author) -> JournalEntry? {
    actions.last(by: author.uid, .undo) {
      guard isBy(author, $0), case .undone(let seq) = $0.event,
        let target = action(seq: seq), target.event.isUndoable
      else { return false }
      return !isPartlyUndone($0)
    }
  }

  func isBy(_ author: Author, _ entry: JournalEntry) -> Bool {
    entry.by.uid == author.uid && entry.by.name.hasSameBytes(as: author.name)
  }

  /// Whether an author may take back a line, or an undo, on a case.
  func undoVerdict(on view: Case, seq: Int, by author: Author) -> Verdict {
    guard let target = action(seq: seq), isBy(author, target) else {
      return .refused(.unlawful("Line \(seq) is not an action of yours."))
    }
    let places = places(of: target, shownIn: view.id)
    guard !places.isEmpty else {
      return .refused(.unlawful("Line \(seq) does not concern it."))
    }
    if places.allSatisfy({ undoer(of: seq, for: $0) != nil }) {
      return .alreadySo("Line \(seq) is already undone.")
    }
    var original = seq
    if case .undone(let undone) = target.event { original = undone }
    guard let action = action(seq: original), action.event.isUndoable else {
      return .refused(.unlawful("Line \(seq) cannot be undone."))
    }
    if let change = laterChange(on: view, than: target, to: action) {
      return .refused(.changed(change))
    }
    return .lawful
  }

  /// What changed a field after a line that set it, as a sentence; `nil` if every field the line
  /// set still has that value.
  private func laterChange(
    on view: Case, than target: JournalEntry, to action: JournalEntry
  ) -> String? {
    let later = LaterChange(target: target.seq, action: action.seq)
    // A target takes over no status, owner or resolution of what was merged into it.
    let own = places(of: action, shownIn: view.id).lazy.compactMap { self.case($0) }.compactMap {
      later($0.status, \.title)
        ?? later($0.owner) { $0.isEmpty ? "nobody owns it" : $0 }
        ?? later($0.resolution, \.determination.title)
        ?? later($0.written.snooze) { $0 == nil ? "awake" : "snoozed" }
    }.first
    return own
      ?? later(view.acknowledgement) { $0.map { "acknowledged by \($0.by.name)" } ?? "open" }
      ?? laterWritten(view, later)
      ?? view.responses.lazy.compactMap { response in
        later(response.status, \.title)
          ?? later(response.acknowledgement) { $0.map { "seen by \($0.by.name)" } ?? "open" }
      }.first
  }
}

/// Finds what changed a field after a line that set it.
struct LaterChange {
  /// The line to be taken back: the action, or an undo of it.
  let target: Int
  /// The action that set fields.
  let action: Int

  /// Who changed a field since and to what, as a sentence; `nil` if it still is as it was set, or
  /// was not set by the action.
  func callAsFunction<Value>(
    _ ledger: Ledger<Value>, _ title: (Value) -> String
  ) -> String? {
    guard ledger.contains(seq: action) else { return nil }
    let isOnTop =
      target == action
      ? ledger.current.seq == action
        // An undo set the field back; nothing may have been set since.
      : ledger.touched == target && ledger.current.seq < target
    guard !isOnTop else { return nil }
    let by: String
    switch ledger.current.origin {
    case .service: by = "Defender"
    case .person(let author): by = author.name
    }
    return "\(by) changed it since: now \(title(ledger.value))."
  }
}
