// SPDX-License-Identifier: MIT

import ArgumentParser
import Glibc

/// Holds back the signals that end a program, so that what it made for itself is cleared away first.
enum HeldSignals {
  private static let held = [SIGHUP, SIGINT, SIGQUIT, SIGTERM]

  private static var set: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in held { sigaddset(&set, signal) }
    return set
  }

  /// Does some work; a signal that comes meanwhile ends the program as it would, but afterwards.
  static func during<Value>(_ work: () throws -> Value) rethrows -> Value {
    var signals = set
    var before = sigset_t()
    pthread_sigmask(SIG_BLOCK, &signals, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    return try work()
  }

  /// Lets signals through for a part of the work that answers them itself; throws the exit code of
  /// one that came already.
  static func lifted<Value>(_ work: () throws -> Value) throws -> Value {
    var pending = sigset_t()
    sigpending(&pending)
    if let signal = held.first(where: { sigismember(&pending, $0) == 1 }) {
      throw ExitCode(128 + signal)
    }
    var signals = set
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    defer { pthread_sigmask(SIG_BLOCK, &signals, nil) }
    return try work()
  }
}
