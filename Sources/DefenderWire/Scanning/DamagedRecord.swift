// SPDX-License-Identifier: MIT

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
}
