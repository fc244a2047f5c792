// SPDX-License-Identifier: MIT

/// A report as a value: what it says, not how it looks.
///
/// Whoever writes a report builds one of these, and ``encoded(as:_:)`` writes it in any format.
///
/// ```swift
/// var report = ReportDocument(title: "Handover", subtitle: "to the night shift")
/// report.blocks = [
///   .heading("Open", level: 2),
///   .paragraph("\(prose: row.title) on \(name: device.name), since \(row.since)."),
///   .table(ReportTable(name: "open", caption: "Open incidents",
///     columns: [.text("id", "Incident"), .duration("waitSeconds", "Waiting")],
///     rows: [ReportRow([.text("\(id: row.id)"), .duration(milliseconds: 90_000)])])),
/// ]
/// print(report.encoded(as: .html))
/// ```
///
/// The rules:
/// - What an attacker may have written is **data**. In a ``ReportText`` it can only stand in an
///   interpolation that says so: `\(prose:)` one line, `\(lines:)` several, `\(name:)` a device or user
///   of ours, `\(indicator:)` a name or address of theirs, defanged, `\(exact:)` the same as it is,
///   `\(id:)` an incident. A plain string cannot be
///   interpolated. Each encoder makes data harmless in its own way; none needs to be told.
/// - Numbers, times, durations and shares are values (``ReportValue``), never text, so that each
///   format writes them as its readers expect.
/// - Tables and charts have a `name` (letters, `byWeek`), unique in a document: the key in the JSON
///   and the name of the table in the CSV. So have columns; those of durations end in `Seconds`.
/// - A row may carry the incidents behind it. They are in the JSON, the CSV and, folded, in the HTML.
public struct ReportDocument: Hashable, Sendable {
  /// What it is.
  public var title: ReportText
  /// Of what, from when, by whom.
  public var subtitle: ReportText
  /// What it says, in order.
  public var blocks: [ReportBlock]
  /// Whether for programs each row lists the incidents behind it even where no row has any.
  public var listsIncidents: Bool

  /// Makes a report.
  public init(
    title: ReportText, subtitle: ReportText = "", listsIncidents: Bool = false,
    blocks: [ReportBlock] = []
  ) {
    self.title = title
    self.subtitle = subtitle
    self.listsIncidents = listsIncidents
    self.blocks = blocks
  }

  /// The names of its tables and charts, in order.
  public var tableNames: [String] { blocks.compactMap { $0.table?.name } }

  /// The report in a format, ending in a line feed.
  public func encoded(as format: ReportFormat, _ options: ReportOptions = .init()) -> String {
    switch format {
    case .text: TextEncoder(options).encode(self)
    case .markdown: MarkdownEncoder(options).encode(self)
    case .html: HTMLEncoder(options).encode(self)
    case .csv: CSVEncoder(options).encode(self)
    case .json: JSONEncoder().encode(self)
    }
  }
}
