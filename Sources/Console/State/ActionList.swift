// SPDX-License-Identifier: MIT

public import Cells

/// A list narrowed by typing, of which one row is selected: the help, and the palette.
public struct ActionList: Hashable, Sendable {
  /// What was typed.
  public internal(set) var field = TextField()
  /// The place of the selected row; `nil` while the typed text itself stands for itself.
  public internal(set) var place: Int? = 0
  /// The first line on screen.
  public internal(set) var top = 0
  /// How far back in what was run before the text comes from; `nil` if it was typed.
  var recalled: Int?

  /// A list with something typed.
  init(_ text: String = "") { field = TextField(text) }
}

/// Earlier notices, and what is searched for in them.
public struct MessageList: Hashable, Sendable {
  /// The first line on screen.
  public internal(set) var top: Int
  /// What is searched for.
  public internal(set) var search = ""
  /// What is being typed to search for, if anything.
  public internal(set) var field: TextField?
  /// What came of the last search; not a notice, because those are what is searched.
  public internal(set) var said: String?
  /// The line found last.
  var found: Int?
}
