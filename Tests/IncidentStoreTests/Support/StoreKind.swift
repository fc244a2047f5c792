// SPDX-License-Identifier: MIT

import Incidents
import TestSupport

@testable import IncidentStore

/// The implementations the contract is checked on.
enum StoreKind: CaseIterable {
  case file, memory

  /// A new store, and a way to open it again.
  func make() throws -> OpenableStore {
    switch self {
    case .file:
      let scratch = Scratch()
      let store = try FileStore.create(at: scratch.store, options: .test).store
      return OpenableStore(store: store) {
        _ = scratch;
        return try FileStore.open(
          at: scratch.store, options: .test)
      }
    case .memory:
      let store = MemoryStore { noon }
      return OpenableStore(store: store) { store }
    }
  }
}

/// A store and a second way in.
struct OpenableStore {
  let store: any Store
  let reopen: () throws -> any Store
}
