// SPDX-License-Identifier: MIT

/// The permissions of everything in a store.
package struct StoreModes: Hashable, Sendable {
  /// Of directories.
  package let directory: UInt32
  /// Of what everybody who may write appends to or locks.
  package let shared: UInt32
  /// Of what is written once and then only read.
  package let sealed: UInt32

  /// For one user.
  package static let personal = StoreModes(directory: 0o700, shared: 0o600, sealed: 0o600)

  /// For a group: new files inherit the group (setgid), and nobody removes or renames what is
  /// another's (sticky).
  package static let group = StoreModes(directory: 0o3770, shared: 0o660, sealed: 0o640)

  /// The permissions that go with those of the store's directory.
  package static func matching(_ root: FileStatus) -> StoreModes {
    root.mode & 0o020 != 0 ? group : personal
  }
}

/// A permission that was set, to be told to whoever made a store.
public struct PathMode: Hashable, Sendable, CustomStringConvertible {
  /// The path.
  public var path: String
  /// The permission bits.
  public var mode: UInt32

  /// The mode in octal and the path.
  public var description: String { "\(String(mode, radix: 8))  \(path)" }
}
