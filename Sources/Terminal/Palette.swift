// SPDX-License-Identifier: MIT

public import Cells

/// What each role looks like.
public struct Palette: Hashable, Sendable {
  /// How one role is drawn.
  public struct Look: Hashable, Sendable {
    /// Index among 256 colours, or -1 for the terminal's own foreground.
    public var cube: Int16
    /// Index among 8 colours, or -1.
    public var basic: Int16
    /// Emphasis in colour.
    public var emphasis: Style.Emphasis
    /// Emphasis without colour.
    public var monochrome: Style.Emphasis

    /// Makes a look; without a word on monochrome it keeps the emphasis.
    public init(
      cube: Int16 = -1, basic: Int16 = -1, _ emphasis: Style.Emphasis = [],
      monochrome: Style.Emphasis? = nil
    ) {
      self.cube = cube
      self.basic = basic
      self.emphasis = emphasis
      self.monochrome = monochrome ?? emphasis
    }
  }

  /// What all of it stands on; `nil` is the terminal's own.
  public struct Ground: Hashable, Sendable {
    /// Index among 256 colours.
    public var cube: Int16
    /// Index among 8 colours.
    public var basic: Int16
  }

  /// What all of it stands on; `nil` is the terminal's own.
  public let ground: Ground?
  private var looks: [Look]

  /// Makes a palette; roles left out are `text`.
  public init(on ground: Ground? = nil, text: Look = Look(), _ looks: [Role: Look]) {
    self.ground = ground
    self.looks = Role.allCases.map { role in
      guard var look = looks[role] else { return text }
      if look.cube < 0 { look.cube = text.cube }
      if look.basic < 0 { look.basic = text.basic }
      return look
    }
  }

  /// The look of a role.
  public subscript(role: Role) -> Look { looks[Int(role.rawValue)] }

  /// What a style comes to at a depth.
  ///
  /// Reverse on reverse cancels, so that what stands out in a row still does in the selected row.
  public func appearance(of style: Style, depth: ColorDepth) -> Appearance {
    let look = self[style.role]
    let own = depth == .monochrome ? look.monochrome : look.emphasis
    var emphasis = own.union(style.emphasis)
    if own.contains(.reverse) && style.emphasis.contains(.reverse) { emphasis.remove(.reverse) }
    let (foreground, background): (Int16, Int16) =
      switch depth {
      case .monochrome: (-1, -1)
      case .basic: (look.basic, ground?.basic ?? -1)
      case .ansi256: (look.cube, ground?.cube ?? -1)
      }
    return Appearance(foreground: foreground, background: background, emphasis: emphasis)
  }
}

/// A style made concrete for one terminal.
public struct Appearance: Hashable, Sendable {
  /// The colour index, or -1 for the terminal's own.
  public let foreground: Int16
  /// The colour index behind it, or -1 for the terminal's own.
  public let background: Int16
  /// The emphasis.
  public let emphasis: Style.Emphasis

  /// Makes an appearance.
  public init(foreground: Int16, background: Int16 = -1, emphasis: Style.Emphasis) {
    self.foreground = foreground
    self.background = background
    self.emphasis = emphasis
  }
}
