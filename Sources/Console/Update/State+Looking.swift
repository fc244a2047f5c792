// SPDX-License-Identifier: MIT

public import Incidents

extension State {
  /// What is to be remembered of what was looked at; `nil` while what an earlier console knew is
  /// not at hand, and would be lost.
  public var remembered: Looks? {
    guard keptLooks != nil, isLoaded else { return nil }
    var looks = looks
    looks.told = Look(seq: book.seq, at: now)
    looks.unread = news
    if let visit, visit.isLook { looks.last[visit.id] = Look(seq: book.seq, at: now) }
    return looks.bounded
  }

  /// Keeps what was looked at, if there is more to it than the time of day.
  mutating func keepLooks() -> [Effect] {
    guard let remembered, let kept = keptLooks else { return [] }
    var looks = looks
    looks.told = Look(seq: book.seq, at: Timestamp(milliseconds: 0))
    looks.unread = news
    guard looks != kept else { return [] }
    keptLooks = looks
    return [.keepLooks(remembered)]
  }

  /// The stay at one incident ends, and at another begins.
  mutating func visitSelection() {
    if let visit, visit.isLook { looks.last[visit.id] = Look(seq: book.seq, at: now) }
    visit = selectedID.map { Visit(id: $0, before: looks.last[$0]) }
  }

  /// What is selected while no key comes is looked at.
  mutating func noteLook() {
    guard !trail.isMoving, visit?.isLook == false, isLoaded else { return }
    visit?.isLook = true
  }

  /// What became of the selected incident since it was last looked at; `nil` if nothing did.
  var changesSinceLook: (look: Look, changes: ChangesSince)? {
    guard let visit, visit.id == selectedID, let look = visit.before, let opened = openedHere
    else { return nil }
    let changes = ChangesSince(
      look.seq, in: opened.history, for: author, titles: opened.incident)
    return changes.phrases.isEmpty ? nil : (look, changes)
  }

  /// Takes over what was remembered, and marks what others did since.
  mutating func take(_ found: Looks, _ entries: [JournalEntry]) {
    keptLooks = found
    looks.last = found.last.merging(looks.last) { $0.seq > $1.seq ? $0 : $1 }
    if let id = visit?.id { visit?.before = looks.last[id] }
    guard let told = found.told else { return }
    var unread = found.unread
    for entry in entries where !entry.event.isAddition {
      if !entry.event.isObservation && entry.by == author { continue }
      let isFirst = entry.isFirstObservation
      for id in Set(entry.incidents.map(book.current)) where (found.last[id]?.seq ?? 0) < entry.seq
      {
        if isFirst { unread[id] = .arrived } else if unread[id] == nil { unread[id] = .changed }
      }
    }
    var count = 0
    for (id, what) in unread where news[id] == nil && id != selectedID {
      guard let row = queue[id] else { continue }
      let isOpen = row.turn != .closed
      if what == .arrived && !isOpen { continue }
      news[id] = what
      if isOpen { count += 1 }
    }
    refreshByChanges(from: queuePane.place)
    if count > 0 {
      announce("\(count) changed since \(times.dayAndTime(told.at))\(dot)is:changed shows them")
    }
  }
}

extension JournalEntry {
  /// Whether the service says something of an incident for the first time.
  fileprivate var isFirstObservation: Bool {
    guard case .observed(let observation) = event else { return false }
    return observation.isReceived.map { $0.old == nil } ?? false
  }
}
