// SPDX-License-Identifier: MIT

import Incidents
import TestSupport

@testable import IncidentStore

/// The implementations the contract is checked on.
enum StoreKind: CaseIterable {
  case file, memory

  /// A new store, and a way to open it again.
  func make(in scratch: Scratch) throws -> OpenableStore {
    switch self {
    case .file:
      let path = scratch.store
      let store = try FileStore.create(at: path, options: .test).store
      return OpenableStore(store: store) { try FileStore.open(at: path, options: .test) }
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
