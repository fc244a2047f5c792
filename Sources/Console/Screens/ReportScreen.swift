// SPDX-License-Identifier: MIT

import Cells
import SafeText

/// What came of an action on many, or a line of the journal in full.
enum ReportScreen {
  static func lines(_ report: Report, _ state: State) -> [[StyledText]] {
    var page = Page(columns: Dialog.inside(state.size), isASCII: state.isASCII)
    page.paragraph(VisibleText(report.statement, .typed), .text.with(.bold))
    page.blank()
    let widest = report.facts.map { VisibleText($0.label, .indicator).width }.max() ?? 0
    let label = min(max(Page.labelColumns, widest + 2), page.columns / 3)
    for fact in report.facts {
      page.labelled(
        VisibleText(fact.label, .indicator).truncated(to: label - 1),
        fact.shown, labelColumns: label)
    }
    return page.lines
  }

  static func draw(_ report: Report, _ state: State, on grid: inout Grid) {
    LongDialog.draw(lines(report, state), top: report.top, title: report.title, on: &grid)
  }
}

extension Page {
  /// A label that is data, and a wrapped paragraph beside it.
  fileprivate mutating func labelled(
    _ label: VisibleText, _ text: VisibleText, labelColumns: Int
  ) {
    let gap = String(repeating: " ", count: max(1, labelColumns - label.width))
    var isFirst = true
    for line in text.lines {
      let parts = line.wrapped(to: max(1, columns - labelColumns))
      for part in parts.isEmpty ? [VisibleText.empty] : parts {
        let lead =
          isFirst
          ? [StyledText(label, .muted), own(gap)]
          : [own(String(repeating: " ", count: labelColumns))]
        append(lead + [StyledText(part)])
        isFirst = false
      }
    }
  }
}

extension State {
  /// Words in the footer after an action's: how many it goes to, where that is more than one.
  func count(after action: Action) -> String {
    if actsOnMarks, Registry.onMarks.contains(action.id) { return " \(marks.all.count)" }
    if focus == .responses, action.group == .response, !responsesPane.marks.isEmpty {
      return " \(responsesPane.marks.count)"
    }
    return ""
  }

  mutating func press(_ key: Key, on report: Report) {
    let count = ReportScreen.lines(report, self).count
    guard let top = scrolled(key, top: report.top, count: count) else {
      overlay = nil
      return
    }
    var report = report
    report.top = top
    overlay = .report(report)
  }

  /// Where a long overlay stands after a key; `nil` if the key closes it.
  private func scrolled(_ key: Key, top: Int, count: Int) -> Int? {
    let page = max(1, LongDialog.rows(size) - 1)
    let last = max(0, count - LongDialog.rows(size))
    let place: Int
    switch key {
    case .character("j"), .down: place = top + 1
    case .character("k"), .up: place = top - 1
    case .control("d"), .pageDown, .character(" "): place = top + page
    case .control("u"), .pageUp: place = top - page
    case .character("G"), .end: place = last
    case .character("g"), .home: place = 0
    case .escape, .character("q"), .enter: return nil
    default: return top
    }
    return min(max(0, place), last)
  }
}
