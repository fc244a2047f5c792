// SPDX-License-Identifier: MIT

import Incidents

extension State {
  /// Marks the selected row or takes its mark off, and goes on to the next.
  mutating func toggleMark() -> [Effect] {
    if focus == .responses { return toggleResponseMark() }
    guard let id = selectedID else { return [] }
    if marks.range != nil {
      settleRange()
    } else if marks.ids.contains(id) {
      marks.ids.remove(id)
    } else if marks.ids.count < Marks.limit {
      marks.ids.insert(id)
    } else {
      say(.info, "\(Marks.limit) are marked, as many as one action takes: narrow the filter.")
      return []
    }
    countMarks()
    return move(by: .lines(1))
  }

  /// Begins a range at the selected row, or marks what it holds.
  mutating func toggleRange() -> [Effect] {
    if marks.range != nil {
      settleRange()
      say(.info, marksInWords)
    } else if let id = selectedID {
      marks.range = MarkedRange(anchor: id, ids: [id])
      let ways = [wayBack("mark.range", "marks it."), wayBack("back", "cancels.")]
      let end = ways.compactMap(\.self).joined(separator: " ")
      say(.info, "A range begins here: move to stretch it. \(end)")
    }
    return []
  }

  /// Stretches the range to a place among the shown rows; `false` if it would be too long.
  mutating func stretchRange(to place: Int) -> Bool {
    guard let range = marks.range else { return true }
    let shown = queuePane.shown
    guard let start = shown.place(of: range.anchor) else {
      // Where it began is gone: what it held is marked, and it ends.
      settleRange()
      return true
    }
    let places = min(start, place)...max(start, place)
    guard places.count <= Marks.limit else {
      say(.info, "A range of \(places.count) is too long for one action: narrow the filter.")
      return false
    }
    let ids = Set(places.map { shown[$0] })
    guard marks.ids.union(ids).count <= Marks.limit else {
      say(.info, "More than \(Marks.limit) would be marked: narrow the filter.")
      return false
    }
    marks.range?.ids = ids
    return true
  }

  /// Marks what the range holds, and ends it.
  mutating func settleRange() {
    guard let range = marks.range else { return }
    marks.range = nil
    marks.ids.formUnion(range.ids)
    countMarks()
  }

  /// Forgets the range; what was marked before it stays so.
  mutating func cancelRange() {
    marks.range = nil
    say(.info, "No range. \(marksInWords)")
  }

  /// Marks every shown row; where all are marked already, takes their marks off.
  mutating func markShown() -> [Effect] {
    if focus == .responses { return markResponses() }
    let shown = queuePane.shown
    guard shown.count <= Marks.limit else {
      say(
        .info,
        "\(shown.count) are shown; one action takes at most \(Marks.limit): narrow the filter.")
      return []
    }
    settleRange()
    let ids = Set(shown)
    if ids.isSubset(of: marks.ids) {
      marks.ids.subtract(ids)
      countMarks()
      say(.info, "Took the marks off the \(ids.count) shown. \(marksInWords)")
    } else if marks.ids.union(ids).count <= Marks.limit {
      marks.ids.formUnion(ids)
      countMarks()
      say(.info, "Marked the \(ids.count) shown. \(marksInWords)")
    } else {
      say(.info, "More than \(Marks.limit) would be marked: narrow the filter.")
    }
    return []
  }

  /// Takes every mark off, of shown and hidden rows alike.
  mutating func clearMarks() -> [Effect] {
    if focus == .responses {
      responsesPane.marks = []
      say(.info, "No response is marked any more.")
      return []
    }
    let count = marks.all.count
    say(
      .info,
      "Took \(count) marks off"
        + (marks.hidden > 0 ? ", \(marks.hidden) of them hidden by the filter." : "."))
    marks = Marks()
    return []
  }

  /// How many are marked, as a sentence.
  private var marksInWords: String {
    marks.isEmpty ? "Nothing is marked." : "\(markCount)."
  }

  /// How many are marked: "12 marked, 3 hidden".
  var markCount: String {
    (marks.range == nil ? "" : "range, ") + "\(marks.all.count) marked"
      + (marks.hidden > 0 ? ", \(marks.hidden) hidden" : "")
  }

  /// Counts the hidden marks anew, and moves those of merged incidents to what took over.
  mutating func countMarks() {
    guard !marks.ids.isEmpty || marks.range != nil else {
      marks.hidden = 0
      return
    }
    let hidden = marks.ids.filter { queuePane.shown.place(of: $0) == nil }
    let gone = hidden.filter { queue.place(of: $0) == nil }
    marks.hidden = hidden.count
    if let range = marks.range {
      marks.range?.ids = range.ids.filter { queue.place(of: $0) != nil }
    }
    if !gone.isEmpty { carryMarks(of: gone.sorted()) }
  }

  private mutating func carryMarks(of gone: [IncidentID]) {
    var moved: [String] = []
    var dropped: [String] = []
    for id in gone {
      marks.ids.remove(id)
      let target = book.current(id)
      if target != id, queue.place(of: target) != nil {
        marks.ids.insert(target)
        moved.append("\(id) went to \(target)")
      } else {
        dropped.append(id.text)
      }
    }
    marks.hidden = marks.ids.count { queuePane.shown.place(of: $0) == nil }
    let parts = [
      moved.isEmpty ? nil : "Merged, so its mark moved: \(moved.joined(separator: ", ")).",
      dropped.isEmpty
        ? nil
        : "No longer in the queue, so not marked: "
          + dropped.joined(separator: ", ") + ".",
    ]
    let unread = notice
    say(.info, parts.compactMap(\.self).joined(separator: " "))
    if let unread, unread.kind != .news { notice = unread }
  }
}
