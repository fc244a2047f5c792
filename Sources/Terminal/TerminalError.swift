// SPDX-License-Identifier: MIT

/// Why the terminal could not be taken.
public enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// This process has one open already.
  case alreadyOpen
  /// Neither the standard streams nor `/dev/tty` is a terminal.
  case noTerminal
  /// `TERM` names a terminal that cannot place its cursor.
  case cannotPlaceCursor(term: String)
  /// Neither `TERM` nor a common substitute is in the terminfo database.
  case unknownTerminal(term: String)
  /// Curses refused without saying why.
  case refused(term: String)

  /// What happened and what to do next, in a sentence.
  public var description: String {
    switch self {
    case .alreadyOpen:
      "The terminal is already in use by this process."
    case .noTerminal:
      "There is no terminal to draw on; the commands (list, show, …) work without one."
    case .cannotPlaceCursor(let term):
      "The terminal '\(term)' cannot place its cursor; the commands (list, show, …) work on it."
    case .unknownTerminal(let term):
      "The terminal '\(term)' is not known here, nor is xterm; set TERM or install terminfo."
    case .refused(let term):
      "The terminal '\(term)' could not be set up; try another value of TERM."
    }
  }
}
