// SPDX-License-Identifier: MIT

internal import DefenderWire
internal import Incidents

/// What one user saw of the store at a place.
struct StoreSight: Hashable {
  /// The store's directory, without links.
  var place: String
  /// The store's id.
  var store: String
  /// Which file its `store.json` was; `nil` if that could not be told.
  var file: FileMark?
  /// The newest line known to be flushed; `nil` if none was.
  var head: JournalHead?
  /// When it was seen.
  var at: Timestamp

  init(place: String, store: String, file: FileMark?, head: JournalHead?, at: Timestamp) {
    self.place = place
    self.store = store
    self.file = file
    self.head = head
    self.at = at
  }

  /// Reads it; `nil` if it does not say all it must.
  init?(_ root: JSONValue) {
    guard let place = root["place"]?.string?.text, let store = root["store"]?.string?.text,
      StoreIdentity.isIdentity(store), let at = root["at"]?.timestamp
    else { return nil }
    self.init(place: place, store: store, file: FileMark(root), head: nil, at: at)
    guard root["seq"] != nil || root["h"] != nil else { return }
    guard let seq = root["seq"]?.integer, seq > 0, let hash = root["h"]?.string?.text,
      hash.utf8.count == LineHash.length
    else { return nil }
    head = JournalHead(seq: Int(seq), hash: hash)
  }

  /// The file's content.
  var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("place", place)
      writer.member("store", store)
      if let file {
        writer.member("device", file.device)
        writer.member("inode", file.inode)
        writer.member("modified", file.modifiedAt.iso8601)
      }
      if let head {
        writer.member("seq", head.seq)
        writer.member("h", head.hash)
      }
      writer.member("at", at.iso8601)
    }
    return writer.bytes + [0x0A]
  }
}

/// Which file a `store.json` is: moving a store keeps it, copying makes another.
///
/// The time is part of it because the number of a removed file is given to a new one.
struct FileMark: Hashable {
  var device: Int
  var inode: Int
  var modifiedAt: Timestamp

  init(_ status: FileStatus) {
    device = Int(truncatingIfNeeded: status.device)
    inode = Int(truncatingIfNeeded: status.inode)
    modifiedAt = status.modifiedAt
  }

  fileprivate init?(_ root: JSONValue) {
    guard let device = root["device"]?.integer, let inode = root["inode"]?.integer,
      let modifiedAt = root["modified"]?.timestamp
    else { return nil }
    self.device = Int(device)
    self.inode = Int(inode)
    self.modifiedAt = modifiedAt
  }
}
