// SPDX-License-Identifier: MIT

import IncidentStore
import Incidents

extension Session {
  /// Writes a proposal down, says what came of it incident by incident, and ends with the status
  /// that tells a script.
  ///
  /// `phrase` says what was done to an incident: "acknowledged"; `reach`, that nothing else was.
  ///
  /// With `ask` a request is recorded where a second person must approve it.
  func record(
    _ proposal: Proposal, _ reach: Reach, ask: Bool = false,
    _ phrase: (Subject) throws -> String
  ) throws {
    if case .recorded(let edit) = proposal.event, let flaw = edit.flaw {
      throw Failure.unfitRequest("\(flaw) Nothing was recorded.")
    }
    if proposal.request == nil, let reason = book.reasonForApproval(of: proposal) {
      guard ask else { throw Failure.notApproved("\(reason) --ask records a request for that.") }
      return try request(proposal)
    }
    let commit: Commit
    do throws(StoreError) {
      commit = try store.commit(proposal, by: settings.author)
    } catch {
      throw Failure.notRecorded(error)
    }
    let judgement = commit.judgement
    if let entry = commit.entry {
      let style = settings.style
      for subject in entry.incidents.map(Subject.init) + entry.records {
        try StandardStreams.out(
          shown("\(subject) \(phrase(subject))") + "\(style.dot)version \(entry.seq)\n")
      }
      Failure.tell(reach.sentence)
    }
    for former in judgement.formerIDs {
      Failure.tell("\(former) was merged into \(book.current(former)).")
    }
    for (subject, sentence) in judgement.allAlreadySo { Failure.tell("\(subject): \(sentence)") }
    for (subject, refusal) in judgement.allRefused {
      Failure.tell("\(subject): \(refusal.sentence)")
    }
    let status = judgement.status
    if status != .done { throw Failure.told(status) }
  }

  /// Records that somebody wants to do what a second person must approve.
  private func request(_ proposal: Proposal) throws {
    let ids = proposal.seen.keys.sorted().map(\.text) + proposal.records.keys.sorted().map(\.text)
    let entry = JournalEntry(
      seq: book.seq + 1, at: Clock.now, by: settings.author,
      on: Dictionary(proposal.seen.keys.map { (Subject($0), 0) }) { first, _ in first },
      event: proposal.event)
    let what = ids.count > 3 ? ids.count.counted("incident") : ids.joined(separator: ", ")
    var words = "\(JournalText(self).phrase(entry)) (\(what))"
    if case .undone(let seq) = proposal.event, let line = book.action(seq: seq) {
      words += ": \(JournalText(self).phrase(line))"
    }
    let commit: Commit
    do throws(StoreError) {
      commit = try store.request(
        proposal, words.prefix(bytes: Record.valueLimit), at: Clock.now, by: settings.author)
    } catch {
      throw Failure.notRecorded(error)
    }
    if let (subject, sentence) = commit.judgement.allAlreadySo.first {
      try StandardStreams.out("request \(subject.name.prefix(ApprovalText.digits))\n")
      return Failure.tell("\(sentence) Nothing was recorded.")
    }
    guard let entry = commit.entry, let subject = entry.records.first else {
      throw Failure.notApproved(commit.judgement.firstRefusal?.refusal.sentence ?? "")
    }
    try StandardStreams.out("request \(subject.name.prefix(ApprovalText.digits))\n")
    Failure.tell(
      "Nothing else is recorded until another user runs 'tocsin approval approve "
        + "\(subject.name.prefix(ApprovalText.digits))' and you run 'tocsin approval do' with it.")
  }
}

/// How far what was recorded reaches.
enum Reach {
  /// It says that something was done about the attack: nobody may believe that this did it.
  case notTheTenant
  /// It says who is on it, or what they think.
  case notDefender

  /// That, as a sentence.
  var sentence: String {
    switch self {
    case .notTheTenant: "recorded here only; tocsin does not act on the tenant."
    case .notDefender: "kept here; Defender is not told."
    }
  }
}

extension Judgement {
  /// The status a command ends with: the refusals', or *partly* where something else went well.
  var status: ExitStatus {
    let refused = allRefused
    if refused.isEmpty { return .done }
    if !accepted.isEmpty || !acceptedRecords.isEmpty || !allAlreadySo.isEmpty { return .partly }
    if isConflict { return .busy }
    let isUnknown = refused.allSatisfy {
      switch $0.refusal {
      case .unknownIncident, .unknownResponse: true
      case .unlawful, .changed, .newerVersion, .needsApproval: false
      }
    }
    return isUnknown ? .noInput : .notPermitted
  }
}
