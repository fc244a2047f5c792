// SPDX-License-Identifier: MIT

/// What a managed response acts on.
public struct ResponseTarget: Hashable, Sendable {
  /// What it is.
  public var kind: ResponseActionEntry.TargetKind
  /// Its id, as the response gives it; empty for steps in words.
  public var id: String
  /// What a person would call it; empty if the response's title names nothing the incident is about.
  public var name: String

  /// Makes a target.
  public init(kind: ResponseActionEntry.TargetKind, id: String, name: String = "") {
    self.kind = kind
    self.id = id
    self.name = name
  }

  /// What tells targets apart; `nil` where the id is missing or may have been cut.
  ///
  /// Ids are compared without regard to ASCII case, and by nothing else: that two ids mean one
  /// device is never guessed.
  var key: [UInt8]? {
    // What was cut between scalars can be up to three bytes shorter.
    guard !id.isEmpty, id.utf8.count <= ServiceFacts.textLimit - 4 else { return nil }
    return Array(kind.rawValue.utf8) + [0] + id.folded
  }

  /// Whether two are surely the same.
  public func isSame(as other: ResponseTarget) -> Bool {
    guard let key, let theirs = other.key else { return false }
    return key == theirs
  }

  /// Name and id, or what there is of them.
  public var title: String {
    if id.isEmpty { return name }
    return name.isEmpty || name.hasSameBytes(as: id) ? id : "\(name) (id \(id))"
  }
}

/// A response, by the incident it is shown in and its id there.
public struct ResponseReference: Hashable, Sendable {
  /// The incident.
  public var incident: IncidentID
  /// The response.
  public var response: String

  /// Makes a reference.
  public init(_ incident: IncidentID, _ response: String) {
    self.incident = incident
    self.response = response
  }
}

extension Case {
  /// What one of its responses acts on.
  ///
  /// The name is that of something the incident is about which the response's title names; the id
  /// is what counts.
  public func target(of response: ResponseCase) -> ResponseTarget {
    let kind = response.action.entry.target
    let title = (response.service?.title ?? "").folded
    let names = service.entities.filter { $0.kind == kind.entity }.map(\.name)
    // A title has the host of a device and the account of a user, often without their domain.
    let end = kind == .device ? UInt8(ascii: ".") : UInt8(ascii: "@")
    let named = names.filter { name in
      title.holds(name.folded)
        || kind.hasDomain && title.holds(Array(name.folded.prefix { $0 != end }))
    }
    return ResponseTarget(
      kind: kind, id: response.service?.target ?? "",
      name: named.max { $0.utf8.count < $1.utf8.count } ?? "")
  }
}

extension ResponseActionEntry.TargetKind {
  /// The kind of entity such a target is.
  var entity: Entity.Kind? {
    switch self {
    case .device: .device
    case .user: .user
    case .file: .file
    case .message, .indicator, .described: nil
    }
  }
}

extension ResponseActionEntry.TargetKind {
  fileprivate var hasDomain: Bool { self == .device || self == .user }
}

extension [UInt8] {
  /// Whether a name stands in the text, not as a part of a longer one.
  fileprivate func holds(_ name: [UInt8]) -> Bool {
    guard let first = name.first, count >= name.count else { return false }
    func isLetter(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
        || byte == UInt8(ascii: "-")
    }
    return indices.prefix(count - name.count + 1).contains { start in
      guard self[start] == first, self[start..<start + name.count].elementsEqual(name) else {
        return false
      }
      let end = start + name.count
      return (start == 0 || !isLetter(self[start - 1])) && (end == count || !isLetter(self[end]))
    }
  }
}
