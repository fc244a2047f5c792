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

  /// File systems that take names that differ in case for one.
  private static let foldingFileSystems: [UInt64: String] = [
    0x4D44: "FAT", 0x2011_BAB0: "exFAT", 0x5346_544E: "NTFS", 0x7366_746E: "NTFS",
    0x482B: "HFS+", 0x4244: "HFS",
  ]
  private static let harmlessFileSystems: [UInt64: String] = [
    0xEF53: "ext4", 0x5846_5342: "XFS", 0x9123_683E: "Btrfs", 0x0102_1994: "tmpfs",
    0x794C_7630: "overlayfs", 0x2FC1_2FC1: "ZFS", 0xF2F5_2010: "F2FS",
  ]

  /// What a file system is called; its number where it has no name here.
  static func fileSystemName(magic: UInt64) -> String {
    unsafeFileSystems[magic] ?? foldingFileSystems[magic] ?? harmlessFileSystems[magic]
      ?? "type 0x\(String(magic, radix: 16))"
  }

  /// Checks that a directory is where a store can be: on a file system that keeps its promises,
  /// and where every name is its own.
  static func checkPlace(
    _ directory: OpenFile, at path: String, _ files: any FileSystem
  ) throws(StoreError) {
    let magic = files.magic(of: directory)
    try checkFileSystem(magic: magic, at: path)
    guard foldingFileSystems[magic] == nil, !files.foldsCase(directory) else {
      throw .untrusted(
        path: path,
        reason: "Names there that differ in case are one, so two incidents' files could be.")
    }
  }

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
