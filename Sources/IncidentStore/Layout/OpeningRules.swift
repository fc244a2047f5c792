// SPDX-License-Identifier: MIT

/// What must be true of the files of a store before they are believed.
///
/// The directory is shared by people, not all of them careful: a link or a file somebody else left
/// in it must not make us read or write elsewhere.
struct OpeningRules: Sendable {
  /// Who opens.
  let user: UserIdentity
  /// The store's directory.
  let root: FileStatus

  /// Network and user-space file systems, where appending and locking do not hold.
  private static let unsafeFileSystems: [UInt64: String] = [
    0x6969: "NFS", 0x517B: "SMB", 0xFF53_4D42: "CIFS", 0xFE53_4D42: "SMB", 0x6573_5546: "FUSE",
    0x0102_1997: "9P", 0x5346_414F: "AFS", 0x00C3_6400: "Ceph", 0x564C: "NCP",
  ]

  /// Checks the store's directory itself.
  func checkRoot(at path: String) throws(StoreError) {
    guard root.kind == .directory else {
      throw .untrusted(path: path, reason: "It is not a directory.")
    }
    try checkWriters(root, path)
    guard isTrusted(root.owner) || (root.mode & 0o020 != 0 && user.groups.contains(root.group))
    else {
      throw .untrusted(
        path: path, reason: "It belongs to user \(root.owner) and to no group of yours.")
    }
  }

  /// Checks that a file system keeps what appending and locking promise.
  static func checkFileSystem(magic: UInt64, at path: String) throws(StoreError) {
    guard let name = unsafeFileSystems[magic] else { return }
    throw .untrusted(
      path: path, reason: "It is on \(name), where appends and locks of several hosts can be lost.")
  }

  /// Checks a directory in the store.
  func checkDirectory(_ status: FileStatus?, at path: String) throws(StoreError) {
    guard let status, status.kind == .directory else {
      throw .untrusted(path: path, reason: "It is not a directory.")
    }
    try checkWriters(status, path)
    try checkOwner(status, path)
  }

  /// Checks a file in the store.
  func checkFile(_ status: FileStatus, at path: String) throws(StoreError) {
    guard status.kind == .regular else {
      throw .untrusted(path: path, reason: "It is not a regular file.")
    }
    guard status.links == 1 else {
      throw .untrusted(path: path, reason: "It has another name (a hard link).")
    }
    try checkWriters(status, path)
    try checkOwner(status, path)
  }

  private func checkWriters(_ status: FileStatus, _ path: String) throws(StoreError) {
    guard status.mode & 0o002 == 0 else {
      throw .untrusted(path: path, reason: "Everybody may write to it.")
    }
  }

  private func checkOwner(_ status: FileStatus, _ path: String) throws(StoreError) {
    guard
      isTrusted(status.owner) || status.owner == root.owner
        || (root.mode & 0o020 != 0 && status.group == root.group)
    else {
      throw .untrusted(path: path, reason: "It belongs to user \(status.owner).")
    }
  }

  /// Root trusts the owner it finds, as it could read everything anyway.
  private func isTrusted(_ owner: UInt32) -> Bool {
    owner == user.uid || owner == 0 || user.uid == 0
  }
}
