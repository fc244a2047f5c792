// SPDX-License-Identifier: MIT

import Glibc
import IncidentStore
import Incidents
import Testing

@testable import tocsin

@Suite struct FailureTests {
  @Test(arguments: [
    (StoreError.absent(path: "/s"), Int32(66)), (.exists(path: "/s"), 73),
    (.untrusted(path: "/s", reason: "It is not yours."), 77),
    (.incomplete(path: "/s/journal", reason: "It is missing."), 69),
    (.newerFormat(path: "/s", format: 9), 69), (.busy(holder: "bob"), 75),
    (.readOnly(reason: "You may not."), 77), (.poisoned(reason: "sda is ill"), 69),
    (.broken(path: "/s/j", line: 7, reason: "It does not follow."), 65),
    (.damagedDocument(path: "/s/d", reason: "It is missing."), 65),
    (.tooLarge(reason: "3000 incidents."), 64),
    (.system(call: "write", path: "/s/j", errno: ENOSPC), 74),
    (.system(call: "open", path: "/s/j", errno: EACCES), 77),
    (.system(call: "mkdir", path: "/s", errno: ENOSPC), 73),
  ])
  func `every cause of the store has its status and says where`(error: StoreError, status: Int32) {
    let failure = Failure.store(error)
    #expect(failure.status.rawValue == status)
    #expect(failure.sentence.count > 20)
    if case .busy = error { #expect(failure.sentence.contains("bob")) }
    if case .system(_, let path, _) = error { #expect(failure.sentence.hasPrefix(path)) }
  }

  @Test func `refusals decide the status by the worst that is one's own to mend`() throws {
    let (one, two) = (try #require(IncidentID("1")), try #require(IncidentID("2")))
    var judgement = CaseBook().judge(
      Proposal(.acknowledged, on: []), by: Author(name: "alice", uid: 1))
    #expect(judgement.status == .done)
    judgement.refused = [one: .unknownIncident]
    #expect(judgement.status == .noInput)
    judgement.refused[two] = .unlawful("It is resolved; reopen it first.")
    #expect(judgement.status == .notPermitted)
    judgement.refused[two] = .changed("bob set the owner to bob at 08:41Z.")
    #expect(judgement.status == .busy)
    judgement.alreadySo = [two: "so"]
    judgement.refused[two] = nil
    #expect(judgement.status == .partly)
  }
}
