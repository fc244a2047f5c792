// SPDX-License-Identifier: MIT

extension Sequence<String> {
  /// The name most like a misspelt one; `nil` if none is like it.
  func nearest(to name: String) -> String? {
    let wanted = Array(name.folded.prefix(32))
    var best: (name: String, distance: Int)?
    for candidate in self {
      let distance = editDistance(wanted, Array(candidate.folded))
      if distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    guard let best, best.distance <= Swift.max(1, Swift.min(wanted.count, best.name.utf8.count) / 2)
    else { return nil }
    return best.name
  }
}

/// How many letters must be put in, taken out, replaced or swapped with the next.
private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var before: [Int] = []
  var last = Array(0...right.count)
  for row in left.indices {
    var next = [row + 1]
    for column in right.indices {
      let isSame = left[row] == right[column]
      var least = Swift.min(last[column] + (isSame ? 0 : 1), last[column + 1] + 1, next[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        least = Swift.min(least, before[column - 1] + 1)
      }
      next.append(least)
    }
    before = last
    last = next
  }
  return last[right.count]
}
