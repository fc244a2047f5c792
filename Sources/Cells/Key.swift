// SPDX-License-Identifier: MIT

/// A key as the terminal driver decodes it.
public enum Key: Hashable, Sendable {
  /// A printable scalar, the space bar included.
  case character(Unicode.Scalar)
  /// A letter with Control held, lower case: Control-D is `.control("d")`.
  case control(Unicode.Scalar)
  /// A function key, from 1.
  case function(Int)
  /// Return or Enter.
  case enter
  /// A lone Escape.
  case escape
  /// Tab.
  case tab
  /// Shift-Tab.
  case backtab
  /// Backspace, whether the terminal sends BS or DEL.
  case backspace
  /// Delete (forward).
  case delete
  /// Insert.
  case insert
  /// Arrow up.
  case up
  /// Arrow down.
  case down
  /// Arrow left.
  case left
  /// Arrow right.
  case right
  /// Home.
  case home
  /// End.
  case end
  /// Page up.
  case pageUp
  /// Page down.
  case pageDown
}

/// Anything the terminal reports.
public enum InputEvent: Hashable, Sendable {
  /// A key.
  case key(Key)
  /// A bracketed paste, whole; never a command or an answer.
  case paste(String)
  /// The mouse was used, while it is on.
  case mouse(Mouse)
  /// The terminal has a new size.
  case resized(Size)
}
