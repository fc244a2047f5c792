// SPDX-License-Identifier: MIT

@testable internal import IncidentStore

/// Changes to a sound index, read from a fuzzer's bytes: five for each, a place and a value.
struct IndexEdits {
  /// Which checksums are made good again, so that the change is not found by them.
  enum Sealing: UInt8 { case nothing, pages, all }

  let sealing: Sealing
  private let edits: [(place: Int, value: UInt8)]

  init(_ bytes: [UInt8]) {
    sealing = Sealing(rawValue: (bytes.first ?? 0) % 3) ?? .nothing
    edits = stride(from: 1, to: max(1, bytes.count - 4), by: 5).map { at in
      let place = bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) }
      return (place, bytes[at + 4])
    }
  }

  /// The changed index, or cut short.
  func applied(to sound: [UInt8]) -> [UInt8] {
    let size = IndexPages.size
    let pages = (sound.count - size) / size
    var bytes = sound
    var touched: Set<Int> = []
    for (place, value) in edits {
      guard place < 1 << 31 else {
        if sealing == .nothing { bytes.removeLast(min(bytes.count, place & 0xFFFF)) }
        continue
      }
      // A page, and a byte among its first: most of a page is filled up with zeros.
      let page = (place >> 16) % (pages + 1)
      let at = page * size + (place & 0xFFFF) % size
      guard at < bytes.count else { continue }
      bytes[at] = value
      touched.insert(page)
    }
    if sealing != .nothing { seal(&bytes, touched) }
    return bytes
  }

  private func seal(_ bytes: inout [UInt8], _ touched: Set<Int>) {
    let size = IndexPages.size
    guard let header = IndexHeader(page: Array(bytes[..<size])) else {
      return sealHeader(&bytes)
    }
    let table = header.pages * size
    guard table + header.pages * 8 == bytes.count else { return }
    for page in touched where page > 0 && page < header.pages {
      var sum: [UInt8] = []
      sum.append(word: pageSum(Array(bytes[page * size..<(page + 1) * size])))
      bytes.replaceSubrange(table + page * 8..<table + page * 8 + 8, with: sum)
    }
    var whole = header
    whole.tableSum = pageSum(Array(bytes[table...]))
    if let page = whole.page { bytes.replaceSubrange(..<size, with: page) }
  }

  private func sealHeader(_ bytes: inout [UInt8]) {
    guard sealing == .all else { return }
    let length = Int(truncatingIfNeeded: min(bytes.word(at: 8), UInt64(IndexPages.size - 24)))
    var sum: [UInt8] = []
    sum.append(word: pageSum(Array(bytes[24..<24 + length])))
    bytes.replaceSubrange(16..<24, with: sum)
  }
}
