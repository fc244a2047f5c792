// SPDX-License-Identifier: MIT

import IncidentStore
import Incidents

extension Session {
  /// Writes a proposal down, says what came of it incident by incident, and ends with the status
  /// that tells a script.
  ///
  /// `phrase` says what was done to an incident: "acknowledged"; `reach`, that nothing else was.
  func record(
    _ proposal: Proposal, _ reach: Reach, _ phrase: (IncidentID) throws -> String
  ) throws {
    let commit: Commit
    do throws(StoreError) {
      commit = try store.commit(proposal, by: settings.author)
    } catch {
      throw Failure.notRecorded(error)
    }
    let judgement = commit.judgement
    if let entry = commit.entry {
      let style = settings.style
      for id in entry.incidents {
        try StandardStreams.out(
          shown("\(id) \(phrase(id))") + "\(style.dot)version \(entry.seq)\n")
      }
      Failure.tell(reach.sentence)
    }
    for former in judgement.formerIDs {
      Failure.tell("\(former) was merged into \(book.current(former)).")
    }
    for (id, sentence) in judgement.alreadySo.sorted(by: { $0.key < $1.key }) {
      Failure.tell("\(id): \(sentence)")
    }
    for (id, refusal) in judgement.refused.sorted(by: { $0.key < $1.key }) {
      Failure.tell("\(id): \(refusal.sentence)")
    }
    let status = judgement.status
    if status != .done { throw Failure.told(status) }
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
    if refused.isEmpty { return .done }
    if !accepted.isEmpty || !alreadySo.isEmpty { return .partly }
    if isConflict { return .busy }
    let isUnknown = refused.values.allSatisfy {
      switch $0 {
      case .unknownIncident, .unknownResponse: true
      case .unlawful, .changed, .newerVersion: false
      }
    }
    return isUnknown ? .noInput : .notPermitted
  }
}
