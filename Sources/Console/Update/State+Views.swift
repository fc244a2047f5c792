// SPDX-License-Identifier: MIT

import Cells
import Incidents

extension State {
  /// The named views: everybody's, then those of the configuration.
  var views: [SavedView] { SavedView.builtIn + savedViews }

  /// The name of the view that is shown; `nil` if the filter is none of them.
  var viewName: String? {
    guard !queuePane.filter.isEmpty else { return nil }
    return views.first { filter(of: $0)?.asks(theSameAs: queuePane.filter) ?? false }?.name
  }

  private func filter(of view: SavedView) -> QueueFilter? {
    try? QueueFilter(view.query, in: queryDialect)
  }

  /// Opens the menu of views, on the one that is shown.
  mutating func openViews() -> [Effect] {
    let shown = views.firstIndex { filter(of: $0)?.asks(theSameAs: queuePane.filter) ?? false }
    overlay = .views(selected: shown ?? 0)
    return []
  }

  mutating func pressOnViews(_ key: Key, _ selected: Int) -> [Effect] {
    let count = views.count
    switch key {
    case .character("j"), .down: overlay = .views(selected: (selected + 1) % count)
    case .character("k"), .up: overlay = .views(selected: (selected + count - 1) % count)
    case .home: overlay = .views(selected: 0)
    case .end: overlay = .views(selected: count - 1)
    case .enter: return pick(selected)
    case .character("1"..."9"):
      guard case .character(let digit) = key, Int(digit.value) - 0x31 < count else { break }
      return pick(Int(digit.value) - 0x31)
    case .escape, .character("q"), .character("V"): overlay = nil
    default: break
    }
    return []
  }

  private mutating func pick(_ place: Int) -> [Effect] {
    let view = views[place]
    do throws(QueryError) {
      let filter = try QueueFilter(view.query, in: queryDialect)
      overlay = nil
      return show(filter)
    } catch {
      overlay = .views(selected: place)
      say(.failure, "View \(view.name): \(error.sentence)")
      return []
    }
  }
}
