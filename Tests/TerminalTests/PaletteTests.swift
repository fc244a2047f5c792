// SPDX-License-Identifier: MIT

import Cells
import Glibc
import Terminal
import Testing

@Suite struct `Palette and colour` {
  /// The relative luminance of a colour of the 6×6×6 cube or the grey ramp (WCAG 2.1).
  private func luminance(_ index: Int16) -> Double {
    let levels: [Double] = [0, 95, 135, 175, 215, 255]
    let cube = Int(index) - 16
    let parts =
      index >= 232
      ? Array(repeating: Double(8 + 10 * (Int(index) - 232)), count: 3)
      : [levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6]]
    let linear = parts.map { part in
      let share = part / 255
      return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  @Test(arguments: Role.allCases)
  func `the calm palette is legible on black and on white`(role: Role) {
    let look = Palette.calm[role]
    guard look.cube >= 0 else { return }
    let light = luminance(look.cube)
    #expect((light + 0.05) / 0.05 >= 3.3)
    #expect(1.05 / (light + 0.05) >= 3.3)
  }

  @Test func `overdue and tokens stand out without colour`() {
    let calm = Palette.calm
    let overdue = calm.appearance(of: Style(.overdue), depth: .monochrome)
    #expect(overdue == Appearance(foreground: -1, emphasis: [.bold, .reverse]))
    let token = calm.appearance(of: Style(.token), depth: .monochrome)
    #expect(token.emphasis == .reverse)
  }

  @Test func `selection reverses, and what is reversed already stands out in it`() {
    let calm = Palette.calm
    #expect(
      calm.appearance(of: Style(.text, .reverse), depth: .ansi256).emphasis == .reverse)
    #expect(calm.appearance(of: Style(.token, .reverse), depth: .ansi256).emphasis == [])
    #expect(calm.appearance(of: Style(.overdue, .reverse), depth: .ansi256).emphasis == .bold)
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
