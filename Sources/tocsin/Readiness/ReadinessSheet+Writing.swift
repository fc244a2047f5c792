// SPDX-License-Identifier: MIT

import DefenderWire
import Incidents

extension ReadinessSheet {
  /// The sheet of what is recorded, over several lines.
  static func bytes(_ readiness: Readiness) -> [UInt8] {
    let records: [RecordNoun: [Record]] = [
      .readiness: readiness.items.map(\.record), .contact: readiness.contacts.map(\.record),
      .exclusion: readiness.exclusions.map(\.record),
      .permission: ServicePermission.allCases.compactMap { readiness.permissions[$0] },
    ]
    var writer = JSONWriter()
    writer.object { writer in
      writer.name("format")
      writer.integer(Self.format)
      for section in sections {
        writer.objects(section.name, records[section.noun] ?? []) { writer, record in
          writer.member("id", record.subject.name)
          for member in section.members where !record[member.name].isEmpty {
            writer.member(member.name, record[member.name])
          }
        }
      }
      writer.objects("assets", readiness.counts) { writer, count in
        writer.member("date", count.day)
        for kind in AssetCount.Kind.allCases {
          guard let part = count[kind] else { continue }
          writer.name(kind.rawValue)
          writer.object {
            $0.member("protected", part.protected)
            $0.member("target", part.target)
          }
        }
      }
    }
    return indented(writer.bytes)
  }

  /// Compact JSON over several lines, the innermost objects on one line each.
  private static func indented(_ bytes: [UInt8]) -> [UInt8] {
    var lines: [UInt8] = []
    var depth = 0
    var isInString = false
    var isEscaped = false
    // The members of the sheet and the elements of its lists begin lines: depths 1 and 2.
    for (place, byte) in bytes.enumerated() {
      if isInString {
        lines.append(byte)
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
        continue
      }
      func newLine(_ depth: Int) {
        lines.append(0x0A)
        lines += [UInt8](repeating: 0x20, count: depth * 2)
      }
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        lines.append(byte)
        depth += 1
        if depth <= 2, bytes[place + 1] != UInt8(ascii: "]") { newLine(depth) }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth < 2, bytes[place - 1] != UInt8(ascii: "[") { newLine(depth) }
        lines.append(byte)
      case UInt8(ascii: ","):
        lines.append(byte)
        if depth <= 2 { newLine(depth) } else { lines.append(0x20) }
      case UInt8(ascii: ":"): lines += [byte, 0x20]
      default:
        isInString = byte == UInt8(ascii: "\"")
        lines.append(byte)
      }
    }
    return lines + [0x0A]
  }
}
