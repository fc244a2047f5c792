// SPDX-License-Identifier: MIT

internal import DefenderWire
internal import Incidents

extension Observation {
  /// Reads an *observed* line's body; `nil` if it names no document or a change is malformed.
  init?(_ body: JSONValue) {
    guard let digest = body["document"]?.string?.text, digest.utf8.count == 64,
      digest.utf8.allSatisfy(\.isHexDigit)
    else { return nil }
    self.init(digest: digest)
    awaitingSince = body["awaitingSince"]?.timestamp
    guard let changes = body["changes"] else { return }
    // Where nothing was known, every old value is `null`; else a `null` is a value that was absent.
    let isFirst = changes["isReceived"]?.elements.first { _ in true }?.isNull == true
    for member in changes.members {
      guard take(member, isFirst: isFirst) else { return nil }
    }
  }

  /// Takes over one member; `false` if it is one of ours and malformed.
  private mutating func take(_ member: JSONMember, isFirst: Bool) -> Bool {
    let value = member.value
    switch member.name {
    case "title": return Self.set(&title, Change(value) { $0.string?.text })
    case "severity": return Self.set(&severity, Change(value) { $0.graphValue() })
    case "status": return Self.set(&status, Change(value) { $0.graphValue() })
    case "owner": return Self.set(&owner, Change(value) { $0.string?.text })
    case "classification": return Self.set(&classification, Change(value) { $0.graphValue() })
    case "determination": return Self.set(&determination, Change(value) { $0.graphValue() })
    case "tags": return Self.set(&tags, Change(value) { $0.kind == .array ? $0.texts : nil })
    case "systemTags":
      return Self.set(&systemTags, Change(value) { $0.kind == .array ? $0.texts : nil })
    case "createdAt": return Self.set(&createdAt, Change(value, isFirst: isFirst) { $0.timestamp })
    case "updatedAt": return Self.set(&updatedAt, Change(value, isFirst: isFirst) { $0.timestamp })
    case "redirect":
      return Self.set(
        &redirect,
        Change(value, isFirst: isFirst) { $0.string.flatMap { IncidentID($0.text) } })
    case "priorityScore":
      return Self.set(
        &priorityScore, Change(value, isFirst: isFirst) { $0.integer.map { Int($0) } })
    case "alertCount": return Self.set(&alertCount, Change(value) { $0.integer.map { Int($0) } })
    case "isReceived": return Self.set(&isReceived, Change(value, { $0.bool }))
    case "sources":
      return Self.set(&sources, Change(value) { $0.kind == .array ? $0.texts : nil })
    case "entities": return Self.set(&entities, Change(value, \.entities))
    case "responseCounts":
      return Self.set(
        &responseCounts, Change(value, isFirst: isFirst) { ResponseCounts($0) })
    case "edition": return Self.set(&edition, Change(value) { $0.integer.map { Int($0) } })
    case "responses":
      for member in value.members {
        guard let change = Change(member.value, { ResponseFacts(id: member.name, $0) }) else {
          return false
        }
        responses.append(change)
      }
      return true
    default: return true
    }
  }

  private static func set<Value>(_ field: inout Change<Value>?, _ change: Change<Value>?) -> Bool {
    field = change
    return change != nil
  }
}

extension ResponseCounts {
  fileprivate init?(_ value: JSONValue) {
    func count(_ name: String) -> Int? {
      value[name]?.integer.flatMap { Int(exactly: $0) }.map { min(max($0, 0), 1 << 30) }
    }
    guard value.kind == .object, let total = count("total"), let open = count("open"),
      let yours = count("yours")
    else { return nil }
    self.init(total: total, open: open, yours: yours)
  }
}

extension ResponseFacts {
  fileprivate init?(id: String, _ value: JSONValue) {
    guard value.kind == .object else { return nil }
    self.init(
      id: id, title: value["title"]?.string?.text ?? "",
      action: value["action"]?.graphValue() ?? .text,
      target: value["target"]?.string?.text ?? "",
      targetName: value["targetName"]?.string?.text ?? "", otherIDs: value["otherIds"]?.texts ?? [],
      status: value["status"]?.graphValue() ?? .open,
      performer: value["performer"]?.graphValue() ?? .you,
      createdAt: value["createdAt"]?.timestamp, statusAt: value["statusAt"]?.timestamp)
  }
}

extension Change {
  /// Reads `[old,new]`; `nil` if the new value cannot be read.
  fileprivate init?(_ value: JSONValue, _ read: (JSONValue) -> Value?) {
    var elements = value.elements
    guard let old = elements.next(), let new = elements.next().flatMap(read) else { return nil }
    self.init(old: read(old), new: new)
  }

  /// Reads `[old,new]` of a value that may be absent.
  fileprivate init?<Wrapped>(
    _ value: JSONValue, isFirst: Bool, _ read: (JSONValue) -> Wrapped?
  ) where Value == Wrapped? {
    var elements = value.elements
    guard let old = elements.next(), let new = elements.next() else { return nil }
    self.init(old: isFirst ? nil : .some(read(old)), new: read(new))
  }
}

extension JSONValue {
  /// A moment.
  var timestamp: Timestamp? { string.flatMap { Timestamp(iso8601: $0.text) } }

  /// Names by kind; of a kind this version does not know, none.
  fileprivate var entities: [Entity]? {
    guard kind == .object else { return nil }
    return Entity.Kind.allCases.flatMap { kind in
      (self[kind.rawValue]?.texts ?? []).map { Entity(kind, $0) }
    }
  }

  /// A value of one of Graph's enumerations.
  fileprivate func graphValue<Value: GraphValue>() -> Value? {
    string.map { Value(graphName: $0.text) }
  }
}
