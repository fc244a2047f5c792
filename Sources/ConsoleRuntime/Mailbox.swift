// SPDX-License-Identifier: MIT

public import Console
import Synchronization
public import Terminal

/// Messages from other threads, and the bell that wakes the loop for them.
public final class Mailbox: Sendable {
  /// Rings when there is something to take.
  public let bell: Bell
  private let messages = Mutex<[Message]>([])

  /// An empty mailbox.
  public init(bell: Bell = Bell()) { self.bell = bell }

  /// Leaves messages and rings.
  public func post(_ more: [Message]) {
    guard !more.isEmpty else { return }
    messages.withLock { $0 += more }
    bell.ring()
  }

  /// Takes all there is, in the order it came.
  public func drain() -> [Message] {
    bell.silence()
    return messages.withLock { held in
      defer { held = [] }
      return held
    }
  }
}
