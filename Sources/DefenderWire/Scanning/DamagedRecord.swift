// SPDX-License-Identifier: MIT

public import Incidents

/// Bytes that hold no valid record, for quarantine.
public struct DamagedRecord: Hashable, Sendable {
  /// The bytes; of a record that has more than it may, the first megabyte.
  public var bytes: [UInt8]
  /// What is wrong, as a phrase: "cut off", "trailing comma", "over 16 MB".
  public var reason: String
  /// Where the record begins.
  public var position: JSONPosition
  /// Where the damage was noticed.
  public var fault: JSONPosition

  /// Makes a damaged record.
  public init(bytes: [UInt8], reason: String, position: JSONPosition, fault: JSONPosition) {
    self.bytes = bytes
    self.reason = reason
    self.position = position
    self.fault = fault
  }

  /// The first thing in the bytes that is written like the id of an incident: a hint for people,
  /// since nothing in a damaged record can be trusted.
  public var likelyID: IncidentID? {
    let head = bytes.prefix(4096)
    for name in [#""id""#, #""incidentId""#] {
      let name = Array(name.utf8)
      for start in head.indices where head[start...].starts(with: name) {
        let rest = head[(start + name.count)...].drop { $0.isJSONSpace }
        guard rest.first == .colon else { continue }
        let value = rest.dropFirst().drop { $0.isJSONSpace || $0 == .quote }
        let text = value.prefix {
          !$0.isJSONSpace && !$0.isJSONStructure && $0 != .quote
        }
        return IncidentID(String(decoding: text, as: UTF8.self))
      }
    }
    return nil
  }
}
