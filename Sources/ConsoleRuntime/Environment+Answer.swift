// SPDX-License-Identifier: MIT

package import Console
import IncidentStore
import Incidents

extension Environment {
  /// Does what an effect asks of the store, and says what came of it.
  ///
  /// `seq` is the last line the console was told of; the lines after it come first, so that it
  /// never hears of an outcome before the lines behind it.
  package func answer(to effect: Effect, after seq: Int) -> [Message] {
    switch effect {
    case .open(let id): [opened(id)]
    case .commit(let proposal): committed(proposal, after: seq)
    case .ask(let proposal, let words):
      outcome(of: proposal, after: seq) { () throws(StoreError) in
        try store.request(proposal, words, at: now(), by: author)
      }
    case .approve(let request): approved(request, after: seq)
    case .perform(let request): performed(request, after: seq)
    case .history(let query): history(query)
    case .survey(let ids): [surveyed(ids)]
    case .figures(let kind): [.figured(kind, figures(kind))]
    case .settle, .copy, .notify, .mouse, .keepLooks, .keepDrafts, .edit, .redraw, .suspend, .quit:
      []
    }
  }

  /// The journal's lines after one, as news, and how the store stands.
  package func news(after seq: Int) -> [Message] {
    var messages: [Message] = []
    do {
      messages.append(.journalGrew(try store.entries(after: seq)))
      // Where the stamp cannot be read the age of the data stays what it was, and grows.
      if let stamp = try? store.lastImport() {
        messages.append(.imported(at: stamp.at, unread: stamp.quarantined))
      }
    } catch {
      messages.append(.noticed(.failure, sentence(error)))
    }
    messages.append(writability)
    return messages
  }

  private func opened(_ id: IncidentID) -> Message {
    do {
      guard let incident = try store.incident(id) else { return .opened(id, nil) }
      let techniques = Set(incident.alerts.flatMap(\.techniques))
      let names = techniques.compactMap { id in techniqueName(id).map { (id, $0) } }
      let history = try store.history(of: id)
      return .opened(
        id,
        Opened(
          incident: incident, history: history,
          techniqueNames: Dictionary(names) { first, _ in first },
          timeline: try timeline(of: incident, history)))
    } catch {
      return .openFailed(id, sentence(error))
    }
  }

  private func surveyed(_ ids: [IncidentID]) -> Message {
    let documents = ids.compactMap { id in (try? store.incident(id)).map { (id, $0) } }
    return .surveyed(Dictionary(documents) { first, _ in first })
  }

  private func timeline(
    of incident: Incident, _ history: [JournalEntry]
  ) throws(StoreError) -> Timeline {
    let merged = Timeline.sources(of: incident.id, in: history)
    var sources: [Incident] = []
    for source in merged.prefix(Timeline.sourceLimit) {
      if let document = try store.incident(source) { sources.append(document) }
    }
    return Timeline(
      of: incident, sources: sources, untold: max(0, merged.count - Timeline.sourceLimit),
      history: history, techniques: techniqueTactics)
  }

  private func committed(_ proposal: Proposal, after seq: Int) -> [Message] {
    outcome(of: proposal, after: seq) { () throws(StoreError) in
      try store.commit(proposal, by: author)
    }
  }

  private func performed(_ request: Subject, after seq: Int) -> [Message] {
    guard let asked = (try? store.snapshot())?.record(request).flatMap(ApprovalRequest.init),
      let proposal = store.proposal(of: asked)
    else { return [.commitFailed(Proposal(.woken, seen: [:]), "The request cannot be read.")] }
    return committed(proposal, after: seq)
  }

  private func approved(_ request: Subject, after seq: Int) -> [Message] {
    do {
      let refusal = try store.approve(request, by: author)
      let told: Message =
        refusal.map { .noticed(.failure, "Not approved. \($0.sentence)") }
        ?? .noticed(.saved, "Approved.")
      return [.journalGrew(try store.entries(after: seq)), told]
    } catch {
      return [.noticed(.failure, "Not approved. " + sentence(error))]
    }
  }

  private func outcome(
    of proposal: Proposal, after seq: Int, _ commit: () throws(StoreError) -> Commit
  ) -> [Message] {
    do {
      let commit = try commit()
      let entries = try store.entries(after: seq)
      return [.journalGrew(entries), .committed(proposal, commit.judgement, commit.entry)]
    } catch {
      var messages = [Message.commitFailed(proposal, "Not recorded. " + sentence(error))]
      // A colleague may have been the reason; and a store that just went read-only says so.
      if let entries = try? store.entries(after: seq) {
        messages.insert(.journalGrew(entries), at: 0)
      }
      if let reason = store.readOnlyReason { messages.append(.becameReadOnly(reason)) }
      return messages
    }
  }
}
