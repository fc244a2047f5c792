// SPDX-License-Identifier: MIT

extension Setting {
  /// How soon incidents must be acknowledged and acted on, the worst severity first.
  public static let clocks = [
    acknowledge("high", "30m"), act("high", "4h"), acknowledge("medium", "2h"),
    act("medium", "24h"), acknowledge("low", "8h"), act("low", "72h"),
    acknowledge("informational", "24h"), act("informational", "7d"),
  ]

  private static func acknowledge(_ severity: String, _ standard: String) -> Setting {
    Setting(
      "clocks.\(severity).acknowledge", .duration, standard: .text(standard),
      help: "How soon incidents of severity \(severity) must be acknowledged.")
  }

  private static func act(_ severity: String, _ standard: String) -> Setting {
    Setting(
      "clocks.\(severity).act", .duration, standard: .text(standard),
      help: "How soon what they ask of you must be done.")
  }

  /// The minutes of a length of time as it is written; `nil` if it is none.
  public static func minutes(of text: String) -> Int? {
    let units: [UInt8: Int] = [
      UInt8(ascii: "m"): 1, UInt8(ascii: "h"): 60, UInt8(ascii: "d"): 1440,
      UInt8(ascii: "w"): 10_080,
    ]
    var total = 0
    var number: Int?
    for byte in text.utf8 {
      if (0x30...0x39).contains(byte) {
        number = (number ?? 0) * 10 + Int(byte - 0x30)
        guard number ?? 0 <= 129_600 else { return nil }
      } else {
        guard let count = number, let unit = units[byte] else { return nil }
        total += count * unit
        number = nil
      }
    }
    return number == nil && (1...129_600).contains(total) ? total : nil
  }
}
