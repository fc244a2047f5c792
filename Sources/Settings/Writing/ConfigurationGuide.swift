// SPDX-License-Identifier: MIT

/// The page of documentation on the configuration, in Markdown.
public enum ConfigurationGuide {
  /// The page.
  public static func text(actions: [DescribedAction]) -> String {
    var lines = [
      "# Configuration", "",
      "The tables the program itself works from wrote this page; `make docs` writes it anew.", "",
      "tocsin reads `$XDG_CONFIG_HOME/tocsin/config.json5` (`~/.config/tocsin/config.json5`), or",
      "the file of `--config FILE`. It never writes it. The file is [JSON5](https://json5.org):",
      "comments, names without quotes and trailing commas are fine. `tocsin config --default`",
      "prints one to begin with, `tocsin config` what counts now and who says so, and",
      "[config.schema.json](config.schema.json) tells an editor what may stand in it.", "",
      "An option of the command line wins over an environment variable, that over the file, and",
      "the file over the default.", "", "## Settings", "",
      "| Setting | Value | Default | What it does | Also |", "| --- | --- | --- | --- | --- |",
    ]
    for setting in Setting.all {
      let also = [setting.option, setting.variable.map { "$" + $0 }].compactMap { $0 }
      lines.append(
        "| `\(setting.id)` | \(value(setting)) | `\(setting.standard.json)` | \(setting.help) | "
          + also.map { "`\($0)`" }.joined(separator: ", ") + " |")
    }
    lines += [
      "",
      "Names with a dot are written whole and in quotes: `\"clocks.high.acknowledge\": \"15m\"`.",
      "What the clocks are is said in [metrics.md](metrics.md).",
      "", "What is asked before something dangerous is recorded cannot be configured.", "",
      "## Mistakes", "",
      "An unknown name, a value that is none, and keys that are in each other's way are told with",
      "file, line, column and the nearest name. A command that would record something then ends",
      "with status 65 and does nothing; one that only reads goes on, unless it is open which store",
      "is meant. The console opens all the same: what is right in the file counts, the rest is as",
      "usual; keys count all or not at all. Where it is not certain which store is meant or who",
      "acts, nothing can be recorded until the file is right and the console is opened again.", "",
      "An open console reads the file again as soon as it changes. New keys and views count at",
      "once, the other settings from the next start; a file with mistakes changes nothing.", "",
      "A file that is no regular file, or larger than \(JSON5Reader.sizeLimit / 1024) KiB, is refused; one that others",
      "may write is used with a warning.", "", "## Keys", "",
      "```json5", "{", "  keys: {", "    undo: [\"Z\", \"Ctrl-Z\"],",
      "    suspend: [],  // Ctrl-Z is taken from it", "    \"tab.next\": [\"g n\"],  // g, then n",
      "  },", "}", "```", "",
      "A key is a character, `Ctrl-` and a letter, `F1` to `F24`, `Enter`, `Esc`, `Tab`,",
      "`Shift-Tab`, `Space`, `Backspace`, `Del`, `Ins`, `Up`, `Down`, `Left`, `Right`, `Home`,",
      "`End`, `PgUp` or `PgDn`; keys pressed one after the other are separated by a space. What",
      "you choose replaces all keys of the action.", "",
      "Two actions that can be done in the same pane cannot share a key, nor can a key be both an",
      "action and the beginning of a longer one. Help and quit keep at least one key alone, Esc",
      "goes back, and `[`, `O` and Ctrl-C cannot be chosen: they are what a slow line leaves of an",
      "arrow key, and what people press to cancel. Dialogs have keys of their own, which stay.", "",
      "| Action | Keys | What it does |", "| --- | --- | --- |",
    ]
    for action in actions {
      let keys = action.keys.map { "`\($0)`" }.joined(separator: ", ")
      lines.append("| `\(action.id)` | \(keys) | \(action.help) |")
    }
    return (lines + [""]).joined(separator: "\n")
  }

  private static func value(_ setting: Setting) -> String {
    switch setting.kind {
    case .directory: "path"
    case .name: "text"
    case .flag: "`true`, `false`"
    case .duration: "length of time, such as `30m`, `4h`, `1d12h`"
    case .choice(let words): words.map { "`\($0)`" }.joined(separator: ", ")
    case .keys: "keys by action, see below"
    case .queries: "[queries](query.md) by name"
    }
  }
}
