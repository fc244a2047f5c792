// SPDX-License-Identifier: MIT

import Dispatch
import IncidentStore

/// Watches a store on a thread of its own, and calls when somebody changed it.
final class Lookout: Sendable {
  private let watcher: StoreWatcher?
  private let queue = DispatchQueue(label: "lookout", qos: .userInitiated)

  /// Begins to watch, if there is anything to.
  init(over store: any Store, _ call: @escaping @Sendable () -> Void) {
    watcher = store.watcher()
    guard let watcher else { return }
    queue.async { watcher.run(call) }
  }

  /// Stops and waits until it has: nothing is called after this.
  func leave() {
    watcher?.stop()
    queue.sync {}
  }
}
