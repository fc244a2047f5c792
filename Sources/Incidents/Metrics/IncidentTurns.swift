// SPDX-License-Identifier: MIT

/// How long one incident lay with the experts, and with the customer, from its beginning.
public struct IncidentTurns: Hashable, Sendable {
  /// Milliseconds with the experts; none where nothing shows their hand.
  public let expertsTime: Int64
  /// Milliseconds with the customer.
  public let customersTime: Int64

  /// Whole minutes with the experts.
  public var expertsMinutes: Int { Int(expertsTime / 60_000) }
  /// Whole minutes with the customer.
  public var customersMinutes: Int { Int(customersTime / 60_000) }

  /// Until a moment, by the lines that name the incident or what was merged into it, oldest first;
  /// `nil` if none does.
  public init?(
    of id: IncidentID, in history: [JournalEntry], _ book: CaseBook, until now: Timestamp
  ) {
    // What was written this very millisecond is in it, too.
    let end = Timestamp(milliseconds: now.milliseconds + 1)
    var replay = CourseReplay(
      book, over: Period(from: Timestamp(milliseconds: 0), to: end), only: book.current(id))
    for entry in history { replay.take(entry) }
    guard let course = replay.courses().first else { return nil }
    expertsTime = course.investigatedAt == nil ? 0 : course.expertsTime
    customersTime = course.customersTime
  }

  /// Both in words: "the experts 2h05, you 42m".
  public var words: String {
    func text(_ time: Int64) -> String {
      time < 60_000 ? "0m" : Age(milliseconds: time).description
    }
    return "the experts \(text(expertsTime)), you \(text(customersTime))"
  }
}
