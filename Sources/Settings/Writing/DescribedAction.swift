// SPDX-License-Identifier: MIT

/// What the configuration's documents say of an action that keys can be chosen for.
public struct DescribedAction: Hashable, Sendable {
  /// Its name in the file.
  public var id: String
  /// One line of help.
  public var help: String
  /// The keys it has by itself.
  public var keys: [String]

  /// Makes it.
  public init(id: String, help: String, keys: [String]) {
    self.id = id
    self.help = help
    self.keys = keys
  }
}

/// A text as a JSON string: ASCII, so that printing it is harmless.
func quoted(_ text: String) -> String {
  var result = "\""
  for unit in text.utf16 {
    switch unit {
    case 0x22: result += "\\\""
    case 0x5C: result += "\\\\"
    case 0x20...0x7E: result.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
    default:
      let digits = String(unit, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }
  return result + "\""
}

/// Texts as a JSON list.
func quoted(_ texts: [String]) -> String {
  "[" + texts.map(quoted).joined(separator: ", ") + "]"
}

extension SettingValue {
  /// The value as JSON, on one line.
  public var json: String {
    switch self {
    case .usual: "null"
    case .text(let text): quoted(text)
    case .flag(let flag): flag ? "true" : "false"
    case .keys(let choices):
      "{"
        + choices.map { "\(quoted($0.action)): \(quoted($0.sequences.map(\.text)))" }
        .joined(separator: ", ") + "}"
    case .queries(let queries):
      "{" + queries.map { "\(quoted($0.name)): \(quoted($0.text))" }.joined(separator: ", ") + "}"
    }
  }
}
