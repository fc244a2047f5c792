// SPDX-License-Identifier: MIT

import ArgumentParser
import ConsoleRuntime
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
    let options = Terminal.Options(
      color: settings.color.mode, ascii: settings.style.isASCII, plain: settings.isPlain,
      theme: settings.theme)
    let ending: (code: Int32, unsaid: [String])
    do {
      ending = try runConsole(environment, title: title, options: options)
    } catch {
      throw Failure.noTerminal(error.description)
    }
    // Thrown, so that whoever made a place for the store can clear it away.
    for sentence in ending.unsaid { Failure.tell(sentence) }
    let code = ending.code == 0 && !ending.unsaid.isEmpty ? 1 : ending.code
    if code != 0 { throw ExitCode(code) }
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
