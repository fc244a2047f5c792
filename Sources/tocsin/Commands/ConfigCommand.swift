// SPDX-License-Identifier: MIT

import ArgumentParser
import Console
import ConsoleRuntime
import Settings

/// `tocsin config`: what counts, and who says so.
struct ConfigCommand: ParsableCommand {
  /// How the settings are printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    /// Columns to read.
    case text
    /// One JSON array.
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Print every setting that counts and who says so, or a file to begin with.",
    usage: "tocsin config [--default] [--schema] [--format text|json]")

  @Flag(name: .customLong("default"), help: "Print a file with comments that changes nothing.")
  var printsDefault = false
  @Flag(help: "Print the JSON schema of the file.") var schema = false
  @Option(help: "text or json.") var format = Format.text
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    if printsDefault {
      return try StandardStreams.out(DefaultFile.text(actions: Registry.described))
    }
    if schema {
      return try StandardStreams.out(ConfigurationSchema.text(actions: Registry.described))
    }
    let settings = try Settings(global.typed, for: .opensAnyway)
    let text = ConfigurationText(settings)
    try StandardStreams.out(format == .json ? text.json : text.lines)
    let effective = settings.effective
    if let warning = effective.reading?.warning { Failure.tell(warning) }
    if let reading = effective.reading, reading.content == .absent, format == .text {
      Failure.tell("There is no \(reading.file.path); 'tocsin config --default' prints one.")
    }
    // Told after what counts in spite of it.
    try effective.check()
  }
}
