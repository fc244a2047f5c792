// SPDX-License-Identifier: MIT

import Cells

/// What was typed of the options every command takes, as plain values.
struct TypedOptions {
  /// The store to use.
  var store: String?
  /// The configuration to use.
  var config: String?
  /// Whether nothing may be changed.
  var readOnly = false
  /// Whether a store on a network or user-space file system is accepted.
  var allowUnsafeFilesystem = false
  /// Which colours to use.
  var color: ColorChoice?
  /// What the console looks like.
  var theme: Theme?
  /// Whether to draw with ASCII only.
  var ascii = false
  /// Whether to draw for screen readers.
  var plain = false
  /// The name to act under.
  var name: String?
  /// Whether to say what is used.
  var verbose = false
}

extension TypedOptions {
  /// What opens the console most often, told without the parser, which takes longer than all else
  /// until the first screen; `nil` for anything else, and for what only the parser may refuse.
  init?(opening arguments: [String]) {
    var words = arguments[...]
    if words.first == "console" { words.removeFirst() }
    while let word = words.popFirst() {
      switch word {
      case "--read-only": readOnly = true
      case "--ascii": ascii = true
      case "--plain": plain = true
      case "--store" where store == nil:
        guard let value = words.popFirst(), !value.hasPrefix("-") else { return nil }
        store = value
      case "--as" where name == nil:
        guard let value = words.popFirst(), !value.hasPrefix("-") else { return nil }
        name = value
      default: return nil
      }
    }
  }
}

extension GlobalOptions {
  /// What was typed.
  var typed: TypedOptions {
    TypedOptions(
      store: store, config: config, readOnly: readOnly,
      allowUnsafeFilesystem: allowUnsafeFilesystem, color: color, theme: theme, ascii: ascii,
      plain: plain, name: name, verbose: verbose)
  }
}
