// SPDX-License-Identifier: MIT

private import DefenderWire
private import Incidents

/// What `store.json` says.
struct StoreIdentity: Hashable, Sendable {
  /// The format this version reads and writes.
  static let format = 1

  /// A UUID.
  var id: String
  /// The format it was read in.
  private(set) var format = Self.format
  /// When the store was made, as the file says it; `nil` if it does not.
  private(set) var createdAt: String?

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
    // Format 0 called the member otherwise.
    let member = format == 0 ? "storeId" : "id"
    guard format >= 0, let id = document.root[member]?.string?.text, Self.isIdentity(id) else {
      throw .broken(path: path, line: 1, reason: "It does not say which store this is.")
    }
    self.id = id
    self.format = Int(format)
    createdAt = document.root["createdAt"]?.string?.text
  }

  /// Whether a text can be a store's id, and with that the name of a directory.
  static func isIdentity(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        switch $0 {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D: true
        default: false
        }
      }
  }

  /// The directories a store of this format has; format 0 knew no approvals.
  func directories(of layout: StoreLayout) -> [String] {
    format == 0 ? layout.directories.filter { $0 != layout.approvals } : layout.directories
  }

  /// Whether it is written in an older format than this version's.
  var isOld: Bool { format < Self.format }

  private init(id: String) { self.id = id }

  /// The file's content.
  func bytes(createdAt: String?) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("format", Self.format)
      writer.member("id", id)
      if let createdAt { writer.member("createdAt", createdAt) }
    }
    return writer.bytes + [0x0A]
  }
}
