// SPDX-License-Identifier: MIT

private import DefenderWire
package import Incidents

/// Where it is kept what one analyst has looked at in a store: one file, replaced as a whole.
package struct LookFile: Sendable {
  private static let limit = 4 * 1024 * 1024

  private let state: RememberedHeads
  private let folder: String
  private let path: String

  /// The file for a store, by its id, and an analyst, in `tocsin` of the user's state directory.
  package init(
    in directory: String, ofStore id: String, for analyst: String,
    files: any FileSystem = PosixFileSystem()
  ) {
    state = RememberedHeads(in: directory, files: files)
    folder = "\(directory)/\(id)"
    // Names may hold whatever a file's name may not.
    let name = analyst.utf8.prefix(64).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    path = "\(folder)/looked-\(name.joined()).json"
  }

  /// What was kept; `nil` if nothing was.
  package func recall() throws(StoreError) -> Looks? {
    guard let status = try state.files.status(at: folder),
      try state.files.status(at: path) != nil
    else { return nil }
    let bytes = try state.files.contents(of: path, by: state.rules(status), limit: Self.limit)
    return Looks(bytes)
  }

  /// Keeps it in place of what was kept before.
  package func keep(_ looks: Looks) throws(StoreError) {
    try state.prepare([folder])
    try state.files.write(looks.bounded.bytes, to: path, mode: 0o600, isSynced: false)
  }
}

extension Looks {
  /// What a file holds; `nil` if it is none of ours.
  fileprivate init?(_ bytes: [UInt8]) {
    guard let root = (try? JSONDocument(bytes: bytes))?.root, let told = Look(root) else {
      return nil
    }
    self.init()
    self.told = told
    order = root["order"].flatMap(QueueOrder.init)
    for value in root["looked"].map({ Array($0.elements.prefix(Self.limit)) }) ?? [] {
      if let id = value.incident, let look = Look(value) { last[id] = look }
    }
    for value in root["unread"].map({ Array($0.elements.prefix(Self.limit)) }) ?? [] {
      if let id = value.incident,
        let news = value["is"]?.string.flatMap({ News(rawValue: $0.text) })
      {
        unread[id] = news
      }
    }
  }

  /// The file's content.
  fileprivate var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      if let told { told.write(to: &writer) }
      if let order {
        writer.name("order")
        writer.object { writer in
          writer.member("column", order.column.rawValue)
          writer.name("isReversed")
          writer.bool(order.isReversed)
        }
      }
      writer.name("looked")
      writer.array { writer in
        for (id, look) in last.sorted(by: { $0.key < $1.key }) {
          writer.object { writer in
            writer.member("id", id.text)
            look.write(to: &writer)
          }
        }
      }
      writer.name("unread")
      writer.array { writer in
        for (id, news) in unread.sorted(by: { $0.key < $1.key }) {
          writer.object { writer in
            writer.member("id", id.text)
            writer.member("is", news.rawValue)
          }
        }
      }
    }
    return writer.bytes + [0x0A]
  }
}

extension QueueOrder {
  fileprivate init?(_ value: JSONValue) {
    guard let column = value["column"]?.string.flatMap({ Column(rawValue: $0.text) }) else {
      return nil
    }
    self.init(column, isReversed: value["isReversed"]?.bool ?? false)
  }
}

extension Look {
  fileprivate init?(_ value: JSONValue) {
    guard let seq = value["seq"]?.integer, seq >= 0, let at = value["at"]?.timestamp else {
      return nil
    }
    self.init(seq: Int(seq), at: at)
  }

  fileprivate func write(to writer: inout JSONWriter) {
    writer.member("seq", seq)
    writer.member("at", at.iso8601)
  }
}

extension JSONValue {
  fileprivate var incident: IncidentID? { self["id"]?.string.flatMap { IncidentID($0.text) } }
}
