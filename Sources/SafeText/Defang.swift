// SPDX-License-Identifier: MIT

/// Indicators written so that nothing opens, resolves, or mails them by accident.
///
/// `https://evil.example` becomes `[https]://evil[.]example`. Reading back undoes exactly one
/// level: ``refanged(_:)`` of ``defanged(_:)`` is the original for every string, also for one that
/// holds brackets or is defanged already. Reading also takes the older `hxxp`, `(.)` and `[dot]`.
public enum Defang {
  /// The indicator with its scheme, dots, at signs, and the colons of IPv6 literals in brackets.
  public static func defanged(_ indicator: String) -> String {
    let text = Array(indicator.unicodeScalars)
    let addressColons = text.colonsOfIPv6
    var output = String.UnicodeScalarView()
    var index = 0
    while index < text.count {
      if let end = text.scheme(at: index) {
        output.append(contentsOf: text[index..<end].bracketed)
        index = end
      } else if text.isWord("[dot]", at: index) {
        output.append(contentsOf: text[index..<(index + 5)].bracketed)
        index += 5
      } else {
        let scalar = text[index]
        let isBare = scalar == ":" && text.isWord("[:]", at: index - 1)
        if scalar == "." || scalar == "@" || addressColons.contains(index) || isBare {
          output.append(contentsOf: [scalar][...].bracketed)
        } else {
          output.append(scalar)
        }
        index += 1
      }
    }
    return String(output)
  }

  /// The indicator that was meant.
  public static func refanged(_ indicator: String) -> String {
    let text = Array(indicator.unicodeScalars)
    var output = String.UnicodeScalarView()
    var index = 0
    while index < text.count {
      let (meant, length) = text.meaning(at: index)
      output.append(contentsOf: meant)
      index += length
    }
    return String(output)
  }
}

extension ArraySlice<Unicode.Scalar> {
  fileprivate var bracketed: [Unicode.Scalar] { ["["] + self + ["]"] }
}

extension Unicode.Scalar {
  fileprivate var isLetterOrDigit: Bool {
    ("a"..."z").contains(self) || ("A"..."Z").contains(self) || ("0"..."9").contains(self)
  }

  /// Whether a scheme may hold it; RFC 3986 has the dot too, but dots get brackets of their own.
  fileprivate var isOfScheme: Bool { isLetterOrDigit || self == "+" || self == "-" }
}

extension [Unicode.Scalar] {
  /// Whether a lower-case ASCII word stands at an index, in whatever case.
  fileprivate func isWord(_ word: String, at index: Int) -> Bool {
    guard index >= 0 else { return false }
    var place = index
    for expected in word.unicodeScalars {
      guard place < count else { return false }
      let found = self[place]
      let isCapital = ("A"..."Z").contains(found) && found.value + 32 == expected.value
      guard found == expected || isCapital else { return false }
      place += 1
    }
    return true
  }

  /// Where the scheme that begins at an index ends, if it is one that needs brackets.
  fileprivate func scheme(at index: Int) -> Int? {
    guard self[index].isOfScheme, index == 0 || !self[index - 1].isOfScheme else { return nil }
    let end = self[index...].firstIndex { !$0.isOfScheme } ?? endIndex
    let wasOpened = index > 0 && self[index - 1] == "["
    let colon = wasOpened ? endOfClosers(from: end) : end
    return isWord("://", at: colon) ? end : nil
  }

  private func endOfClosers(from index: Int) -> Int {
    self[index...].firstIndex { $0 != "]" } ?? endIndex
  }

  /// What the text at an index means, and how many of its scalars say so.
  fileprivate func meaning(at index: Int) -> (ArraySlice<Unicode.Scalar>, length: Int) {
    let isInsideWord = index > 0 && self[index - 1].isOfScheme
    switch self[index] {
    case "[":
      let end = self[(index + 1)...].firstIndex { !$0.isOfScheme } ?? endIndex
      if end > index + 1, end < endIndex, self[end] == "]",
        isWord("://", at: endOfClosers(from: end))
      {
        return (self[(index + 1)..<end], end + 1 - index)
      }
      if isWord("[[dot]]", at: index) { return (self[(index + 1)..<(index + 6)], 7) }
      if isWord("[dot]", at: index) { return (["."], 5) }
      for word in ["[.]", "[@]", "[:]"] where isWord(word, at: index) {
        return (self[(index + 1)..<(index + 2)], 3)
      }
    case "(":
      if isWord("(.)", at: index) { return (["."], 3) }
    case "h", "H":
      if !isInsideWord && isWord("hxxp://", at: index) { return (["h", "t", "t", "p"], 4) }
      if !isInsideWord && isWord("hxxps://", at: index) { return (["h", "t", "t", "p", "s"], 5) }
    default: break
    }
    return (self[index..<(index + 1)], 1)
  }

  /// Where the colons of IPv6 literals are.
  fileprivate var colonsOfIPv6: Set<Int> {
    var found: Set<Int> = []
    var start = 0
    while start < count {
      guard self[start].isOfIPv6 else {
        start += 1
        continue
      }
      let end = self[start...].firstIndex { !$0.isOfIPv6 } ?? endIndex
      let isWhole =
        (start == 0 || !self[start - 1].isLetterOrDigit)
        && (end == endIndex || !self[end].isLetterOrDigit)
      let colons = (start..<end).filter { self[$0] == ":" }
      let isShort = zip(colons, colons.dropFirst()).contains { $1 == $0 + 1 }
      if isWhole && (isShort || colons.count == 7) {
        // The colon of `://` stays: it is what makes a scheme.
        found.formUnion(colons.filter { !isWord("://", at: $0) })
      }
      start = end
    }
    return found
  }
}

extension Unicode.Scalar {
  fileprivate var isOfIPv6: Bool {
    ("0"..."9").contains(self) || ("a"..."f").contains(self) || ("A"..."F").contains(self)
      || self == ":" || self == "."
  }
}
