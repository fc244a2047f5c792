// SPDX-License-Identifier: MIT

internal import Console
import IncidentStore
internal import Incidents

extension Environment {
  /// The days the board of metrics looks back.
  private static let metricsDays: Int64 = 30

  /// Works out what a board shows; `nil` where the store cannot be read.
  func figures(_ kind: BoardFigures.Kind) -> BoardFigures? {
    switch kind {
    case .escalation: escalation.map(BoardFigures.escalation)
    case .handover: handover.map(BoardFigures.handover)
    case .metrics: metrics.map { .metrics(MetricFigures($0)) }
    case .containment:
      (try? store.snapshot()).map { .containment(ContainmentBoard($0, TriageQueue($0))) }
    case .plan:
      (try? store.snapshot()).map { .plan(ResponsePlan($0, TriageQueue($0))) }
    case .approvals:
      (try? store.snapshot()).map { book in
        let asked = book.approvalRequests.compactMap { request in
          store.proposal(of: request).map { (request.subject, $0) }
        }
        return .approvals(Dictionary(asked) { first, _ in first })
      }
    }
  }

  private var health: StoreHealth {
    let stamp = try? store.lastImport()
    return StoreHealth(
      importedAt: stamp?.at, unread: stamp?.quarantined ?? 0,
      readOnlyReason: store.readOnlyReason)
  }

  private var metrics: ServiceMetrics? {
    guard let book = try? store.snapshot() else { return nil }
    // What was written this very millisecond is in it, too.
    let end = Timestamp(milliseconds: now().milliseconds + 1)
    let start = Timestamp(milliseconds: end.milliseconds - Self.metricsDays * 86_400_000)
    return try? store.metrics(over: Period(from: start, to: end), book)
  }

  private var handover: HandoverFigures? {
    guard let book = try? store.snapshot() else { return nil }
    let hash = store.hash(ofLine: book.seq)
    let now = now()
    let since = Handover.usualSince(book, at: now)
    return HandoverFigures(
      handover: Handover(book, TriageQueue(book, at: now), since: since, at: now, hash: hash),
      pickups: book.pendingPickups, health: health, last: book.signedHandovers.first)
  }

  private var escalation: EscalationFigures? {
    guard let book = try? store.snapshot() else { return nil }
    let runs = book.escalations
    var figures = EscalationFigures(guide: guide, provider: provider, runs: runs)
    let about = runs.filter(\.isOpen).flatMap(\.incidents).map(book.current)
    for id in about.prefix(EscalationFigures.documentLimit) {
      guard let incident = try? store.incident(id) else { continue }
      figures.signs[id] = EscalationSign.signs(in: incident)
    }
    figures.suggestions = EscalationFigures.suggestions(
      in: TriageQueue(book, at: now()), except: Set(about))
    return figures
  }
}
