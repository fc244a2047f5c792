// SPDX-License-Identifier: MIT

/// How well a name answers what was typed: the typed letters must all occur in it, in order.
///
/// Letters at the beginning of the name or of a word, and letters that stand together, count more;
/// letters left out between them count less. ASCII case does not matter.
struct FuzzyMatch: Hashable, Sendable {
  /// The more, the better.
  let score: Int
  /// The places of the matched scalars in the name, in order.
  let places: [Int]

  private static let letter = 16
  private static let together = 12
  private static let wordStart = 10
  private static let nameStart = 8
  private static let gap = 1
  private static let unreachable = Int.min / 2

  /// Matches every word typed with a name; `nil` if one of them does not occur.
  init?(_ typed: String, in name: String) {
    let scalars = Array(name.unicodeScalars)
    var score = 0
    var places: Set<Int> = []
    for word in typed.unicodeScalars.split(separator: " ") {
      guard let found = Self.best(word.map(Self.lowercased), scalars) else { return nil }
      score += found.score
      places.formUnion(found.places)
    }
    // Of two names that match alike, the shorter says it better.
    self.score = score - (places.isEmpty ? 0 : min(scalars.count, Self.letter) / 4)
    self.places = places.sorted()
  }

  /// The best way to find the letters of a word, one after the other.
  private static func best(
    _ word: [Unicode.Scalar], _ name: [Unicode.Scalar]
  ) -> (score: Int, places: [Int])? {
    guard !word.isEmpty, word.count <= name.count else { return nil }
    // `scores[i][j]` is the best with letter i at place j, `before` where letter i-1 then is.
    var scores: [[Int]] = []
    var before: [[Int]] = []
    for (index, letter) in word.enumerated() {
      var row = Array(repeating: unreachable, count: name.count)
      var from = Array(repeating: -1, count: name.count)
      var far = unreachable
      var farPlace = -1
      for place in name.indices {
        if index > 0, place >= 2 {
          far -= gap
          if scores[index - 1][place - 2] - gap > far {
            far = scores[index - 1][place - 2] - gap
            farPlace = place - 2
          }
        }
        guard lowercased(name[place]) == letter else { continue }
        let own = Self.letter + bonus(at: place, in: name)
        if index == 0 {
          row[place] = own - min(place, 8) * gap
          continue
        }
        let near = place > 0 ? scores[index - 1][place - 1] : unreachable
        let best = near + together >= far ? (near + together, place - 1) : (far, farPlace)
        if best.0 > unreachable / 2 {
          row[place] = own + best.0
          from[place] = best.1
        }
      }
      scores.append(row)
      before.append(from)
    }
    guard let last = scores.last, let score = last.max(), score > unreachable / 2,
      var place = last.firstIndex(of: score)
    else { return nil }
    var places: [Int] = []
    for index in word.indices.reversed() {
      places.append(place)
      place = before[index][place]
    }
    return (score, places.reversed())
  }

  private static func bonus(at place: Int, in name: [Unicode.Scalar]) -> Int {
    if place == 0 { return nameStart + wordStart }
    return isWord(name[place]) && !isWord(name[place - 1]) ? wordStart : 0
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": true
    default: scalar.value > 0x7F
    }
  }

  private static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) + 0x20) : scalar
  }
}
