// SPDX-License-Identifier: MIT

import CTerminal
import Glibc

extension Terminal {
  /// The descriptor that becomes readable when a signal was caught.
  public var signalDescriptor: Int32 { tocsin_signal_descriptor() }

  /// Waits until something can be read, and says from which descriptors.
  ///
  /// The terminal's own two are always among those waited for. A time-out below 0 is forever;
  /// an empty answer is a time-out or nothing worth naming.
  public func wait(
    for descriptors: [Int32] = [], timeoutMilliseconds: Int
  ) -> Set<Int32> {
    let watched = [inputDescriptor, signalDescriptor] + descriptors
    var polled = watched.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let isDue = hasQueuedInput || isHungUp || caughtSignals != 0
    var limit = isDue ? 0 : Int32(clamping: timeoutMilliseconds)
    if isHolding, let wait = pacing?.wait(at: Self.now()), limit < 0 || wait < Int(limit) {
      limit = Int32(clamping: wait)
    }
    if poll(&polled, nfds_t(polled.count), limit) < 0 {
      // A handler ran: whatever it announced is readable by now.
      poll(&polled, nfds_t(polled.count), 0)
    }
    var ready = Set(polled.filter { $0.revents != 0 }.map(\.fd))
    if ready.contains(signalDescriptor) { collectSignals() }
    if hasQueuedInput { ready.insert(inputDescriptor) }
    if isHungUp || caughtSignals != 0 {
      ready.insert(signalDescriptor)
    } else {
      ready.remove(signalDescriptor)
    }
    return ready
  }

  /// What the outside has asked since the last call.
  ///
  /// Ask after `readEvents`.
  public func takeSignals() -> [TerminalSignal] {
    collectSignals()
    if isHungUp { caughtSignals |= bit(SIGHUP) }
    defer { caughtSignals = 0 }
    return TerminalSignal.all(in: caughtSignals)
  }

  /// Moves caught signals over; a new window size is input, not a signal.
  func collectSignals() {
    caughtSignals |= tocsin_take_signals()
    if caughtSignals & bit(SIGWINCH) != 0 { hasQueuedInput = true }
    caughtSignals &= ~bit(SIGWINCH)
  }
}
