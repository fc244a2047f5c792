// SPDX-License-Identifier: MIT

/// The evidence of what responses act on, found in one pass.
///
/// It is what bears the id a response names, of the kind its action is for; what merely mentions
/// the id, such as a file that lay on the device, is not it.
struct TargetEvidence {
  /// The most other ids that are kept: with a second one it is not sure any more which is meant.
  private static let idLimit = 2

  private var found: [[UInt8]: [(rank: Int, evidence: Evidence)]] = [:]

  /// What some responses act on, in the alerts of some documents.
  init(_ alerts: [Alert], for responses: some Sequence<ManagedResponse>) {
    let wanted = Set(
      responses.flatMap { [$0.target, $0.device] }.filter { !$0.isEmpty }.map(\.folded))
    guard !wanted.isEmpty else { return }
    for evidence in alerts.lazy.flatMap(\.evidence) {
      var seen: Set<[UInt8]> = []
      for (rank, name) in evidence.idsByRank {
        let key = name.folded
        guard wanted.contains(key), seen.insert(key).inserted else { continue }
        found[key, default: []].append((rank, evidence))
      }
    }
  }

  /// The evidence a response acts on: first what the service knows by that id itself.
  subscript(response: ManagedResponse) -> [Evidence] {
    evidence(of: response.target, response.action.entry.target)
  }

  /// What incidents may be about that a response acts on, or the device it does so on; `nil` if the
  /// alerts do not name it.
  func entity(of response: ManagedResponse) -> Entity? {
    (self[response] + evidence(of: response.device, .device)).lazy.compactMap(Entity.init).first
  }

  private func evidence(
    of id: String, _ kind: ResponseActionEntry.TargetKind
  ) -> [Evidence] {
    let own = (found[id.folded] ?? []).filter { $0.evidence.isKind(of: kind) }
    return (0...2).flatMap { rank in own.filter { $0.rank == rank }.map(\.evidence) }
  }

  /// What a response acts on, by the name of the evidence that bears its id.
  func target(of response: ManagedResponse) -> ResponseTarget {
    let kind = response.action.entry.target
    let own = self[response]
    let named = own.filter { !$0.name.isEmpty }
    // A process has its image's hash, too, but a name that says more than the file's.
    let file = kind == .file || kind == .indicator ? named.first { $0.kind == .file } : nil
    let name = (file ?? named.first)?.targetName
    return ResponseTarget(
      kind: kind, id: response.target, name: name ?? "",
      otherIDs: kind == .device ? Self.otherIDs(of: response.target, in: own) : [])
  }

  /// What else evidence that bears a device's id calls it, as far as that is an id.
  private static func otherIDs(of id: String, in evidence: [Evidence]) -> [String] {
    let wanted = id.folded
    let stated = evidence.flatMap { item -> [String] in
      let ids = [item.identifier] + item.fields.filter { $0.label == "entra id" }.map(\.value)
      return ids.contains { $0.folded == wanted } ? ids : []
    }
    var seen: Set<[UInt8]> = [wanted]
    return Array(
      stated.filter { $0.isTellingID && seen.insert($0.folded).inserted }.prefix(Self.idLimit))
  }
}

extension Incident {
  /// What one of its responses acts on, by the name of the evidence that bears the id; without
  /// such evidence there is only the id.
  public func target(of response: ManagedResponse) -> ResponseTarget {
    TargetEvidence(alerts, for: CollectionOfOne(response)).target(of: response)
  }

  /// What a response acts on, among what the alerts bring; `nil` if they do not name it.
  public func entity(of response: ManagedResponse) -> Entity? {
    TargetEvidence(alerts, for: CollectionOfOne(response)).entity(of: response)
  }
}

extension Evidence {
  /// The ids it bears: its own first, then others the service knows it by, then its name.
  fileprivate var idsByRank: [(rank: Int, id: String)] {
    [(0, identifier)] + fields.filter { $0.label.isIDLabel }.map { (1, $0.value) } + [(2, name)]
  }

  /// What a person would call it, a process by its image.
  fileprivate var targetName: String {
    kind == .process ? Entity(self)?.name ?? name : name
  }
}

extension Evidence {
  fileprivate func isKind(of target: ResponseActionEntry.TargetKind) -> Bool {
    switch target {
    case .device: kind == .device
    // A mailbox is its owner's; a setting of it only names the owner.
    case .user: kind == .user || type == "mailboxEvidence"
    case .file: kind == .file || kind == .process
    case .message: kind == .message
    case .indicator: kind == .file || kind == .process || kind == .address || kind == .url
    // Of an action that is not known the id decides alone.
    case .described: true
    }
  }
}

extension String {
  /// Whether it can be an id, and not what stands for none: empty, or all zeros.
  fileprivate var isTellingID: Bool {
    utf8.count <= ServiceFacts.textLimit - 4
      && utf8.contains { $0 != UInt8(ascii: "0") && $0 != UInt8(ascii: "-") }
  }

  /// Whether a field so labelled holds an id of the thing itself.
  fileprivate var isIDLabel: Bool {
    ["entra id", "sid", "sha1", "sha256", "md5", "message id", "upn"].contains(self)
  }
}
