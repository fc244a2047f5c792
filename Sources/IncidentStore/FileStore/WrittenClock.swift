// SPDX-License-Identifier: MIT

internal import Incidents

/// The times the lines were written at, as far as they tell whether a clock went back.
///
/// The times of one form sort like their bytes, so only a line that seems to be early is read.
struct WrittenClock {
  private static let name = Array(#","t":""#.utf8)
  private static let length = 24

  /// The time of the line before the last.
  var before: Timestamp { Timestamp(iso8601: String(decoding: earlier, as: UTF8.self)) ?? .zero }
  private var earlier: [UInt8] = []
  private var last: [UInt8] = []

  /// Whether a line's time is before that of the line before it.
  mutating func isBack(after found: JournalReader.Found) -> Bool {
    // The number before it has at most 15 digits.
    let head = found.range.lowerBound..<min(found.range.upperBound, found.range.lowerBound + 80)
    guard let start = found.bytes.place(of: Self.name, in: head) else { return false }
    let time = start + Self.name.count
    guard time + Self.length <= found.range.upperBound else { return false }
    let written = found.bytes[time..<time + Self.length]
    let isBack = written.lexicographicallyPrecedes(last)
    if isBack { earlier = last }
    if !written.elementsEqual(last) { last = Array(written) }
    return isBack
  }
}

extension Timestamp {
  fileprivate static let zero = Timestamp(milliseconds: 0)
}

extension JournalReader.Found {
  private static let kind = Array(#","kind":"#.utf8)

  /// Whether the line's kind is the one given, in its quotation marks; told without reading JSON.
  ///
  /// A name cannot pass for it: quotation marks in a name are escaped.
  func isKind(_ name: [UInt8]) -> Bool {
    let head = range.lowerBound..<min(range.upperBound, range.lowerBound + 4096)
    guard let place = bytes.place(of: Self.kind, in: head) else { return true }
    return bytes[(place + Self.kind.count)...].starts(with: name)
  }
}

extension [UInt8] {
  /// The first place of some bytes, of which the first is a comma, in a part of the array.
  func place(of pattern: [UInt8], in range: Range<Int>) -> Int? {
    withUnsafeBytes { bytes in
      var place = range.lowerBound
      while place + pattern.count <= range.upperBound {
        if bytes[place] == 0x2C {
          var length = 1
          while length < pattern.count, bytes[place + length] == pattern[length] { length += 1 }
          if length == pattern.count { return place }
        }
        place += 1
      }
      return nil
    }
  }
}
