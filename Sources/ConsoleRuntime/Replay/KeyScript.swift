// SPDX-License-Identifier: MIT

public import Cells
import Console

/// What somebody does at the console, written down line by line.
///
/// A line is keys as ``KeySequence`` writes them (`j j Enter`), or one of `type "text"`,
/// `paste "text"`, `wait TEXT`, `resize COLUMNSxROWS` and `dump NAME`. Lines that begin with `#`
/// say something to the reader.
public struct KeyScript: Hashable, Sendable {
  /// One thing that happens.
  public enum Step: Hashable, Sendable {
    /// A key is pressed.
    case key(Key)
    /// A text is pasted.
    case paste(String)
    /// The terminal gets another size.
    case resize(Size)
    /// Nothing happens until the screen shows a text.
    case wait(String)
    /// The screen is written down, under a name that may be empty.
    case dump(String)
  }

  /// A step, and where it stands.
  public struct Line: Hashable, Sendable {
    /// The line's number, from 1.
    public let number: Int
    /// What happens.
    public let step: Step
  }

  /// A line that is none of these.
  public struct Problem: Error, Hashable {
    /// The line's number, from 1.
    public let line: Int
    /// What is wrong with it, as a sentence.
    public let reason: String
  }

  /// The most columns and rows a screen can have.
  public static let largest = Size(rows: 300, columns: 500)

  /// What happens, in order; a line with more keys comes once for each.
  public let lines: [Line]

  /// Reads a script.
  public init(_ text: String) throws(Problem) {
    var lines: [Line] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let line = line.trimmed
      if line.isEmpty || line.first == "#" { continue }
      do throws(Fault) {
        lines += try Self.steps(line).map { Line(number: index + 1, step: $0) }
      } catch {
        throw Problem(line: index + 1, reason: error.reason)
      }
    }
    self.lines = lines
  }

  private struct Fault: Error {
    let reason: String
  }

  private static func steps(_ line: Substring) throws(Fault) -> [Step] {
    let word = line.prefix { $0 != " " }
    let rest = line.dropFirst(word.count).trimmed
    switch word {
    case "type": return try quoted(rest).unicodeScalars.map { .key(.character($0)) }
    case "paste": return [.paste(try quoted(rest))]
    case "dump": return [.dump(String(rest))]
    case "wait":
      if rest.isEmpty { throw Fault(reason: "'wait' must say for which text.") }
      return [.wait(String(rest))]
    case "resize":
      guard let size = size(rest) else {
        throw Fault(reason: "'\(rest)' is no size; write such as 80x24.")
      }
      return [.resize(size)]
    default: return try line.split(separator: " ").map(key)
    }
  }

  private static func key(_ name: Substring) throws(Fault) -> Step {
    guard let key = KeySequence(String(name))?.keys.first else {
      throw Fault(reason: "'\(name)' is no key.")
    }
    return .key(key)
  }

  /// A size written as `COLUMNSxROWS`; `nil` if it is none, or too large.
  public static func size(_ text: some StringProtocol) -> Size? {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false)
    guard parts.count == 2, let columns = Int(parts[0]), let rows = Int(parts[1]),
      (1...largest.columns).contains(columns), (1...largest.rows).contains(rows)
    else { return nil }
    return Size(rows: rows, columns: columns)
  }

  private static func quoted(_ text: Substring) throws(Fault) -> String {
    guard text.count >= 2, text.first == "\"", text.last == "\"" else {
      throw Fault(reason: "The text must stand in double quotes.")
    }
    var output = ""
    var isEscaped = false
    for character in text.dropFirst().dropLast() {
      if isEscaped {
        switch character {
        case "n": output.append("\n")
        case "t": output.append("\t")
        case "\"", "\\": output.append(character)
        default: throw Fault(reason: "'\\\(character)' is none of \\n, \\t, \\\" and \\\\.")
        }
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        throw Fault(reason: "A quote in the text is written \\\".")
      } else {
        output.append(character)
      }
    }
    if isEscaped { throw Fault(reason: "The last quote belongs to the text.") }
    return output
  }
}

extension Substring {
  /// The text without blanks, tabs and carriage returns around it.
  fileprivate var trimmed: Substring {
    let isBlank = { (character: Character) in [" ", "\t", "\r"].contains(character) }
    let start = drop(while: isBlank)
    guard let end = start.lastIndex(where: { !isBlank($0) }) else { return "" }
    return start[...end]
  }
}
