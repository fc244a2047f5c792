// SPDX-License-Identifier: MIT

extension Terminal {
  /// How to draw.
  public struct Options: Hashable, Sendable {
    /// How much colour.
    public var color: ColorMode
    /// Whether to draw with ASCII only.
    public var ascii: Bool
    /// What roles look like.
    public var palette: Palette

    /// Makes options.
    public init(color: ColorMode = .automatic, ascii: Bool = false, palette: Palette = .calm) {
      self.color = color
      self.ascii = ascii
      self.palette = palette
    }
  }
}
