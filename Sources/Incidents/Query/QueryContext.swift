// SPDX-License-Identifier: MIT

/// What a query is asked with, beside the rows: who asks, when, and what only they know.
public struct QueryContext: Sendable {
  /// The moment ages are counted to.
  public var now: Timestamp
  /// The names `me` stands for.
  public var analyst: [String]
  /// The marked incidents; `nil` where there are no marks.
  public var marked: Set<IncidentID>?
  /// The incidents that changed since they were looked at; `nil` where that is not known.
  public var changed: Set<IncidentID>?
  /// Texts in which words are looked for beside the row's own: only of its responses and of what
  /// was merged into it; `nil` where words are looked for in the row alone.
  public var moreTexts: (@Sendable (QueueRow) -> [String])?
  /// The responses of an incident.
  public var responses: @Sendable (IncidentID) -> [ResponseCase]

  /// A context; `book` is where responses are looked up.
  public init(
    now: Timestamp, author: Author, book: CaseBook,
    marked: Set<IncidentID>? = nil, changed: Set<IncidentID>? = nil
  ) {
    self.now = now
    analyst = author.login.map { [author.name, $0] } ?? [author.name]
    self.marked = marked
    self.changed = changed
    responses = { book.view(of: $0)?.responses ?? [] }
  }

  /// What can be asked with it.
  public var dialect: QueryDialect {
    var knowledge: QueryDialect.Knowledge = []
    if marked != nil { knowledge.insert(.marks) }
    if changed != nil { knowledge.insert(.changes) }
    return .queue(knowledge)
  }
}
