// SPDX-License-Identifier: MIT

extension JSONValue {
  /// Whether two values mean the same: members in any order, numbers by value, strings by what
  /// they decode to.
  public func isEqual(to other: JSONValue) -> Bool {
    var pending = [(self, other)]
    while let (left, right) = pending.popLast() {
      guard left.kind == right.kind else { return false }
      switch left.kind {
      case .null: break
      case .bool: if left.bool != right.bool { return false }
      case .string: if !left.hasSameText(as: right) { return false }
      case .number: if !left.hasSameNumber(as: right) { return false }
      case .array: if !left.pairElements(with: right, into: &pending) { return false }
      case .object: if !left.pairMembers(with: right, into: &pending) { return false }
      }
    }
    return true
  }

  /// Whether two strings decode to the same.
  func hasSameText(as other: JSONValue) -> Bool {
    if node.traits.isEmpty, other.node.traits.isEmpty {
      return storage.bytes[node.content] == other.storage.bytes[other.node.content]
    }
    return JSONCodeUnits(storage.bytes, node.content)
      .elementsEqual(JSONCodeUnits(other.storage.bytes, other.node.content))
  }

  private func hasSameNumber(as other: JSONValue) -> Bool {
    if rawBytes == other.rawBytes { return true }
    guard let left = JSONDecimal(rawBytes), let right = JSONDecimal(other.rawBytes) else {
      return false
    }
    return left == right
  }

  private func pairElements(
    with other: JSONValue, into pending: inout [(JSONValue, JSONValue)]
  ) -> Bool {
    var left = elements
    var right = other.elements
    while true {
      switch (left.next(), right.next()) {
      case (nil, nil): return true
      case (let left?, let right?): pending.append((left, right))
      default: return false
      }
    }
  }

  private func pairMembers(
    with other: JSONValue, into pending: inout [(JSONValue, JSONValue)]
  ) -> Bool {
    let start = pending.count
    var left = members
    var right = other.members
    while true {
      switch (left.next(), right.next()) {
      case (nil, nil): return true
      case (let left?, let right?):
        guard left.nameValue.hasSameText(as: right.nameValue) else {
          pending.removeSubrange(start...)
          return pairSortedMembers(with: other, into: &pending)
        }
        pending.append((left.value, right.value))
      default: return false
      }
    }
  }

  private func pairSortedMembers(
    with other: JSONValue, into pending: inout [(JSONValue, JSONValue)]
  ) -> Bool {
    let left = sortedMembers
    let right = other.sortedMembers
    guard left.count == right.count else { return false }
    for (left, right) in zip(left, right) {
      guard left.name == right.name else { return false }
      pending.append((left.value, right.value))
    }
    return true
  }

  private var sortedMembers: [(name: [UInt8], value: JSONValue)] {
    members.map { (name: $0.nameValue.canonicalBytes, value: $0.value) }
      .sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }
}
