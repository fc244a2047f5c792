// SPDX-License-Identifier: MIT

import ConsoleRuntime
import Glibc
import IncidentStore
import Resources
import Terminal

/// The console on the terminal, until the person leaves.
enum Interactive {
  /// Runs it on a store; what it ends with, if not with `q`, is the program's exit code.
  static func run(_ settings: Settings, store: any Store, title: String) throws {
    let environment = Environment(
      store: store, author: settings.author, now: { Clock.now },
      techniqueName: { TechniqueNames.name(of: $0) }, sentence: { $0.sentence })
    let options = Terminal.Options(color: settings.color.mode, ascii: settings.style.isASCII)
    do {
      let code = try runConsole(environment, title: title, options: options)
      if code != 0 { exit(code) }
    } catch {
      throw Failure.noTerminal(error.description)
    }
  }
}

extension ColorChoice {
  fileprivate var mode: ColorMode {
    switch self {
    case .auto: .automatic
    case .never: .never
    case .sixteen: .sixteen
    case .many: .ansi256
    }
  }
}
