// SPDX-License-Identifier: MIT

public import ArgumentParser
public import Cells

/// Options every command takes, before or after its name: what was typed, not yet what it means.
struct GlobalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The store to use instead of $TOCSIN_STORE or the one in your home.", valueName: "dir"),
    completion: .directory)
  var store: String?

  @Option(
    help: ArgumentHelp(
      "The configuration to use instead of tocsin/config.json5 in $XDG_CONFIG_HOME.",
      valueName: "file"))
  var config: String?

  @Flag(help: "Change nothing.")
  var readOnly = false

  @Flag(help: "Accept a store on a network or user-space file system, or one that ignores case.")
  var allowUnsafeFilesystem = false

  @Option(help: "Colours: auto, never, 16 or 256.")
  var color: ColorChoice?

  @Option(help: "Colours for a terminal that is dark or light, high-contrast, or mono.")
  var theme: Theme?

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  @Flag(help: "Draw for screen readers: one pane at a time, words for signs, no lines.")
  var plain = false

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("The name to act under, if it is not your login.", valueName: "name"))
  var name: String?

  @Flag(help: "Say on standard error which store is used, and as whom.")
  var verbose = false
}

extension Theme: ExpressibleByArgument {}

/// How many colours to use.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
  /// As many as the terminal has; none where there is no terminal.
  case auto
  /// None.
  case never
  /// The sixteen every terminal has.
  case sixteen = "16"
  /// The palette of 256.
  case many = "256"
}
