// SPDX-License-Identifier: MIT

/// How the store stands: what a shift must know of its tool.
public struct StoreHealth: Hashable, Sendable {
  /// When data was last imported; `nil` if never.
  public var importedAt: Timestamp?
  /// How many records of that import could not be read.
  public var unread: Int
  /// Why nothing can be written, as a sentence; `nil` if it can.
  public var readOnlyReason: String?

  /// Makes it.
  public init(importedAt: Timestamp?, unread: Int, readOnlyReason: String?) {
    self.importedAt = importedAt
    self.unread = unread
    self.readOnlyReason = readOnlyReason
  }
}
