// SPDX-License-Identifier: MIT

public import Cells

/// One or more keys pressed one after the other, written as people write them: `j`, `g g`,
/// `Ctrl-D`, `PgDn`.
public struct KeySequence: Hashable, Sendable, CustomStringConvertible {
  /// The keys.
  public let keys: [Key]

  /// Makes a sequence of keys.
  public init(_ keys: [Key]) { self.keys = keys }

  /// Reads a sequence; `nil` if a part is no key.
  public init?(_ text: String) {
    var keys: [Key] = []
    for part in text.split(separator: " ") {
      guard let key = Self.key(String(part)) else { return nil }
      keys.append(key)
    }
    guard !keys.isEmpty else { return nil }
    self.keys = keys
  }

  /// The sequence as people write it.
  public var description: String { keys.map(Self.name).joined(separator: " ") }

  private static let names: [(name: String, key: Key)] = [
    ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("Shift-Tab", .backtab), ("Up", .up),
    ("Down", .down), ("Left", .left), ("Right", .right), ("Home", .home), ("End", .end),
    ("PgUp", .pageUp), ("PgDn", .pageDown), ("Del", .delete), ("Ins", .insert),
    ("Backspace", .backspace), ("Space", .character(" ")),
  ]

  /// The names of keys that are more than one character.
  static let keyNames =
    names.map(\.name) + (1...24).map { "F\($0)" }
    + (UInt8(ascii: "A")...UInt8(ascii: "Z")).map { "Ctrl-\(Unicode.Scalar($0))" }

  private static func key(_ name: String) -> Key? {
    if let known = names.first(where: { $0.name == name }) { return known.key }
    let scalars = Array(name.unicodeScalars)
    if scalars.count == 1 { return .character(scalars[0]) }
    if name.hasPrefix("Ctrl-"), scalars.count == 6, isLetter(scalars[5]) {
      return .control(lowercased(scalars[5]))
    }
    if scalars[0] == "F", let number = Int(name.dropFirst()), (1...24).contains(number) {
      return .function(number)
    }
    return nil
  }

  private static func name(_ key: Key) -> String {
    if let known = names.first(where: { $0.key == key }) { return known.name }
    switch key {
    case .character(let scalar): return String(Character(scalar))
    case .control(let scalar): return "Ctrl-" + String(Character(scalar)).uppercased()
    case .function(let number): return "F\(number)"
    default: return ""
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  private static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) + 0x20) : scalar
  }
}
