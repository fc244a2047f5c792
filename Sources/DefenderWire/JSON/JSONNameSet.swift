// SPDX-License-Identifier: MIT

/// Finds a name that one object uses twice, comparing decoded bytes.
///
/// Two parsers disagree about which of two equal members counts, so a record with such a pair
/// cannot be trusted. Names are sorted by a hash and, where hashes agree, by their bytes: names
/// chosen to collide cost no more than a sort.
struct JSONNameSet {
  private var entries: [UInt64] = []

  static func hash(_ node: JSONNode, in bytes: [UInt8]) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    if node.traits.isEmpty {
      for index in node.content { hash = (hash ^ UInt32(bytes[index])) &* 0x0100_0193 }
    } else {
      for byte in JSONCodeUnits(bytes, node.content).canonicalBytes {
        hash = (hash ^ UInt32(byte)) &* 0x0100_0193
      }
    }
    return hash
  }

  /// The entry of the second of two equal names in an object that has just been closed.
  mutating func duplicate(of object: Int, in nodes: [JSONNode], _ bytes: [UInt8]) -> Int? {
    entries.removeAll(keepingCapacity: true)
    var index = object + 1
    while index < nodes.count {
      entries.append(UInt64(nodes[index].next) << 32 | UInt64(index))
      index = Int(nodes[index + 1].next)
    }
    guard entries.count > 1 else { return nil }
    entries.sort()
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end] >> 32 == entries[start] >> 32 { end += 1 }
      if end - start > 1, let twice = duplicate(among: start..<end, nodes, bytes) { return twice }
      start = end
    }
    return nil
  }

  private func duplicate(
    among range: Range<Int>, _ nodes: [JSONNode], _ bytes: [UInt8]
  ) -> Int? {
    let names = entries[range].map { entry in
      let index = Int(entry & 0xFFFF_FFFF)
      return (index: index, bytes: JSONCodeUnits(bytes, nodes[index].content).canonicalBytes)
    }
    let sorted = names.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    return zip(sorted, sorted.dropFirst()).first { $0.bytes == $1.bytes }
      .map { max($0.index, $1.index) }
  }
}
