// SPDX-License-Identifier: MIT

/// Which ids are one device's, as evidence says that bears both: Defender's own and Entra's.
///
/// An id that is stated together with two others says nothing: devices that were enrolled anew or
/// copied share one, and isolating the one does not isolate the other.
struct DeviceIDs {
  private var partners: [[UInt8]: Set<[UInt8]>] = [:]

  /// Takes over what a target states.
  mutating func add(_ target: ResponseTarget) {
    guard target.kind == .device, target.key != nil else { return }
    let id = target.id.folded
    for other in target.otherIDs.lazy.map(\.folded) where other != id {
      partners[id, default: []].insert(other)
      partners[other, default: []].insert(id)
    }
  }

  /// What tells targets apart, the same for both ids of a device; `nil` where the id is missing or
  /// may have been cut.
  func key(of target: ResponseTarget) -> [UInt8]? {
    guard var key = target.key, target.kind == .device else { return target.key }
    let id = target.id.folded
    if let other = partner(of: id), partner(of: other) == id, other.lexicographicallyPrecedes(id) {
      key.replaceSubrange((key.count - id.count)..., with: other)
    }
    return key
  }

  private func partner(of id: [UInt8]) -> [UInt8]? {
    guard let found = partners[id], found.count == 1 else { return nil }
    return found.first
  }
}
