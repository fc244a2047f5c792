// SPDX-License-Identifier: MIT

import Incidents

/// Why what was typed in the dialog on top was not recorded.
struct RefusedDialog: Hashable {
  /// Why, as a sentence.
  var sentence: String
  /// When it was first on a frame that was written, in monotonic milliseconds.
  var shownAt: Int64?
}

/// A dialog whose proposal is on its way to the disk, while no key was pressed since.
struct SentDialog: Hashable {
  var proposal: Proposal
  var dialog: Overlay
}
