// SPDX-License-Identifier: MIT

import Glibc
import Terminal
import Testing

@Suite struct `A bell` {
  private func isReadable(_ descriptor: Int32) -> Bool {
    var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&state, 1, 0) == 1
  }

  @Test func `rings until silenced, however often it was rung`() {
    let bell = Bell()
    #expect(!isReadable(bell.descriptor))
    bell.ring()
    bell.ring()
    #expect(isReadable(bell.descriptor))
    bell.silence()
    #expect(!isReadable(bell.descriptor))
    bell.silence()
    #expect(!isReadable(bell.descriptor))
  }

  @Test func `can be rung from another thread`() async {
    let bell = Bell()
    await Task.detached { bell.ring() }.value
    #expect(isReadable(bell.descriptor))
  }
}
