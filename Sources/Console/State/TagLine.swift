// SPDX-License-Identifier: MIT

import Incidents

/// Tags as they are typed on one line: separated by commas, a dash before what is taken off.
struct TagLine {
  /// The tags as typed, without blanks around them.
  let names: [String]

  /// Reads a line.
  init(_ text: String) {
    names = text.utf8.split(separator: UInt8(ascii: ","))
      .map { String(decoding: $0, as: UTF8.self).trimmed }.filter { !$0.isEmpty }
  }

  /// What is put on and taken off: "vip, -reviewed".
  var edit: TagEdit {
    let dash = UInt8(ascii: "-")
    return TagEdit(
      add: names.filter { $0.utf8.first != dash },
      remove: names.filter { $0.utf8.first == dash }.map { String($0.dropFirst()) })
  }

  /// A line cut before the tag that is typed last.
  static func parts(of text: String) -> (kept: String, last: String) {
    guard let comma = text.utf8.lastIndex(of: UInt8(ascii: ",")) else { return ("", text.trimmed) }
    let rest = text.utf8.index(after: comma)
    return (String(text[..<rest]) + " ", String(text[rest...]).trimmed)
  }
}
