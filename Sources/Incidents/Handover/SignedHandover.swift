// SPDX-License-Identifier: MIT

/// A handover somebody signed, as its record tells it.
public struct SignedHandover: Hashable, Sendable, Identifiable {
  /// A line of it.
  public struct Line: Hashable, Sendable {
    /// The incident.
    public var incident: IncidentID
    /// The text that was signed.
    public var text: String
    /// Who of the next shift acknowledged it; `nil` if nobody did.
    public var acknowledgement: Case.Acknowledgement?
  }

  /// The record's name.
  public var id: Subject
  /// Who signed it.
  public var signer: Author
  /// When.
  public var signedAt: Timestamp
  /// From when on it counts.
  public var since: Timestamp?
  /// The journal's head that was signed, and its hash.
  public var head: Int
  /// The head's hash; empty where none was known.
  public var hash: String
  /// What the signer added.
  public var comment: String
  /// The incidents it was signed with though they had no next step.
  public var unworked: [IncidentID]
  /// How many more were the customer's move and are not named.
  public var left: Int
  /// The lines, in order of the incidents' ids.
  public var lines: [Line]

  /// Reads a record; `nil` if nobody signed it, or its author took that back.
  public init?(_ record: Record) {
    guard record["state"] == "signed", let setting = record.setting("state"),
      case .person(let signer) = setting.origin, let at = setting.at
    else { return nil }
    id = record.subject
    self.signer = signer
    signedAt = at
    since = Timestamp(iso8601: record["since"])
    head = Int(record["head"]) ?? 0
    hash = record["hash"]
    comment = record["comment"]
    unworked = record["unworked"].split(separator: " ").compactMap { IncidentID(String($0)) }
    left = Int(record["left"]) ?? 0
    var known: [IncidentID: Case.Acknowledgement] = [:]
    for (name, setting) in record.fields(under: "ack/") {
      guard let id = IncidentID(name), case .person(let by) = setting.origin, let at = setting.at
      else { continue }
      known[id] = Case.Acknowledgement(by: by, at: at)
    }
    lines = record.fields(under: "line/").compactMap { name, setting in
      IncidentID(name).map {
        Line(incident: $0, text: setting.value, acknowledgement: known[$0])
      }
    }.sorted { $0.incident < $1.incident }
  }

  /// The lines nobody acknowledged.
  public var pending: [Line] { lines.filter { $0.acknowledgement == nil } }

  /// What acknowledges some lines.
  public func acknowledging(_ ids: [IncidentID]) -> RecordEdit {
    RecordEdit(id, Dictionary(ids.map { ("ack/\($0)", "1") }) { first, _ in first })
  }
}

/// An incident that was handed over and that nobody of the next shift acknowledged.
public struct PendingPickup: Hashable, Sendable, Identifiable {
  /// How long a handed-over incident may wait before it counts as never picked up: a day.
  public static let patience: Int64 = 24 * 3_600_000

  /// The incident, as it stands for what was named.
  public var id: IncidentID
  /// The id the signature names.
  public var named: IncidentID
  /// The newest handover that names it.
  public var handover: Subject
  /// Who signed that.
  public var signer: Author
  /// The text signed last.
  public var text: String
  /// When it was first handed over without anybody having acknowledged it since.
  public var firstSignedAt: Timestamp
  /// How often it was handed over since.
  public var times: Int

  /// Whether it was handed over a day ago or longer.
  public func isStale(at now: Timestamp) -> Bool {
    now.elapsed(since: firstSignedAt) >= Self.patience
  }
}

extension CaseBook {
  /// The most signed handovers looked at: a month of three shifts.
  private static let signedLimit = 90

  /// The handovers that are signed, the newest first.
  public var signedHandovers: [SignedHandover] {
    records(.handover).compactMap(SignedHandover.init).sorted {
      ($1.signedAt, $1.id) < ($0.signedAt, $0.id)
    }
  }

  /// The open incidents that were handed over and not acknowledged, the longest waiting first.
  ///
  /// An acknowledgement counts for its own handover and all before it.
  public var pendingPickups: [PendingPickup] {
    var found: [IncidentID: PendingPickup] = [:]
    var settled: Set<IncidentID> = []
    for handover in signedHandovers.prefix(Self.signedLimit) {
      for line in handover.lines {
        let id = current(line.incident)
        guard !settled.contains(id) else { continue }
        if line.acknowledgement != nil {
          settled.insert(id)
        } else if var known = found[id] {
          known.firstSignedAt = min(known.firstSignedAt, handover.signedAt)
          known.times += 1
          found[id] = known
        } else if let view = view(of: id), view.turn != .closed {
          found[id] = PendingPickup(
            id: id, named: line.incident, handover: handover.id, signer: handover.signer,
            text: line.text, firstSignedAt: handover.signedAt, times: 1)
        } else {
          settled.insert(id)
        }
      }
    }
    return found.values.sorted { ($0.firstSignedAt, $0.id) < ($1.firstSignedAt, $1.id) }
  }

  /// What acknowledges some of what is pending, one edit for all handovers concerned.
  public func acknowledging(_ pickups: [PendingPickup]) -> RecordEdit {
    var values: [Subject: [String: String]] = [:]
    for pickup in pickups { values[pickup.handover, default: [:]]["ack/\(pickup.named)"] = "1" }
    return RecordEdit(values)
  }
}
