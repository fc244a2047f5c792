// SPDX-License-Identifier: MIT

/// What came of editing a text elsewhere.
public enum EditorOutcome: Hashable, Sendable {
  /// The text as it was left.
  case text(String)
  /// Nothing came of it, and why, as a sentence.
  case failed(String)
}
