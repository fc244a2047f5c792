// SPDX-License-Identifier: MIT

import Console
import Dispatch
import Synchronization

/// The drafts a console asked to keep, oldest first.
final class DraftLog: Sendable {
  private let kept = Mutex<[[Draft: String]]>([])
  private let once = DispatchSemaphore(value: 0)

  var all: [[Draft: String]] { kept.withLock { $0 } }

  @discardableResult
  func keep(_ drafts: [Draft: String]) -> String? {
    kept.withLock { $0.append(drafts) }
    once.signal()
    return nil
  }

  /// Waits until something was kept.
  func wait() { _ = once.wait(timeout: .now() + 20) }
}
