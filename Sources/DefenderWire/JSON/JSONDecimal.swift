// SPDX-License-Identifier: MIT

/// A number's value in a form in which equal values are equal: significant digits without zeros at
/// either end, and a power of ten.
struct JSONDecimal: Equatable {
  private var isNegative = false
  private var digits: [UInt8] = []
  private var exponent = 0

  /// Takes a number the parser has accepted; `nil` if its exponent is beyond reason.
  init?(_ text: ArraySlice<UInt8>) {
    var hasPoint = false
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      index += 1
      switch byte {
      case 0x2D: isNegative = true
      case 0x2E: hasPoint = true
      case 0x65, 0x45:
        guard let power = Self.power(text[index...]) else { return nil }
        exponent += power
        index = text.endIndex
      default:
        if hasPoint { exponent -= 1 }
        if byte != 0x30 || !digits.isEmpty { digits.append(byte - 0x30) }
      }
    }
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    if digits.isEmpty { (isNegative, exponent) = (false, 0) }
  }

  private static func power(_ text: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in text where byte.isDigit {
      value = value * 10 + Int(byte - 0x30)
      if value > 1_000_000_000 { return nil }
    }
    return text.first == 0x2D ? -value : value
  }

  /// The value, if it has no fraction and fits.
  var integer: Int64? {
    guard exponent >= 0, digits.count + exponent <= 19 else { return nil }
    var value: Int64 = 0
    for digit in digits + Array(repeating: 0, count: exponent) {
      // Built downwards, because the least integer has no positive counterpart.
      let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, underflow) = tens.subtractingReportingOverflow(Int64(digit))
      if overflow || underflow { return nil }
      value = sum
    }
    if isNegative { return value }
    return value == .min ? nil : -value
  }
}
