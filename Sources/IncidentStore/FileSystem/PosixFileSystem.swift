// SPDX-License-Identifier: MIT

private import CFileSystem
private import Glibc

/// The disk as Linux has it.
package struct PosixFileSystem: FileSystem {
  /// Makes the door.
  package init() {}

  package func open(_ path: String, _ access: FileAccess) throws(StoreError) -> OpenFile {
    // Without O_NONBLOCK, opening a FIFO somebody left in the store would wait for ever.
    let flags: Int32 =
      switch access {
      case .read: O_RDONLY | O_NONBLOCK
      case .append: O_RDWR | O_APPEND | O_NONBLOCK
      case .write: O_RDWR | O_NONBLOCK
      case .directory: O_RDONLY | O_DIRECTORY
      }
    let descriptor = try call("open", path) {
      Glibc.open(path, flags | O_NOFOLLOW | O_CLOEXEC)
    }
    return OpenFile(descriptor: descriptor, path: path)
  }

  package func create(_ path: String, mode: UInt32) throws(StoreError) -> OpenFile {
    let descriptor = try call("open", path) {
      Glibc.open(path, O_RDWR | O_APPEND | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    }
    let file = OpenFile(descriptor: descriptor, path: path)
    // The mode given at creation passes through the umask; this one does not.
    do { try setMode(mode, of: file) } catch {
      close(file)
      throw error
    }
    return file
  }

  package func makeDirectory(_ path: String, mode: UInt32) throws(StoreError) {
    _ = try call("mkdir", path) { Glibc.mkdir(path, 0o700) }
    // A umask that takes the owner's own bits would keep the directory from being opened.
    _ = try call("chmod", path) { fchmodat(AT_FDCWD, path, 0o700, AT_SYMLINK_NOFOLLOW) }
    let directory = try open(path, .directory)
    defer { close(directory) }
    try setMode(mode, of: directory)
  }

  package func openInput(_ path: String) throws(StoreError) -> OpenFile {
    let descriptor = try call("open", path) { Glibc.open(path, O_RDONLY | O_CLOEXEC) }
    return OpenFile(descriptor: descriptor, path: path)
  }

  package func close(_ file: OpenFile) { _ = Glibc.close(file.descriptor) }

  package func read(
    _ file: OpenFile, at offset: Int, count: Int
  ) throws(StoreError) -> [UInt8] {
    var failure: Int32?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      var interruptions = Interruptions()
      while filled < count, let start = buffer.baseAddress {
        let got = pread(file.descriptor, start + filled, count - filled, off_t(offset + filled))
        if got > 0 {
          filled += got
        } else if got == 0 {
          break
        } else if !interruptions.mayGoOn(after: errno) {
          failure = errno
          break
        }
      }
    }
    if let failure { throw .system(call: "pread", path: file.path, errno: failure) }
    return bytes
  }

  package func readNext(_ file: OpenFile, count: Int) throws(StoreError) -> [UInt8] {
    var failure: Int32?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      var got = 0
      var interruptions = Interruptions()
      repeat {
        got = Glibc.read(file.descriptor, buffer.baseAddress, count)
      } while got < 0 && interruptions.mayGoOn(after: errno)
      if got < 0 { failure = errno }
      filled = max(0, got)
    }
    if let failure { throw .system(call: "read", path: file.path, errno: failure) }
    return bytes
  }

  package func append(_ bytes: [UInt8], to file: OpenFile) throws(StoreError) {
    var done = 0
    var interruptions = Interruptions()
    while done < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        buffer.baseAddress.map {
          Glibc.write(file.descriptor, $0 + done, bytes.count - done)
        } ?? 0
      }
      if written > 0 {
        done += written
      } else if written == 0 || !interruptions.mayGoOn(after: errno) {
        throw .system(call: "write", path: file.path, errno: written == 0 ? EIO : errno)
      }
    }
  }

  package func overwrite(_ file: OpenFile, with bytes: [UInt8]) throws(StoreError) {
    _ = try call("pwrite", file.path) {
      Int32(pwrite(file.descriptor, bytes, bytes.count, 0))
    }
    guard try status(of: file).size > bytes.count else { return }
    _ = try call("ftruncate", file.path) { ftruncate(file.descriptor, off_t(bytes.count)) }
  }

  package func syncData(_ file: OpenFile) throws(StoreError) {
    _ = try call("fdatasync", file.path) { fdatasync(file.descriptor) }
  }

  package func sync(_ file: OpenFile) throws(StoreError) {
    _ = try call("fsync", file.path) { fsync(file.descriptor) }
  }

  package func syncAll(_ file: OpenFile) throws(StoreError) {
    _ = try call("syncfs", file.path) { cfs_sync_all(file.descriptor) }
  }

  package func rename(_ path: String, to target: String) throws(StoreError) {
    _ = try call("rename", target) { Glibc.rename(path, target) }
  }

  package func remove(_ path: String) throws(StoreError) {
    _ = try call("unlink", path) { unlink(path) }
  }

  package func setMode(_ mode: UInt32, of file: OpenFile) throws(StoreError) {
    _ = try call("fchmod", file.path) { fchmod(file.descriptor, mode) }
  }

  package func setGroup(_ group: UInt32, of file: OpenFile) throws(StoreError) {
    _ = try call("fchown", file.path) { fchown(file.descriptor, uid_t.max, group) }
  }

  package func lock(_ file: OpenFile, _ byte: LockByte) throws(StoreError) -> Bool {
    do {
      _ = try call("fcntl", file.path) { cfs_lock(file.descriptor, byte.rawValue) }
      return true
    } catch {
      if error.errno == EAGAIN || error.errno == EACCES { return false }
      throw error
    }
  }

  package func unlock(_ file: OpenFile, _ byte: LockByte) {
    _ = cfs_unlock(file.descriptor, byte.rawValue)
  }

  package func isLocked(_ file: OpenFile, _ byte: LockByte) -> Bool {
    cfs_is_locked(file.descriptor, byte.rawValue) == 1
  }

  package func magic(of file: OpenFile) -> UInt64 { cfs_magic(file.descriptor) }

  package func foldsCase(_ directory: OpenFile) -> Bool {
    cfs_folds_case(directory.descriptor) == 1
  }

  package func freeSpace(of file: OpenFile) -> Int? {
    let space = cfs_free_space(file.descriptor)
    return space < 0 ? nil : Int(space)
  }

  package func pause(microseconds: UInt32) {
    var left = timespec(
      tv_sec: Int(microseconds / 1_000_000), tv_nsec: Int(microseconds % 1_000_000) * 1000)
    var rest = timespec()
    while nanosleep(&left, &rest) != 0 && errno == EINTR { left = rest }
  }

  package func withStopsHeld<Result>(
    _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    var stop = sigset_t()
    var before = sigset_t()
    sigemptyset(&stop)
    sigaddset(&stop, SIGTSTP)
    pthread_sigmask(SIG_BLOCK, &stop, &before)
    cfs_hold_stops()
    defer {
      cfs_release_stops()
      pthread_sigmask(SIG_SETMASK, &before, nil)
    }
    return try body()
  }
}

/// Makes a call until it is not interrupted.
func call(
  _ name: String, _ path: String, _ body: () -> Int32
) throws(StoreError) -> Int32 {
  var interruptions = Interruptions()
  while true {
    let result = body()
    if result >= 0 { return result }
    guard interruptions.mayGoOn(after: errno) else {
      throw .system(call: name, path: path, errno: errno)
    }
  }
}

/// Counts how often a call was interrupted: it is made again, but not for ever.
private struct Interruptions {
  /// More than any burst of signals, and over in a moment.
  private static let limit = 1000

  private var count = 0

  /// Whether a call that failed so is to be made again.
  mutating func mayGoOn(after error: Int32) -> Bool {
    guard error == EINTR, count < Self.limit else { return false }
    count += 1
    return true
  }
}
