// SPDX-License-Identifier: MIT

private import Glibc
internal import IncidentStore
private import Incidents
private import Synchronization

extension SimulatedFileSystem {
  /// Begins a call: records the disk as it is before, and lets go wrong what shall.
  func begin(
    _ call: SimulatedCall, _ path: String, changes: Bool = false,
    halfway: () throws(StoreError) -> Void = {}
  ) throws(StoreError) {
    guard !isDead else { throw .system(call: "dead", path: path, errno: EIO) }
    if changes {
      machine.state.withLock { state in
        if state.isTaped { state.tape.append(state.disk) }
      }
    }
    guard let effect = effect(on: call, changes: changes) else { return }
    switch effect {
    case .fails(let errno): throw .system(call: call.systemName, path: path, errno: errno)
    case .failsHalfway(let errno):
      try halfway()
      throw .system(call: call.systemName, path: path, errno: errno)
    case .dies:
      die()
      throw .system(call: "dead", path: path, errno: EIO)
    case .diesHalfway:
      try halfway()
      die()
      throw .system(call: "dead", path: path, errno: EIO)
    }
  }

  private func effect(on call: SimulatedCall, changes: Bool) -> SimulatedFault.Effect? {
    plan.withLock { plan in
      guard let fault = plan.fault, fault.call == call || (fault.call == nil && changes) else {
        return nil
      }
      plan.counts[fault.call, default: 0] += 1
      let count = plan.counts[fault.call] ?? 0
      guard count == fault.number || (fault.isPersistent && count > fault.number) else {
        return nil
      }
      plan.hasStruck = true
      return fault.effect
    }
  }

  /// Does something with the machine's state.
  func change<Result: Sendable>(
    _ body: (inout SimulatedMachine.State) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    try machine.state.withLock { state throws(StoreError) in try body(&state) }
  }
}

extension SimulatedMachine.State {
  mutating func open(_ node: Int, by process: Int) -> Int32 {
    nextDescriptor += 1
    open[nextDescriptor] = SimulatedMachine.OpenNode(node: node, process: process)
    return nextDescriptor
  }

  mutating func close(_ descriptor: Int32) {
    open[descriptor] = nil
    locks = locks.filter { $0.value != descriptor }
  }

  func node(of file: OpenFile, _ call: String) throws(StoreError) -> Int {
    guard let node = open[file.descriptor]?.node else {
      throw .system(call: call, path: file.path, errno: EBADF)
    }
    return node
  }

  func status(of id: Int) -> FileStatus? {
    guard let node = disk.nodes[id] else { return nil }
    let isNamed =
      id == SimulatedDisk.rootNode || disk.nodes.values.contains { $0.names.values.contains(id) }
    return FileStatus(
      kind: node.kind, mode: node.mode, owner: node.owner, group: node.group,
      links: isNamed ? 1 : 0, size: node.content.count, modifiedAt: node.modifiedAt,
      inode: UInt64(id), device: 1)
  }
}

extension SimulatedCall {
  /// The system call it stands for.
  var systemName: String {
    switch self {
    case .open, .create: "open"
    case .makeDirectory: "mkdir"
    case .status: "fstat"
    case .names: "opendir"
    case .read: "pread"
    case .write: "write"
    case .overwrite: "pwrite"
    case .syncData: "fdatasync"
    case .sync: "fsync"
    case .syncAll: "syncfs"
    case .rename: "rename"
    case .remove: "unlink"
    case .setMode: "fchmod"
    case .lock: "fcntl"
    }
  }
}
