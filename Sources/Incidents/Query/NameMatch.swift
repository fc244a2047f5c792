// SPDX-License-Identifier: MIT

/// Compares what was typed with the names a value goes by, without regard to ASCII case and blanks.
///
/// A name that is none of the known ones may be the beginning of one; else it matches what the
/// service wrote only as it is.
struct NameMatch: Hashable {
  private let wanted: [UInt8]
  /// Whether it is a known name.
  let isExact: Bool
  /// Whether it is neither a known name nor the beginning of one.
  let isVerbatim: Bool

  init(_ text: String, among field: QueryField) {
    self.init(text, among: field.knownNames.flatMap { $0 })
  }

  init(_ text: String, among names: [String]) {
    let wanted = text.utf8.nameBytes
    let known = names.map(\.utf8.nameBytes)
    let isExact = known.contains(wanted)
    self.wanted = wanted
    self.isExact = isExact
    isVerbatim = !isExact && !known.contains { $0.starts(with: wanted) }
  }

  /// Whether a value that goes by some names is meant.
  func matches(_ names: [String]) -> Bool { names.contains { matches($0.utf8) } }

  /// Whether a value with a name is meant.
  func matches(_ name: some Collection<UInt8>) -> Bool {
    let bytes = name.nameBytes
    return isExact || isVerbatim ? bytes == wanted : bytes.starts(with: wanted)
  }
}

extension QueryField {
  /// The names of each known value.
  var knownNames: [[String]] {
    switch self {
    case .status: IncidentStatus.names.map { [$0.name, $0.value.title] }
    case .severity: Severity.names.map { [$0.name, $0.value.title] }
    default:
      switch values {
      case .names(let names), .ranks(let names): names.map { [$0] }
      case .text, .spans: []
      }
    }
  }
}

extension Collection<UInt8> {
  fileprivate var nameBytes: [UInt8] { filter { $0 > 0x20 }.map(\.asciiLowercased) }
}
