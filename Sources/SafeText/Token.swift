// SPDX-License-Identifier: MIT

extension [Glyph] {
  /// The glyphs of `\u{HEX}`, or `\u{HEX*count}` for more than one.
  static func token(_ scalar: Unicode.Scalar, count: Int = 1) -> [Glyph] {
    let spelled = "\\u{" + String(scalar.value, radix: 16, uppercase: true)
    let ending = count > 1 ? "*\(count)}" : "}"
    return (spelled + ending).unicodeScalars.map { Glyph($0, isToken: true) }
  }

  /// Replaces a literal backslash that the next glyph would turn into the start of a token.
  ///
  /// Looking at what was drawn instead of at what comes keeps this right when scalars between the
  /// backslash and the brace were left out. Answers whether there was one.
  @discardableResult
  mutating func guardAgainstImitation(by next: Glyph) -> Bool {
    guard next.base == "{", !next.isToken, count >= 2 else { return false }
    let letter = self[count - 1]
    guard letter == Glyph("u"), self[count - 2] == Glyph("\\") else { return false }
    removeLast(2)
    append(contentsOf: Self.token("\\"))
    append(letter)
    return true
  }
}

extension VisibleText {
  /// The longest run a token may stand for when it is read back.
  static let longestRun = 1 << 24

  /// The original scalars of the text form of an injective text.
  ///
  /// What is no token as this module writes it is taken literally.
  public static func decode(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var rest = Array(text.unicodeScalars)[...]
    while let first = rest.first {
      if first == "\\", let token = readToken(rest) {
        for _ in 0..<token.count { scalars.append(token.scalar) }
        rest = rest.dropFirst(token.length)
      } else {
        scalars.append(first)
        rest = rest.dropFirst()
      }
    }
    return String(scalars)
  }

  private static func readToken(
    _ text: ArraySlice<Unicode.Scalar>
  ) -> (scalar: Unicode.Scalar, count: Int, length: Int)? {
    guard text.starts(with: ["\\", "u", "{"]) else { return nil }
    // The longest token is \u{10FFFF*16777216}; a missing brace must not cost a look at the rest.
    let body = text.dropFirst(3).prefix(16)
    guard let end = body.firstIndex(of: "}") else { return nil }
    let parts = body[..<end].split(separator: "*", omittingEmptySubsequences: false)
    guard
      parts.count <= 2, let hex = parts.first,
      let value = UInt32(spelling(hex), radix: 16), let scalar = Unicode.Scalar(value),
      spelling(hex) == String(value, radix: 16, uppercase: true)
    else { return nil }
    let length = end + 1 - text.startIndex
    guard parts.count == 2 else { return (scalar, 1, length) }
    guard
      let count = Int(spelling(parts[1])), count >= 2, count <= longestRun,
      spelling(parts[1]) == String(count)
    else { return nil }
    return (scalar, count, length)
  }

  private static func spelling(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
