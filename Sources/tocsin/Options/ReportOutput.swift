// SPDX-License-Identifier: MIT

public import ArgumentParser
public import Reports

extension ReportFormat: ExpressibleByArgument {}

/// What a reader of a report may choose beside its format.
struct ReportOutput: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only this table, for --format csv: its name in the JSON.", valueName: "name"))
  var table: String?
  @Flag(help: "Write addresses so that they can be clicked and searched for.") var raw = false

  /// Writes a report to standard output.
  func write(_ document: ReportDocument, as format: ReportFormat, _ style: TextStyle) throws {
    if let table, format != .csv {
      throw ValidationError("--table \(table) goes with --format csv.")
    }
    if let table, !document.tableNames.contains(table) {
      throw ValidationError(
        "There is no table \(shown(table)); there are \(document.tableNames.joined(separator: ", "))."
      )
    }
    let options = ReportOptions(
      columns: min(120, style.columns), isASCII: style.isASCII, isRaw: raw, table: table)
    try StandardStreams.out(document.encoded(as: format, options))
  }
}
