// SPDX-License-Identifier: MIT

/// The text of `attack-techniques.tsv`, searched in place: one line a technique, sorted by id.
struct TechniqueTable: Hashable, Sendable {
  private let bytes: [UInt8]
  /// Index of the first technique, behind the source line.
  private let start: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let hasSource = bytes.first == UInt8(ascii: "#")
    start = hasSource ? (bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count - 1) + 1 : 0
  }

  /// The first line without its mark, empty when there is none.
  var source: String {
    String(
      decoding: bytes[..<start].drop { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: " ") }
        .prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  /// The fields behind the id, or nil if no line has this id.
  func line(of id: String) -> [ArraySlice<UInt8>]? {
    let id = Array(id.utf8)
    var lower = start
    var upper = bytes.count
    while lower < upper {
      let middle = (lower + upper) / 2
      let newline = UInt8(ascii: "\n")
      let first = bytes[lower..<middle].lastIndex(of: newline).map { $0 + 1 } ?? lower
      let last = bytes[middle..<upper].firstIndex(of: newline) ?? upper
      let fields = bytes[first..<last].split(
        separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      if fields[0].elementsEqual(id) { return Array(fields.dropFirst()) }
      if fields[0].lexicographicallyPrecedes(id) {
        lower = min(last + 1, upper)
      } else {
        upper = first
      }
    }
    return nil
  }
}
