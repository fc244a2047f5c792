// SPDX-License-Identifier: MIT

public import Cells

extension Terminal {
  /// How to draw.
  public struct Options: Hashable, Sendable {
    /// How much colour.
    public var color: ColorMode
    /// Whether to draw with ASCII only.
    public var ascii: Bool
    /// Whether to draw for screen readers: words instead of signs and lines.
    public var plain: Bool
    /// What roles look like at first.
    public var theme: Theme

    /// Makes options.
    public init(
      color: ColorMode = .automatic, ascii: Bool = false, plain: Bool = false,
      theme: Theme = .dark
    ) {
      self.color = color
      self.ascii = ascii
      self.plain = plain
      self.theme = theme
    }
  }
}
