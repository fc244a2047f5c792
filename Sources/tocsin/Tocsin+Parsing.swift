// SPDX-License-Identifier: MIT

import ArgumentParser

extension Tocsin {
  /// The command that was typed.
  ///
  /// The parser builds its table of every command before it looks at the first word. So the command
  /// that the first word names is asked alone; whatever it does not understand goes the long way,
  /// which says what is wrong as it always does.
  static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
    if let command = command(named: arguments.first), !asksForHelp(arguments),
      let parsed = try? command.type.parse(Array(arguments.dropFirst(command.words))),
      (parsed as? ConsoleCommand)?.rest.isEmpty != false
    {
      return parsed
    }
    return try parseAsRoot(arguments)
  }

  /// The command a first word names, and how many words that takes; without a word, or where an
  /// option comes first, the console.
  private static func command(
    named word: String?
  ) -> (type: any ParsableCommand.Type, words: Int)? {
    guard let word, !word.hasPrefix("-") else { return (ConsoleCommand.self, 0) }
    return configuration.subcommands.first { $0.configuration.commandName == word }
      .map { ($0, 1) }
  }

  /// Whether a page of help is asked for, or what a shell is to complete.
  private static func asksForHelp(_ arguments: [String]) -> Bool {
    arguments.contains {
      ["help", "-h", "--help", "--version"].contains($0) || $0.hasPrefix("---")
    }
  }
}
