// SPDX-License-Identifier: MIT

/// A place in a text file, as editors count: from 1, columns in Unicode scalars.
public struct TextPosition: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The line.
  public var line: Int
  /// The column.
  public var column: Int

  /// Makes a position.
  public init(line: Int = 1, column: Int = 1) {
    self.line = line
    self.column = column
  }

  /// `line:column`.
  public var description: String { "\(line):\(column)" }

  /// Whether one comes before another.
  public static func < (left: TextPosition, right: TextPosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// What is wrong with a configuration file, and where.
public struct SettingsProblem: Error, Hashable, Sendable {
  /// Where.
  public var position: TextPosition
  /// What, and what would be right, as sentences.
  public var sentence: String
  /// The setting it is about; `nil` if the file as a whole cannot be read.
  public var setting: String?

  /// Makes a problem.
  public init(_ position: TextPosition, _ sentence: String, setting: String? = nil) {
    self.position = position
    self.sentence = sentence
    self.setting = setting
  }
}
