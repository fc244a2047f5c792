// SPDX-License-Identifier: MIT

/// A cursor at one value of a document; cheap to copy, decodes only what is asked for.
public struct JSONValue: Sendable {
  /// The six kinds of value, `true` and `false` being one.
  public enum Kind: UInt8, Hashable, Sendable {
    /// Members by name.
    case object
    /// Elements in order.
    case array
    /// Text.
    case string
    /// A number, kept as text.
    case number
    /// `true` or `false`.
    case bool
    /// `null`.
    case null
  }

  let storage: JSONStorage
  let index: Int

  init(storage: JSONStorage, index: Int) {
    self.storage = storage
    self.index = index
  }

  var node: JSONNode { storage.nodes[index] }

  /// The entry after the value and all it holds; a name's own `next` is something else.
  var endIndex: Int {
    let node = node
    return node.kind == .object || node.kind == .array ? Int(node.next) : index + 1
  }

  /// What kind of value it is.
  public var kind: Kind { storage.nodes[index].kind }

  /// Whether it is `null`.
  public var isNull: Bool { kind == .null }

  /// Its bytes in the document, verbatim, quotes or brackets included.
  public var rawBytes: ArraySlice<UInt8> { storage.bytes[node.bytes] }

  /// Its first byte's place in the document; counts lines, so it is for messages.
  public var position: JSONPosition { JSONPosition(of: Int(node.start), in: storage.bytes) }

  /// An object's members in order; none for other kinds.
  public var members: JSONMembers { JSONMembers(of: self) }

  /// An array's elements in order; none for other kinds.
  public var elements: JSONElements { JSONElements(of: self) }

  /// The member of an object by its exact name; searches them in order.
  public subscript(name: String) -> JSONValue? {
    guard kind == .object else { return nil }
    let wanted = name.utf8
    let count = wanted.count
    let end = Int(node.next)
    var entry = index + 1
    while entry < end {
      let name = storage.nodes[entry]
      let isWanted =
        name.traits.isEmpty
        ? name.content.count == count && storage.bytes[name.content].elementsEqual(wanted)
        : JSONCodeUnits(storage.bytes, name.content).canonicalBytes.elementsEqual(wanted)
      if isWanted { return JSONValue(storage: storage, index: entry + 1) }
      entry = Int(storage.nodes[entry + 1].next)
    }
    return nil
  }
}

/// A member of an object.
public struct JSONMember: Sendable {
  /// The name, as a string value.
  public let nameValue: JSONValue
  /// The value.
  public let value: JSONValue

  /// The name, decoded.
  public var name: String { nameValue.string?.text ?? "" }
}

/// The members of an object.
public struct JSONMembers: Sequence, IteratorProtocol, Sendable {
  private let storage: JSONStorage
  private var entry: Int
  private let end: Int

  init(of object: JSONValue) {
    storage = object.storage
    entry = object.index + 1
    end = object.kind == .object ? Int(object.node.next) : entry
  }

  /// The next member.
  public mutating func next() -> JSONMember? {
    guard entry < end else { return nil }
    defer { entry = Int(storage.nodes[entry + 1].next) }
    return JSONMember(
      nameValue: JSONValue(storage: storage, index: entry),
      value: JSONValue(storage: storage, index: entry + 1))
  }
}

/// The elements of an array.
public struct JSONElements: Sequence, IteratorProtocol, Sendable {
  private let storage: JSONStorage
  private var entry: Int
  private let end: Int

  init(of array: JSONValue) {
    storage = array.storage
    entry = array.index + 1
    end = array.kind == .array ? Int(array.node.next) : entry
  }

  /// The next element.
  public mutating func next() -> JSONValue? {
    guard entry < end else { return nil }
    defer { entry = Int(storage.nodes[entry].next) }
    return JSONValue(storage: storage, index: entry)
  }
}
