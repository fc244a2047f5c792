// SPDX-License-Identifier: MIT

extension ServiceFacts {
  /// The most sources kept here.
  public static let sourceLimit = 10

  /// The products an incident's alerts come from; where one names no product, its sensor.
  static func sources(of incident: Incident) -> [String] {
    let names = incident.alerts.lazy.map { alert in
      (alert.serviceSource.isEmpty ? alert.detectionSource : alert.serviceSource)
        .prefix(bytes: textLimit)
    }
    return Array(unique(names.filter { !$0.isEmpty }).prefix(sourceLimit))
  }

  /// Keeps so many entities at most, of each kind its share.
  public mutating func keepEntities(_ limit: Int) {
    entities = Entity.kept(entities, limit: min(limit, Entity.limit))
  }
}

extension Entity {
  /// The most of one incident that are kept in its facts.
  public static let limit = 120
  /// The most bytes their names may have together, so that what a filter looks at of a row fits in
  /// a page of the index.
  public static let byteLimit = 7500

  /// What an incident is about, by kind and then in order of first appearance.
  ///
  /// Names that differ only in ASCII case are one name, as they are to Windows and to mail.
  static func all(in incident: Incident) -> [Entity] {
    let found = incident.alerts.flatMap { alert in
      alert.evidence.compactMap(Entity.init)
        + alert.techniques.map { Entity(.technique, $0.prefix(bytes: ServiceFacts.textLimit)) }
        + [Entity(.category, alert.category.prefix(bytes: ServiceFacts.textLimit))]
    }
    return unique(found.filter { !$0.name.isEmpty }).inOrder
  }

  /// The entity a piece of evidence names; `nil` if none.
  init?(_ evidence: Evidence) {
    let name = evidence.name.isEmpty ? evidence.identifier : evidence.name
    func entity(_ kind: Kind, _ name: String) -> Entity {
      Entity(kind, name.prefix(bytes: ServiceFacts.textLimit))
    }
    switch evidence.kind {
    case .device: self = entity(.device, name)
    // A mailbox goes by its owner's address.
    case .user: self = entity(.user, name)
    case .mailbox where evidence.type == "mailboxEvidence": self = entity(.user, name)
    case .file: self = entity(.file, name)
    case .process: self = entity(.file, name.withoutProcessID)
    // A connection is named "from to", and known by where it leads.
    case .address where evidence.type == "networkConnectionEvidence":
      self = entity(.address, evidence.identifier)
    case .address: self = entity(.address, evidence.name)
    default: return nil
    }
  }

  /// As many as are kept: of each kind its share at least, then what comes first.
  static func kept(_ entities: [Entity], limit: Int = limit, bytes: Int = byteLimit) -> [Entity] {
    let byKind = Kind.allCases.map { kind in entities.filter { $0.kind == kind } }
    let share = limit / byKind.count
    let kept = byKind.map { Self.prefix($0, share, bytes / byKind.count) }
    var room = limit - kept.reduce(0) { $0 + $1.count }
    var rest = bytes - kept.joined().reduce(0) { $0 + $1.size }
    return zip(byKind, kept).flatMap { all, kept in
      let more = Self.prefix(all[kept.count...], room, rest)
      room -= more.count
      rest -= more.reduce(0) { $0 + $1.size }
      return kept + more
    }
  }

  private static func prefix(
    _ entities: some Sequence<Entity>, _ limit: Int, _ bytes: Int
  ) -> [Entity] {
    var rest = bytes
    return entities.prefix(limit).prefix { entity in
      rest -= entity.size
      return rest >= 0
    }
  }

  /// The bytes of its name, and what goes with it.
  private var size: Int { name.utf8.count + 2 }
}

extension [Entity] {
  /// By kind, and within one in the order they are in.
  var inOrder: [Entity] {
    Entity.Kind.allCases.flatMap { kind in filter { $0.kind == kind } }
  }
}

extension Entity: UniqueKey {
  var uniqueKey: [UInt8] { Array(kind.rawValue.utf8) + [0] + name.folded }
}

extension String {
  /// A process image without the number of the process, which is another each time.
  fileprivate var withoutProcessID: String {
    guard utf8.last == UInt8(ascii: ")"), let open = utf8.lastIndex(of: UInt8(ascii: "(")) else {
      return self
    }
    let number = utf8[utf8.index(after: open)...].dropLast()
    let name = utf8[..<open]
    guard !number.isEmpty, number.allSatisfy({ (0x30...0x39).contains($0) }),
      name.last == UInt8(ascii: " ")
    else { return self }
    return String(Substring(name.dropLast()))
  }
}
