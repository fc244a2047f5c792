// SPDX-License-Identifier: MIT

public import Incidents

/// A bar for each of a few values, which are all counts, shares or durations.
public struct ReportBars: Hashable, Sendable {
  /// One bar.
  public struct Bar: Hashable, Sendable {
    /// Whose it is.
    public var label: ReportText
    /// How long it is.
    public var value: ReportValue
    /// What must be said with it.
    public var remark: ReportText
    /// The incidents behind it.
    public var incidents: [IncidentID]

    /// Makes a bar.
    public init(
      _ label: ReportText, _ value: ReportValue, remark: ReportText = "",
      incidents: [IncidentID] = []
    ) {
      self.label = label
      self.value = value
      self.remark = remark
      self.incidents = incidents
    }
  }

  /// What programs call it.
  public var name: String
  /// What it shows.
  public var caption: ReportText
  /// The bars, in order.
  public var bars: [Bar]

  /// Makes a bar chart.
  public init(name: String, caption: ReportText, bars: [Bar]) {
    self.name = name
    self.caption = caption
    self.bars = bars
  }
}

/// A bar of two parts for each of a few things, such as the experts' minutes and ours.
public struct ReportSplit: Hashable, Sendable {
  /// One bar.
  public struct Bar: Hashable, Sendable {
    /// Whose it is.
    public var label: ReportText
    /// The first part.
    public var first: ReportValue
    /// The second part, of the same kind.
    public var second: ReportValue
    /// The incidents behind it.
    public var incidents: [IncidentID]

    /// Makes a bar.
    public init(
      _ label: ReportText, _ first: ReportValue, _ second: ReportValue,
      incidents: [IncidentID] = []
    ) {
      self.label = label
      self.first = first
      self.second = second
      self.incidents = incidents
    }
  }

  /// What programs call it.
  public var name: String
  /// What it shows.
  public var caption: ReportText
  /// What the first part is, with its key for programs.
  public var first: ReportColumn
  /// What the second part is.
  public var second: ReportColumn
  /// The bars, in order.
  public var bars: [Bar]

  /// Makes a chart of split bars.
  public init(
    name: String, caption: ReportText, first: ReportColumn, second: ReportColumn, bars: [Bar]
  ) {
    self.name = name
    self.caption = caption
    self.first = first
    self.second = second
    self.bars = bars
  }
}

/// Values over time, one or more lines over the same points.
public struct ReportSeries: Hashable, Sendable {
  /// One line.
  public struct Line: Hashable, Sendable {
    /// What it is, with its key for programs.
    public var column: ReportColumn
    /// A value for each point; `.none` where there is none.
    public var values: [ReportValue]

    /// Makes a line.
    public init(_ column: ReportColumn, _ values: [ReportValue]) {
      self.column = column
      self.values = values
    }
  }

  /// A point in time.
  public struct Point: Hashable, Sendable {
    /// Its name, such as `2026-W47`; our words.
    public var label: String
    /// The incidents behind it.
    public var incidents: [IncidentID]

    /// Makes a point.
    public init(_ label: String, incidents: [IncidentID] = []) {
      self.label = label
      self.incidents = incidents
    }
  }

  /// What programs call it.
  public var name: String
  /// What it shows.
  public var caption: ReportText
  /// The points, oldest first.
  public var points: [Point]
  /// The lines over them.
  public var lines: [Line]

  /// Makes a series.
  public init(name: String, caption: ReportText, points: [Point], lines: [Line]) {
    self.name = name
    self.caption = caption
    self.points = points
    self.lines = lines
  }
}

/// Counts by weekday and hour.
public struct ReportHeat: Hashable, Sendable {
  /// The days, in order.
  public static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// What programs call it.
  public var name: String
  /// What it shows, and in which zone.
  public var caption: ReportText
  /// Seven days of 24 counts, Monday first.
  public private(set) var counts: [[Int]]

  /// Makes an empty heat map.
  public init(name: String, caption: ReportText) {
    self.name = name
    self.caption = caption
    counts = Array(repeating: Array(repeating: 0, count: 24), count: 7)
  }

  /// Counts one more at the day and hour of a moment, read as UTC; see `LocalZone.reading(at:)`.
  public mutating func add(_ moment: Timestamp) {
    // 1970-01-01 was a Thursday.
    let hours =
      moment.milliseconds >= 0
      ? moment.milliseconds / 3_600_000 : (moment.milliseconds - 3_599_999) / 3_600_000
    let place = Int(((hours + 72) % 168 + 168) % 168)
    counts[place / 24][place % 24] += 1
  }

  /// The greatest count.
  var most: Int { counts.joined().max() ?? 0 }
}
