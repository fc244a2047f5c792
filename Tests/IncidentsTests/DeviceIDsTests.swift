// SPDX-License-Identifier: MIT

import Incidents
import Testing

/// A device by Defender's id `m1` and Entra's `e1`.
@Suite struct DeviceIDsTests {
  private func script(isolating others: [String], releasing id: String, _ more: [String] = [])
    -> JournalScript
  {
    var script = JournalScript()
    script.observed("1") { $0.ask("r1", .isolateDevice, on: "m1", otherIDs: others) }
    script.observed("2") { $0.ask("b1", .unIsolateDevice, on: id, otherIDs: more) }
    return script
  }

  @Test(arguments: [
    (["e1"], "E1", [], true), ([], "e1", ["M1"], true), (["e1"], "e1", ["m1"], true),
    ([], "e1", [], false), (["e2"], "e1", [], false),
    // Stated with two ids, or by two devices, an id says nothing.
    (["e1", "e2"], "e1", [], false), (["e1"], "e1", ["m2"], false),
    (["e1"], "m2", ["e1"], false),
  ])
  func `two ids are one target where evidence says so, and only there`(
    others: [String], id: String, more: [String], isSame: Bool
  ) {
    var script = script(isolating: others, releasing: id, more)
    #expect(script.plan.groups.count == (isSame ? 1 : 2))
    #expect(script.plan.steps.allSatisfy { $0.conflicts.isEmpty != isSame })
    script.step("alice", .completed, "r1", of: "1")
    #expect(script.board == script.archivedBoard)
    #expect(script.board.rows.map(\.lifts) == [isSame ? [reference("2", "b1")] : []])
    script.step("alice", .completed, "b1", of: "2")
    #expect(script.board.rows.isEmpty == isSame)
  }

  @Test func `the same by either id is a duplicate, and done already`() throws {
    var script = JournalScript()
    script.observed("1") { $0.ask("r1", .isolateDevice, on: "m1", otherIDs: ["e1"]) }
    script.observed("2") { $0.ask("r2", .isolateDevice, on: "e1") }
    #expect(script.plan.steps.map(\.duplicateOf) == [nil, reference("1", "r1")])
    script.step("alice", .completed, "r1", of: "1")
    let view = script.view("2")
    let radius = BlastRadius(
      of: try #require(view.response("r2")), on: view, document: nil, others: [script.view("1")])
    #expect(radius.alreadyDone == [reference("1", "r1")])
  }

  @Test(arguments: [
    ("m1", "e1", ["e1"]), ("m1", "E1", ["E1"]), ("m1", "m1", []), ("m1", "", []),
    ("m1", "00000000-0000-0000-0000-000000000000", []),
  ])
  func `what is no id is none`(id: String, entra: String, others: [String]) {
    var device = Evidence(kind: .device, type: "deviceEvidence")
    device.identifier = id
    device.fields = [Evidence.Field("entra id", entra)]
    var document = Incident(id: incident("1"))
    document.alerts = [Alert(id: "a")]
    document.alerts[0].evidence = [device, device]
    document.responses = [ManagedResponse(id: "r1")]
    document.responses[0].action = .isolateDevice
    document.responses[0].target = "M1"
    #expect(document.target(of: document.responses[0]).otherIDs == others)
    document.responses[0].action = .disableUser
    #expect(document.target(of: document.responses[0]).otherIDs == [])
  }
}
