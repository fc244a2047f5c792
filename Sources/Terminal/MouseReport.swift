// SPDX-License-Identifier: MIT

import Cells

/// What follows `ESC [ <` in a report of the mouse: `0;80;24M`, with columns and rows from 1
/// (xterm's mode 1006).
struct MouseReport {
  private var numbers = [0]
  private var isPress = false
  private var isWhole = false

  /// Takes one scalar, and says whether the report is over.
  ///
  /// However long it is: what would be left over would act as keys.
  mutating func take(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39:
      numbers[numbers.count - 1] = numbers[numbers.count - 1] % 100_000 * 10 + Int(scalar - 0x30)
      return false
    case 0x3B:
      // Three are enough; a fourth says that it is no report.
      if numbers.count < 4 { numbers.append(0) }
      return false
    case 0x4D, 0x6D:
      isPress = scalar == 0x4D
      isWhole = numbers.count == 3
      return true
    default: return true
    }
  }

  /// What it says; `nil` for what the console has no use for.
  var mouse: Mouse? {
    guard isWhole, isPress, numbers[1] > 0, numbers[2] > 0 else { return nil }
    let point = Point(row: numbers[2] - 1, column: numbers[1] - 1)
    // The button: 0 is the left one, 64 and 65 the wheel. With a modifier key it is another number.
    switch numbers[0] {
    case 0: return Mouse(.press, at: point)
    case 64: return Mouse(.wheelUp, at: point)
    case 65: return Mouse(.wheelDown, at: point)
    default: return nil
    }
  }
}
