// SPDX-License-Identifier: MIT

private import CFileSystem

/// Does what stops this process (Control-Z) at a moment when none of its threads holds a lock of a
/// store: a stopped holder would keep everybody else out.
///
/// It waits for the lock's limit and a flush at most.
public func whileNoStoreIsLocked(_ body: () -> Void) {
  cfs_begin_stop()
  defer { cfs_end_stop() }
  body()
}
