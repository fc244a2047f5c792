// SPDX-License-Identifier: MIT

/// One thing that was looked at: what it is, where, and what to do next.
public struct Finding: Hashable, Sendable {
  /// How it is.
  public enum Level: String, CaseIterable, Hashable, Sendable {
    /// As it should be.
    case ok
    /// Worth knowing; nothing has to be done.
    case notice
    /// Something has to be done.
    case problem
  }

  /// How it is.
  public var level: Level
  /// What was looked at, in one or two words: `journal`, `lock`.
  public var subject: String
  /// What it is like, as a sentence.
  public var what: String
  /// The path; empty where there is none.
  public var place: String
  /// What to do next, as a sentence; empty if nothing.
  public var next: String

  /// Makes a finding.
  public init(
    _ level: Level, _ subject: String, _ what: String, at place: String = "", next: String = ""
  ) {
    self.level = level
    self.subject = subject
    self.what = what
    self.place = place
    self.next = next
  }
}
