// SPDX-License-Identifier: MIT

public import Incidents

/// Running text in which our words and data are kept apart.
///
/// A literal is ours; data comes in by an interpolation that names its kind.
public struct ReportText: Hashable, Sendable {
  /// A piece of it.
  public enum Run: Hashable, Sendable {
    /// Words of ours.
    case words(String)
    /// Words of ours that stand out.
    case strong(String)
    /// Data that reads as one line: a title, a person, a comment.
    case prose(String)
    /// Data of several lines.
    case lines(String)
    /// Data that is a name of ours, such as a device or a user; defanged only where it holds a URL
    /// or a mail address.
    case name(String)
    /// Data that is a name, address, path or hash of theirs; defanged unless raw is asked for.
    case indicator(String)
    /// The same, as it is: an id, or an indicator that was asked for raw.
    case exact(String)
  }

  /// The pieces, in order.
  public private(set) var runs: [Run] = []

  /// Text of pieces.
  public init(_ runs: [Run]) { for run in runs { append(run) } }

  /// Words of ours that are not known until run time; never data.
  public init(words: String) { self.init([.words(words)]) }

  /// Data that reads as one line.
  public init(prose: String) { self.init([.prose(prose)]) }

  /// Whether it says nothing.
  public var isEmpty: Bool { runs.isEmpty }

  /// Both texts.
  public static func + (left: ReportText, right: ReportText) -> ReportText {
    ReportText(left.runs + right.runs)
  }

  /// Appends a text.
  public static func += (left: inout ReportText, right: ReportText) { left = left + right }

  private mutating func append(_ run: Run) {
    switch run {
    case .words(""), .strong(""), .prose(""), .lines(""), .name(""), .indicator(""), .exact(""):
      break
    default: runs.append(run)
    }
  }
}

extension ReportText: ExpressibleByStringInterpolation {
  /// Words of ours.
  public init(stringLiteral value: String) { self.init(words: value) }

  /// Words of ours with data between them.
  public init(stringInterpolation: StringInterpolation) { self.init(stringInterpolation.runs) }

  /// What may stand between our words.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var runs: [Run] = []

    /// Makes room.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Words of ours.
    public mutating func appendLiteral(_ literal: String) { runs.append(.words(literal)) }

    /// A number.
    public mutating func appendInterpolation(_ number: Int) { runs.append(.words("\(number)")) }

    /// A moment, to the minute.
    public mutating func appendInterpolation(_ time: Timestamp) {
      runs.append(.words(time.dayAndTime))
    }

    /// A length of time.
    public mutating func appendInterpolation(_ age: Age) { runs.append(.words("\(age)")) }

    /// Another text.
    public mutating func appendInterpolation(_ text: ReportText) { runs += text.runs }

    /// Words of ours not known until run time; never data.
    public mutating func appendInterpolation(words: String) { runs.append(.words(words)) }

    /// Words of ours that stand out.
    public mutating func appendInterpolation(strong: String) { runs.append(.strong(strong)) }

    /// Data that reads as one line.
    public mutating func appendInterpolation(prose: String) { runs.append(.prose(prose)) }

    /// Data of several lines.
    public mutating func appendInterpolation(lines: String) { runs.append(.lines(lines)) }

    /// A name of ours, such as a device or a user.
    public mutating func appendInterpolation(name: String) { runs.append(.name(name)) }

    /// A name, address, path or hash of theirs.
    public mutating func appendInterpolation(indicator: String) {
      runs.append(.indicator(indicator))
    }

    /// A name, address, path or hash as it is.
    public mutating func appendInterpolation(exact: String) { runs.append(.exact(exact)) }

    /// An incident.
    public mutating func appendInterpolation(id: IncidentID) { runs.append(.exact(id.text)) }
  }
}
