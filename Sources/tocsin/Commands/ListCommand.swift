// SPDX-License-Identifier: MIT

import ArgumentParser
import IncidentStore
import Incidents

/// `tocsin list`: the queue.
struct ListCommand: ParsableCommand {
  /// How the queue is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    /// Columns to read.
    case table
    /// One array.
    case json
    /// One object a line.
    case ndjson
    /// For spreadsheets.
    case csv
    /// One id a line.
    case ids
  }

  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract:
      "Print the queue in triage order: your move first, then the worse, then the least time left.",
    usage: "tocsin list [<query> ...] [--all] [--sort <column>] [--format <format>]",
    discussion: QueryHelp.queue)

  @Argument(help: "Words that must all occur, fields, not, or; see above.") var query: [String] = []
  @Flag(help: "Closed incidents, too.") var all = false
  @Option(help: "table, json, ndjson, csv or ids.") var format = Format.table
  @Option(
    help: ArgumentHelp(
      "In another order: by \(QueueOrder.columns); =-severity turns it round.",
      valueName: "column"),
    completion: .list(QueueOrder.Column.allCases.map(\.rawValue)),
    transform: QueueOrder.init(typed:))
  var sort = QueueOrder()
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run() throws {
    let filter = try QueryText(query).read { text throws(QueryError) in
      try QueueFilter(text, in: .queue([]))
    }
    let session = try Session(global)
    var listing = try session.queue(filter, all: all)
    listing.order = sort
    var output = BufferedOutput()
    switch format {
    case .table:
      let rows = Array(listing.rows)
      try QueueTable.print(rows, style: session.settings.style, to: &output)
      try output.flush()
      tally(rows, hidden: listing.hidden, style: session.settings.style)
      try session.tellQuarantined()
    case .json:
      try output.write("[")
      var lead = "\n"
      for (row, clocks) in listing.rowsAndClocks {
        try output.write(lead)
        try output.write(row.json(clocks))
        lead = ",\n"
      }
      try output.write(listing.count == 0 ? "]\n" : "\n]\n")
    case .ndjson:
      for (row, clocks) in listing.rowsAndClocks { try output.write(row.json(clocks) + [0x0A]) }
    case .csv:
      try output.write(QueueCSV.heading)
      for row in listing.rows { try output.write(QueueCSV.record(row)) }
    case .ids: for id in listing.ids { try output.write("\(id)\n") }
    }
    try output.flush()
    _ = session.store.saveIndex()
  }

  /// What the table does not say: how many it is, and what it leaves out.
  private func tally(_ rows: [QueueRow], hidden: Int, style: TextStyle) {
    let yours = rows.count { $0.turn.isYours }
    let open = rows.count { $0.turn != .closed }
    let now = Clock.now
    let overdue = rows.count { $0.isOverdue(at: now) }
    var facts = ["\(yours) your move"]
    if overdue > 0 { facts.append("\(overdue) overdue") }
    facts.append("\(open) open")
    if hidden > 0 { facts.append("\(hidden) hidden (closed; --all shows them)") }
    Failure.tell(facts.joined(separator: style.dot))
  }
}

extension QueueOrder {
  /// A column, and a minus before it to begin at its other end.
  fileprivate init(typed text: String) throws {
    let isReversed = text.hasPrefix("-")
    guard let column = Column(rawValue: String(isReversed ? text.dropFirst() : text[...])) else {
      throw ValidationError("the columns are \(Self.columns)")
    }
    self.init(column, isReversed: isReversed)
  }

  /// The names of all columns.
  fileprivate static let columns = Column.allCases.map(\.rawValue).joined(separator: ", ")
}
