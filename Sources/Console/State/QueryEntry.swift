// SPDX-License-Identifier: MIT

import Cells
public import Incidents

/// What goes with a query while it is typed: what is wrong with it, what may stand at the cursor,
/// and where in the history it is.
public struct QueryEntry: Hashable, Sendable {
  /// Why the text is no query; `nil` if it is one.
  public internal(set) var error: QueryError?
  /// A value in it that nothing has, as a sentence; `nil` if there is none.
  public internal(set) var doubt: String?
  /// What may stand at the cursor; `nil` before anything was typed.
  public internal(set) var completion: QueryCompletion?
  /// Which candidate stands in the text.
  public internal(set) var chosen: Int?
  /// The text before a candidate was put in it.
  var base = TextField()
  /// The place in the history, counted from the newest; `nil` outside it.
  var historyPlace: Int?
  /// What was typed before the history was entered.
  var typed = ""
  /// The values of the field last typed, read once.
  var known: Known?

  struct Known: Hashable {
    var field: QueryField
    var vocabulary: QueryVocabulary
  }

  /// A query of which nothing was typed yet.
  public init() {}
}
