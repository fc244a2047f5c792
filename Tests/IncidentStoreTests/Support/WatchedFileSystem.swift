// SPDX-License-Identifier: MIT

import Glibc
import Synchronization
import TestSupport

@testable import IncidentStore

/// The disk, with what it says of itself made up, and every creation noted.
final class WatchedFileSystem: ForwardingFileSystem {
  /// A call that can make a file.
  struct Creation: Hashable {
    var path: String
    var existed: Bool
    var succeeded: Bool
  }

  let creations = Mutex<[Creation]>([])
  private let fakeMagic: UInt64?
  private let ignoresCase: Bool
  let disk: any FileSystem = PosixFileSystem()

  init(magic: UInt64? = nil, ignoresCase: Bool = false) {
    fakeMagic = magic
    self.ignoresCase = ignoresCase
  }

  func open(_ path: String, _ access: FileAccess) throws(StoreError) -> OpenFile {
    let existed = (try? disk.status(at: path)) != nil
    do throws(StoreError) { return try disk.open(path, access) } catch {
      // Opening what is not there must not make it.
      if !existed, (try? disk.status(at: path)) != nil {
        creations.withLock { $0.append(Creation(path: path, existed: true, succeeded: true)) }
      }
      throw error
    }
  }
  func create(_ path: String, mode: UInt32) throws(StoreError) -> OpenFile {
    let existed = (try? disk.status(at: path)) != nil
    do throws(StoreError) {
      let file = try disk.create(path, mode: mode)
      creations.withLock { $0.append(Creation(path: path, existed: existed, succeeded: true)) }
      return file
    } catch {
      creations.withLock { $0.append(Creation(path: path, existed: existed, succeeded: false)) }
      throw error
    }
  }
  func status(at path: String) throws(StoreError) -> FileStatus? {
    // A directory that ignores case answers to both spellings.
    let isLoud = path.hasSuffix("/LOCK")
    return try disk.status(at: ignoresCase && isLoud ? path.dropLast(4) + "lock" : path)
  }
  func magic(of file: OpenFile) -> UInt64 { fakeMagic ?? disk.magic(of: file) }
  func foldsCase(_ directory: OpenFile) -> Bool { ignoresCase }
}
