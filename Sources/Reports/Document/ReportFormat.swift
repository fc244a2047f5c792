// SPDX-License-Identifier: MIT

/// The formats a report can be written in.
public enum ReportFormat: String, CaseIterable, Hashable, Sendable {
  /// For the terminal.
  case text
  /// For a ticket or a wiki.
  case markdown
  /// One file for a browser or a printer.
  case html
  /// The tables, for a spreadsheet.
  case csv
  /// For programs: data as it was written, numbers as numbers, times in UTC.
  case json
}

/// What a reader may choose.
public struct ReportOptions: Hashable, Sendable {
  /// Columns of a line of text, at least 40.
  public var columns: Int
  /// Whether marks, bars and sparklines are drawn in ASCII.
  public var isASCII: Bool
  /// Whether indicators are written as they are, so that they can be clicked and searched for.
  public var isRaw: Bool
  /// The name of the one table that the CSV holds; all, with their names above, if `nil`.
  public var table: String?

  /// Makes a choice.
  public init(
    columns: Int = 80, isASCII: Bool = false, isRaw: Bool = false, table: String? = nil
  ) {
    self.columns = max(40, columns)
    self.isASCII = isASCII
    self.isRaw = isRaw
    self.table = table
  }
}
