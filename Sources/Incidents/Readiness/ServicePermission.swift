// SPDX-License-Identifier: MIT

/// A permission the organisation can grant to the experts.
public enum ServicePermission: String, CaseIterable, Hashable, Sendable {
  /// They investigate and say what to do.
  case guide
  /// They act themselves.
  case respond

  /// What a record of it says.
  public enum Answer: GraphValue {
    /// It was granted.
    case granted
    /// It was not.
    case notGranted
    /// Something this version does not know, verbatim.
    case unrecognized(String)

    /// Every known name.
    public static let names: [(name: String, value: Answer)] = [
      ("granted", .granted), ("notGranted", .notGranted),
    ]

    /// The raw text of what this version does not know.
    public var unrecognizedName: String? {
      if case .unrecognized(let raw) = self { raw } else { nil }
    }

    /// The name on screen.
    public var title: String {
      switch self {
      case .granted: "granted"
      case .notGranted: "not granted"
      case .unrecognized(let raw): raw
      }
    }
  }

  /// The field that says whether it was granted.
  public static let field = "state"
  /// The field of what must be said with it.
  public static let note = "note"

  /// The name in the portal.
  public var title: String {
    switch self {
    case .guide: "Investigate incidents and guide my responses"
    case .respond: "Respond directly to active threats"
    }
  }

  /// What it lets the experts do.
  public var help: String {
    switch self {
    case .guide: "The experts investigate and say what to do; your team does it."
    case .respond: "The experts also carry out responses themselves, but for what is excluded."
    }
  }

  /// The record of it.
  public var subject: Subject? { Subject(.permission, rawValue) }
}
