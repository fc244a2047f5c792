// SPDX-License-Identifier: MIT

import Cells

extension Registry {
  static let consoleActions: [Action] = [
    Action(
      "help", .console, "Help", hint: "help",
      help: "List what can be done here, with its keys; type to find, Enter does it.", keys: ["?"],
      scope: .everywhere,
      perform: { state in
        state.overlay = .help(ActionList())
        return []
      }),
    Action(
      "palette", .console, "Command", hint: "command",
      help: "Do anything by its name; Tab completes, Up brings back what was done before.",
      keys: [":"], scope: .everywhere, perform: { $0.openPalette() }),
    Action(
      "messages", .console, "Messages", help: "List what the bottom line said earlier.",
      keys: ["!"], scope: .everywhere,
      perform: { state in
        let lines = MessagesScreen.lines(state).count
        state.overlay = .messages(MessageList(top: max(0, lines - MessagesScreen.rows(state.size))))
        return []
      }),
    Action(
      "theme", .console, "Theme",
      help: "Change the colours: dark, light, high-contrast, mono.", keys: ["F2"],
      scope: .everywhere,
      argument: .theme, perform: { $0.use($0.theme.next) }),
    Action(
      "utc", .console, "UTC or local time",
      help: "Show times in UTC, with Z, or in local time, without it; the header says which.",
      keys: ["F4"], scope: .everywhere,
      perform: { $0.toggleLocalTime() }),
    Action(
      "mouse", .console, "Mouse",
      help: "Turn the mouse on or off: click selects, the wheel scrolls.", keys: ["F3"],
      scope: .everywhere,
      perform: { $0.toggleMouse() }),
    Action(
      "redraw", .console, "Redraw", help: "Paint the screen anew.", keys: ["Ctrl-L"],
      scope: .everywhere,
      perform: { _ in [.redraw] }),
    Action(
      "suspend", .console, "Suspend", help: "Give the terminal back to the shell; fg returns.",
      keys: ["Ctrl-Z"], scope: .everywhere, perform: { _ in [.suspend] }),
    Action(
      "quit", .console, "Quit", hint: "quit", help: "Close what is open, else leave tocsin.",
      keys: ["q"], scope: .everywhere, perform: { $0.closeOrQuit() }),
  ]
}
