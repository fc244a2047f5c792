// SPDX-License-Identifier: MIT

import DefenderWire
import Testing

@Suite struct BoardTests {
  let sandbox = Result { try Sandbox.withSamples() }

  private static let device = "160cf11f77b65a155cd7a7194ba11a92e3729de8"

  /// Another incident that asks to release the same device.
  private static let release = """
    {"id":"2972500","status":"awaitingAction","severity":"low","displayName":"Back to service",
     "lastUpdateDateTime":"2026-03-03T07:00:00Z","alerts":[],
     "tasks":[{"id":"z1","status":"open","source":"defenderExpertsGuidedResponse",
      "displayName":"Release FIN-SRV-04","actionType":"unIsolateDevice",
      "createdDateTime":"2026-03-03T07:00:00Z","lastModifiedDateTime":"2026-03-03T07:00:00Z",
      "responseAction":{"identifierValue":"\(device)"}}]}
    """

  private func json(_ sandbox: Sandbox, _ command: String) throws -> JSONValue {
    let text = try sandbox.data(command, "--format", "json")
    let value = try JSONDocument(bytes: Array(text.utf8)).root
    #expect(try Schema(named: command).faults(in: value) == [])
    return value
  }

  @Test func `what is switched off is listed until its inverse is done`() throws {
    let sandbox = try sandbox.get()
    #expect(try sandbox.run("containment") == .said("", "tocsin: 0 in force"))
    _ = try sandbox.run("response", "done", "2972395", "r1")
    #expect(
      try sandbox.run("containment").timeless.out == """
        TIME  Isolate device  FIN-SRV-04 (id \(Self.device))
                           recorded here by \(Sandbox.me) · incident 2972395 response r1
                           to lift: release the device from isolation

        """)
    _ = try sandbox.run("import", "-", input: Self.release)
    let row = try #require(
      try json(sandbox, "containment")["inForce"]?.elements.first { _ in true })
    #expect(row["origin"]?.string?.text == "tocsin")
    #expect(row["inverse"]?.string?.text == "unIsolateDevice")
    #expect(row["askedToLift"]?.elements.compactMap { $0["response"]?.string?.text } == ["z1"])
    #expect(try sandbox.run("containment").out.contains("asked in incident 2972500 response z1"))
    _ = try sandbox.run("response", "done", "2972500", "z1")
    #expect(try sandbox.run("containment").out == "")
  }

  @Test func `what is lifted by hand is no longer listed`() throws {
    let sandbox = try sandbox.get()
    _ = try sandbox.run("response", "done", "2972395", "r1")
    let lifted = try sandbox.run("containment", "lift", "2972395", "r1", "--note", "by phone")
    #expect(lifted.status == 0)
    #expect(lifted.out.hasPrefix("containment/2972395 lifted: Isolate device FIN-SRV-04 (r1)"))
    #expect(try sandbox.run("containment").out == "")
    let again = try sandbox.run("containment", "lift", "2972395", "r1")
    #expect(again.status == 66)
    #expect(again.error.contains("Nothing is in force by response r1 of 2972395"))
    _ = try sandbox.run("undo")
    #expect(try sandbox.run("containment").out.contains("Isolate device"))
  }

  @Test func `the plan groups by target and marks a conflict`() throws {
    let sandbox = try sandbox.get()
    #expect(
      try sandbox.run("plan").out.contains("device FIN-SRV-04 (id \(Self.device))\n   1  Isolate"))
    _ = try sandbox.run("import", "-", input: Self.release)
    let text = try sandbox.run("plan")
    #expect(text.out.contains("      ! in conflict with incident 2972500 response z1\n"))
    #expect(text.error == "tocsin: 2 open · 1 target · 2 in conflict\n")
    let plan = try json(sandbox, "plan")
    #expect(plan["targets"].map { Array($0.elements).count } == 1)
    #expect(plan["batch"].map { Array($0.elements).count } == 0)
  }

  @Test func `a store that may only be read is enough`() throws {
    let sandbox = try sandbox.get()
    #expect(try sandbox.run("--read-only", "plan").status == 0)
    #expect(try sandbox.run("--read-only", "containment").status == 0)
  }
}
