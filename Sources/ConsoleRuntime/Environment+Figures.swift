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
    case .health:
      let stamp = try? store.lastImport()
      return .health(
        StoreHealth(
          importedAt: stamp?.at, unread: stamp?.quarantined ?? 0,
          readOnlyReason: store.readOnlyReason))
    case .metrics:
      guard let book = try? store.snapshot() else { return nil }
      // What was written this very millisecond is in it, too.
      let end = Timestamp(milliseconds: now().milliseconds + 1)
      let start = Timestamp(milliseconds: end.milliseconds - Self.metricsDays * 86_400_000)
      return (try? store.metrics(over: Period(from: start, to: end), book)).map(
        BoardFigures.metrics)
    case .containment:
      return (try? store.snapshot()).map { .containment(ContainmentBoard($0, TriageQueue($0))) }
    case .plan:
      return (try? store.snapshot()).map { .plan(ResponsePlan($0, TriageQueue($0))) }
    }
  }
}
