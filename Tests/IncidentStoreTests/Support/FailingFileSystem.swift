// SPDX-License-Identifier: MIT

import Glibc
import Incidents
import Synchronization
import TestSupport

@testable import IncidentStore

/// The disk, failing on demand.
final class FailingFileSystem: ForwardingFileSystem {
  enum Failure: Equatable { case flush, flushAndCreate, halfWrite, sticky }

  let failure = Mutex<Failure?>(nil)
  let disk: any FileSystem = PosixFileSystem()
  private var current: Failure? { failure.withLock { $0 } }

  func create(_ path: String, mode: UInt32) throws(StoreError) -> OpenFile {
    if current == .flushAndCreate { throw .system(call: "open", path: path, errno: EIO) }
    return try disk.create(path, mode: mode)
  }
  func append(_ bytes: [UInt8], to file: OpenFile) throws(StoreError) {
    guard current == .halfWrite else { return try disk.append(bytes, to: file) }
    try disk.append(Array(bytes.prefix(bytes.count / 2)), to: file)
    throw .system(call: "write", path: file.path, errno: ENOSPC)
  }
  func syncData(_ file: OpenFile) throws(StoreError) {
    if current == .flush || current == .flushAndCreate {
      throw .system(call: "fdatasync", path: file.path, errno: EIO)
    }
    try disk.syncData(file)
  }
  func rename(_ path: String, to target: String) throws(StoreError) {
    if current == .sticky, target.hasSuffix("/last-import.json") {
      throw .system(call: "rename", path: target, errno: EPERM)
    }
    try disk.rename(path, to: target)
  }
}
