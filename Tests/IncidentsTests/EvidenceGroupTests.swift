// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct EvidenceGroupTests {
  private func device(_ name: String, at time: Int64 = 0) -> Evidence {
    var evidence = Evidence(kind: .device, type: "deviceEvidence")
    evidence.name = name
    evidence.createdAt = Timestamp(milliseconds: time)
    return evidence
  }

  @Test func `what two alerts say alike is one, whenever it was recorded`() {
    let groups = EvidenceGroup.groups(of: [
      device("a"), device("b"), device("a", at: 1), device("a", at: 2),
    ])
    #expect(groups.map(\.evidence.name) == ["a", "b"])
    #expect(groups.map(\.count) == [3, 1])
  }

  @Test func `what differs in anything else is shown apart`() {
    var judged = device("a")
    judged.verdict = .malicious
    var role = device("a")
    role.roles = ["attacked"]
    var field = device("a")
    field.fields = [.init("os", "Windows")]
    let all = [device("a"), judged, role, field, device("e\u{301}"), device("\u{E9}")]
    #expect(EvidenceGroup.groups(of: all).map(\.count) == [1, 1, 1, 1, 1, 1])
  }
}
