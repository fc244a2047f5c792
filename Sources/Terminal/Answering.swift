// SPDX-License-Identifier: MIT

import CTerminal
import Cells
import Glibc

extension Terminal {
  /// Milliseconds an answer is waited for before the terminal is given back: it must not be read by
  /// the shell, which would take it for keys.
  private static let parting: Int64 = 500

  /// Notes that the terminal answered.
  func noteAnswer(at now: Int64) {
    if pacing?.answered(on: size.rows * size.columns, at: now) == true { tocsin_ask() }
  }

  /// Waits for the answer to an open question; keys that come before it are nobody's any more.
  func awaitAnswer() {
    guard pacing?.isAsking == true else { return }
    let end = Self.now() + Self.parting
    while case let left = end - Self.now(), left > 0, !isHungUp {
      var input = pollfd(fd: inputDescriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&input, 1, Int32(left)) > 0, tocsin_hung_up() == 0 else { return }
      while case let kind = tocsin_read().kind, kind != TOCSIN_NOTHING {
        if kind == TOCSIN_WELL { return }
      }
    }
  }
}
