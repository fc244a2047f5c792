// SPDX-License-Identifier: MIT

/// The tags of a page as a browser would see them, by a reader that forgives nothing.
struct HTMLOutline {
  struct Tag: Hashable {
    var name: String
    var attributes: [String]
    var source: String
  }

  struct Fault: Error { var place: String }

  /// The tags, but for line breaks and what sets tokens off.
  private(set) var tags: [Tag] = []
  private(set) var style = ""
  private let source: String

  init(_ html: String) throws {
    source = html
    // By bytes, as a browser reads: a bracket with a combining mark is a bracket.
    var rest = Array(html.utf8)[...]
    let (less, greater) = (UInt8(ascii: "<"), UInt8(ascii: ">"))
    var isInToken = false
    while let open = rest.firstIndex(where: { $0 == less || $0 == greater }) {
      guard rest[open] == less, let close = rest[open...].firstIndex(of: greater) else {
        throw Fault(place: String(decoding: rest.prefix(60), as: UTF8.self))
      }
      let tag = String(decoding: rest[open...close], as: UTF8.self)
      rest = rest[(close + 1)...]
      switch tag {
      case "<style>":
        guard let end = rest.firstIndex(of: less) else { throw Fault(place: "style") }
        style = String(decoding: rest[..<end], as: UTF8.self)
        rest = rest[end...]
      case "<br>": break
      case "<span class=\"t\">": isInToken = true
      case "</span>" where isInToken: isInToken = false
      default: tags.append(Self.tag(tag))
      }
    }
  }

  private static func tag(_ source: String) -> Tag {
    let parts = source.dropFirst().dropLast().split(separator: " ")
    let attributes = parts.dropFirst().compactMap { part in
      part.contains("=") ? part.split(separator: "=").first.map(String.init) : nil
    }
    return Tag(name: String(parts.first ?? ""), attributes: attributes, source: source)
  }

  /// What a reader sees between two pieces of the source.
  func text(between start: String, _ end: String) -> String? {
    let bytes = Array(source.utf8)
    guard let from = bytes.firstRange(of: Array(start.utf8))?.upperBound,
      let to = bytes[from...].firstRange(of: Array(end.utf8))?.lowerBound
    else { return source.contains("<p></p>") ? "" : nil }
    var text = Array(bytes[from..<to])
    for (escape, sign) in [
      ("<span class=\"t\">", ""), ("</span>", ""), ("&lt;", "<"), ("&gt;", ">"),
      ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ] {
      text.replace(Array(escape.utf8), with: Array(sign.utf8))
    }
    return String(decoding: text, as: UTF8.self)
  }
}
