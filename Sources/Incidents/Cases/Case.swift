// SPDX-License-Identifier: MIT

/// An incident as it stands here: what the service says and what people recorded, folded from the
/// journal.
public struct Case: Hashable, Sendable {
  /// That somebody has seen it and owns it.
  public struct Acknowledgement: Hashable, Sendable {
    /// Who.
    public var by: Author
    /// When.
    public var at: Timestamp
  }

  /// A comment written here.
  public struct Remark: Hashable, Sendable {
    /// Its line.
    public var seq: Int
    /// Who.
    public var by: Author
    /// When.
    public var at: Timestamp
    /// The text.
    public var text: String
    /// Whether its author took it back; it still shows, as withdrawn.
    public var isWithdrawn = false
  }

  /// The id.
  public let id: IncidentID
  /// What the service last said.
  public internal(set) var service = ServiceFacts()
  /// SHA-256 of the current document, 64 hexadecimal digits; empty if none was observed.
  public internal(set) var digest = ""
  /// Where it stands.
  public internal(set) var status = Ledger(IncidentStatus.active)
  /// Who owns it; empty if nobody.
  public internal(set) var owner = Ledger("")
  /// What it turned out to be, as far as anybody said.
  public internal(set) var resolution = Ledger(
    Resolution(classification: .unknown, determination: .unknown))
  /// That it was seen.
  public internal(set) var acknowledgement = Ledger<Acknowledgement?>(nil)
  /// Its responses, in the service's order.
  public internal(set) var responses: [ResponseCase] = []
  /// The responses of which only the number is known, of incidents merged into this one.
  var absorbed = ResponseCounts()
  /// Comments written here, oldest first.
  public internal(set) var remarks: [Remark] = []
  /// What people wrote beside comments, if anything.
  var aside = Aside<Written>.none
  /// Since when the customer has been awaited, from the line that made it the customer's move.
  public internal(set) var awaitingSince: Timestamp?
  /// That line, the service's last call for action; 0 if there was none.
  public internal(set) var awaitingLine = 0
  /// The last line that names it, 0 if none.
  public internal(set) var version = 0
  /// A kind of line this version does not know named it: it can be read here, not changed.
  public internal(set) var isReadOnly = false

  /// A case of which nothing is known yet.
  public init(id: IncidentID) { self.id = id }

  /// The response with an id.
  public func response(_ id: String) -> ResponseCase? {
    responses.first { $0.id.hasSameBytes(as: id) }
  }
}

/// A managed response as it stands here.
public struct ResponseCase: Hashable, Sendable {
  /// The id.
  public let id: String
  /// What the service last said; `nil` when only people spoke of it.
  public internal(set) var service: ResponseFacts?
  /// Where it stands.
  public internal(set) var status: Ledger<ResponseStatus>
  /// That it was seen.
  public internal(set) var acknowledgement = Ledger<Case.Acknowledgement?>(nil)
  /// The merged incident it came with, if not the one it is shown in.
  public internal(set) var source: IncidentID?

  init(id: String, service: ResponseFacts?) {
    self.id = id
    self.service = service
    self.status = Ledger(service?.status ?? .open)
  }

  /// The title, or the id where there is none.
  public var title: String {
    guard let title = service?.title, !title.isEmpty else { return id }
    return title
  }

  /// Since when it is in its status: when that was recorded here, or by when at the latest Defender
  /// had it so.
  public var statusAt: Timestamp? {
    let entry = status.current
    guard !entry.isOurs, let seen = entry.at else { return entry.at }
    return min(seen, service?.statusAt ?? seen)
  }

  /// The catalogue entry.
  public var action: ResponseAction { service?.action ?? .text }

  /// Who performs it.
  public var performer: Performer { service?.performer ?? .you }

  /// Whether the customer must do something: it is theirs and has no outcome, or it failed.
  public var isOpenForCustomer: Bool { isCustomers && !status.value.isFinished }

  /// Whether it is the customer's to give an outcome: theirs from the start, failed, or taken over
  /// from the experts after it failed.
  public var isCustomers: Bool {
    performer.isCustomer || status.value == .failed || status.current.isOurs
  }

  /// The note of the outcome recorded here, if any.
  public var note: String { status.current.isOurs ? status.current.note : "" }
}
