// SPDX-License-Identifier: MIT

/// One JSON text, read strictly by RFC 8259 into a flat tape; nothing is decoded until asked.
///
/// Kept though bad, because a mark is better than a lost incident: lone surrogate escapes and
/// invalid UTF-8 inside strings, and numbers too large for any machine type. The values say so.
public struct JSONDocument: Sendable {
  /// How deep a record may nest when it arrives.
  public static let recordDepthLimit = 64
  /// How deep a stored document may nest: an alert or a task moves two levels down when merged.
  public static let storedDepthLimit = recordDepthLimit + 8

  let storage: JSONStorage

  /// Reads one JSON text; white space around it is allowed, a byte order mark is not.
  public init(
    bytes: [UInt8], depthLimit: Int = JSONDocument.storedDepthLimit
  ) throws(JSONError) {
    var parser = JSONParser(bytes: bytes, depthLimit: depthLimit)
    storage = JSONStorage(bytes: bytes, nodes: try parser.parse())
  }

  /// Reads one JSON text from part of a larger one; positions count from the part's start.
  public init(
    bytes: ArraySlice<UInt8>, depthLimit: Int = JSONDocument.storedDepthLimit
  ) throws(JSONError) {
    try self.init(bytes: Array(bytes), depthLimit: depthLimit)
  }

  /// The bytes as they were read.
  public var bytes: [UInt8] { storage.bytes }

  /// The value.
  public var root: JSONValue { JSONValue(storage: storage, index: 0) }
}

/// The bytes and the tape, shared by every cursor into them.
final class JSONStorage: Sendable {
  let bytes: [UInt8]
  let nodes: [JSONNode]

  init(bytes: [UInt8], nodes: [JSONNode]) {
    self.bytes = bytes
    self.nodes = nodes
  }
}
