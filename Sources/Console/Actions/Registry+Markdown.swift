// SPDX-License-Identifier: MIT

import Incidents

extension Registry {
  /// The page of documentation that lists every action, in Markdown.
  public static var markdown: String {
    var lines = [
      "# Keys", "",
      "Every action of the console. The table the console itself works from wrote this page;",
      "`make docs` writes it anew.",
    ]
    for group in Action.Group.allCases {
      lines += ["", "## \(group.rawValue)", ""]
      lines += row(["Action", "Keys", "Where", "Care", "What it does", "Reads"])
      lines += row(Array(repeating: "---", count: 6))
      for action in actions where action.group == group { lines += row(cells(action)) }
    }
    lines += [
      "", "## What the columns mean", "",
      "- **Where**: the panes and boards in which the keys do it; *incidents* is every pane.",
      "- **Care**: the most it can ask. *None* is recorded at once, if it records anything;",
      "  *asks* wants `y`; *asks for the target* wants a part of an id typed, then Enter.",
      "- **Reads**: the fields it goes by. If a colleague changed one of them since you saw it,",
      "  nothing is recorded, and the console says who changed it.", "",
    ]
    return lines.joined(separator: "\n")
  }

  private static func cells(_ action: Action) -> [String] {
    [
      action.title, keys(action).map { "`\($0)`" }.joined(separator: ", "), action.scope.title,
      action.danger.title, action.help,
      action.reads.isEmpty ? "" : action.reads.joined(separator: ", "),
    ]
  }

  /// The keys, and what is typed in the palette where it takes more than the name.
  private static func keys(_ action: Action) -> [String] {
    action.keys.map(\.description)
      + (action.argument.map { [":\($0.command) \($0.name.uppercased())"] } ?? [])
  }

  private static func row(_ cells: [String]) -> [String] {
    ["| " + cells.joined(separator: " | ") + " |"]
  }
}

extension Action.Scope {
  /// The panes it covers, in words.
  var title: String {
    switch self {
    case .everywhere: "everywhere"
    case .boards(let boards):
      boards.count == BoardKind.allCases.count
        ? "boards" : BoardKind.allCases.filter(boards.contains).map(\.title).joined(separator: ", ")
    case .panes(let panes) where panes.count == Pane.allCases.count: "incidents"
    case .panes(let panes):
      Pane.allCases.filter(panes.contains).map(\.title).joined(separator: ", ")
    }
  }
}

extension Danger {
  /// How much care it needs, in words.
  var title: String {
    switch self {
    case .reversible: "none"
    case .hard: "asks"
    case .grave: "asks for the target"
    }
  }
}
