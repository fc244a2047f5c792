// SPDX-License-Identifier: MIT

/// What a cell means; a theme decides what that looks like.
public enum Role: UInt8, CaseIterable, Hashable, Sendable {
  /// Ordinary text.
  case text
  /// Secondary text: labels, units, hints.
  case muted
  /// Borders and rules.
  case chrome
  /// Titles of panes and dialogs.
  case title
  /// The one accent: focus, keys that can be pressed.
  case accent
  /// Severity high, and severity unknown (which counts as high).
  case severityHigh
  /// Severity medium.
  case severityMedium
  /// Severity low.
  case severityLow
  /// Severity informational.
  case severityInformational
  /// The ball is with the customer.
  case yourMove
  /// A clock ran out.
  case overdue
  /// Done, completed, saved.
  case done
  /// Something that asks for attention.
  case warning
  /// An error, a failure.
  case failure
  /// A refused scalar shown as `\u{…}`, always in reverse.
  case token
}

/// How a cell looks: a role and emphasis that does not depend on colour.
public struct Style: Hashable, Sendable {
  /// Emphasis that works in every theme.
  public struct Emphasis: OptionSet, Hashable, Sendable {
    /// The raw bits.
    public let rawValue: UInt8
    /// Makes emphasis from raw bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Bold.
    public static let bold = Emphasis(rawValue: 1)
    /// Foreground and background exchanged.
    public static let reverse = Emphasis(rawValue: 2)
    /// Underlined.
    public static let underline = Emphasis(rawValue: 4)
  }

  /// The meaning.
  public var role: Role
  /// The emphasis.
  public var emphasis: Emphasis

  /// Makes a style.
  public init(_ role: Role, _ emphasis: Emphasis = []) {
    self.role = role
    self.emphasis = emphasis
  }

  /// The style with more emphasis.
  public func with(_ more: Emphasis) -> Style { Style(role, emphasis.union(more)) }

  /// Ordinary text.
  public static let text = Style(.text)
  /// Secondary text.
  public static let muted = Style(.muted)
  /// Borders and rules.
  public static let chrome = Style(.chrome)
  /// Titles.
  public static let title = Style(.title, .bold)
  /// The accent.
  public static let accent = Style(.accent)
}
