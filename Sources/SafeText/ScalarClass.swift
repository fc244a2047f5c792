// SPDX-License-Identifier: MIT

/// What a scalar may do on the screen; raw values are those in `WidthTable`.
enum ScalarClass: UInt8 {
  /// Unassigned, private, a noncharacter, or of a width the C library disagrees with.
  case refused
  /// Drawn in one column.
  case narrow
  /// Drawn in two columns.
  case wide
  /// Drawn over the glyph before it.
  case mark
  /// Drawn in a column of its own, but belongs to the glyph before it.
  case spacingMark
  /// A mark that encloses the glyph before it.
  case enclosing
  /// C0, DEL and C1.
  case control
  /// Changes the direction of what follows.
  case bidi
  /// Not visible at all.
  case invisible
  /// Blank, but not a space.
  case filler
  /// A space other than U+0020.
  case space
  /// A skin tone.
  case emojiModifier
  /// Half of a flag.
  case regional
  /// A letter written from right to left, one column.
  case rightToLeft
  /// U+2028 and U+2029.
  case separator
  /// Other format characters.
  case format

  /// The class of a scalar.
  init(_ scalar: Unicode.Scalar) {
    if scalar.value >= 0x20 && scalar.value < 0x7F {
      self = .narrow
      return
    }
    // The last range that starts at or before the scalar; the table has no gaps.
    let key = scalar.value << 8 | 0xFF
    var low = 0
    var high = WidthTable.starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if WidthTable.starts[middle] <= key { low = middle } else { high = middle }
    }
    self = ScalarClass(rawValue: UInt8(truncatingIfNeeded: WidthTable.starts[low])) ?? .refused
  }
}

extension Unicode.Scalar {
  /// Whether joiners between this and a like scalar are part of ordinary spelling: Arabic, Indic.
  var usesJoiners: Bool {
    switch value {
    case 0x0600...0x06FF, 0x0750...0x077F, 0x0870...0x08FF, 0x0900...0x0DFF: true
    default: false
    }
  }

  /// ZERO WIDTH NON-JOINER or ZERO WIDTH JOINER.
  var isJoiner: Bool { value == 0x200C || value == 0x200D }
}
