// SPDX-License-Identifier: MIT

import TestSupport

@testable import IncidentStore

/// The disk as a certain user sees it in a group's store, where a file of approval belongs to whom
/// its name says, unless it was forged by somebody else.
struct OneOfTwoUsers: ForwardingFileSystem {
  let uid: UInt32
  var forger: UInt32?
  let disk: any FileSystem = PosixFileSystem()

  var user: UserIdentity { UserIdentity(uid: uid, groups: disk.user.groups) }

  func status(of file: OpenFile) throws(StoreError) -> FileStatus {
    described(try disk.status(of: file), file.path)
  }

  func status(at path: String) throws(StoreError) -> FileStatus? {
    try disk.status(at: path).map { described($0, path) }
  }

  private func described(_ status: FileStatus, _ path: String) -> FileStatus {
    var status = status
    if status.kind == .directory { status.mode |= 0o020 }
    if path.contains("/approvals/") {
      let parts = path.split(separator: ".")
      status.owner = forger ?? parts.dropLast().last.flatMap { UInt32($0) } ?? uid
    }
    return status
  }
}
