// SPDX-License-Identifier: MIT

import Glibc

/// What the outside asks of the loop.
public enum TerminalSignal: Hashable, Sendable {
  /// Save, give the terminal back and exit with 128 + the signal's number.
  case leave(Int32)
  /// Call `suspend()` as soon as nothing is half done.
  case suspend
  /// Stopped and continued without notice: call `retake()`.
  case resumed

  /// The signals in a set of numbers, bit n for signal n; those that end the program first.
  static func all(in numbers: UInt64) -> [TerminalSignal] {
    let has = { (number: Int32) in numbers & (1 << UInt64(number)) != 0 }
    var signals = [SIGTERM, SIGHUP, SIGQUIT, SIGINT].filter(has).map(TerminalSignal.leave)
    if has(SIGTSTP) { signals.append(.suspend) }
    if has(SIGCONT) { signals.append(.resumed) }
    return signals
  }
}

/// The bit of a signal in a set.
func bit(_ number: Int32) -> UInt64 { 1 << UInt64(number) }
