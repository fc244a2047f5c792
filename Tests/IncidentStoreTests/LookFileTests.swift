// SPDX-License-Identifier: MIT

import Glibc
import Incidents
import Testing

@testable import IncidentStore

@Suite struct LookFileTests {
  private let scratch = Scratch()

  private func file(_ analyst: String = "alice") -> LookFile {
    LookFile(in: scratch.path + "/state", ofStore: "s1", for: analyst)
  }

  private func looks(_ count: Int) -> Looks {
    var looks = Looks()
    looks.told = Look(seq: count, at: Timestamp(milliseconds: 5000))
    for number in 1...count {
      guard let id = IncidentID("\(number)") else { continue }
      looks.last[id] = Look(seq: number, at: Timestamp(milliseconds: Int64(number) * 1000))
      looks.unread[id] = number % 2 == 0 ? .arrived : .changed
    }
    return looks
  }

  @Test func `what is kept is recalled, by each analyst their own`() throws {
    #expect(try file().recall() == nil)
    try file().keep(looks(7))
    #expect(try file().recall() == looks(7))
    #expect(try file("../bob").recall() == nil)
    try file("../bob").keep(looks(2))
    #expect(try file().recall() == looks(7))
    #expect(try file("../bob").recall() == looks(2))
  }

  @Test func `the order of the queue is kept with it`() throws {
    var looks = looks(1)
    looks.order = QueueOrder(.severity, isReversed: true)
    try file().keep(looks)
    #expect(try file().recall() == looks)
  }

  @Test func `it is bounded, and what was looked at longest ago goes first`() throws {
    try file().keep(looks(2_500))
    let kept = try #require(try file().recall())
    #expect(kept.last.count == Looks.limit)
    #expect(kept.last.values.map(\.seq).min() == 501)
    #expect(kept.unread.count == Looks.limit)
  }

  @Test(arguments: ["", "{}", "[", "{\"seq\":-1,\"at\":\"2026-11-23T00:00:00Z\"}"])
  func `a file that says something else says nothing`(text: String) throws {
    try file().keep(looks(1))
    let path = scratch.path + "/state/s1/looked-616c696365.json"
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    let descriptor = open(path, O_WRONLY | O_TRUNC)
    _ = Array(text.utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
    #expect(try file().recall() == nil)
  }
}
