// SPDX-License-Identifier: MIT

/// What the next shift must know of one incident.
public struct HandoverLine: Hashable, Sendable, Identifiable {
  /// What somebody did last.
  public struct Action: Hashable, Sendable {
    /// When.
    public var at: Timestamp
    /// Who.
    public var by: String
    /// What, as a phrase.
    public var phrase: String
  }

  /// The incident.
  public var id: IncidentID
  /// Its name, as the service writes it.
  public var title: String
  /// How bad it is.
  public var severity: Severity
  /// Whose move it is.
  public var turn: Turn
  /// Since when: the customer's since the call; else since its status was last said to have
  /// changed, or the service's own time where that is earlier.
  public var since: Timestamp?
  /// Who owns it; empty if nobody.
  public var owner: String
  /// What somebody did last; `nil` if nobody did anything.
  public var last: Action?
  /// What is to be done next; empty if nobody said.
  public var nextStep: String
  /// By when.
  public var due: Timestamp?
  /// When the nearer of its response clocks runs out, or did; `nil` if none runs.
  public var clock: Due?
  /// Whether that clock has run out, be it before a snooze held it.
  public var isOverdue: Bool
  /// What stands in the way.
  public var blocker: String
  /// What is thought to have happened.
  public var hypothesis: String
  /// Whether anybody touched it since.
  public var isTouched: Bool
  /// Until when it is snoozed, with the reason; empty if it is not.
  public var snooze: String

  /// Whether it is the customer's move and nobody said what comes next.
  public var isUnworked: Bool { turn.isYours && nextStep.trimmed.isEmpty }

  /// The line of a case.
  init(_ view: Case, in book: CaseBook, isTouched: Bool, at now: Timestamp) {
    id = view.id
    title = view.service.title
    severity = view.service.severity
    turn = view.turn
    let status = view.status.current
    let changed = status.isOurs ? status.at : [status.at, view.service.updatedAt].earliest
    since = view.turn.isYours ? view.awaitingSince : changed
    owner = view.owner.value
    last = book.action(seq: view.lastTouched).map {
      Action(at: $0.at, by: $0.by.title, phrase: $0.phrase())
    }
    let written = view.hasWritten ? view.written : Written()
    nextStep = written.nextStep.value
    due = written.due.value
    clock = view.due(book.policy)
    isOverdue = clock.map { $0.at < now } ?? false
    blocker = written.blocker.value
    hypothesis = written.hypothesis.value
    self.isTouched = isTouched
    snooze = ""
    if let snoozed = view.snoozed, !snoozed.snooze.isOver(at: now) {
      snooze = "until \(snoozed.snooze.condition(titles: nil)): \(snoozed.snooze.reason)"
    }
  }
}

extension HandoverLine {
  /// The most bytes of a line as it is signed, written as JSON.
  ///
  /// So a signature of ``Handover/limit`` lines stays well within a line of the journal, whatever
  /// an attacker puts into a title.
  static let textLimit = 480

  /// What is signed, on one line.
  public var text: String {
    var parts = ["\(severity.title): \(title)", turn.why]
    if let last { parts.append("last \(last.by) \(last.phrase) \(last.at.dayAndTime)") }
    if !nextStep.isEmpty {
      parts.append("next \(nextStep)" + (due.map { " by \($0.dayAndTime)" } ?? ""))
    } else if isUnworked {
      parts.append("no next step")
    }
    if let clock, snooze.isEmpty || isOverdue {
      let verb = clock.clock == .act ? "act" : "acknowledge"
      parts.append("\(verb) by \(clock.at.dayAndTime)\(isOverdue ? ", overdue" : "")")
    }
    if !blocker.isEmpty { parts.append("blocked \(blocker)") }
    if !hypothesis.isEmpty { parts.append("hypothesis \(hypothesis)") }
    if !snooze.isEmpty { parts.append("snoozed \(snooze)") }
    return parts.map(\.onOneLine).joined(separator: "; ").prefix(written: Self.textLimit)
  }
}

extension Case {
  /// The last line in which a person did something to it; 0 if none.
  var lastTouched: Int {
    var lines = [
      status.touched, owner.touched, resolution.touched, acknowledgement.touched,
      remarks.map(\.seq).max() ?? 0,
    ]
    for response in responses {
      lines += [response.status.touched, response.acknowledgement.touched]
    }
    if hasWritten {
      lines += [
        written.hypothesis.touched, written.nextStep.touched, written.blocker.touched,
        written.due.touched, written.snooze.touched,
      ]
      lines += written.tags.map(\.isOn.touched)
    }
    return lines.max() ?? 0
  }
}

extension [Timestamp?] {
  fileprivate var earliest: Timestamp? { compactMap(\.self).min() }
}

extension String {
  /// The text with every line end and tab a blank.
  fileprivate var onOneLine: String {
    String(decoding: utf8.map { (0x09...0x0D).contains($0) ? 0x20 : $0 }, as: UTF8.self)
  }

  /// As much of the text as takes so many bytes in the journal, where what is not printable ASCII
  /// is written as escapes; with a sign where something is left out.
  func prefix(written limit: Int) -> String {
    var cost = 0
    var kept = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C: cost += 2
      case 0x20...0x7E: cost += 1
      case 0x1_0000...: cost += 12
      default: cost += 6
      }
      guard cost <= limit else { return String(kept) + "…" }
      kept.append(scalar)
    }
    return self
  }
}
