// SPDX-License-Identifier: MIT

/// That the selected row went to another place with a line of the journal: the selection goes with
/// it, so the next row is not the one that stood below.
struct MovedRow: Hashable {
  /// The line.
  var seq: Int
  /// Its place now, from 0.
  var place: Int
  /// How many rows there are.
  var count: Int

  /// Where it is, as the title counts.
  var words: String { "now row \(place + 1) of \(count)" }
}
