// SPDX-License-Identifier: MIT

/// A line, its hash, and where it is: from here reading can go on, if it is still there.
package struct JournalPosition: Hashable, Sendable {
  /// The line.
  package var seq: Int
  /// Its hash, 43 characters.
  package var hash: String
  /// The first line of its segment.
  package var segment: Int
  /// Its first byte in the segment.
  package var start: Int
  /// The byte after its line feed.
  package var end: Int
  /// Which line of the segment it is, from 1.
  package var lines: Int
}
