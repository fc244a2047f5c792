// SPDX-License-Identifier: MIT

import ArgumentParser

/// `tocsin demo`: the console on a store of made-up incidents that is gone afterwards.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Look around in a throw-away store of made-up incidents.",
    usage: "tocsin demo")

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
  }
}
