// SPDX-License-Identifier: MIT

import ArgumentParser

/// `tocsin` or `tocsin console`: the queue and the first incident.
struct Console: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open the console (the default); without a terminal, print the queue.")

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    try Overview.print(of: Session(global))
  }
}
