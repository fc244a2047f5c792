// SPDX-License-Identifier: MIT

/// Which actions a second person must approve; the same for everybody who uses the store.
///
/// The rule is a record of the store's, not a setting of a person's, and once it asks for anything
/// it also guards itself.
public struct ApprovalRule: Hashable, Sendable {
  /// The record that says so.
  public static let subject = Subject(noun: "policy/two-person")
  /// Minutes a request is good for where the rule does not say.
  public static let standardMinutes = 60
  /// The most minutes a request can be good for: a day.
  public static let mostMinutes = 1440

  /// Whether marking a containment step done needs it.
  public var containment = false
  /// Whether resolving a high-severity incident needs it.
  public var closing = false
  /// Above how many incidents any action needs it; `nil` for never.
  public var over: Int?
  /// Minutes a request is good for, 1…1440.
  public var minutes = standardMinutes

  /// Asks for nothing.
  public init() {}

  /// The rule as a record says it; what cannot be made out asks for more, not for less.
  public init(_ record: Record?) {
    guard let record else { return }
    containment = Self.isOn(record["containment"])
    closing = Self.isOn(record["closing"])
    let over = record["over"]
    self.over = over.isEmpty ? nil : Int(over) ?? 0
    let minutes = Int(record["minutes"]) ?? Self.standardMinutes
    self.minutes = min(max(1, minutes), Self.mostMinutes)
  }

  private static func isOn(_ value: String) -> Bool { !value.isEmpty && value != "no" }

  /// Whether it asks for anything.
  public var isActive: Bool { containment || closing || over != nil }

  /// The fields of the record that says so.
  public var fields: [String: String] {
    [
      "containment": containment ? "yes" : "no", "closing": closing ? "yes" : "no",
      "over": over.map(String.init) ?? "", "minutes": String(minutes),
    ]
  }
}

extension CaseBook {
  /// Which actions a second person must approve here.
  public var approvalRule: ApprovalRule { ApprovalRule(record(ApprovalRule.subject)) }

  /// Why a second person must approve a proposal, as a sentence; `nil` if nobody must.
  public func reasonForApproval(of proposal: Proposal) -> String? {
    let rule = approvalRule
    guard rule.isActive else { return nil }
    if proposal.records.keys.contains(ApprovalRule.subject) {
      return "Changing the two-person rule needs a second person."
    }
    if let over = rule.over, proposal.seen.count > over {
      return "An action on more than \(over) incidents needs a second person."
    }
    switch brought(by: proposal.event) {
    case .response(let record) where rule.containment && record.step == .completed:
      let isContainment = proposal.seen.keys.contains { id in
        let view = view(of: current(id))
        return record.responses(of: id).contains {
          view?.response($0)?.action.entry.isContainment == true
        }
      }
      return isContainment ? "Marking a containment step done needs a second person." : nil
    case .resolved where rule.closing:
      let isHigh = proposal.seen.keys.contains { id in
        view(of: current(id)).map { $0.service.severity.rank == 3 } ?? false
      }
      return isHigh ? "Resolving a high-severity incident needs a second person." : nil
    default: return nil
    }
  }

  /// What an event would bring about: of one that does again what was undone, that; of one that
  /// takes a reopening back, the outcome before it.
  private func brought(by event: Event) -> Event {
    guard case .undone(let seq) = event, let line = action(seq: seq) else { return event }
    switch line.event {
    case .undone(let original): return action(seq: original)?.event ?? event
    case .reopened:
      return .resolved(Resolution(classification: .unknown, determination: .unknown))
    case .response(var record) where record.step != .completed:
      record.step = .completed
      return .response(record)
    default: return event
    }
  }
}

extension ApprovalRule {
  /// What it asks for, as a sentence.
  public var words: String {
    guard isActive else {
      return "No action needs a second person; 'tocsin approval rule' can ask for one."
    }
    let needs = [
      containment ? "marking containment done" : nil,
      closing ? "resolving at high severity" : nil,
      over.map { "more than \($0) incidents at once" },
    ].compactMap(\.self).joined(separator: ", ")
    return "Needs a second person: \(needs). A request is good for \(minutes) min."
  }
}
