// SPDX-License-Identifier: MIT

import CTerminal
import Glibc

/// Wakes the loop from any thread: ring it, and its descriptor becomes readable.
public final class Bell: Sendable {
  /// The descriptor to wait for; -1 if the process has none left.
  public let descriptor: Int32

  /// Makes a silent bell.
  public init() {
    descriptor = tocsin_bell_open()
  }

  deinit {
    if descriptor >= 0 { Glibc.close(descriptor) }
  }

  /// Rings; ringing twice before it is silenced is ringing once.
  public func ring() {
    var one: UInt64 = 1
    _ = write(descriptor, &one, 8)
  }

  /// Makes the descriptor unreadable again.
  ///
  /// Do this before collecting what it announced.
  public func silence() {
    var count: UInt64 = 0
    _ = read(descriptor, &count, 8)
  }

  /// Waits so many milliseconds at most, and says whether it has been rung.
  public func isRung(within milliseconds: Int) -> Bool {
    var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&watched, 1, Int32(clamping: milliseconds)) > 0
  }
}
