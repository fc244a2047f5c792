// SPDX-License-Identifier: MIT

extension [UInt8] {
  /// Whether a text occurs in the bytes.
  public func contains(_ text: String) -> Bool { firstRange(of: Array(text.utf8)) != nil }

  /// How often a text occurs, without overlap.
  public func count(of text: String) -> Int {
    var rest = self[...]
    var count = 0
    let wanted = Array(text.utf8)
    while let found = Array(rest).firstRange(of: wanted) {
      count += 1
      rest = rest.dropFirst(found.upperBound)
    }
    return count
  }

  /// What follows the last occurrence of a text, or nothing.
  public func after(last text: String) -> [UInt8] {
    var rest = self
    var found = false
    let wanted = Array(text.utf8)
    while let range = rest.firstRange(of: wanted) {
      rest = Array(rest[range.upperBound...])
      found = true
    }
    return found ? rest : []
  }
}
