// SPDX-License-Identifier: MIT

import Incidents

extension State {
  /// Whether what lies on top is about something that must not move under it.
  ///
  /// A filter or a search is about what is shown, so it goes on with the news.
  var holdsNews: Bool {
    switch overlay {
    case .confirm, .resolve, .record, .snooze, .copy, .entities, .help, .palette: true
    case .prompt(let prompt):
      switch prompt.purpose {
      case .owner, .comment, .tags, .reason, .reasons, .many: true
      case .filter, .search: false
      }
    case .messages, .views, .order, .report, nil: false
    }
  }

  /// Takes new lines of the journal over, or keeps them until the dialog is gone.
  mutating func receive(_ told: [JournalEntry]) -> [Effect] {
    guard holdsNews, isLoaded else { return take(told) }
    let last = heldNews.last?.seq ?? book.seq
    let new = told.filter { $0.seq > last }
    heldNews += new
    return notifications(ofHeld: new)
  }

  /// Takes a book over, or keeps it until the dialog is gone.
  mutating func receive(_ told: HeldBook) -> [Effect] {
    guard holdsNews, isLoaded else { return load(told) }
    heldBook = told
    return []
  }

  /// Takes over what was kept back.
  mutating func takeHeldNews() -> [Effect] {
    guard !heldNews.isEmpty || heldBook != nil || isDocumentHeld else { return [] }
    let (held, heldBook, isDocumentHeld) = (heldNews, heldBook, isDocumentHeld)
    heldNews = []
    self.heldBook = nil
    self.isDocumentHeld = false
    // The lines first: they are news, and what the book says of them is not told again.
    var effects = held.isEmpty ? [] : withoutNotifications(take(held))
    if let heldBook { effects += load(heldBook) }
    guard isDocumentHeld, effects.isEmpty, let id = selectedID else { return effects }
    return [.open(id)]
  }

  /// How many incidents came in and were not looked at yet.
  var arrivals: Int { news.values.count { $0 == .arrived } }

  /// How many others changed that were not looked at since, and what shows them.
  private var changesInWords: String {
    let count = news.values.count { $0 == .changed }
    return queuePane.filter.dependsOnChanges
      ? "\(count) changed" : "\(count) changed\(dot)is:changed shows \(count == 1 ? "it" : "them")"
  }

  /// Marks what others did, and announces it if the line at the bottom is free.
  ///
  /// `known` are the incidents that had a row before the lines.
  mutating func note(_ entries: [JournalEntry], known: Set<IncidentID>) {
    let foreign = entries.filter {
      !$0.event.isAddition && ($0.event.isObservation || $0.by != author)
    }
    var arrived: [QueueRow] = []
    var isChanged = false
    for id in Set(foreign.flatMap(\.incidents).map(book.current)) {
      guard let row = queue[id], row.turn != .closed || known.contains(id) else {
        news[id] = nil
        continue
      }
      if known.contains(id) {
        if id != selectedID {
          isChanged = true
          if news[id] == nil { news[id] = .changed }
        }
        if row.turn == .closed, news[id] == .arrived { news[id] = .changed }
      } else {
        if id != selectedID { news[id] = .arrived }
        arrived.append(row)
      }
    }
    if let sentence = approvalNews(in: foreign) {
      announce(sentence)
    } else if let first = arrived.min(by: QueueRow.precedes) {
      announceArrival(of: first, among: arrived.count)
    } else if let id = selectedID, known.contains(id),
      let entry = foreign.last(where: { $0.incidents.map(book.current).contains(id) })
    {
      let who = entry.event.isObservation ? "Defender" : entry.by.name
      let more = isChanged ? dot + changesInWords : ""
      let phrase = onOneLine(entry.phrase(titles: openedHere?.incident), of: entry)
      announce("\(id)\(dot)\(who): \(phrase)\(more)")
    } else if isChanged {
      announce(changesInWords)
    }
  }

  /// That a colleague approved what this person asked for, or asks for approval, as a sentence.
  private func approvalNews(in foreign: [JournalEntry]) -> String? {
    let key = keymap.key("view.approvals").map { "\(dot)\($0) shows it" } ?? ""
    for entry in foreign.reversed() {
      guard case .recorded(let edit) = entry.event else { continue }
      for (subject, fields) in edit.values where subject.noun == .request {
        guard let request = book.record(subject).flatMap(ApprovalRequest.init) else { continue }
        let isMine = request.by.uid == author.uid
        if isMine, fields.keys.contains(where: { $0.hasPrefix("approved/") }) {
          return "\(entry.by.name) approved: \(request.words)\(key)"
        }
        if !isMine, fields["words"] != nil {
          return "\(entry.by.name) asks for approval: \(request.words)\(key)"
        }
      }
    }
    return nil
  }

  private mutating func announceArrival(of row: QueueRow, among count: Int) {
    let isHidden = !queuePane.filter.matches(row, in: queryContext)
    let title = row.isReceived ? row.title : "details not received"
    announce(
      "\(max(count, arrivals)) new\(dot)\(row.id) \(row.severity.shortTitle) \(title)"
        + (isHidden ? " (hidden by the filter)" : ""))
  }

  /// Says what others did, but not over a sentence that was not read yet.
  mutating func announce(_ text: String) {
    let unread = notice
    if notices.last?.kind == .news { notices.removeLast() }
    say(.news, text)
    if let unread, unread.kind != .news { notice = unread }
  }

  /// Says that nothing can be recorded any more, but not over why something was not.
  mutating func becameReadOnly(_ reason: String) {
    let isNews = readOnlyReason == nil && isLoaded
    readOnlyReason = reason
    guard isNews else { return }
    let unread = notice
    say(.failure, "Read-only now. \(reason)")
    if let unread, unread.kind == .failure { notice = unread }
  }
}
