// SPDX-License-Identifier: MIT

import Incidents
import TestSupport
import Testing

@testable import ConsoleRuntime

@Suite struct OwnWritesTests {
  private func line(_ seq: Int, after version: Int) -> JournalEntry {
    JournalEntry(
      seq: seq, at: FixedClock.start, by: Story.author("alice"), on: [Subject(sample): version],
      event: .acknowledged)
  }

  private func caughtUp(_ own: OwnWrites, seen: Int?) -> Int? {
    own.caughtUp(Proposal(.acknowledged, seen: [sample: seen])).seen[sample].flatMap(\.self)
  }

  @Test func `an unbroken row of own lines is passed over`() {
    var own = OwnWrites()
    own.record(line(11, after: 7))
    own.record(line(12, after: 11))
    #expect([7, 11, 12].map { caughtUp(own, seen: $0) } == [12, 12, 12])
    // What was seen before the row began, or never, is left as it is.
    #expect([6, 13, nil].map { caughtUp(own, seen: $0) } == [6, 13, nil])
  }

  @Test func `a line of somebody else ends the row`() {
    var own = OwnWrites()
    own.record(line(11, after: 7))
    own.record(line(13, after: 12))
    #expect([7, 11].map { caughtUp(own, seen: $0) } == [7, 11])
    #expect(caughtUp(own, seen: 12) == 13)
  }
}
