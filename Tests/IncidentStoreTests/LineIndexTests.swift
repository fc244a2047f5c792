// SPDX-License-Identifier: MIT

import Incidents
import Testing

@testable import IncidentStore

/// Where lines are found again.
@Suite struct LineIndexTests {
  private func index(of seqs: some Sequence<Int>) -> LineIndex {
    var index = LineIndex()
    var last = 0
    for seq in seqs {
      let entry = JournalEntry(
        seq: seq, at: noon, by: alice, on: [Subject(id("1")): last], event: .acknowledged)
      index.note(
        entry, at: LinePlace(segment: 1, offset: seq * 100), isAfterBreak: seq != last + 1
      ) { _ in last }
      last = seq
    }
    return index
  }

  @Test func `every 32nd line is marked, and found from any line after it`() {
    let index = index(of: 1...100)
    #expect(index.allMarks.map(\.offset) == [100, 3300, 6500, 9700])
    for seq in 1...100 {
      #expect(index.mark(before: seq)?.seq == (seq - 1) / 32 * 32 + 1)
      #expect(index.mark(before: seq)?.place.offset == ((seq - 1) / 32 * 32 + 1) * 100)
    }
  }

  @Test func `a break over which the numbers leap costs no memory`() {
    let far = 999_999_999_999_999
    let index = index(of: Array(1...40) + [far - 1, far])
    #expect(index.markCount == 3)
    #expect(index.mark(before: 40)?.seq == 33)
    #expect(index.mark(before: 1_000_000)?.seq == 33)
    #expect(index.mark(before: far)?.seq == far - 1)
  }
}
