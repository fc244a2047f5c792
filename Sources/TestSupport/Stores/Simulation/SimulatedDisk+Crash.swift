// SPDX-License-Identifier: MIT

/// How much harm a loss of power does to what was not flushed.
public enum PowerLoss: String, CaseIterable, Sendable {
  /// Everything up to some moment survives, nothing after it.
  case noCorruption
  /// Each sector and each change of a directory survives or does not; holes read as zeros.
  case dropOnly
  /// As before, and space a file has grown by may hold garbage.
  case full
}

extension SimulatedDisk {
  /// The disk as it may be found when the power is back.
  func afterPowerLoss(_ kind: PowerLoss, seed: UInt64) -> SimulatedDisk {
    var random = SeededNumbers(seed: seed)
    let orders = nodes.values.flatMap { $0.writes.map(\.order) + $0.changes.map(\.order) }.sorted()
    let cut = (orders + [Int.max]).randomElement(using: &random) ?? Int.max
    // Some crashes lose nearly everything, some nearly nothing.
    let chance = [0.0, 0.2, 0.5, 0.8, 0.97, 1.0].randomElement(using: &random) ?? 0.5
    var disk = self
    for id in nodes.keys.sorted() {
      guard var node = nodes[id] else { continue }
      switch kind {
      case .noCorruption:
        node.writes.removeAll { $0.order >= cut || $0.isForsaken }
        for write in node.writes { node.durableContent.apply(write) }
        node.changes.removeAll { $0.order >= cut }
      case .dropOnly, .full:
        node.loseSectors(chance, isGarbagePossible: kind == .full, &random)
        node.changes.removeAll { _ in Double.random(in: 0..<1, using: &random) >= chance }
      }
      node.names = node.durableNames
      for change in node.changes { node.apply(change.names) }
      node.content = node.durableContent
      node.durableNames = node.names
      node.writes = []
      node.changes = []
      disk.nodes[id] = node
    }
    disk.forgetUnnamed()
    return disk
  }

  private mutating func forgetUnnamed() {
    var reached: Set = [Self.rootNode]
    var open = [Self.rootNode]
    while let next = open.popLast() {
      for node in (nodes[next]?.names ?? [:]).values where reached.insert(node).inserted {
        open.append(node)
      }
    }
    nodes = nodes.filter { reached.contains($0.key) }
  }
}

extension SimulatedDisk.Node {
  /// Decides sector by sector what of the waiting writes survives.
  ///
  /// Bytes that were flushed keep their value even where a later write shares their sector.
  fileprivate mutating func loseSectors(
    _ chance: Double, isGarbagePossible: Bool, _ random: inout SeededNumbers
  ) {
    var result = durableContent
    var grown = durableContent.count
    var kept: [(Int, ArraySlice<UInt8>)] = []
    var sizes = [durableContent.count]
    for write in writes {
      if write.isReplacement {
        guard Double.random(in: 0..<1, using: &random) < chance else { continue }
        result = Bool.random(using: &random) ? write.bytes : []
        (kept, sizes, grown) = ([], [result.count], result.count)
        continue
      }
      sizes.append(write.offset + write.bytes.count)
      var start = 0
      while start < write.bytes.count {
        let place = write.offset + start
        let length = min(
          SimulatedDisk.sector - place % SimulatedDisk.sector, write.bytes.count - start)
        if Double.random(in: 0..<1, using: &random) < chance {
          kept.append((place, write.bytes[start..<start + length]))
          grown = max(grown, place + length)
        }
        start += length
      }
    }
    // The size is another thing than the bytes: it may have been written before them.
    grown = max(grown, sizes.randomElement(using: &random) ?? grown)
    while result.count < grown {
      let room = min(
        SimulatedDisk.sector - result.count % SimulatedDisk.sector, grown - result.count)
      let isGarbage = isGarbagePossible && Bool.random(using: &random)
      for _ in 0..<room {
        result.append(isGarbage ? UInt8.random(in: .min ... .max, using: &random) : 0)
      }
    }
    for (place, bytes) in kept { result.put(bytes, at: place) }
    durableContent = result
  }
}
