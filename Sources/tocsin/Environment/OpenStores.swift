// SPDX-License-Identifier: MIT

import IncidentStore
import Synchronization

/// The stores this process has opened and will remember when it ends.
///
/// Only then is it known what was seen, and nobody waits for it. A process that is killed leaves an
/// older memory, which is good too.
enum OpenStores {
  private static let noted = Mutex<[FileStore]>([])

  /// Keeps a store in mind; one that was made just now replaces what was remembered of its place.
  static func note(_ store: FileStore, isOurs: Bool) {
    noted.withLock { $0.append(store) }
    if isOurs { Memory.current?.remember(store) }
  }

  /// Remembers every store kept in mind.
  static func remember() {
    guard let memory = Memory.current else { return }
    for store in noted.withLock({ $0 }) { memory.remember(store) }
  }
}
