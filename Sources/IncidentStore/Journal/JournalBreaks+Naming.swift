// SPDX-License-Identifier: MIT

internal import Incidents

extension JournalBreaks {
  private static let on = Array(#","on":{"#.utf8)

  /// The incidents that lines of a stretch of the journal name, as far as they can still be read,
  /// sorted: nothing there can be trusted, but it says where to look.
  func incidents(
    from start: ChainBreak.Place, to end: ChainBreak.Place
  ) throws(StoreError) -> [IncidentID] {
    var found: Set<IncidentID> = []
    for segment in try segments(from: start.segment) where segment <= end.segment {
      let file = try files.open(layout.segment(startingAt: segment), .read, by: rules)
      defer { files.close(file) }
      let limit = segment == end.segment ? end.offset : Int.max
      var reader = LineReader(file, from: segment == start.segment ? start.offset : 0, files)
      while let line = try reader.next(), line.offset < limit {
        let bytes = reader.buffer[line.range].prefix(limit - line.offset)
        found.formUnion(Self.incidents(namedBy: bytes))
      }
    }
    return found.sorted()
  }

  /// The incidents in what looks like the list of a line's subjects.
  static func incidents(namedBy bytes: ArraySlice<UInt8>) -> [IncidentID] {
    guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: on) }) else {
      return []
    }
    let list = bytes[(start + on.count)...].prefix { $0 != UInt8(ascii: "}") }
    return list.split(separator: UInt8(ascii: ",")).compactMap { item in
      guard item.first == UInt8(ascii: "\""),
        let end = item.dropFirst().firstIndex(of: UInt8(ascii: "\""))
      else { return nil }
      return IncidentID(String(decoding: item[(item.startIndex + 1)..<end], as: UTF8.self))
    }
  }
}
