// SPDX-License-Identifier: MIT

import Glibc
import Incidents
import Synchronization

@testable import IncidentStore

/// The disk, failing on demand.
final class FailingFileSystem: FileSystem {
  enum Failure: Equatable { case flush, flushAndCreate, halfWrite, sticky }

  let failure = Mutex<Failure?>(nil)
  private let disk = PosixFileSystem()
  private var current: Failure? { failure.withLock { $0 } }

  var user: UserIdentity { disk.user }
  func group(named name: String) -> UInt32? { disk.group(named: name) }
  func open(_ path: String, _ access: FileAccess) throws(StoreError) -> OpenFile {
    try disk.open(path, access)
  }
  func create(_ path: String, mode: UInt32) throws(StoreError) -> OpenFile {
    if current == .flushAndCreate { throw .system(call: "open", path: path, errno: EIO) }
    return try disk.create(path, mode: mode)
  }
  func makeDirectory(_ path: String, mode: UInt32) throws(StoreError) {
    try disk.makeDirectory(path, mode: mode)
  }
  func openInput(_ path: String) throws(StoreError) -> OpenFile { try disk.openInput(path) }
  func close(_ file: OpenFile) { disk.close(file) }
  func status(of file: OpenFile) throws(StoreError) -> FileStatus { try disk.status(of: file) }
  func status(at path: String) throws(StoreError) -> FileStatus? { try disk.status(at: path) }
  func names(in path: String) throws(StoreError) -> [String] { try disk.names(in: path) }
  func read(_ file: OpenFile, at offset: Int, count: Int) throws(StoreError) -> [UInt8] {
    try disk.read(file, at: offset, count: count)
  }
  func readNext(_ file: OpenFile, count: Int) throws(StoreError) -> [UInt8] {
    try disk.readNext(file, count: count)
  }
  func append(_ bytes: [UInt8], to file: OpenFile) throws(StoreError) {
    guard current == .halfWrite else { return try disk.append(bytes, to: file) }
    try disk.append(Array(bytes.prefix(bytes.count / 2)), to: file)
    throw .system(call: "write", path: file.path, errno: ENOSPC)
  }
  func overwrite(_ file: OpenFile, with bytes: [UInt8]) throws(StoreError) {
    try disk.overwrite(file, with: bytes)
  }
  func syncData(_ file: OpenFile) throws(StoreError) {
    if current == .flush || current == .flushAndCreate {
      throw .system(call: "fdatasync", path: file.path, errno: EIO)
    }
    try disk.syncData(file)
  }
  func sync(_ file: OpenFile) throws(StoreError) { try disk.sync(file) }
  func syncAll(_ file: OpenFile) throws(StoreError) { try disk.syncAll(file) }
  func rename(_ path: String, to target: String) throws(StoreError) {
    if current == .sticky, target.hasSuffix("/last-import.json") {
      throw .system(call: "rename", path: target, errno: EPERM)
    }
    try disk.rename(path, to: target)
  }
  func remove(_ path: String) throws(StoreError) { try disk.remove(path) }
  func setMode(_ mode: UInt32, of file: OpenFile) throws(StoreError) {
    try disk.setMode(mode, of: file)
  }
  func setGroup(_ group: UInt32, of file: OpenFile) throws(StoreError) {
    try disk.setGroup(group, of: file)
  }
  func lock(_ file: OpenFile, _ byte: LockByte) throws(StoreError) -> Bool {
    try disk.lock(file, byte)
  }
  func unlock(_ file: OpenFile, _ byte: LockByte) { disk.unlock(file, byte) }
  func isLocked(_ file: OpenFile, _ byte: LockByte) -> Bool { disk.isLocked(file, byte) }
  func magic(of file: OpenFile) -> UInt64 { disk.magic(of: file) }
  func pause(microseconds: UInt32) { disk.pause(microseconds: microseconds) }
  func withStopsHeld<Result>(
    _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    try disk.withStopsHeld(body)
  }
}
