// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension State {
  /// Asks by which column the queue is to be in order.
  mutating func openOrder() -> [Effect] {
    let place = QueueOrder.Column.allCases.firstIndex(of: queuePane.order.column) ?? 0
    overlay = .order(selected: place)
    return []
  }

  /// What a key does in the sort menu.
  mutating func press(_ key: Key, onOrder selected: Int) -> [Effect] {
    let columns = QueueOrder.Column.allCases
    let step: Step
    switch key {
    case .character("j"), .down, .control("n"): step = .lines(1)
    case .character("k"), .up, .control("p"): step = .lines(-1)
    case .control("d"), .pageDown: step = .pages(1)
    case .control("u"), .pageUp: step = .pages(-1)
    case .character("g"), .home: step = .toFirst
    case .character("G"), .end: step = .toLast
    case .escape, .character("q"):
      overlay = nil
      return []
    case .enter, .character(" "):
      overlay = nil
      return sort(by: columns[selected])
    case .character(let scalar):
      guard let column = columns.first(where: { $0.key == scalar }) else { return [] }
      overlay = nil
      return sort(by: column)
    default: return []
    }
    overlay = .order(
      selected: step.place(from: selected, count: columns.count, page: columns.count))
    return []
  }

  /// Puts the queue in order by a column; by the one it is in order by, the other way round.
  mutating func sort(by column: QueueOrder.Column) -> [Effect] {
    let isSame = column == queuePane.order.column && column != .triage
    order(by: QueueOrder(column, isReversed: isSame && !queuePane.order.isReversed))
    queuePane.followsTop = false
    looks.order = queuePane.order
    say(.info, "Sorted by \(queuePane.order.title).")
    return []
  }

  private mutating func order(by order: QueueOrder) {
    queuePane.order = order
    queuePane.shown = OrderedQueue(queuePane.shown.rows, order, after: queuePane.shown)
    keepSelectionVisible()
  }

  /// Takes over the order an earlier console left the queue in, unless another was chosen since.
  mutating func takeOrder(of found: Looks) -> [Effect] {
    guard looks.order == nil, let order = found.order else { return [] }
    looks.order = order
    guard order != queuePane.order else { return [] }
    let before = selectedID
    self.order(by: order)
    if !queuePane.isTouched { queuePane.selection = queuePane.shown.first ?? before }
    keepSelectionVisible()
    return selectionChanged(from: before)
  }
}

extension QueueOrder.Column {
  /// The key in the menu.
  var key: Unicode.Scalar {
    switch self {
    case .triage: "t"
    case .due: "e"
    case .waiting: "w"
    case .severity: "s"
    case .updated: "u"
    case .created: "c"
    case .owner: "o"
    case .title: "i"
    case .id: "d"
    case .responses: "r"
    }
  }
}
