// SPDX-License-Identifier: MIT

import IncidentStore
import Incidents

extension Session {
  /// The hand-off packet of some incidents; each must be here.
  func packet(of named: [IncidentID]) throws -> HandOffPacket {
    var ids: [IncidentID] = []
    for id in try named.map(resolve) where !ids.contains(id) { ids.append(id) }
    var documents: [HandOffPacket.Document] = []
    let sources = try ids.map { id in
      let incident = try store.incident(id) ?? Incident(id: id)
      let merged = book.sources(of: id)
      for place in [id] + merged {
        guard let digest = book.cases[place]?.digest, !digest.isEmpty else { continue }
        documents.append(HandOffPacket.Document(place, digest))
      }
      let others = try merged.compactMap { try store.incident($0) }
      let timeline = TimelineEntry.timeline(
        of: incident, sources: others, history: try store.history(of: id), undone: book.isUndone)
      return HandOffPacket.Source(
        view: book.view(of: id) ?? Case(id: id), incident: incident, merged: others,
        timeline: timeline)
    }
    return HandOffPacket(
      sources, book: book, queue: TriageQueue(book, at: Clock.now), guide: GuideFile.guide,
      provider: settings.effective.provider, documents: documents, store: store.id,
      hash: store.hash(ofLine: book.seq), by: settings.author, at: Clock.now)
  }

  /// How the store stands.
  var health: StoreHealth {
    get throws {
      let stamp = try store.lastImport()
      return StoreHealth(
        importedAt: stamp?.at, unread: stamp?.quarantined ?? 0,
        readOnlyReason: settings.isReadOnly ? "--read-only was given." : store.readOnlyReason)
    }
  }

  /// Records fields of records of ours, seen as they are now, and says what came of it.
  func record(
    _ edit: RecordEdit, _ phrase: (Subject) throws -> String
  ) throws {
    try record(Proposal(edit, seen: book.seq), .notDefender, phrase)
  }
}
