// SPDX-License-Identifier: MIT

internal import Console
import IncidentStore
internal import Incidents

extension Environment {
  /// Works out what a board shows; `nil` where the store cannot be read.
  func figures(_ kind: BoardFigures.Kind) -> BoardFigures? {
    switch kind {
    case .health:
      let stamp = try? store.lastImport()
      return .health(
        StoreHealth(
          importedAt: stamp?.at, unread: stamp?.quarantined ?? 0,
          readOnlyReason: store.readOnlyReason))
    }
  }
}
