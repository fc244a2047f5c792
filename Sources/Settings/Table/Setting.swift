// SPDX-License-Identifier: MIT

/// A setting, as a row of the one table that feeds reading, `tocsin config`, the file it prints,
/// the schema and the documentation.
public struct Setting: Identifiable, Hashable, Sendable {
  /// What a value may be.
  public enum Kind: Hashable, Sendable {
    /// The whole path of a directory; `~/` is the home.
    case directory
    /// One line of text, of at most so many bytes.
    case name(limit: Int)
    /// `true` or `false`.
    case flag
    /// A length of time: `30m`, `4h`, `1d12h`, a minute to 90 days.
    case duration
    /// One of some words.
    case choice([String])
    /// Keys by action.
    case keys
    /// Queries by name.
    case queries
  }

  /// The name in the file.
  public let id: String
  /// What a value may be.
  public let kind: Kind
  /// The value where nobody says anything.
  public let standard: SettingValue
  /// One line of help.
  public let help: String
  /// The option of the command line that wins over the file.
  public let option: String?
  /// The environment variable that wins over the file.
  public let variable: String?
  /// Whether an open console takes a new value over at once.
  public let isLive: Bool

  /// Makes a row.
  init(
    _ id: String, _ kind: Kind, standard: SettingValue, help: String, option: String? = nil,
    variable: String? = nil, isLive: Bool = false
  ) {
    self.id = id
    self.kind = kind
    self.standard = standard
    self.help = help
    self.option = option
    self.variable = variable
    self.isLive = isLive
  }
}

/// The value of a setting.
public enum SettingValue: Hashable, Sendable {
  /// What is usual: the file says `null`.
  case usual
  /// A word, a name or a path.
  case text(String)
  /// `true` or `false`.
  case flag(Bool)
  /// Keys by action, in the file's order.
  case keys([KeyChoice])
  /// Queries by name, in the file's order.
  case queries([NamedQuery])

  /// The text; `nil` if it is none.
  public var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// Whether it is `true`.
  public var isTrue: Bool { self == .flag(true) }

  /// The keys; none if it is something else.
  public var keys: [KeyChoice] {
    if case .keys(let keys) = self { keys } else { [] }
  }

  /// The named queries; none if it is something else.
  public var queries: [NamedQuery] {
    if case .queries(let queries) = self { queries } else { [] }
  }
}

/// The keys somebody chose for an action.
public struct KeyChoice: Hashable, Sendable {
  /// A key sequence as it was written, and where.
  public struct Written: Hashable, Sendable {
    /// The sequence.
    public var text: String
    /// Where.
    public var position: TextPosition

    /// Makes it.
    public init(_ text: String, at position: TextPosition = TextPosition()) {
      self.text = text
      self.position = position
    }
  }

  /// The action's name.
  public var action: String
  /// Where it is named.
  public var position: TextPosition
  /// The sequences; none unbinds the action.
  public var sequences: [Written]

  /// Makes a choice.
  public init(
    _ action: String, at position: TextPosition = TextPosition(), _ sequences: [Written]
  ) {
    self.action = action
    self.position = position
    self.sequences = sequences
  }
}
