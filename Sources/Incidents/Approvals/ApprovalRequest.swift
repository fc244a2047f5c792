// SPDX-License-Identifier: MIT

/// That somebody wants to do something a second person must approve.
///
/// It is a record named by its digest, so that what is approved is exactly what was asked.
public struct ApprovalRequest: Hashable, Sendable {
  /// Where it stands.
  public enum State: Hashable, Sendable {
    /// Nobody approved it yet.
    case pending
    /// Somebody approved it; it was not done yet.
    case approved
    /// It was done in a line.
    case done(Int)
    /// Its author withdrew it.
    case withdrawn
    /// Its time is over.
    case expired

    /// The name on screen.
    public var title: String {
      switch self {
      case .pending: "waits for approval"
      case .approved: "approved, not done yet"
      case .done(let seq): "done in line \(seq)"
      case .withdrawn: "withdrawn"
      case .expired: "expired"
      }
    }
  }

  /// The record.
  public let subject: Subject
  /// The action as the journal would write it, in JSON.
  public let action: String
  /// What it is, in words.
  public let words: String
  /// Who asked.
  public let by: Author
  /// When.
  public let askedAt: Timestamp?
  /// Until when it is good; `nil` if that cannot be made out, which counts as over.
  public let expires: Timestamp?
  /// Who approved it, as the journal tells.
  public let approvers: [String]
  private let users: Set<String>
  private let isWithdrawn: Bool
  private let used: Int?

  /// The request a record is; `nil` if it is none.
  public init?(_ record: Record) {
    guard record.subject.noun == .request, let setting = record.setting("words"),
      case .person(let author) = setting.origin
    else { return nil }
    subject = record.subject
    by = author
    askedAt = setting.at
    words = setting.value
    action = record.fields(under: "action/").sorted { $0.name < $1.name }
      .map(\.setting.value).joined()
    expires = Timestamp(iso8601: record["expires"])
    approvers = record.fields(under: "approved/").map(\.setting.value)
    users = Set(record.fields(under: "approved/").map(\.name))
    isWithdrawn = !record["withdrawn"].isEmpty
    used = Int(record["used"])
  }

  /// Where it stands at a moment.
  public func state(at now: Timestamp) -> State {
    if let used { return .done(used) }
    if isWithdrawn { return .withdrawn }
    guard let expires, now < expires else { return .expired }
    return approvers.isEmpty ? .pending : .approved
  }

  /// Whether the journal tells that a Unix user approved it.
  public func isApproved(by uid: UInt32) -> Bool { users.contains(String(uid)) }

  /// The digest it is named by, 64 hexadecimal digits.
  public var digest: String { subject.name }
}

extension ApprovalRequest {
  /// That it was asked for and still stands, as a sentence.
  public func sentence(at now: Timestamp) -> String {
    let until = expires.map { " until \($0.dayAndTime)" } ?? ""
    return approvers.isEmpty
      ? "You asked for exactly that already; the request stands\(until)."
      : "You asked for exactly that already, and it is approved\(until); it can be done."
  }
}

/// That a line was approved: by which file, of whom.
public struct Approval: Hashable, Sendable {
  /// The request.
  public var request: Subject
  /// SHA-256 of the file of approval, 64 hexadecimal digits.
  public var digest: String
  /// The Unix user who owns that file.
  public var uid: UInt32

  /// Makes one.
  public init(request: Subject, digest: String, uid: UInt32) {
    self.request = request
    self.digest = digest
    self.uid = uid
  }
}

extension CaseBook {
  /// The request of a user for exactly this action that is neither used, withdrawn nor over.
  package func standingRequest(
    for action: String, by author: Author, at now: Timestamp
  ) -> ApprovalRequest? {
    approvalRequests.first { request in
      switch request.state(at: now) {
      case .pending, .approved: request.by.uid == author.uid && request.action == action
      case .done, .withdrawn, .expired: false
      }
    }
  }

  /// Every request, the newest first.
  public var approvalRequests: [ApprovalRequest] {
    records(.request).compactMap(ApprovalRequest.init)
      .sorted { ($1.askedAt?.milliseconds ?? 0) < ($0.askedAt?.milliseconds ?? 0) }
  }
}
