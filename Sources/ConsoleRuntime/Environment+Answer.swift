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
    case .history(let query): history(query)
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
      return .opened(
        id,
        Opened(
          incident: incident, history: try store.history(of: id),
          techniqueNames: Dictionary(names) { first, _ in first }))
    } catch {
      return .openFailed(id, sentence(error))
    }
  }

  private func committed(_ proposal: Proposal, after seq: Int) -> [Message] {
    do {
      let commit = try store.commit(proposal, by: author)
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
