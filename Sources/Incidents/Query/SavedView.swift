// SPDX-License-Identifier: MIT

/// A query with a name.
public struct SavedView: Hashable, Sendable {
  /// The name.
  public var name: String
  /// The query, as typed.
  public var query: String

  /// Makes a view.
  public init(name: String, query: String) {
    self.name = name
    self.query = query
  }

  /// The views everybody has.
  public static let builtIn = [
    SavedView(name: "open", query: ""),
    SavedView(name: "yours", query: "is:yours"),
    SavedView(name: "unacknowledged", query: "is:unacked"),
    SavedView(name: "mine", query: "is:mine"),
    SavedView(name: "high", query: "sev:high.."),
    SavedView(name: "changed", query: "is:changed"),
    SavedView(name: "all", query: "is:any"),
  ]
}
