// SPDX-License-Identifier: MIT

import Cells
import Glibc
import Testing

@testable import Terminal

@Suite struct `Palette and colour` {
  /// The roles that are lines and no text.
  static let lines: Set<Role> = [.chrome]
  static let textRoles = Role.allCases.filter { !lines.contains($0) }
  /// Backgrounds people call dark: all greys from black to #1e1e1e.
  static let darkGrounds = (0...30).map { level in Colour(red: level, green: level, blue: level) }
  static let white = Colour(red: 255, green: 255, blue: 255)
  /// What stands for the terminal's own foreground on a dark and on a light background: the
  /// faintest that common schemes have.
  static let grey = Colour(red: 170, green: 170, blue: 170)
  static let black = Colour(red: 51, green: 51, blue: 51)

  /// The two colours of a text, as far as they are known.
  private func pair(
    _ role: Role, _ emphasis: Style.Emphasis, _ theme: Theme, own: Colour, ground: Colour
  ) -> (front: Colour, back: Colour) {
    let look = theme.palette.appearance(of: Style(role, emphasis), depth: .ansi256)
    let front = look.foreground < 0 ? own : Colour(look.foreground)
    let back = look.background < 0 ? ground : Colour(look.background)
    return look.emphasis.contains(.reverse) ? (back, front) : (front, back)
  }

  @Test(arguments: textRoles)
  func `dark has 4.5 to 1 on every dark background, in a selected row too`(role: Role) {
    for ground in Self.darkGrounds {
      for emphasis in [[], .reverse] as [Style.Emphasis] {
        let (front, back) = pair(role, emphasis, .dark, own: Self.grey, ground: ground)
        #expect(front.contrast(to: back) >= 4.5, "\(role) on \(ground)")
      }
    }
  }

  @Test(arguments: textRoles)
  func `light has 4.5 to 1 on white, in a selected row too`(role: Role) {
    for emphasis in [[], .reverse] as [Style.Emphasis] {
      let (front, back) = pair(role, emphasis, .light, own: Self.black, ground: Self.white)
      #expect(front.contrast(to: back) >= 4.5, "\(role)")
    }
  }

  @Test(arguments: Role.allCases)
  func `high contrast brings its background, and has 7 to 1 on it whatever the terminal's`(
    role: Role
  ) {
    for ground in Self.darkGrounds + [Self.white] {
      for emphasis in [[], .reverse] as [Style.Emphasis] {
        let (front, back) = pair(role, emphasis, .highContrast, own: ground, ground: ground)
        #expect(front.contrast(to: back) >= 7, "\(role) on \(ground)")
      }
    }
  }

  @Test func `lines have 3 to 1`() {
    for role in Self.lines {
      for ground in Self.darkGrounds {
        let (front, back) = pair(role, [], .dark, own: Self.grey, ground: ground)
        #expect(front.contrast(to: back) >= 3)
      }
      let (front, back) = pair(role, [], .light, own: Self.black, ground: Self.white)
      #expect(front.contrast(to: back) >= 3)
    }
  }

  @Test func `contrast is what WCAG says it is`() {
    #expect(Colour(16).contrast(to: Colour(231)) == 21)
    // #767676 is the lightest grey that passes on white.
    #expect(Colour(243).contrast(to: Self.white) >= 4.5)
    #expect(Colour(244).contrast(to: Self.white) < 4.5)
    #expect(Colour(75) == Colour(red: 95, green: 175, blue: 255))
  }

  @Test(arguments: Role.allCases, [ColorDepth.monochrome, .basic, .ansi256])
  func `mono has no colour at any depth`(role: Role, depth: ColorDepth) {
    let look = Theme.mono.palette.appearance(of: Style(role), depth: depth)
    #expect(look.foreground == -1 && look.background == -1)
  }

  @Test(arguments: Theme.allCases, Role.allCases)
  func `without colour no theme has any, with eight none beyond them`(theme: Theme, role: Role) {
    let plain = theme.palette.appearance(of: Style(role), depth: .monochrome)
    #expect(plain.foreground == -1 && plain.background == -1)
    let basic = theme.palette.appearance(of: Style(role), depth: .basic)
    #expect((-1..<8).contains(basic.foreground) && (-1..<8).contains(basic.background))
  }

  @Test(arguments: Theme.allCases)
  func `overdue and tokens stand out without colour`(theme: Theme) {
    let overdue = theme.palette.appearance(of: Style(.overdue), depth: .monochrome)
    #expect(overdue == Appearance(foreground: -1, emphasis: [.bold, .reverse]))
    let token = theme.palette.appearance(of: Style(.token), depth: .monochrome)
    #expect(token.emphasis == .reverse)
  }

  @Test(arguments: Theme.allCases)
  func `selection reverses, and what is reversed already stands out in it`(theme: Theme) {
    func emphasis(_ role: Role) -> Style.Emphasis {
      theme.palette.appearance(of: Style(role, .reverse), depth: .ansi256).emphasis
    }
    #expect(emphasis(.text) == .reverse)
    #expect(emphasis(.token) == [])
    #expect(emphasis(.overdue) == .bold)
  }

  @Test(arguments: [
    (ColorMode.automatic, 256, false, ColorDepth.ansi256), (.automatic, 8, false, .basic),
    (.automatic, 0, false, .monochrome), (.automatic, 256, true, .monochrome),
    (.never, 256, false, .monochrome), (.sixteen, 256, false, .basic),
    (.sixteen, 0, false, .monochrome), (.ansi256, 256, true, .ansi256),
    (.ansi256, 8, false, .basic),
  ])
  func `depth follows the wish and the terminal`(
    mode: ColorMode, available: Int, noColor: Bool, depth: ColorDepth
  ) {
    #expect(mode.depth(available: available, noColor: noColor) == depth)
  }
}

/// A colour, and how light it is.
struct Colour: Hashable {
  let red, green, blue: Int

  init(red: Int, green: Int, blue: Int) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// The colour xterm gives an index from 16 on: the cube of six, then the greys.
  init(_ index: Int16) {
    let levels = [0, 95, 135, 175, 215, 255]
    let cube = Int(index) - 16
    if index >= 232 {
      let grey = 8 + 10 * (Int(index) - 232)
      self.init(red: grey, green: grey, blue: grey)
    } else {
      self.init(red: levels[cube / 36], green: levels[cube / 6 % 6], blue: levels[cube % 6])
    }
  }

  /// Relative luminance (WCAG 2.1, definitions).
  var luminance: Double {
    let linear = [red, green, blue].map { part in
      let share = Double(part) / 255
      return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// Contrast ratio (WCAG 2.1, definitions).
  func contrast(to other: Colour) -> Double {
    let (dark, light) = (
      min(luminance, other.luminance), max(luminance, other.luminance)
    )
    return (light + 0.05) / (dark + 0.05)
  }
}
