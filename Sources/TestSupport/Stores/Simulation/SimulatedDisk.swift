// SPDX-License-Identifier: MIT

internal import IncidentStore
internal import Incidents

/// What a disk shows, and what of it has reached the medium.
///
/// A file's bytes and a directory's names are durable only once that file or directory was
/// flushed; until then the changes wait in the order they were made.
package struct SimulatedDisk: Sendable {
  /// Bytes written and not yet flushed.
  struct Write: Sendable {
    var order: Int
    var offset: Int
    var bytes: [UInt8]
    /// Whether it replaces the whole content.
    var isReplacement = false
    /// Whether a flush failed after it: the system then calls it clean and never writes it again.
    var isForsaken = false
  }

  /// A change of a directory, not yet flushed.
  struct Change: Sendable {
    var order: Int
    /// Names that lead to a node from now on, and those that lead nowhere (`nil`): one step.
    var names: [String: Int?]
  }

  /// A file or directory.
  struct Node: Sendable {
    var kind: FileStatus.Kind
    var mode: UInt32
    var owner: UInt32
    var group: UInt32
    var modifiedAt: Timestamp
    var content: [UInt8] = []
    var durableContent: [UInt8] = []
    var writes: [Write] = []
    var names: [String: Int] = [:]
    var durableNames: [String: Int] = [:]
    var changes: [Change] = []
  }

  static let sector = 512
  static let rootNode = 0

  var nodes: [Int: Node]
  private var nextNode = 1
  private var order = 0

  /// A disk with nothing but its root directory.
  init(owner: UInt32, group: UInt32, at time: Timestamp) {
    nodes = [
      Self.rootNode: Node(
        kind: .directory, mode: 0o755, owner: owner, group: group, modifiedAt: time)
    ]
  }

  /// How many changes a loss of power can still take; the few bytes written in place are not
  /// counted.
  package var unflushed: Int {
    nodes.values.reduce(0) { $0 + $1.writes.count { !$0.isReplacement } + $1.changes.count }
  }

  /// The node at a path, if there is one.
  func node(at path: String) -> Int? {
    var node = Self.rootNode
    for part in path.split(separator: "/") {
      guard let next = nodes[node]?.names[String(part)] else { return nil }
      node = next
    }
    return node
  }

  /// The directory a path's last part is in, and that part.
  func place(of path: String) -> (directory: Int, name: String)? {
    guard let slash = path.lastIndex(of: "/") else { return nil }
    let name = String(path[path.index(after: slash)...])
    guard let directory = node(at: String(path[..<slash])), nodes[directory]?.kind == .directory
    else { return nil }
    return (directory, name)
  }

  mutating func add(_ node: Node, named name: String, in directory: Int) -> Int {
    let id = nextNode
    nextNode += 1
    nodes[id] = node
    change(directory, [name: id])
    return id
  }

  mutating func change(_ directory: Int, _ names: [String: Int?]) {
    nodes[directory]?.changes.append(Change(order: order, names: names))
    nodes[directory]?.apply(names)
    order += 1
  }

  mutating func append(_ bytes: [UInt8], to node: Int, at time: Timestamp) {
    let offset = nodes[node]?.content.count ?? 0
    nodes[node]?.writes.append(Write(order: order, offset: offset, bytes: bytes))
    nodes[node]?.content += bytes
    nodes[node]?.modifiedAt = time
    order += 1
  }

  mutating func replace(_ node: Int, with bytes: [UInt8], at time: Timestamp) {
    nodes[node]?.writes.append(
      Write(order: order, offset: 0, bytes: bytes, isReplacement: true))
    nodes[node]?.content = bytes
    nodes[node]?.modifiedAt = time
    order += 1
  }

  /// Brings a node's changes to the medium.
  mutating func flush(_ id: Int) {
    guard var node = nodes[id] else { return }
    if node.writes.contains(where: \.isForsaken) {
      for write in node.writes where !write.isForsaken { node.durableContent.apply(write) }
      node.writes.removeAll { !$0.isForsaken }
    } else {
      node.durableContent = node.content
      node.writes = []
    }
    node.durableNames = node.names
    node.changes = []
    nodes[id] = node
  }

  /// What a failed flush leaves: what waited is called clean, and stays where it is.
  mutating func failFlush(_ id: Int) {
    for place in nodes[id]?.writes.indices ?? 0..<0 { nodes[id]?.writes[place].isForsaken = true }
  }

  mutating func flushAll() {
    for id in nodes.keys { flush(id) }
  }
}

extension SimulatedDisk.Node {
  mutating func apply(_ names: [String: Int?]) {
    for (name, node) in names { self.names[name] = node }
  }
}

extension [UInt8] {
  /// Applies a write wholly.
  mutating func apply(_ write: SimulatedDisk.Write) {
    if write.isReplacement {
      self = write.bytes
    } else {
      put(write.bytes[...], at: write.offset)
    }
  }

  /// Writes bytes at a place; what lies between the old end and it becomes zeros.
  mutating func put(_ bytes: ArraySlice<UInt8>, at offset: Int) {
    if count < offset + bytes.count {
      self += [UInt8](repeating: 0, count: offset + bytes.count - count)
    }
    replaceSubrange(offset..<offset + bytes.count, with: bytes)
  }
}
