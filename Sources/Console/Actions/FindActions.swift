// SPDX-License-Identifier: MIT

import Cells

extension Registry {
  private static let text: Action.Scope = .panes([.summary, .responses])

  static let findActions: [Action] = [
    Action(
      "filter", .find, "Filter", hint: "filter",
      help: "Show what answers a query: words, sev:high.., owner:me, is:any, not, or.",
      keys: ["/"], scope: .panes([.queue]), argument: .filter,
      perform: { $0.ask(.filter) }),
    Action(
      "sort", .find, "Sort", help: "Put the queue in order by a column, either way.",
      keys: ["S"], scope: .panes([.queue]), argument: .order, perform: { $0.openOrder() }),
    Action(
      "views", .find, "Views",
      help: "Choose a view: yours, unacknowledged, mine, and others that have a name.",
      keys: ["V"], scope: .panes([.queue]), perform: { $0.openViews() }),
    Action(
      "pivot", .find, "Appears in", hint: "appears in",
      help:
        "Choose a device, user, file, address, technique or category: Enter lists its incidents, Esc returns.",
      keys: ["E"], disabled: { $0.reasonAgainstPivoting }, perform: { $0.openEntities() }),
    Action(
      "search", .find, "Search", hint: "search",
      help: "Find words in this pane.",
      keys: ["/"], scope: text, argument: .search, perform: { $0.ask(.search) }),
    Action(
      "search.next", .find, "Next match",
      help: "Go to the next place where the words occur.",
      keys: ["n"], scope: text, disabled: { $0.reasonAgainstSearching },
      perform: { $0.findNext(forward: true) }),
    Action(
      "search.previous", .find, "Previous match",
      help: "Go to the place before where the words occur.",
      keys: ["N"], scope: text, disabled: { $0.reasonAgainstSearching },
      perform: { $0.findNext(forward: false) }),
  ]
}
