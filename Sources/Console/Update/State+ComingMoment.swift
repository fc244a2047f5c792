// SPDX-License-Identifier: MIT

import Incidents

extension State {
  /// How a moment to come can be written.
  static let comingForms = "30m, 2h, 3d"

  /// The moment a text means; `nil` if it is none, or not to come.
  func comingMoment(_ text: String) -> Timestamp? {
    let bytes = Array(text.trimmed.utf8)
    let units: [UInt8: Int64] = [
      UInt8(ascii: "m"): 1, UInt8(ascii: "h"): 60, UInt8(ascii: "d"): 1440,
    ]
    guard (2...5).contains(bytes.count), let unit = bytes.last.flatMap({ units[$0] }),
      let count = Int64(String(decoding: bytes.dropLast(), as: UTF8.self)), count > 0
    else { return nil }
    return Timestamp(milliseconds: now.milliseconds + count * unit * 60_000)
  }
}
