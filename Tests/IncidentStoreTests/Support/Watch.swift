// SPDX-License-Identifier: MIT

import Dispatch
import Glibc
import Synchronization

@testable import IncidentStore

/// A watcher at work on a thread of its own, and how often it called.
final class Watch: Sendable {
  private let watcher: StoreWatcher
  private let queue = DispatchQueue(label: "watch")
  private let calls = Mutex(0)

  init(_ watcher: StoreWatcher) {
    self.watcher = watcher
    queue.async { [self] in watcher.run { calls.withLock { $0 += 1 } } }
  }

  /// How often it has called.
  var count: Int { calls.withLock { $0 } }

  /// Waits until it has called more often than that, within a time no test should need.
  func calls(moreThan count: Int) -> Bool { holds { self.count > count } }

  /// Waits until something holds, within a time no test should need.
  func holds(_ condition: () -> Bool) -> Bool {
    for _ in 0..<3000 {
      if condition() { return true }
      usleep(10_000)
    }
    return false
  }

  /// Stops, and waits until it has.
  func stop() {
    watcher.stop()
    queue.sync {}
  }
}

/// Hints as a test wants them; when the script is over, there is nothing to wait for.
final class ScriptedHints: ChangeHints {
  /// What happens next.
  enum Step: Sendable {
    /// A wait ends with this.
    case hint(ChangeHint)
    /// Something is done elsewhere while the watcher waits.
    case act(@Sendable () -> Void)
  }

  private struct Script {
    var steps: [Step]
    var arms: [Bool]
    var armed = 0
    var waits: [Int32?] = []
  }

  private let script: Mutex<Script>

  /// Arms as told, in order, and then no more.
  init(arms: [Bool], _ steps: [Step]) {
    script = Mutex(Script(steps: steps, arms: arms))
  }

  /// How often it was armed, or tried to.
  var armed: Int { script.withLock { $0.armed } }
  /// For how long it was waited.
  var waits: [Int32?] { script.withLock { $0.waits } }

  func arm(_ directories: [String]) -> Bool {
    script.withLock { script in
      script.armed += 1
      return script.arms.isEmpty ? false : script.arms.removeFirst()
    }
  }

  func wait(milliseconds: Int32?) -> ChangeHint {
    while true {
      let step = script.withLock { script in
        if script.steps.isEmpty { return Step.hint(.stopped) }
        return script.steps.removeFirst()
      }
      switch step {
      case .act(let act): act()
      case .hint(let hint):
        script.withLock { $0.waits.append(milliseconds) }
        return hint
      }
    }
  }

  func stop() {}
}
