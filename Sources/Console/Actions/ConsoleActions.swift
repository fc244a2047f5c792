// SPDX-License-Identifier: MIT

import Cells

extension Registry {
  static let consoleActions: [Action] = [
    Action(
      "help", .console, "Help", hint: "help",
      help: "List every key that does something here.", keys: ["?"],
      perform: { state in
        state.overlay = .help(top: 0)
        return []
      }),
    Action(
      "messages", .console, "Messages", help: "List what the bottom line said earlier.",
      keys: ["!"],
      perform: { state in
        let lines = MessagesScreen.lines(state).count
        state.overlay = .messages(top: max(0, lines - HelpScreen.rows(state.size)))
        return []
      }),
    Action(
      "theme", .console, "Theme",
      help: "Change the colours: dark, light, high-contrast, mono.", keys: ["F2"],
      perform: { state in
        state.theme = state.theme.next
        state.say(.info, "Theme: \(state.theme.rawValue).")
        return []
      }),
    Action(
      "mouse", .console, "Mouse",
      help: "Turn the mouse on or off: click selects, the wheel scrolls.", keys: ["F3"],
      perform: { $0.toggleMouse() }),
    Action(
      "redraw", .console, "Redraw", help: "Paint the screen anew.", keys: ["Ctrl-L"],
      perform: { _ in [.redraw] }),
    Action(
      "suspend", .console, "Suspend", help: "Give the terminal back to the shell; fg returns.",
      keys: ["Ctrl-Z"], perform: { _ in [.suspend] }),
    Action(
      "quit", .console, "Quit", hint: "quit", help: "Close what is open, else leave tocsin.",
      keys: ["q"], perform: { $0.closeOrQuit() }),
  ]
}
