// SPDX-License-Identifier: MIT

import Glibc
import IncidentStore

/// The disk of a process that may end in the middle of a write to the journal, or between the
/// write and the flush.
struct TornFileSystem: FileSystem {
  private let disk = PosixFileSystem()
  /// One in how many writes to the journal ends the process; 0 for none.
  var rate = 0
  /// Called before each flush of the journal.
  var beforeFlush: @Sendable () -> Void = {}

  private func strikes() -> Bool { rate > 0 && Int.random(in: 0..<rate) == 0 }

  private func isJournal(_ file: OpenFile) -> Bool { file.path.hasSuffix(".ndjson") }

  func append(_ bytes: [UInt8], to file: OpenFile) throws(StoreError) {
    if isJournal(file), strikes() {
      // Anything from nothing to all but the line feed, and sometimes that too.
      try disk.append(Array(bytes.prefix(Int.random(in: 0...bytes.count))), to: file)
      kill(getpid(), SIGKILL)
    }
    try disk.append(bytes, to: file)
  }

  func syncData(_ file: OpenFile) throws(StoreError) {
    if isJournal(file) { beforeFlush() }
    if isJournal(file), strikes() { kill(getpid(), SIGKILL) }
    try disk.syncData(file)
  }

  var user: UserIdentity { disk.user }
  func group(named name: String) -> UInt32? { disk.group(named: name) }
  func open(_ path: String, _ access: FileAccess) throws(StoreError) -> OpenFile {
    try disk.open(path, access)
  }
  func create(_ path: String, mode: UInt32) throws(StoreError) -> OpenFile {
    try disk.create(path, mode: mode)
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
  func overwrite(_ file: OpenFile, with bytes: [UInt8]) throws(StoreError) {
    try disk.overwrite(file, with: bytes)
  }
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
  func magic(of file: OpenFile) -> UInt64 { disk.magic(of: file) }
  func pause(microseconds: UInt32) { disk.pause(microseconds: microseconds) }
  func withStopsHeld<Result>(
    _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    try disk.withStopsHeld(body)
  }
}
