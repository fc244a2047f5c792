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
    let step = plan["targets"]?.elements.first { _ in true }?["steps"]?.elements.first { _ in true }
    #expect(step?["performer"]?.string?.text == "you")
    #expect(step?["status"]?.string?.text == "open")
    #expect(text.out.contains("by you"))
    #expect(plan["targets"].map { Array($0.elements).count } == 1)
    #expect(plan["batch"].map { Array($0.elements).count } == 0)
  }

  /// The sample device in a group, with a user on it, in an incident that asks to isolate it.
  private static let grouped = """
    {"id":"2972600","status":"awaitingAction","severity":"low","displayName":"Same device",
     "lastUpdateDateTime":"2026-03-03T07:00:00Z","alerts":[{"id":"a9","title":"A","evidence":[
      {"@odata.type":"#microsoft.graph.security.deviceEvidence","deviceDnsName":"FIN-SRV-04",
       "mdeDeviceId":"\(device)","rbacGroupName":"Legal",
       "loggedOnUsers":[{"accountName":"admin"}]}]}],
     "tasks":[{"id":"k1","status":"open","source":"defenderExpertsGuidedResponse",
      "displayName":"Isolate FIN-SRV-04","actionType":"isolateDevice",
      "createdDateTime":"2026-03-03T07:00:00Z","lastModifiedDateTime":"2026-03-03T07:00:00Z",
      "responseAction":{"identifierValue":"\(device)"}}]}
    """

  @Test func `what is excluded is said by show, plan and containment`() throws {
    let sandbox = try sandbox.get()
    _ = try sandbox.run("import", "-", input: Self.grouped)
    _ = try sandbox.run("readiness", "exclusion", "add", "Legal")
    let words = "excluded: device group Legal: by what is recorded here, the experts only guide"
    #expect(try sandbox.run("plan").out.contains("      \(words)\n"))
    func excluded(_ value: JSONValue?) -> [String]? {
      value?["excluded"]?.elements.compactMap { $0.string?.text }
    }
    let steps = try #require(
      try json(sandbox, "plan")["targets"]?.elements.first { _ in true }?["steps"])
    #expect(Array(steps.elements.map(excluded)) == [[], ["Legal"]])
    #expect(try sandbox.run("show", "2972600").out.contains("      excluded: device group Legal:"))
    #expect(
      try sandbox.run("show", "2972600", "--format", "markdown").out.contains(
        "Excluded: device group Legal"))
    let page = try JSONDocument(
      bytes: Array(sandbox.data("show", "2972600", "--format", "json").utf8)
    ).root
    #expect(try Schema(named: "show").faults(in: page) == [])
    #expect(excluded(page) == ["Legal"])
    #expect(excluded(page["responses"]?.elements.first { _ in true }) == ["Legal"])
    _ = try sandbox.run("response", "done", "2972600", "k1")
    #expect(try sandbox.run("containment").out.contains(words))
    let row = try json(sandbox, "containment")["inForce"]?.elements.first { _ in true }
    #expect(excluded(row) == ["Legal"])
  }

  @Test func `what a hard step touches is said before it is recorded, or instead`() throws {
    let sandbox = try sandbox.get()
    _ = try sandbox.run("import", "-", input: Self.grouped)
    let seq = try sandbox.data("journal")
    let preview = try sandbox.run("response", "done", "2972600", "k1", "--dry-run")
    #expect(preview.status == 0)
    #expect(preview.out.contains("Isolate FIN-SRV-04 (k1): device "))
    #expect(preview.out.contains("  logged on: admin\n"))
    #expect(preview.out.contains("  it is: group Legal\n"))
    #expect(preview.error == "tocsin: --dry-run was given; nothing was recorded.\n")
    let text = try sandbox.run(
      "--read-only", "response", "done", "2972600", "k1", "--dry-run", "--format", "json"
    ).out
    let json = try JSONDocument(bytes: Array(text.utf8)).root
    let response = json["responses"]?.elements.first { _ in true }
    #expect(response?["target"]?["id"]?.string?.text == Self.device)
    #expect(response?["loggedOn"]?.elements.compactMap { $0.string?.text } == ["admin"])
    #expect(try sandbox.data("journal") == seq)
    #expect(
      try sandbox.run("response", "done", "2972600", "k1", "--format", "json").status == 64)
    let done = try sandbox.run("response", "done", "2972600", "k1")
    #expect(done.status == 0 && done.error.contains("tocsin:   logged on: admin\n"))
    // What is easily taken back needs no warning.
    let skipped = try sandbox.run("response", "reopen", "2972600", "k1")
    #expect(skipped.error == Sandbox.notTheTenant + "\n")
  }

  @Test func `a store that may only be read is enough`() throws {
    let sandbox = try sandbox.get()
    #expect(try sandbox.run("--read-only", "plan").status == 0)
    #expect(try sandbox.run("--read-only", "containment").status == 0)
  }
}
