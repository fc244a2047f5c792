// SPDX-License-Identifier: MIT

package import Incidents

/// The one door to the disk: nothing else in this module makes a system call, but for the hints
/// that something changed.
///
/// Every call that opens follows no symbolic link in the last part of a path and closes on exec;
/// every call retries when interrupted. A failure is ``StoreError/system(call:path:errno:)``.
package protocol FileSystem: Sendable {
  /// Who runs this process.
  var user: UserIdentity { get }
  /// The id of a group; `nil` if there is none of that name.
  func group(named name: String) -> UInt32?

  /// Opens what exists; never creates.
  func open(_ path: String, _ access: FileAccess) throws(StoreError) -> OpenFile
  /// Creates a file that must not exist, for appending, with exactly this mode.
  func create(_ path: String, mode: UInt32) throws(StoreError) -> OpenFile
  /// Creates a directory that must not exist, with exactly this mode.
  func makeDirectory(_ path: String, mode: UInt32) throws(StoreError)
  /// Opens what a person named as input: links are followed, pipes are read as they come.
  func openInput(_ path: String) throws(StoreError) -> OpenFile
  /// Closes.
  func close(_ file: OpenFile)

  /// What an open file is.
  func status(of file: OpenFile) throws(StoreError) -> FileStatus
  /// What stands at a path; a symbolic link is not followed. `nil` if nothing.
  func status(at path: String) throws(StoreError) -> FileStatus?
  /// The names in a directory, in no order, without `.` and `..`.
  func names(in path: String) throws(StoreError) -> [String]

  /// Up to so many bytes from a place; fewer only at the end.
  func read(_ file: OpenFile, at offset: Int, count: Int) throws(StoreError) -> [UInt8]
  /// The next bytes of an input, at most so many; none at its end.
  func readNext(_ file: OpenFile, count: Int) throws(StoreError) -> [UInt8]
  /// Appends all the bytes, going on after a short write.
  func append(_ bytes: [UInt8], to file: OpenFile) throws(StoreError)
  /// Replaces the content with a few bytes, in place and unsynced: for the lock's holder only.
  func overwrite(_ file: OpenFile, with bytes: [UInt8]) throws(StoreError)

  /// Flushes a file's data and what is needed to find it.
  func syncData(_ file: OpenFile) throws(StoreError)
  /// Flushes a file or directory.
  func sync(_ file: OpenFile) throws(StoreError)
  /// Flushes everything of the file system a file is on.
  func syncAll(_ file: OpenFile) throws(StoreError)

  /// Moves a file over another.
  func rename(_ path: String, to target: String) throws(StoreError)
  /// Removes a file.
  func remove(_ path: String) throws(StoreError)
  /// Sets the mode.
  func setMode(_ mode: UInt32, of file: OpenFile) throws(StoreError)
  /// Sets the group.
  func setGroup(_ group: UInt32, of file: OpenFile) throws(StoreError)

  /// Takes an exclusive lock on one byte; `false` if somebody else holds it.
  func lock(_ file: OpenFile, _ byte: LockByte) throws(StoreError) -> Bool
  /// Releases it.
  func unlock(_ file: OpenFile, _ byte: LockByte)
  /// Whether somebody else holds it.
  func isLocked(_ file: OpenFile, _ byte: LockByte) -> Bool

  /// The magic number of the file system a file is on; 0 if it cannot be told.
  func magic(of file: OpenFile) -> UInt64
  /// Waits so many microseconds.
  func pause(microseconds: UInt32)
  /// Keeps this thread from being stopped (SIGTSTP) while the body runs; the signal waits.
  func withStopsHeld<Result>(
    _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result
}

/// An open file or directory.
package struct OpenFile: Hashable, Sendable {
  /// The descriptor.
  package let descriptor: Int32
  /// The path it was opened by, for messages.
  package let path: String

  /// Makes one.
  package init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }
}

/// How an existing file is opened.
package enum FileAccess: Hashable, Sendable {
  /// To read.
  case read
  /// To read, and to write at the end.
  case append
  /// To read and write.
  case write
  /// A directory.
  case directory
}

/// What a file is.
package struct FileStatus: Hashable, Sendable {
  /// The kinds that matter here.
  package enum Kind: Hashable, Sendable { case regular, directory, symbolicLink, other }

  /// Its kind.
  package var kind: Kind
  /// Permission bits, with setuid, setgid and sticky.
  package var mode: UInt32
  /// The owner's user id.
  package var owner: UInt32
  /// The group id.
  package var group: UInt32
  /// How many names it has.
  package var links: Int
  /// Its size in bytes.
  package var size: Int
  /// When its content last changed.
  package var modifiedAt: Timestamp
  /// Its number on its device.
  package var inode: UInt64
  /// The number of the device it is on.
  package var device: UInt64

  /// Makes a status.
  package init(
    kind: Kind, mode: UInt32, owner: UInt32, group: UInt32, links: Int, size: Int,
    modifiedAt: Timestamp, inode: UInt64 = 0, device: UInt64 = 0
  ) {
    self.kind = kind
    self.mode = mode
    self.owner = owner
    self.group = group
    self.links = links
    self.size = size
    self.modifiedAt = modifiedAt
    self.inode = inode
    self.device = device
  }
}

/// Who runs a process.
package struct UserIdentity: Hashable, Sendable {
  /// The effective user id.
  package var uid: UInt32
  /// The effective and supplementary group ids.
  package var groups: Set<UInt32>

  /// Makes an identity.
  package init(uid: UInt32, groups: Set<UInt32>) {
    self.uid = uid
    self.groups = groups
  }
}

/// What the bytes of the lock file stand for.
package enum LockByte: Int64, Hashable, Sendable {
  /// Writing to the journal.
  case commit = 0
  /// Building the index.
  case snapshot = 1
  /// Held until exit by a process that could not flush and could not even leave a marker.
  case poison = 4
}
