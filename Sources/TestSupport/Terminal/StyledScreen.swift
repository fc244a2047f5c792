// SPDX-License-Identifier: MIT

/// A screen captured with its attributes; a style lasts until changed, also past a line's end.
public struct StyledScreen: Sendable {
  /// The style of the first character of each line, as SGR codes (`1`, `7`, `38;5;160`).
  public private(set) var leading: [Set<String>] = []

  /// Reads lines with SGR sequences.
  public init(_ lines: [String]) {
    var style: Set<String> = []
    for line in lines {
      var rest = line.unicodeScalars[...]
      var isFirst = true
      while let scalar = rest.popFirst() {
        if scalar == "\u{1B}" {
          let codes = rest.dropFirst().prefix { $0 != "m" }
          rest = rest.dropFirst(codes.count + 2)
          Self.apply(String(String.UnicodeScalarView(codes)), to: &style)
        } else if isFirst {
          leading.append(style)
          isFirst = false
        }
      }
      if isFirst { leading.append(style) }
    }
  }

  private static func apply(_ codes: String, to style: inout Set<String>) {
    var parts = codes.split(separator: ";").map(String.init)[...]
    if parts.isEmpty { style = [] }
    while let code = parts.popFirst() {
      switch code {
      case "0": style = []
      case "39", "49":
        style = style.filter { !$0.hasPrefix(code.dropLast()) }
      case "38", "48":
        style.insert(([code] + parts.prefix(2)).joined(separator: ";"))
        parts = parts.dropFirst(2)
      default: style.insert(code)
      }
    }
  }
}
