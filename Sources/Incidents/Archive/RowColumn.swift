// SPDX-License-Identifier: MIT

/// What an archive keeps of its rows as one number each, so that whoever looks for rows or puts
/// them in order need not decode them.
public enum RowColumn: Int, CaseIterable, Hashable, Sendable {
  /// When the service created it, in milliseconds since 1970.
  case created
  /// When the service last changed it.
  case updated
  /// Since when the customer has been awaited.
  case awaiting
  /// When the nearer of the running clocks runs out; ``none`` while a snooze holds it.
  case due
  /// The rank of the title among those of the archive, in lower case; ``none`` if it has no title.
  case title
  /// The rank of the owner; ``none`` if nobody owns it.
  case owner
  /// The rank of the id, numbers by their value.
  case id
  /// How many responses have no outcome; ``none`` if there are no responses at all.
  case responses
  /// The place of the severity among ``RowValues/severities``.
  case severity
  /// The place of the status among ``RowValues/statuses``.
  case status
  /// ``RowMarks``.
  case marks

  /// The number of a row that has no value.
  public static let none = Int64.max

  /// Whether it holds moments; all else is small and not negative.
  public var isTime: Bool {
    switch self {
    case .created, .updated, .awaiting, .due: true
    default: false
    }
  }
}

/// What is so of a row or not.
public struct RowMarks: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: Int64

  /// Marks by their bits.
  public init(rawValue: Int64) { self.rawValue = rawValue }

  /// Somebody acknowledged it.
  public static let acknowledged = RowMarks(rawValue: 1)
  /// It is snoozed.
  public static let snoozed = RowMarks(rawValue: 2)
  /// It was merged.
  public static let merged = RowMarks(rawValue: 4)
  /// There are texts to search that are not among its own.
  public static let more = RowMarks(rawValue: 8)
}

/// The values of columns in which many rows have the same.
public struct RowValues: Hashable, Sendable {
  /// Every severity a row has.
  public internal(set) var severities: [Severity] = []
  /// Every status.
  public internal(set) var statuses: [IncidentStatus] = []

  /// No values.
  public init() {}
}

extension RowValues: ImageCodable {
  /// Reads the values.
  package init(from reader: inout ImageReader) throws(ImageError) {
    severities = try reader.read()
    statuses = try reader.read()
  }

  /// Writes them.
  package func write(to writer: inout ImageWriter) {
    writer.write(severities)
    writer.write(statuses)
  }
}
