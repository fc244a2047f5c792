// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension State {
  /// The lines of a question on the screen as it is now.
  func layout(of question: Confirmation) -> ConfirmLayout {
    if let known = question.layout, known.size == size, known.isASCII == isASCII { return known }
    return ConfirmLayout(question, self)
  }

  /// Lays a question out once, not with every frame: it may name thousands.
  mutating func arrangeQuestion() {
    guard case .confirm(var question) = overlay else { return }
    if let known = question.layout, known.size == size, known.isASCII == isASCII { return }
    guard !Frame(self).isTooSmall else { return }
    question.layout = ConfirmLayout(question, self)
    overlay = .confirm(question)
  }

  /// A question stands otherwise on a screen of another size, so it is read from its beginning.
  mutating func showQuestionAnew() {
    guard case .confirm(var question) = overlay else { return }
    question.beginAnew()
    overlay = .confirm(question)
  }

  /// Takes note of what of a question was on a frame that was written.
  mutating func noteShownQuestion(at: Int64) {
    guard case .confirm(var question) = overlay, !Frame(self).isTooSmall else { return }
    let layout = layout(of: question)
    question.shownAt = question.shownAt ?? at
    question.seen = layout.seen(question)
    if layout.isRead(question) { question.readAt = question.readAt ?? at }
    overlay = .confirm(question)
  }

  mutating func press(_ key: Key, on question: Confirmation, at: Int64) -> [Effect] {
    // A key typed before the question could be read is no answer to it.
    guard let shownAt = question.shownAt, at - shownAt >= Confirmation.deadTime else { return [] }
    let isRead = question.readAt.map { at - $0 >= Confirmation.deadTime } ?? false
    if scroll(question, key) { return [] }
    var question = question
    switch (key, question.target) {
    case (.escape, _):
      overlay = nil
      say(.info, "Nothing was recorded.")
    case (.enter, let target?) where isRead:
      overlay = nil
      if question.field.text == target { return commit(question) }
      say(.info, "That is not \(target): nothing was recorded.")
    case (.enter, _?): break
    case (_, _?):
      _ = question.field.handle(.key(key))
      overlay = .confirm(question)
    case (.character("y"), nil):
      guard isRead else { return [] }
      overlay = nil
      return commit(question)
    case (.enter, nil), (.character(" "), nil), (.character("n"), nil), (.character("q"), nil):
      overlay = nil
      say(.info, "Nothing was recorded.")
    default: break
    }
    return []
  }

  /// Scrolls a question that does not fit the screen; letters do so where none are typed.
  private mutating func scroll(_ question: Confirmation, _ key: Key) -> Bool {
    let layout = layout(of: question)
    let page = max(1, layout.rows - 1)
    let top = layout.shown(question).lowerBound
    let isTyped = question.target != nil
    let place: Int
    switch key {
    case .down: place = top + 1
    case .up: place = top - 1
    case .pageDown: place = top + page
    case .pageUp: place = top - page
    case .character("j") where !isTyped: place = top + 1
    case .character("k") where !isTyped: place = top - 1
    case .control("d") where !isTyped: place = top + page
    case .control("u") where !isTyped: place = top - page
    case .home where !isTyped, .character("g") where !isTyped: place = 0
    case .end where !isTyped, .character("G") where !isTyped: place = layout.lastTop
    default: return false
    }
    var question = question
    question.top = min(max(0, place), layout.lastTop)
    overlay = .confirm(question)
    return true
  }
}
