// SPDX-License-Identifier: MIT

/// Whom the experts are to reach.
public struct ReadinessContact: Hashable, Sendable, Identifiable {
  /// The names of its fields.
  public enum Field {
    /// Who.
    public static let name = "name"
    /// The phone.
    public static let phone = "phone"
    /// The address mail goes to.
    public static let mail = "mail"
    /// What for.
    public static let purpose = "for"
    /// When the phone is answered.
    public static let hours = "hours"
  }

  /// What somebody is contacted for, in the portal's words.
  public enum Purpose: GraphValue {
    /// What is urgent.
    case incidentNotification
    /// Service updates and briefings.
    case serviceReview
    /// Something this version does not know, verbatim.
    case unrecognized(String)

    /// Every known name.
    public static let names: [(name: String, value: Purpose)] = [
      ("incidentNotification", .incidentNotification), ("serviceReview", .serviceReview),
    ]

    /// The raw text of what this version does not know.
    public var unrecognizedName: String? {
      if case .unrecognized(let raw) = self { raw } else { nil }
    }

    /// The name on screen.
    public var title: String {
      switch self {
      case .incidentNotification: "incident notification"
      case .serviceReview: "service review"
      case .unrecognized(let raw): raw
      }
    }
  }

  /// The record.
  public let record: Record
  /// When the phone is answered; `nil` if nobody said so, or not so that it can be read.
  public let hours: DutyHours?

  /// The contact a record says.
  public init(_ record: Record) {
    self.record = record
    hours = DutyHours(record[Field.hours])
  }

  /// The record's name.
  public var id: String { record.subject.name }
  /// Who; the record's name where nobody wrote it.
  public var name: String { record[Field.name].isEmpty ? id : record[Field.name] }
  /// The phone; may be empty.
  public var phone: String { record[Field.phone] }
  /// The address mail goes to; may be empty.
  public var mail: String { record[Field.mail] }
  /// What for; incidents until somebody says otherwise.
  public var purpose: Purpose {
    let raw = record[Field.purpose]
    return raw.isEmpty ? .incidentNotification : Purpose(graphName: raw)
  }
  /// The hours as they were written; may be empty.
  public var hoursText: String { record[Field.hours] }

  /// Whether the phone would be answered at a moment.
  public func isOnDuty(at moment: Timestamp, in zone: LocalZone) -> Bool {
    !phone.isEmpty && hours?.contains(minute: DutyHours.minute(at: moment, in: zone)) ?? false
  }
}
