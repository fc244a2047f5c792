// SPDX-License-Identifier: MIT

/// A record of which the end has not been seen.
struct PendingRecord {
  /// The last thing read, as far as the grammar cares.
  enum Token { case open, comma, colon, string, value }

  /// A member name with a meaning for the scanner.
  enum Name { case other, list, nextLink }

  /// Its bytes so far, at most as many as the limit.
  var bytes: [UInt8] = []
  /// Where it begins.
  var position = JSONPosition(offset: 0, line: 1, column: 1)
  /// The offset of the line it begins on.
  var lineStart = 0
  /// Whether nothing stands before it on its line.
  var leadsLine = false
  /// Whether it is the rest of a page after its list, of which nothing is kept.
  var isPageTail = false

  /// Whether it is junk that was followed by a comma or a line's end.
  var isPaused = false

  /// The open brackets, outermost first, up to the depth limit.
  var brackets: [UInt8] = []
  /// How many more are open beyond the limit.
  var surplusDepth = 0

  var last = Token.open
  /// Whether the last string stands where a name does.
  var isName = false
  var name = Name.other
  var hasNextLink = false
  /// The offsets, in the input, of the last string's first and past-last byte.
  var stringStart = 0
  var stringEnd = 0
  /// The offset of the first inner brace that stands where this record's own brace stands: at the
  /// start of a line, in the same column.
  ///
  /// If the record turns out broken, the next begins there.
  var candidate: Int?
  /// The offset of the first inner brace the grammar does not want.
  ///
  /// If the input ends inside this
  /// record, the next may have begun there.
  var suspect: Int?
}
