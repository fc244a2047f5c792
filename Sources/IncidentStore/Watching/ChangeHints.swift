// SPDX-License-Identifier: MIT

/// Wakes a watcher when something happens in directories.
///
/// Only a hint: it may be impossible to have, and it may lose what it should have told, but then
/// it says so.
package protocol ChangeHints: Sendable {
  /// Begins anew to watch directories; `false` if that cannot be had.
  func arm(_ directories: [String]) -> Bool
  /// Waits until something happens, at most so many milliseconds; `nil` is forever.
  func wait(milliseconds: Int32?) -> ChangeHint
  /// Ends the waiting, now and ever after; may be called from any thread.
  func stop()
}

/// What a wait for hints ended with.
package enum ChangeHint: Hashable, Sendable {
  /// Something happened in one of the directories.
  case changed
  /// Hints were lost, or will not come any more until armed anew.
  case lost
  /// The time is over.
  case nothing
  /// There is nothing to wait for any more.
  case stopped
}
