// SPDX-License-Identifier: MIT

import Incidents

/// Whether a line of the journal can be undone now, and why not.
struct LineFate: Hashable {
  var canUndo: Bool
  var sentence: String
}

extension State {
  /// The most incidents a line is checked on while it is only looked at.
  private static let glance = 50

  /// By whom a line was undone, as a sentence; `nil` if it stands for every incident.
  func undoing(of entry: JournalEntry) -> String? {
    if entry.incidents.isEmpty, !entry.records.isEmpty {
      return book.isUndone(entry) ? "undone" : nil
    }
    let ids = entry.incidents
    let undoers = Set(ids.compactMap { book.undoer(of: entry.seq, for: $0) }).sorted()
    guard let last = undoers.last else { return nil }
    let by = book.action(seq: last).map { " by \($0.by.title), \(times.dayAndTime($0.at))" } ?? ""
    let count = ids.count { book.undoer(of: entry.seq, for: $0) != nil }
    let part = count < ids.count ? " on \(count) of \(ids.count) incidents" : ""
    return "undone\(part)\(by) in line \(last)"
  }

  /// The same in two or three words.
  func undoingInShort(_ entry: JournalEntry) -> String? {
    if entry.incidents.isEmpty, !entry.records.isEmpty {
      return book.isUndone(entry) ? "undone" : nil
    }
    let ids = entry.incidents
    let undoers = ids.compactMap { book.undoer(of: entry.seq, for: $0) }
    guard let last = undoers.max() else { return nil }
    let by = book.action(seq: last).map { " by \($0.by.name)" } ?? ""
    return undoers.count < ids.count ? "undone on \(undoers.count)\(by)" : "undone\(by)"
  }

  /// Whether this person can take a line back now, and why not.
  ///
  /// A line on very many incidents is checked only when it is to be undone.
  func fate(of entry: JournalEntry, checksAll: Bool = false) -> LineFate {
    func no(_ sentence: String) -> LineFate { LineFate(canUndo: false, sentence: sentence) }
    switch entry.event {
    case .observed: return no("Defender said it; only Defender can change that.")
    case .reanchored, .headAccepted: return no("A repair of the journal cannot be undone.")
    case .other: return no("A newer tocsin wrote it; here it can only be read.")
    default: break
    }
    if let undoing = undoing(of: entry), book.isUndone(entry) {
      return no("It was \(undoing).")
    }
    guard entry.by.uid == author.uid, entry.by.name.utf8.elementsEqual(author.name.utf8) else {
      return no("\(entry.by.name) recorded it, and only they can take it back.")
    }
    if let readOnlyReason { return no(readOnlyReason) }
    let count = entry.incidents.count + entry.records.count
    let verb: String
    if case .undone(let seq) = entry.event {
      verb = "does line \(seq) again"
    } else {
      verb = "takes it back"
    }
    guard checksAll || count <= Self.glance else {
      return LineFate(canUndo: true, sentence: "u \(verb), wherever nobody changed it since.")
    }
    let judgement = book.judge(
      Proposal(undoing: entry), by: author, checksApproval: false)
    let left = judgement.left
    if left.count == count {
      return no(left.first?.reason ?? "There is nothing to take back.")
    }
    return LineFate(
      canUndo: true,
      sentence: left.isEmpty
        ? "u \(verb)." : "u \(verb) on \(count - left.count) of \(count).")
  }

  /// A line of the journal in full.
  func report(on entry: JournalEntry) -> Report {
    func fact(_ label: String, _ value: String) -> Confirmation.Fact {
      Confirmation.Fact(label: label, value: value)
    }
    let ids = entry.incidents
    var facts = [
      entry.event.isObservation
        ? fact("What", phrase(of: entry)) : .text("What", phrase(of: entry)),
      fact("When", times.dayAndTime(entry.at)),
      fact("Who", entry.event.isObservation ? "\(entry.by.title) imported it" : entry.by.title),
      fact("Kind", entry.event.kind),
    ]
    if let undoing = undoing(of: entry) { facts.append(fact("Undone", undoing)) }
    let fate = fate(of: entry, checksAll: true)
    if book.isUndone(entry) == false { facts.append(fact("Undo", fate.sentence)) }
    facts += entry.formerIDs.map { fact("Named", "\($0), merged into \(book.current($0))") }
    facts += ids.map { fact($0.text, queue[$0]?.title ?? "") }
    facts += entry.records.map { fact($0.noun?.title ?? "record", $0.name) }
    let count =
      ids.isEmpty && !entry.records.isEmpty
      ? (entry.records.count == 1 ? "1 record." : "\(entry.records.count) records.")
      : "\(Self.incidents(ids.count))."
    return Report(title: "Line \(entry.seq)", statement: count, facts: facts)
  }

  /// What a line says, with the titles of the responses it names.
  func phrase(of entry: JournalEntry) -> String {
    switch entry.event {
    case .response(let record):
      let view = entry.incidents.lazy.compactMap { book.view(of: book.current($0)) }.first
      return record.phrase { view?.response($0)?.title ?? "response \($0)" }
    case .undone(let seq):
      guard let target = book.action(seq: seq) else { return entry.phrase() }
      if case .undone(let original) = target.event {
        let what = book.action(seq: original).map(phrase(of:)) ?? ""
        return "did line \(original) again: \(what)"
      }
      return "took back line \(seq): \(phrase(of: target))"
    case .recorded(let edit):
      return edit.phrase { "\($0.noun?.title ?? "") \(book.title(of: $0))" }
    default: return entry.phrase()
    }
  }
}
