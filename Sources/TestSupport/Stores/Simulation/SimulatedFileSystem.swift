// SPDX-License-Identifier: MIT

private import Glibc
package import IncidentStore
internal import Incidents
internal import Synchronization

/// The disk as one process of a ``SimulatedMachine`` sees it.
package final class SimulatedFileSystem: FileSystem {
  struct Plan: Sendable {
    var fault: SimulatedFault?
    var counts: [SimulatedCall?: Int] = [:]
    var hasStruck = false
    var isDead = false
  }

  let machine: SimulatedMachine
  let number: Int
  let plan = Mutex(Plan())

  init(_ machine: SimulatedMachine, number: Int) {
    self.machine = machine
    self.number = number
  }

  /// Makes something go wrong, counting calls from now on; `nil` makes all go well.
  package func inject(_ fault: SimulatedFault?) {
    plan.withLock { $0 = Plan(fault: fault, isDead: $0.isDead) }
  }

  /// Whether what was to go wrong has.
  package var hasStruck: Bool { plan.withLock { $0.hasStruck } }

  /// Whether the process has ended.
  package var isDead: Bool { plan.withLock { $0.isDead } }

  /// Ends the process: its descriptors are closed and its locks released.
  package func die() {
    plan.withLock { $0.isDead = true }
    machine.state.withLock { state in
      let own = state.open.filter { $0.value.process == number }.keys
      for descriptor in own { state.close(descriptor) }
    }
  }

  package var user: UserIdentity { SimulatedMachine.user }
  package func group(named name: String) -> UInt32? { nil }

  package func open(_ path: String, _ access: FileAccess) throws(StoreError) -> OpenFile {
    try begin(.open, path)
    return try change { state throws(StoreError) in
      guard let node = state.disk.node(at: path), let found = state.disk.nodes[node] else {
        throw .system(call: "open", path: path, errno: ENOENT)
      }
      guard (found.kind == .directory) == (access == .directory) else {
        throw .system(
          call: "open", path: path, errno: found.kind == .directory ? EISDIR : ENOTDIR)
      }
      return OpenFile(descriptor: state.open(node, by: number), path: path)
    }
  }

  package func create(_ path: String, mode: UInt32) throws(StoreError) -> OpenFile {
    try begin(.create, path, changes: true)
    let node = try make(path, .regular, mode, call: "open")
    return machine.state.withLock { state in
      OpenFile(descriptor: state.open(node, by: number), path: path)
    }
  }

  package func makeDirectory(_ path: String, mode: UInt32) throws(StoreError) {
    try begin(.makeDirectory, path, changes: true)
    _ = try make(path, .directory, mode, call: "mkdir")
  }

  private func make(
    _ path: String, _ kind: FileStatus.Kind, _ mode: UInt32, call: String
  ) throws(StoreError) -> Int {
    try change { state throws(StoreError) in
      guard let place = state.disk.place(of: path) else {
        throw .system(call: call, path: path, errno: ENOENT)
      }
      guard state.disk.nodes[place.directory]?.names[place.name] == nil else {
        throw .system(call: call, path: path, errno: EEXIST)
      }
      return state.disk.add(
        SimulatedDisk.Node(
          kind: kind, mode: mode, owner: user.uid, group: 1000, modifiedAt: machine.now),
        named: place.name, in: place.directory)
    }
  }

  package func openInput(_ path: String) throws(StoreError) -> OpenFile { try open(path, .read) }

  package func close(_ file: OpenFile) {
    guard !isDead else { return }
    machine.state.withLock { $0.close(file.descriptor) }
  }

  package func status(of file: OpenFile) throws(StoreError) -> FileStatus {
    try begin(.status, file.path)
    return try change { state throws(StoreError) in
      let node = try state.node(of: file, "fstat")
      guard let status = state.status(of: node) else {
        throw .system(call: "fstat", path: file.path, errno: EBADF)
      }
      return status
    }
  }

  package func status(at path: String) throws(StoreError) -> FileStatus? {
    try begin(.status, path)
    return machine.state.withLock { state in
      state.disk.node(at: path).flatMap { state.status(of: $0) }
    }
  }

  package func names(in path: String) throws(StoreError) -> [String] {
    try begin(.names, path)
    return try change { state throws(StoreError) in
      guard let node = state.disk.node(at: path), let found = state.disk.nodes[node] else {
        throw .system(call: "opendir", path: path, errno: ENOENT)
      }
      return found.names.keys.sorted()
    }
  }

  package func read(
    _ file: OpenFile, at offset: Int, count: Int
  ) throws(StoreError) -> [UInt8] {
    try begin(.read, file.path)
    return try change { state throws(StoreError) in
      let content = state.disk.nodes[try state.node(of: file, "pread")]?.content ?? []
      guard offset < content.count else { return [] }
      return Array(content[offset..<min(content.count, offset + count)])
    }
  }

  package func readNext(_ file: OpenFile, count: Int) throws(StoreError) -> [UInt8] {
    throw .system(call: "read", path: file.path, errno: ENOSYS)
  }

  package func append(_ bytes: [UInt8], to file: OpenFile) throws(StoreError) {
    let halfway = { () throws(StoreError) in
      try self.change { state throws(StoreError) in
        state.disk.append(
          Array(bytes.prefix(bytes.count / 2)), to: try state.node(of: file, "write"),
          at: self.machine.now)
      }
    }
    try begin(.write, file.path, changes: true, halfway: halfway)
    try change { state throws(StoreError) in
      state.disk.append(bytes, to: try state.node(of: file, "write"), at: machine.now)
    }
  }

  package func overwrite(_ file: OpenFile, with bytes: [UInt8]) throws(StoreError) {
    try begin(.overwrite, file.path, changes: true)
    try change { state throws(StoreError) in
      state.disk.replace(try state.node(of: file, "pwrite"), with: bytes, at: machine.now)
    }
  }

  package func syncData(_ file: OpenFile) throws(StoreError) {
    try flush(file, .syncData, "fdatasync")
  }

  package func sync(_ file: OpenFile) throws(StoreError) { try flush(file, .sync, "fsync") }

  package func syncAll(_ file: OpenFile) throws(StoreError) {
    try begin(.syncAll, file.path, changes: true) { () throws(StoreError) in }
    machine.state.withLock { $0.disk.flushAll() }
  }

  private func flush(
    _ file: OpenFile, _ call: SimulatedCall, _ name: String
  ) throws(StoreError) {
    do { try begin(call, file.path, changes: true) } catch {
      guard !isDead else { throw error }
      try change { state throws(StoreError) in
        state.disk.failFlush(try state.node(of: file, name))
      }
      throw error
    }
    try change { state throws(StoreError) in
      state.disk.flush(try state.node(of: file, name))
    }
  }

  package func rename(_ path: String, to target: String) throws(StoreError) {
    try begin(.rename, target, changes: true)
    try change { state throws(StoreError) in
      guard let from = state.disk.place(of: path), let to = state.disk.place(of: target),
        let node = state.disk.nodes[from.directory]?.names[from.name]
      else { throw .system(call: "rename", path: target, errno: ENOENT) }
      guard from.directory == to.directory else {
        throw .system(call: "rename", path: target, errno: EXDEV)
      }
      state.disk.change(to.directory, [from.name: nil, to.name: node])
    }
  }

  package func remove(_ path: String) throws(StoreError) {
    try begin(.remove, path, changes: true)
    try change { state throws(StoreError) in
      guard let place = state.disk.place(of: path), state.disk.node(at: path) != nil else {
        throw .system(call: "unlink", path: path, errno: ENOENT)
      }
      state.disk.change(place.directory, [place.name: nil])
    }
  }

  package func setMode(_ mode: UInt32, of file: OpenFile) throws(StoreError) {
    try begin(.setMode, file.path)
    try change { state throws(StoreError) in
      state.disk.nodes[try state.node(of: file, "fchmod")]?.mode = mode
    }
  }

  package func setGroup(_ group: UInt32, of file: OpenFile) throws(StoreError) {
    try begin(.setMode, file.path)
  }

  package func lock(_ file: OpenFile, _ byte: LockByte) throws(StoreError) -> Bool {
    try begin(.lock, file.path)
    return try change { state throws(StoreError) in
      let lock = SimulatedMachine.Lock(node: try state.node(of: file, "fcntl"), byte: byte)
      if let holder = state.locks[lock] { return holder == file.descriptor }
      state.locks[lock] = file.descriptor
      return true
    }
  }

  package func unlock(_ file: OpenFile, _ byte: LockByte) {
    guard !isDead else { return }
    machine.state.withLock { state in
      guard let node = state.open[file.descriptor]?.node else { return }
      state.locks[SimulatedMachine.Lock(node: node, byte: byte)] = nil
    }
  }

  package func isLocked(_ file: OpenFile, _ byte: LockByte) -> Bool {
    machine.state.withLock { state in
      guard let node = state.open[file.descriptor]?.node else { return false }
      let holder = state.locks[SimulatedMachine.Lock(node: node, byte: byte)]
      return holder != nil && holder != file.descriptor
    }
  }

  package func magic(of file: OpenFile) -> UInt64 { 0xEF53 }
  package func pause(microseconds: UInt32) {}
  package func withStopsHeld<Result>(
    _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result { try body() }
}
