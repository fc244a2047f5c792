// SPDX-License-Identifier: MIT

import Glibc
import Synchronization

@testable import IncidentStore

/// The disk, with what it says of itself made up, and every creation noted.
final class WatchedFileSystem: FileSystem {
  /// A call that can make a file.
  struct Creation: Hashable {
    var path: String
    var existed: Bool
    var succeeded: Bool
  }

  let creations = Mutex<[Creation]>([])
  private let fakeMagic: UInt64?
  private let ignoresCase: Bool
  private let disk = PosixFileSystem()

  init(magic: UInt64? = nil, ignoresCase: Bool = false) {
    fakeMagic = magic
    self.ignoresCase = ignoresCase
  }

  var user: UserIdentity { disk.user }
  func group(named name: String) -> UInt32? { disk.group(named: name) }
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
  func makeDirectory(_ path: String, mode: UInt32) throws(StoreError) {
    try disk.makeDirectory(path, mode: mode)
  }
  func openInput(_ path: String) throws(StoreError) -> OpenFile { try disk.openInput(path) }
  func close(_ file: OpenFile) { disk.close(file) }
  func status(of file: OpenFile) throws(StoreError) -> FileStatus { try disk.status(of: file) }
  func status(at path: String) throws(StoreError) -> FileStatus? {
    // A directory that ignores case answers to both spellings.
    let isLoud = path.hasSuffix("/LOCK")
    return try disk.status(at: ignoresCase && isLoud ? path.dropLast(4) + "lock" : path)
  }
  func names(in path: String) throws(StoreError) -> [String] { try disk.names(in: path) }
  func read(_ file: OpenFile, at offset: Int, count: Int) throws(StoreError) -> [UInt8] {
    try disk.read(file, at: offset, count: count)
  }
  func readNext(_ file: OpenFile, count: Int) throws(StoreError) -> [UInt8] {
    try disk.readNext(file, count: count)
  }
  func append(_ bytes: [UInt8], to file: OpenFile) throws(StoreError) {
    try disk.append(bytes, to: file)
  }
  func overwrite(_ file: OpenFile, with bytes: [UInt8]) throws(StoreError) {
    try disk.overwrite(file, with: bytes)
  }
  func syncData(_ file: OpenFile) throws(StoreError) { try disk.syncData(file) }
  func sync(_ file: OpenFile) throws(StoreError) { try disk.sync(file) }
  func syncAll(_ file: OpenFile) throws(StoreError) { try disk.syncAll(file) }
  func rename(_ path: String, to target: String) throws(StoreError) {
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
  func magic(of file: OpenFile) -> UInt64 { fakeMagic ?? disk.magic(of: file) }
  func foldsCase(_ directory: OpenFile) -> Bool { ignoresCase }
  func pause(microseconds: UInt32) { disk.pause(microseconds: microseconds) }
  func withStopsHeld<Result>(
    _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    try disk.withStopsHeld(body)
  }
}
