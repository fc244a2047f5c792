// SPDX-License-Identifier: MIT

package import Incidents

/// Where everything of a store is.
package struct StoreLayout: Hashable, Sendable {
  /// The store's directory.
  package let root: String

  /// The layout under a directory.
  package init(root: String) {
    self.root = root.count > 1 && root.hasSuffix("/") ? String(root.dropLast()) : root
  }

  /// The format and identity; written last, so that a store without it is none.
  package var identity: String { root + "/store.json" }
  /// The file whose bytes are locked.
  package var lock: String { root + "/lock" }
  /// The journal's segments.
  package var journal: String { root + "/journal" }
  /// The documents, in shards.
  package var incidents: String { root + "/incidents" }
  /// Records that could not be read.
  package var quarantine: String { root + "/quarantine" }
  /// Who approved what.
  package var approvals: String { root + "/approvals" }
  /// Left by a process that could not flush.
  package var poison: String { root + "/POISONED" }
  /// When, by whom and from what was last imported.
  package var lastImport: String { root + "/last-import.json" }

  /// The directories a store begins with.
  package var directories: [String] { [journal, incidents, quarantine, approvals] }

  /// The journal's segment that begins with a line.
  package func segment(startingAt seq: Int) -> String {
    "\(journal)/\(Self.segmentName(startingAt: seq))"
  }

  /// A segment's name: the `seq` of its first line in twelve digits, so that names sort.
  package static func segmentName(startingAt seq: Int) -> String {
    let digits = String(seq)
    return String(repeating: "0", count: max(0, 12 - digits.count)) + digits + ".ndjson"
  }

  /// The first line of a segment by its name; `nil` if the name is no segment's.
  package static func firstSeq(ofSegment name: String) -> Int? {
    guard name.hasSuffix(".ndjson"), let seq = Int(name.dropLast(7)), seq > 0,
      segmentName(startingAt: seq) == name
    else { return nil }
    return seq
  }

  /// The directory of an incident's documents.
  package func shard(of id: IncidentID) -> String { incidents + "/" + Self.shardName(of: id) }

  /// Last two characters of the id, lower-cased, padded on the left with `0`, others as `_`: some
  /// file systems ignore case, and dots mean something to all of them.
  package static func shardName(of id: IncidentID) -> String {
    let last = id.text.utf8.suffix(2).map { byte -> UInt8 in
      switch byte {
      case 0x30...0x39, 0x61...0x7A: byte
      case 0x41...0x5A: byte + 0x20
      default: UInt8(ascii: "_")
      }
    }
    return String(decoding: [UInt8](repeating: 0x30, count: 2 - last.count) + last, as: UTF8.self)
  }

  /// Where a document of an incident is.
  package func document(of id: IncidentID, digest: String) -> String {
    "\(shard(of: id))/\(Self.documentName(of: id, digest: digest))"
  }

  /// A document's file name: the id and the first 16 digits of its SHA-256.
  package static func documentName(of id: IncidentID, digest: String) -> String {
    "\(id.text).\(digest.prefix(16)).json"
  }

  /// The incident and the digest's first digits in a document's name; `nil` if it is none.
  package static func incident(ofDocument name: String) -> (id: IncidentID, digest: String)? {
    guard name.hasSuffix(".json") else { return nil }
    let stem = name.dropLast(5)
    guard let dot = stem.lastIndex(of: "."), let id = IncidentID(String(stem[..<dot])) else {
      return nil
    }
    let digest = String(stem[stem.index(after: dot)...])
    guard digest.utf8.count == 16, digest.utf8.allSatisfy(\.isHexDigit) else { return nil }
    return (id, digest)
  }
}

extension UInt8 {
  /// Whether the byte is a lower-case hexadecimal digit.
  var isHexDigit: Bool { (0x30...0x39).contains(self) || (0x61...0x66).contains(self) }
}
