// SPDX-License-Identifier: MIT

private import DefenderWire
private import Incidents

/// What `store.json` says.
struct StoreIdentity: Hashable, Sendable {
  /// The format this version reads and writes.
  static let format = 1

  /// A UUID.
  var id: String

  /// A new identity: a random UUID (version 4).
  static func random() -> StoreIdentity {
    var bytes = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    var text = ""
    for (place, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(place) { text += "-" }
      text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return StoreIdentity(id: text)
  }

  /// Reads the file.
  init(_ bytes: [UInt8], at path: String) throws(StoreError) {
    guard let document = try? JSONDocument(bytes: bytes), document.root.kind == .object,
      let format = document.root["format"]?.integer
    else {
      throw .broken(path: path, line: 1, reason: "It does not say which format the store has.")
    }
    guard format <= Self.format else {
      throw .newerFormat(path: path, format: Int(format))
    }
    guard let id = document.root["id"]?.string?.text, !id.isEmpty else {
      throw .broken(path: path, line: 1, reason: "It does not say which store this is.")
    }
    self.id = id
  }

  private init(id: String) { self.id = id }

  /// The file's content.
  func bytes(createdAt: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("format", Self.format)
      writer.member("id", id)
      writer.member("createdAt", createdAt)
    }
    return writer.bytes + [0x0A]
  }
}
