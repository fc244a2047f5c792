// SPDX-License-Identifier: MIT

package import IncidentStore

/// A disk that passes every call on to another one, so that a fake names only what it does otherwise.
package protocol ForwardingFileSystem: FileSystem {
  /// Where the calls go.
  var disk: any FileSystem { get }
}

extension ForwardingFileSystem {
  package var user: UserIdentity { disk.user }
  package func group(named name: String) -> UInt32? { disk.group(named: name) }
  package func open(_ path: String, _ access: FileAccess) throws(StoreError) -> OpenFile {
    try disk.open(path, access)
  }
  package func create(_ path: String, mode: UInt32) throws(StoreError) -> OpenFile {
    try disk.create(path, mode: mode)
  }
  package func makeDirectory(_ path: String, mode: UInt32) throws(StoreError) {
    try disk.makeDirectory(path, mode: mode)
  }
  package func openInput(_ path: String) throws(StoreError) -> OpenFile {
    try disk.openInput(path)
  }
  package func close(_ file: OpenFile) { disk.close(file) }
  package func status(of file: OpenFile) throws(StoreError) -> FileStatus {
    try disk.status(of: file)
  }
  package func status(at path: String) throws(StoreError) -> FileStatus? {
    try disk.status(at: path)
  }
  package func names(in path: String) throws(StoreError) -> [String] { try disk.names(in: path) }
  package func read(
    _ file: OpenFile, at offset: Int, count: Int
  ) throws(StoreError) -> [UInt8] {
    try disk.read(file, at: offset, count: count)
  }
  package func readNext(_ file: OpenFile, count: Int) throws(StoreError) -> [UInt8] {
    try disk.readNext(file, count: count)
  }
  package func append(_ bytes: [UInt8], to file: OpenFile) throws(StoreError) {
    try disk.append(bytes, to: file)
  }
  package func overwrite(_ file: OpenFile, with bytes: [UInt8]) throws(StoreError) {
    try disk.overwrite(file, with: bytes)
  }
  package func syncData(_ file: OpenFile) throws(StoreError) { try disk.syncData(file) }
  package func sync(_ file: OpenFile) throws(StoreError) { try disk.sync(file) }
  package func syncAll(_ file: OpenFile) throws(StoreError) { try disk.syncAll(file) }
  package func rename(_ path: String, to target: String) throws(StoreError) {
    try disk.rename(path, to: target)
  }
  package func remove(_ path: String) throws(StoreError) { try disk.remove(path) }
  package func setMode(_ mode: UInt32, of file: OpenFile) throws(StoreError) {
    try disk.setMode(mode, of: file)
  }
  package func setGroup(_ group: UInt32, of file: OpenFile) throws(StoreError) {
    try disk.setGroup(group, of: file)
  }
  package func lock(_ file: OpenFile, _ byte: LockByte) throws(StoreError) -> Bool {
    try disk.lock(file, byte)
  }
  package func unlock(_ file: OpenFile, _ byte: LockByte) { disk.unlock(file, byte) }
  package func isLocked(_ file: OpenFile, _ byte: LockByte) -> Bool { disk.isLocked(file, byte) }
  package func magic(of file: OpenFile) -> UInt64 { disk.magic(of: file) }
  package func foldsCase(_ directory: OpenFile) -> Bool { disk.foldsCase(directory) }
  package func freeSpace(of file: OpenFile) -> Int? { disk.freeSpace(of: file) }
  package func pause(microseconds: UInt32) { disk.pause(microseconds: microseconds) }
  package func withStopsHeld<Result>(
    _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    try disk.withStopsHeld(body)
  }
}
