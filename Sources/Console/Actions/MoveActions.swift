// SPDX-License-Identifier: MIT

import Cells

extension Registry {
  static let moveActions: [Action] = [
    Action(
      "down", .move, "Down", help: "Go one row or line down.", keys: ["j", "Down"],
      scope: .everywhere,
      perform: { $0.move(by: .lines(1)) }),
    Action(
      "up", .move, "Up", help: "Go one row or line up.", keys: ["k", "Up"], scope: .everywhere,
      perform: { $0.move(by: .lines(-1)) }),
    Action(
      "page.down", .move, "Page down", help: "Go most of a page down.",
      keys: ["Ctrl-D", "PgDn"], scope: .everywhere, perform: { $0.move(by: .pages(1)) }),
    Action(
      "page.up", .move, "Page up", help: "Go most of a page up.", keys: ["Ctrl-U", "PgUp"],
      scope: .everywhere,
      perform: { $0.move(by: .pages(-1)) }),
    Action(
      "first", .move, "First", help: "Go to the first row or line.", keys: ["g g", "Home"],
      scope: .everywhere,
      perform: { $0.move(by: .toFirst) }),
    Action(
      "last", .move, "Last", help: "Go to the last row or line.", keys: ["G", "End"],
      scope: .everywhere,
      perform: { $0.move(by: .toLast) }),
    Action(
      "open", .move, "Open", hint: "open",
      help: "Read the selected incident on the whole screen.",
      keys: ["Enter"], scope: .panes([.queue]),
      disabled: { $0.selectedID == nil ? State.nothingSelected : nil },
      perform: { state in
        state.focus = .summary
        state.isZoomed = true
        return []
      }),
    Action(
      "zoom", .move, "Zoom", hint: "zoom",
      help: "Give this pane the whole screen, or take it back.",
      keys: ["Enter"], scope: .panes([.summary, .responses]),
      perform: { state in
        state.isZoomed.toggle()
        state.keepSelectionVisible()
        return []
      }),
    Action(
      "back", .move, "Back",
      help: "Go one step back: unzoom, then the queue, then clear the filter. Never quits.",
      keys: ["Esc"], scope: .everywhere, perform: { $0.goBack() }),
    Action(
      "goto", .move, "Open incident", help: "Go to an incident by its id and read it.",
      scope: .everywhere,
      argument: .incident, perform: { $0.openPalette("open ") }),
    Action(
      "pane.queue", .move, "Queue", hint: "queue", help: "Go to the queue.",
      keys: ["1"], scope: .everywhere, perform: { $0.go(to: .queue) }),
    Action(
      "pane.summary", .move, "Summary", hint: "summary", help: "Go to the summary.",
      keys: ["2"], scope: .everywhere, perform: { $0.go(to: .summary) }),
    Action(
      "pane.responses", .move, "Responses", hint: "responses", help: "Go to the responses.",
      keys: ["3"], scope: .everywhere, perform: { $0.go(to: .responses) }),
    Action(
      "pane.next", .move, "Next pane", help: "Go to the next pane.", keys: ["Tab"],
      perform: { $0.go(to: $0.neighbour(1)) }),
    Action(
      "pane.previous", .move, "Previous pane", help: "Go to the pane before.",
      keys: ["Shift-Tab"], perform: { $0.go(to: $0.neighbour(-1)) }),
    Action(
      "tab.next", .move, "Next tab", hint: "tabs",
      help: "Show the next tab: Summary, Alerts, Evidence, Timeline, Notes.",
      keys: ["l", "Right"], argument: .tab, perform: { $0.turnTab(by: 1) }),
    Action(
      "tab.previous", .move, "Previous tab", help: "Show the tab before.",
      keys: ["h", "Left"], perform: { $0.turnTab(by: -1) }),
  ]
}
