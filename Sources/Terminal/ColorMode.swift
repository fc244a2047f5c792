// SPDX-License-Identifier: MIT

/// How much colour the user asked for.
public enum ColorMode: String, CaseIterable, Hashable, Sendable {
  /// What the terminal offers, and none if `NO_COLOR` is set.
  case automatic = "auto"
  /// None; meaning stays in words and emphasis.
  case never
  /// At most the sixteen basic colours.
  case sixteen = "16"
  /// At most 256 colours.
  case ansi256 = "256"

  /// The depth to draw with.
  ///
  /// An explicit wish outranks `NO_COLOR`, but not the terminal.
  ///
  /// `available` is terminfo's number of colours, 0 for none; `noColor` whether `NO_COLOR` is set
  /// and not empty (no-color.org).
  public func depth(available: Int, noColor: Bool) -> ColorDepth {
    switch self {
    case .never: .monochrome
    case .automatic: noColor ? .monochrome : ColorDepth(colors: available)
    case .sixteen: min(.basic, ColorDepth(colors: available))
    case .ansi256: ColorDepth(colors: available)
    }
  }
}

/// The colours there are to draw with.
public enum ColorDepth: Int, CaseIterable, Hashable, Sendable, Comparable {
  /// No colour.
  case monochrome
  /// The eight colours every colour terminal has; the bright eight are left alone, because
  /// well-known schemes paint one of them like the background.
  case basic
  /// The fixed cube of 256.
  case ansi256

  /// The depth for a number of colours.
  public init(colors: Int) {
    self = colors >= 256 ? .ansi256 : colors >= 8 ? .basic : .monochrome
  }

  /// Fewer colours first.
  public static func < (left: ColorDepth, right: ColorDepth) -> Bool {
    left.rawValue < right.rawValue
  }
}
