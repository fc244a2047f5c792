// SPDX-License-Identifier: MIT

/// A part of a report.
public enum ReportBlock: Hashable, Sendable {
  /// The title of a section; level 2 or 3, as the report's own is 1.
  case heading(ReportText, level: Int)
  /// Running text.
  case paragraph(ReportText)
  /// Running text that must not be missed.
  case warning(ReportText)
  /// Points, one line each.
  case list([ReportText])
  /// Names and what they stand for.
  case facts(ReportFacts)
  /// Rows and columns.
  case table(ReportTable)
  /// A bar for each of a few values.
  case bars(ReportBars)
  /// A bar of two parts for each of a few things.
  case split(ReportSplit)
  /// Values over time.
  case series(ReportSeries)
  /// Counts by weekday and hour.
  case heat(ReportHeat)
  /// Things to be done, and where they stand.
  case checklist(ReportChecklist)
  /// Where paper begins a new page.
  case pageBreak
}
