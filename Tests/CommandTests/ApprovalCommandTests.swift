// SPDX-License-Identifier: MIT

import DefenderWire
import Testing

/// What waits for a second person, from the command line.
@Suite struct ApprovalCommandTests {
  let sandbox = Result { try Sandbox.withSamples() }

  private static let device = "160cf11f77b65a155cd7a7194ba11a92e3729de8"

  @Test func `a request is listed with what exactly would be recorded`() throws {
    let sandbox = try sandbox.get()
    _ = try sandbox.run("approval", "rule", "--containment", "yes")
    let asked = try sandbox.run(
      "response", "done", "2972395", "r1", "--note", "by phone", "--ask")
    #expect(asked.status == 0, "\(asked)")
    let list = try sandbox.run("approval", "list").out
    #expect(list.contains("Incidents  2972395\n"))
    #expect(list.contains("Target     device ") && list.contains(Self.device))
    #expect(list.contains("Note       by phone\n"))
    let json = try JSONDocument(
      bytes: Array(sandbox.data("approval", "list", "--format", "json").utf8)
    ).root
    let content = try #require(json.elements.first { _ in true }?["content"])
    #expect(content["kind"]?.string?.text == "response.completed")
    #expect(content["incidents"]?.elements.compactMap { $0.string?.text } == ["2972395"])
    #expect(content["note"]?.string?.text == "by phone")
    let response = try #require(content["responses"]?.elements.first { _ in true })
    #expect(response["response"]?.string?.text == "r1")
    #expect(response["action"]?.string?.text == "isolateDevice")
    #expect(response["target"]?["id"]?.string?.text == Self.device)
  }

  @Test func `the rule is told as JSON, with the line that last changed it`() throws {
    let sandbox = try sandbox.get()
    let before = try sandbox.data("approval", "rule", "--format", "json")
    #expect(
      before == """
        {"isActive":false,"containment":false,"closing":false,"over":null,"minutes":60,"version":0}

        """)
    _ = try sandbox.run("approval", "rule", "--closing", "yes", "--over", "20")
    let after = try sandbox.data("approval", "rule", "--format", "json")
    #expect(
      after == """
        {"isActive":true,"containment":false,"closing":true,"over":20,"minutes":60,"version":4}

        """)
  }
}
