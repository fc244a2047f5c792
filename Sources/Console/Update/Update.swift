// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension State {
  /// Takes over what happened, and says what must be done about it.
  ///
  /// This is the only place where the state changes.
  public mutating func update(_ message: Message) -> [Effect] {
    let before = (selectedID, drafts)
    let effects = react(to: message) + trail(after: message, selectedBefore: before.0)
    noteLook()
    takeHeldConfiguration()
    let held = holdsNews ? [] : takeHeldNews()
    arrangeTimeline()
    arrangeQuestion()
    return effects + held + draftEffects(since: before.1)
  }

  private mutating func react(to message: Message) -> [Effect] {
    switch message {
    case .key(let key, let at): return press(key, at: at)
    case .keyAhead(let key, let at): return typeAhead(key) ? [] : press(key, at: at)
    case .pasted(let text): return paste(text)
    case .mouse(let mouse): return take(mouse)
    case .resized(let size):
      // A question that is not on the screen takes no answer, nor just after it is again.
      if size != self.size { showQuestionAnew() }
      self.size = size
      keepSelectionVisible()
      keepBoardVisible()
      return []
    case .ticked(let now):
      self.now = now
      let effects = wakeSnoozed()
      refreshByTime()
      ageBoard()
      return effects + keepLooks()
    case .settled: return []
    case .painted(let at):
      trail.painted = scene
      noteShownQuestion(at: at)
      noteShownRefusal(at: at)
      return []
    case .journalGrew(let entries): return receive(entries)
    case .loaded(let book, let queue, let isWhole):
      return receive(HeldBook(book: book, queue: queue, isWhole: isWhole))
    case .reading(let reading):
      self.reading = reading
      return []
    case .imported(let at, let unread):
      dataAsOf = at
      unreadRecords = unread
      return []
    case .opened(let id, let opened):
      guard id == selectedID else { return [] }
      var opened = opened
      opened?.markUndone(in: book)
      if holdsNews, self.opened != nil {
        isDocumentHeld = true
      } else {
        self.opened = opened
      }
      return []
    case .configured(let configuration):
      receive(configuration)
      return []
    case .openFailed(let id, let sentence):
      if id == selectedID { opened = nil }
      say(.failure, sentence)
      return []
    case .historyRead(let query, let page):
      return take(page, of: query)
    case .committed(let proposal, let judgement, let entry):
      return finish(proposal, judgement, entry)
    case .commitFailed(let proposal, let sentence):
      pendingCommits -= 1
      _ = takeRun(of: proposal)
      say(.failure, sentence)
      return []
    case .becameReadOnly(let reason):
      becameReadOnly(reason)
      return []
    case .becameWritable:
      if readOnlyReason != nil { say(.info, "The store can be written again.") }
      readOnlyReason = nil
      return []
    case .surveyed(let documents):
      return take(surveyed: documents)
    case .figured(let kind, let figures):
      return take(kind, figures)
    case .copied(let name, let failure):
      say(
        failure == nil ? .info : .failure,
        failure ?? "Sent \(name) to the terminal's clipboard, if it takes it.")
      return []
    case .draftsFound(let found):
      take(found)
      return []
    case .lookedBefore(let looks, let entries):
      take(looks, entries)
      return takeOrder(of: looks)
    case .edited(let outcome):
      take(outcome)
      return []
    case .noticed(let kind, let text):
      say(kind, text)
      return []
    }
  }

  /// Puts a sentence on the line at the bottom and among the messages.
  mutating func say(_ kind: Notice.Kind, _ text: String) {
    let notice = Notice(kind: kind, text: text, at: now)
    self.notice = notice
    notices.append(notice)
    if notices.count > Self.noticeLimit { notices.removeFirst() }
  }

  /// The most earlier notices kept.
  static let noticeLimit = 500
}
