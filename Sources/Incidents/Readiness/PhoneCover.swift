// SPDX-License-Identifier: MIT

/// Who would be phoned, and when nobody would answer, by the contacts recorded here.
///
/// Only contacts for incident notification count, with a phone and with hours: of whoever has none
/// nobody knows whether they answer.
public struct PhoneCover: Hashable, Sendable {
  /// What is missing.
  public enum Gap: Hashable, Sendable {
    /// There is no contact for incident notification.
    case noContact
    /// There is only one.
    case single(String)
    /// One has no phone.
    case noPhone(String)
    /// One has no hours.
    case noHours(String)
    /// The hours of one cannot be read.
    case unreadHours(String, String)
    /// So many minutes of the week are nobody's, in these stretches.
    case uncovered(minutes: Int, stretches: [String])
  }

  /// The contacts for incident notification.
  public let contacts: [ReadinessContact]

  /// The cover some contacts give.
  public init(_ contacts: [ReadinessContact]) {
    self.contacts = contacts.filter { $0.purpose == .incidentNotification }
  }

  /// Who would answer at a moment.
  public func answering(at moment: Timestamp, in zone: LocalZone) -> [ReadinessContact] {
    contacts.filter { $0.isOnDuty(at: moment, in: zone) }
  }

  /// The minutes of the week at which somebody would answer, of ``DutyHours/week``.
  public var coveredMinutes: Int { DutyHours.week - uncovered.reduce(0) { $0 + $1.count } }

  private var uncovered: [Range<Int>] {
    DutyHours.uncovered(by: contacts.filter { !$0.phone.isEmpty }.compactMap(\.hours))
  }

  /// What is missing, the worst first.
  public var gaps: [Gap] {
    guard let first = contacts.first else { return [.noContact] }
    var gaps: [Gap] = contacts.count == 1 ? [.single(first.name)] : []
    for contact in contacts {
      if contact.phone.isEmpty { gaps.append(.noPhone(contact.name)) }
      guard contact.hours == nil else { continue }
      gaps.append(
        contact.hoursText.isEmpty
          ? .noHours(contact.name) : .unreadHours(contact.name, contact.hoursText))
    }
    let open = uncovered
    if !open.isEmpty {
      gaps.append(
        .uncovered(
          minutes: open.reduce(0) { $0 + $1.count }, stretches: DutyHours.titles(open)))
    }
    return gaps
  }
}

extension PhoneCover.Gap {
  /// What is missing, as a sentence.
  public var sentence: String {
    switch self {
    case .noContact: return "No contact for incident notification is recorded."
    case .single(let name): return "\(name) is the only contact for incident notification."
    case .noPhone(let name): return "\(name) has no phone."
    case .noHours(let name): return "\(name) has no hours, so nobody knows who answers when."
    case .unreadHours(let name, let text):
      return "The hours of \(name) cannot be read: \(text)."
    case .uncovered(let minutes, let stretches):
      let rest = stretches.count > 3 ? " and \(stretches.count - 3) more" : ""
      return "Nobody answers for \(Self.hours(minutes)) of the week: "
        + stretches.prefix(3).joined(separator: ", ") + rest + "."
    }
  }

  private static func hours(_ minutes: Int) -> String {
    minutes % 60 == 0 ? "\(minutes / 60) hours" : "\(minutes / 60) h \(minutes % 60) min"
  }
}
