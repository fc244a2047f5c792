// SPDX-License-Identifier: MIT

public import Incidents

/// Rows and columns.
public struct ReportTable: Hashable, Sendable {
  /// What programs call it.
  public var name: String
  /// What it shows.
  public var caption: ReportText
  /// Its columns.
  public var columns: [ReportColumn]
  /// Its rows; a missing cell is none.
  public var rows: [ReportRow]
  /// What stands in for rows where there are none.
  public var placeholder: ReportText

  /// Makes a table.
  public init(
    name: String, caption: ReportText, columns: [ReportColumn], rows: [ReportRow],
    placeholder: ReportText = "None."
  ) {
    self.name = name
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.placeholder = placeholder
  }
}

/// A column: its key for programs, its title in our words, and what is in it.
public struct ReportColumn: Hashable, Sendable {
  /// What a column holds.
  public enum Kind: String, Hashable, Sendable {
    /// Text.
    case text
    /// Counts.
    case number
    /// Parts of wholes.
    case share
    /// Moments.
    case time
    /// Lengths of time.
    case duration
    /// Yes or no.
    case flag
  }

  /// What programs call it.
  public var key: String
  /// What people call it; our words.
  public var title: String
  /// What is in it.
  public var kind: Kind

  /// Makes a column.
  public init(_ key: String, _ title: String, _ kind: Kind) {
    self.key = key
    self.title = title
    self.kind = kind
  }

  /// A column of text.
  public static func text(_ key: String, _ title: String) -> ReportColumn {
    ReportColumn(key, title, .text)
  }
  /// A column of counts.
  public static func number(_ key: String, _ title: String) -> ReportColumn {
    ReportColumn(key, title, .number)
  }
  /// A column of parts of wholes.
  public static func share(_ key: String, _ title: String) -> ReportColumn {
    ReportColumn(key, title, .share)
  }
  /// A column of moments.
  public static func time(_ key: String, _ title: String) -> ReportColumn {
    ReportColumn(key, title, .time)
  }
  /// A column of lengths of time; its key ends in `Seconds`.
  public static func duration(_ key: String, _ title: String) -> ReportColumn {
    ReportColumn(key, title, .duration)
  }

  /// Whether its values line up on the right.
  var isNumeric: Bool { kind == .number || kind == .share || kind == .duration }
}

/// A row, and the incidents behind it.
public struct ReportRow: Hashable, Sendable {
  /// A value for each column.
  public var cells: [ReportValue]
  /// The incidents it is about.
  public var incidents: [IncidentID]

  /// Makes a row.
  public init(_ cells: [ReportValue], incidents: [IncidentID] = []) {
    self.cells = cells
    self.incidents = incidents
  }

  /// The value in a column.
  func cell(_ index: Int) -> ReportValue { index < cells.count ? cells[index] : .none }
}
