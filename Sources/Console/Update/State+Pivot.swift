// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension State {
  /// The most steps from one thing to the next that can be gone back.
  static let pivotLimit = 20

  /// Why there is nothing to go to from here; `nil` if there is.
  var reasonAgainstPivoting: String? {
    guard let id = selectedID, let row = queue[id] else { return Self.nothingSelected }
    return row.entities.isEmpty
      ? "Its alerts name no device, user, file, address, technique or category." : nil
  }

  /// Lists what the incident is about, on the target of the selected response where that is known.
  mutating func openEntities() -> [Effect] {
    guard let id = selectedID, let row = queue[id] else { return [] }
    var list = EntityList(id: id, entities: row.entities)
    if focus == .responses, let response = selectedResponse,
      let full = openedHere?.incident.responses.first(where: { $0.id == response.id }),
      let target = openedHere?.incident.entity(of: full)
    {
      list.selected = row.entities.firstIndex { $0.isSame(as: target) } ?? 0
    }
    show(list)
    return []
  }

  mutating func press(_ key: Key, on list: EntityList) -> [Effect] {
    var list = list
    let step: Step
    switch key {
    case .character("j"), .down, .control("n"): step = .lines(1)
    case .character("k"), .up, .control("p"): step = .lines(-1)
    case .control("d"), .pageDown: step = .pages(1)
    case .control("u"), .pageUp: step = .pages(-1)
    case .character("g"), .home: step = .toFirst
    case .character("G"), .end: step = .toLast
    case .escape, .character("q"), .character("E"):
      overlay = nil
      return []
    case .enter: return pivot(to: list.entities[list.selected])
    default: return []
    }
    list.selected = step.place(
      from: list.selected, count: list.entities.count,
      page: EntitiesScreen.rows(size, list.entities.count))
    show(list)
    return []
  }

  /// Puts the list up; only what is on the screen is counted, so that no key waits for a long list.
  private mutating func show(_ list: EntityList) {
    var list = list
    let rows = EntitiesScreen.rows(size, list.entities.count)
    if list.selected < list.top { list.top = list.selected }
    if list.selected >= list.top + rows { list.top = list.selected - rows + 1 }
    for place in list.top..<min(list.top + rows, list.entities.count)
    where list.counts[place] == nil {
      list.counts[place] = queue.count(about: list.entities[place])
    }
    overlay = .entities(list)
  }

  private mutating func pivot(to entity: Entity) -> [Effect] {
    pivot(to: QueueFilter(about: entity))
  }

  /// Shows what a filter lets through; Esc goes back to what was shown before.
  mutating func pivot(to filter: QueueFilter) -> [Effect] {
    overlay = nil
    let board = board?.kind
    if board == nil, filter.asks(theSameAs: queuePane.filter) { return go(to: .queue) }
    forgetLeftPivots()
    pivots.append(
      Pivot(
        filter: filter, board: board, before: queuePane.filter, selection: selectedID, focus: focus,
        isZoomed: isZoomed))
    if pivots.count > Self.pivotLimit { pivots.removeFirst() }
    return go(to: .queue) + show(filter, selecting: selectedID)
  }

  /// Goes back to what was shown before; `nil` if the queue does not show what it went to.
  mutating func leavePivot() -> [Effect]? {
    forgetLeftPivots()
    guard let pivot = pivots.popLast() else { return nil }
    focus = pivot.focus
    isZoomed = pivot.isZoomed
    return show(pivot.before, selecting: pivot.selection)
      + (pivot.board.map { open($0) } ?? [])
  }

  /// Whoever asks for something else meanwhile has left the way back.
  private mutating func forgetLeftPivots() {
    if let last = pivots.last, !last.filter.asks(theSameAs: queuePane.filter) { pivots = [] }
  }
}
