// SPDX-License-Identifier: MIT

private import Glibc
private import Incidents

extension PosixFileSystem {
  package func status(of file: OpenFile) throws(StoreError) -> FileStatus {
    var info = stat()
    _ = try call("fstat", file.path) { fstat(file.descriptor, &info) }
    return FileStatus(info)
  }

  package func status(at path: String) throws(StoreError) -> FileStatus? {
    var info = stat()
    do {
      _ = try call("lstat", path) { lstat(path, &info) }
    } catch {
      if error.errno == ENOENT || error.errno == ENOTDIR { return nil }
      throw error
    }
    return FileStatus(info)
  }

  package func names(in path: String) throws(StoreError) -> [String] {
    guard let directory = opendir(path) else {
      throw .system(call: "opendir", path: path, errno: errno)
    }
    defer { closedir(directory) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
      errno = 0
    }
    if errno != 0 { throw .system(call: "readdir", path: path, errno: errno) }
    return names
  }

  package var user: UserIdentity {
    var groups = [gid_t](repeating: 0, count: max(0, Int(getgroups(0, nil))))
    let count = getgroups(Int32(groups.count), &groups)
    return UserIdentity(
      uid: geteuid(), groups: Set(groups.prefix(max(0, Int(count)))).union([getegid()]))
  }

  package func group(named name: String) -> UInt32? {
    var entry = Glibc.group()
    var found: UnsafeMutablePointer<Glibc.group>?
    var buffer = [CChar](repeating: 0, count: 65_536)
    guard getgrnam_r(name, &entry, &buffer, buffer.count, &found) == 0, found != nil else {
      return nil
    }
    return entry.gr_gid
  }
}

extension FileStatus {
  fileprivate init(_ info: stat) {
    let kind: Kind =
      switch info.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .directory
      case S_IFLNK: .symbolicLink
      default: .other
      }
    self.init(
      kind: kind, mode: info.st_mode & 0o7777, owner: info.st_uid, group: info.st_gid,
      links: Int(info.st_nlink), size: Int(info.st_size),
      modifiedAt: Timestamp(
        milliseconds: Int64(info.st_mtim.tv_sec) * 1000 + Int64(info.st_mtim.tv_nsec) / 1_000_000),
      inode: UInt64(info.st_ino), device: UInt64(info.st_dev))
  }
}
