// SPDX-License-Identifier: MIT

extension String {
  /// Whether two texts are the same bytes.
  ///
  /// `==` takes canonically equivalent texts for one, and finding that out takes time quadratic in
  /// the number of combining marks; both make it unfit for what the service wrote.
  func hasSameBytes(as other: String) -> Bool {
    utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }

  /// As much of the text as fits in so many bytes, cut between scalars.
  package func prefix(bytes limit: Int) -> String {
    guard utf8.count > limit else { return self }
    var end = utf8.index(utf8.startIndex, offsetBy: limit)
    while end.samePosition(in: unicodeScalars) == nil { end = utf8.index(before: end) }
    return String(self[..<end])
  }
}

extension GraphValue {
  /// The value, with the raw text of an unknown one cut to so many bytes.
  func prefix(bytes limit: Int) -> Self {
    guard let raw = unrecognizedName, raw.utf8.count > limit else { return self }
    return .unrecognized(raw.prefix(bytes: limit))
  }
}
