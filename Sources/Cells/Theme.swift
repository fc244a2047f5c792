// SPDX-License-Identifier: MIT

/// What the roles look like, by name; the terminal knows the colours.
public enum Theme: String, CaseIterable, Hashable, Sendable {
  /// For a dark terminal.
  case dark
  /// For a light terminal.
  case light
  /// As far apart as colours can be, on a background of its own.
  case highContrast = "high-contrast"
  /// No colours: bold, reverse and underline.
  case mono

  /// The theme after this one, round and round.
  public var next: Theme {
    let all = Self.allCases
    let place = all.firstIndex(of: self) ?? 0
    return all[(place + 1) % all.count]
  }
}
