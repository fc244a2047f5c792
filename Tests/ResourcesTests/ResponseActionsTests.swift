// SPDX-License-Identifier: MIT

import FoundationEssentials
import Resources
import Testing

@Suite struct ResponseActionsTests {
  private let actions: [JSONValue]

  init() throws {
    let bytes = try #require(Resources.bytes(named: "response-actions.json"))
    let catalogue = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
    actions = try #require(catalogue["actions"]).elements
  }

  @Test func `the catalogue explains every action type of the demo it can know`() throws {
    let explained = Set(actions.compactMap { $0["actionType"]?.text })
    #expect(explained.count == 16 && actions.count == 16)
    let records = try DemoRecords.read()
    let used = records.texts("actionType", of: records.tasks)
    // One demo task has an action type of a service version to come.
    #expect(used.subtracting(explained) == ["quarantineAgent"])
  }

  @Test func `an entry is complete`() {
    for action in actions {
      for member in ["title", "effect", "undo", "performedBy", "needs", "record"] {
        #expect(action[member]?.text?.isEmpty == false, "\(member)")
      }
      for member in ["reversible", "containment", "portalOneClick", "graphExecutable"] {
        #expect([.bool(true), .bool(false)].contains(action[member]), "\(member)")
      }
      #expect(action["record"]?.text?.hasPrefix("has ") == true)
    }
  }

  @Test func `inverses come in pairs and only of reversible actions`() throws {
    for action in actions {
      guard let inverse = action["inverse"]?.text else { continue }
      let other = try #require(actions.first { $0["actionType"]?.text == inverse })
      #expect(other["inverse"] == action["actionType"])
      #expect(action["reversible"] == .bool(true))
    }
  }

  @Test func `Graph executes the eight actions its documentation lists`() {
    let executable = actions.filter { $0["graphExecutable"] == .bool(true) }
    #expect(
      Set(executable.compactMap { $0["actionType"]?.text }) == [
        "collectInvestigationPackage", "isolateDevice", "unRestrictAppExecution",
        "unIsolateDevice", "restrictAppExecution", "runAntiVirusScan", "stopAndQuarantineFile",
        "submitIocRule",
      ])
  }

  @Test func `what cannot be undone says so`() {
    let hard = actions.filter { $0["actionType"]?.text == "hardDeleteEmail" }
    #expect(hard.map { $0["reversible"] } == [.bool(false)])
  }
}
