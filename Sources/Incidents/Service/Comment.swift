// SPDX-License-Identifier: MIT

/// A comment the service holds on an incident or alert (Graph `alertComment`).
public struct Comment: Hashable, Sendable {
  /// The text, which may hold markup.
  public var text: String
  /// Who wrote it, as the service names them.
  public var author: String
  /// When it was written, if the service says so readably.
  public var createdAt: Timestamp?

  /// Makes a comment.
  public init(text: String, author: String, createdAt: Timestamp?) {
    self.text = text
    self.author = author
    self.createdAt = createdAt
  }
}
