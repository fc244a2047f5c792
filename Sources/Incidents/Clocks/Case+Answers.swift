// SPDX-License-Identifier: MIT

extension Case {
  /// Who said that they own it since the last call for action; what was said before it does not
  /// answer it.
  public var seen: Acknowledgement? {
    let current = acknowledgement.current
    return current.seq > awaitingLine ? current.value : nil
  }

  /// The first thing a person did since the last call for action that shows that somebody has it:
  /// an acknowledgement of the incident or of a response, a step on a response, closing it.
  var firstAnswer: ResponseClock.Stop? {
    var first: ResponseClock.Stop?
    func take<Value>(_ ledger: Ledger<Value>, _ phrase: (Value) -> String) {
      for entry in ledger.later {
        guard entry.seq > awaitingLine, !entry.isUndone, case .person(let author) = entry.origin,
          let at = entry.at
        else { continue }
        if entry.seq < first?.line ?? .max {
          first = ResponseClock.Stop(
            at: at, line: entry.seq, by: author, what: phrase(entry.value))
        }
        return
      }
    }
    take(acknowledgement) { _ in "acknowledged it" }
    take(status) { "set it to \($0.title)" }
    for response in responses {
      take(response.acknowledgement) { _ in "acknowledged \"\(response.title)\"" }
      take(response.status) { "set \"\(response.title)\" to \($0.title)" }
    }
    return first
  }

  /// What ended the customer's turn after the last call for action; `nil` while it is theirs.
  ///
  /// It is the change before which it was theirs and after which it was not any more, changes that
  /// were taken back left out.
  var turnEnd: ResponseClock.Stop? {
    guard !turn.isYours else { return nil }
    var endings: [Int: ResponseClock.Stop] = [:]
    func take<Value>(_ ledger: Ledger<Value>, _ phrase: (Value) -> String) {
      for entry in ledger.entries where entry.seq > awaitingLine && !entry.isUndone {
        guard let at = entry.at else { continue }
        var by: Author?
        if case .person(let author) = entry.origin { by = author }
        endings[entry.seq] = ResponseClock.Stop(
          at: at, line: entry.seq, by: by, what: phrase(entry.value))
      }
    }
    for response in responses {
      take(response.status) { "set \"\(response.title)\" to \($0.title)" }
    }
    take(status) { "set it to \($0.title)" }
    let lines = endings.keys.sorted()
    for line in lines.reversed() where before(line).turn.isYours { return endings[line] }
    return lines.first.flatMap { endings[$0] }
  }

  /// The case as far as whose move it is depends on it, as it was before a line.
  ///
  /// What the service said before it said something else is not kept; it counts as asking.
  private func before(_ line: Int) -> Case {
    var before = self
    before.status = status.before(line, else: .awaitingAction)
    for place in before.responses.indices {
      before.responses[place].status = before.responses[place].status.before(line, else: .open)
    }
    return before
  }
}

extension Ledger {
  /// Every change that is kept, oldest first, the value it began with included.
  var entries: [Entry] { [base] + later }

  /// The ledger without what a line and those after it said.
  fileprivate func before(_ line: Int, else unknown: Value) -> Ledger {
    var first = base
    if first.seq >= line {
      first = Entry(seq: 0, at: nil, value: unknown, origin: .service, note: "")
    }
    return Ledger(base: first, later: later.filter { $0.seq < line }, touched: 0)
  }
}
