// SPDX-License-Identifier: MIT

extension Subject {
  /// The record of a kind that is about a text: the same text, whatever its case, blanks and
  /// punctuation, names the same record; `nil` for a text without a letter or digit.
  ///
  /// The name is the text's first words, so that a person can read it, and a hash of all of it, so
  /// that two texts that begin alike differ.
  public init?(_ noun: RecordNoun, namedAfter text: String) {
    let hashed = String(
      decoding: Array(Self.words(of: text).joined(separator: [0x20])), as: UTF8.self)
    self.init(noun, namedAfter: text, hashing: hashed)
  }

  /// The same, with the hash of another text; `nil` for a text without a letter or digit.
  init?(_ noun: RecordNoun, namedAfter text: String, hashing hashed: String) {
    let words = Self.words(of: text)
    guard !words.isEmpty else { return nil }
    // FNV-1a, 64 bits.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in hashed.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    let plain = words.filter { $0.allSatisfy { $0 < 0x80 } }
    var name = ""
    for word in plain.prefix(6) {
      let next = String(decoding: word.prefix(24), as: UTF8.self)
      guard name.utf8.count + next.utf8.count < 48 else { break }
      name += next + "-"
    }
    let digits = String(hash, radix: 16)
    let zeros = String(repeating: "0", count: 16 - digits.utf8.count)
    self.init(noun, name + (zeros + digits).prefix(10))
  }

  /// The words of a text: letters, digits and whatever is not ASCII, in lower case.
  private static func words(of text: String) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte + 32)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
        word.append(byte)
      default:
        if !word.isEmpty { words.append(word) }
        word = []
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}
