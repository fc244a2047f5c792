// SPDX-License-Identifier: MIT

/// The name somebody probably meant.
public enum Nearest {
  /// The nearest of some names to a word, in any case; `nil` if none is near.
  public static func name(to word: String, among names: [String]) -> String? {
    let word = scalars(word)
    // Whoever can write whole books into the file cannot make this take long.
    guard word.count <= 64 else { return nil }
    let found = names.map { (name: $0, distance: distance(word, scalars($0))) }
      .min { $0.distance < $1.distance }
    guard let found, found.distance <= max(1, (word.count + 1) / 3) else { return nil }
    return found.name
  }

  /// ` Did you mean …?`, or nothing.
  public static func question(_ word: String, among names: [String]) -> String {
    name(to: word, among: names).map { " Did you mean \($0)?" } ?? ""
  }

  private static func scalars(_ text: String) -> [Unicode.Scalar] {
    Array(text.lowercased().unicodeScalars)
  }

  /// How many insertions, deletions, replacements and swaps of neighbours lie between two words.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var older: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var next = [row + 1]
      for column in right.indices {
        let isSame = left[row] == right[column]
        var least = min(last[column] + (isSame ? 0 : 1), last[column + 1] + 1, next[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          least = min(least, older[column - 1] + 1)
        }
        next.append(least)
      }
      older = last
      last = next
    }
    return last[right.count]
  }
}
