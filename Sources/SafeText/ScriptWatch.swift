// SPDX-License-Identifier: MIT

/// Finds words that pass for others.
///
/// Either letters of several alphabets are in one, or all letters of a word of another alphabet look
/// Latin, unless the text is plainly written in that alphabet and has nothing Latin in it.
///
/// The alphabets are those with letters that look alike (Unicode Technical Standard #39); Latin
/// beside Han, Kana or Hangul is ordinary, wide letters included, and is not found.
struct ScriptWatch {
  private static let latin: UInt16 = 1
  private static let wide: UInt16 = 256

  private var word: UInt16 = 0
  private var looksLatin = true
  private var hasLatin = false
  private var mixed = 0
  private var lookalikes = 0
  private var wideWords = 0
  private var hasHan = false
  /// Whether a word has letters of another alphabet that look like none of Latin.
  private var isPlainlyForeign = false

  /// How many such words there were.
  var count: Int {
    mixed + (hasHan ? 0 : wideWords) + (hasLatin || !isPlainlyForeign ? lookalikes : 0)
  }

  mutating func take(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x80 {
      if (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A {
        word |= Self.latin
        hasLatin = true
      } else if value < 0x30 || value > 0x39 {
        endWord()
      }
      return
    }
    guard let script = scalar.script else {
      if scalar.endsWord { endWord() }
      hasHan = hasHan || scalar.isHan
      return
    }
    word |= script
    if script == Self.latin {
      hasLatin = true
    } else {
      looksLatin = looksLatin && scalar.looksLatin
    }
  }

  /// Ends the last word; call it when the text ends.
  mutating func endWord() {
    if word & (word &- 1) != 0 {
      mixed += 1
    } else if word == Self.wide {
      wideWords += 1
    } else if word > Self.latin {
      if looksLatin { lookalikes += 1 } else { isPlainlyForeign = true }
    }
    word = 0
    looksLatin = true
  }
}

extension Unicode.Scalar {
  /// The bit of an alphabet with letters that look like those of another; `nil` for the rest.
  fileprivate var script: UInt16? {
    switch value {
    case 0xD7, 0xF7: nil
    case 0xC0...0x2AF, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA722...0xA7FF, 0xAB30...0xAB6F,
      0xFB00...0xFB06:
      1
    case 0x370...0x3FF, 0x1F00...0x1FFF: 2
    case 0x400...0x52F, 0x1C80...0x1C8F, 0xA640...0xA69F: 4
    case 0x530...0x58F: 8
    case 0x13A0...0x13FF, 0xAB70...0xABBF: 16
    case 0x2C80...0x2CFF: 32
    case 0xA4D0...0xA4FF: 64
    // Letters for formulas, bold, script or double-struck.
    case 0x1D400...0x1D7FF: 128
    // Latin letters as wide as Han.
    case 0xFF21...0xFF3A, 0xFF41...0xFF5A: 256
    default: nil
    }
  }

  /// Whether it is Han, Kana or Hangul.
  fileprivate var isHan: Bool {
    switch value {
    case 0x1100...0x11FF, 0x3005...0x3006, 0x3041...0x33FF, 0x3400...0x9FFF, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x323AF:
      true
    default: false
    }
  }

  /// Whether a word ends before it: spaces, dashes, quotes and other marks of punctuation, but
  /// nothing that cannot be seen.
  fileprivate var endsWord: Bool {
    switch value {
    case 0xA0, 0xAB, 0xB7, 0xBB, 0x1680, 0x2000...0x200A, 0x2010...0x2029, 0x202F...0x205F, 0x3000:
      true
    default: false
    }
  }

  /// Whether it looks like a Latin letter in most type faces.
  fileprivate var looksLatin: Bool {
    switch value {
    case 0x1D400...0x1D7FF, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
    // а е о р с у х і ѕ ј һ ӏ ԁ ԛ ԝ
    case 0x430, 0x435, 0x43E, 0x440, 0x441, 0x443, 0x445, 0x456, 0x455, 0x458, 0x4BB, 0x4CF, 0x501,
      0x51B, 0x51D:
      true
    // ѵ ү һ
    case 0x475, 0x4AF: true
    // Ѵ Ү Һ Ӏ Ԁ Ԛ Ԝ
    case 0x474, 0x4AE, 0x4BA, 0x4C0, 0x500, 0x51A, 0x51C: true
    // Armenian: Լ Ս Տ Օ զ հ ո ս ց օ
    case 0x53C, 0x54D, 0x54F, 0x555, 0x566, 0x570, 0x578, 0x57D, 0x581, 0x585: true
    // Greek: Ϲ ϲ Ϳ ϳ
    case 0x3F9, 0x3F2, 0x37F, 0x3F3: true
    // А В Е К М Н О Р С Т Х І Ѕ Ј
    case 0x410, 0x412, 0x415, 0x41A, 0x41C, 0x41D, 0x41E, 0x420, 0x421, 0x422, 0x425, 0x406, 0x405,
      0x408:
      true
    // Α Β Ε Ζ Η Ι Κ Μ Ν Ο Ρ Τ Υ Χ ο ν
    case 0x391, 0x392, 0x395, 0x396, 0x397, 0x399, 0x39A, 0x39C, 0x39D, 0x39F, 0x3A1, 0x3A4, 0x3A5,
      0x3A7, 0x3BF, 0x3BD:
      true
    default: false
    }
  }
}
