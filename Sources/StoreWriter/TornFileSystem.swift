// SPDX-License-Identifier: MIT

import Glibc
import IncidentStore
import TestSupport

/// The disk of a process that may end in the middle of a write to the journal, or between the
/// write and the flush.
struct TornFileSystem: ForwardingFileSystem {
  let disk: any FileSystem = PosixFileSystem()
  /// One in how many writes to the journal ends the process; 0 for none.
  var rate = 0
  /// Called before each flush of the journal.
  var beforeFlush: @Sendable () -> Void = {}

  private func strikes() -> Bool { rate > 0 && Int.random(in: 0..<rate) == 0 }

  private func isJournal(_ file: OpenFile) -> Bool { file.path.hasSuffix(".ndjson") }

  func append(_ bytes: [UInt8], to file: OpenFile) throws(StoreError) {
    if isJournal(file), strikes() {
      // Anything from nothing to all but the line feed, and sometimes that too.
      try disk.append(Array(bytes.prefix(Int.random(in: 0...bytes.count))), to: file)
      kill(getpid(), SIGKILL)
    }
    try disk.append(bytes, to: file)
  }

  func syncData(_ file: OpenFile) throws(StoreError) {
    if isJournal(file) { beforeFlush() }
    if isJournal(file), strikes() { kill(getpid(), SIGKILL) }
    try disk.syncData(file)
  }

}
