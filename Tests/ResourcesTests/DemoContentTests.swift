// SPDX-License-Identifier: MIT

import FoundationEssentials
import Resources
import Testing

@Suite struct DemoContentTests {
  private let records: DemoRecords

  init() throws { records = try DemoRecords.read() }

  @Test(arguments: Resources.demo.map(\.name))
  func `a demo file is JSON with no age left in it`(name: String) throws {
    let file = try #require(Resources.demo(now: DemoRecords.now).first { $0.name == name })
    #expect(throws: Never.self) {
      try JSONDecoder().decode(JSONValue.self, from: Data(file.bytes))
    }
    let text = String(decoding: file.bytes, as: UTF8.self)
    // One command line in the hostile incident holds braces on purpose.
    let braces = text.split(separator: "{{-").dropFirst()
    #expect(braces.allSatisfy { $0.hasPrefix("not a time}}") }, "\(braces)")
  }

  @Test func `the demo tells enough different stories`() {
    #expect(records.incidents.count + records.olderIncidents.count >= 14)
    #expect(records.tasks.count >= 25)
  }

  @Test func `every action type of a task is there`() {
    let known: Set = [
      "text", "isolateDevice", "stopAndQuarantineFile", "runAntiVirusScan",
      "collectInvestigationPackage", "restrictAppExecution", "submitIocRule",
      "forceUserPasswordReset", "disableUser", "markUserAsCompromised", "requireSignIn",
      "hardDeleteEmail", "softDeleteEmail", "unIsolateDevice", "unRestrictAppExecution",
      "enableUser",
    ]
    #expect(records.texts("actionType", of: records.tasks).isSuperset(of: known))
  }

  @Test func `every state and source of a task is there`() {
    let tasks = records.tasks
    #expect(
      records.texts("status", of: tasks)
        .isSuperset(of: ["open", "inProgress", "completed", "failed", "notRelevant"]))
    #expect(
      records.texts("actionStatus", of: tasks)
        .isSuperset(of: [
          "notStarted", "inProgress", "partiallyCompleted", "completed", "failed",
        ]))
    #expect(
      records.texts("source", of: tasks)
        .isSuperset(of: [
          "defenderExpertsGuidedResponse", "defenderExpertsManagedResponse", "defenderExpertsXDR",
        ]))
  }

  @Test func `both spellings of a response action and none at all are there`() {
    let kinds = Set(records.tasks.compactMap { $0["responseAction"]?["@odata.type"]?.text })
    #expect(kinds.contains("#microsoft.graph.security.isolateDeviceIncidentTaskResponseAction"))
    #expect(kinds.contains("#microsoft.graph.security.isolateDeviceResponseAction"))
    let texts = records.tasks.filter { $0["actionType"]?.text == "text" }
    #expect(texts.allSatisfy { $0["responseAction"] == .null })
  }

  @Test func `every incident status, and values we do not know, are there`() {
    #expect(
      records.texts("status", of: records.incidents) == [
        "active", "inProgress", "awaitingAction", "resolved", "redirected", "onHoldByExperts",
      ])
    #expect(
      records.texts("severity", of: records.incidents) == ["low", "medium", "high", "critical"])
    let classifications = records.texts("classification", of: records.incidents)
    #expect(classifications.isSuperset(of: ["truePositive", "TruePositive", "FalsePositive"]))
  }

  @Test func `ids are lawful and unique`() throws {
    for list in [records.incidents, records.alerts, records.tasks] {
      let ids = list.compactMap { $0["id"]?.text }
      #expect(ids.count == list.count)
      #expect(Set(ids).count == ids.count)
      for id in ids {
        let isLawful = id.wholeMatch(of: /[0-9A-Za-z][0-9A-Za-z._\-]{0,99}/) != nil
        #expect(isLawful, "\(id)")
      }
    }
  }

  @Test func `a task or a merge names an incident of the demo`() {
    let ids = records.texts("id", of: records.incidents)
    for task in records.tasks {
      #expect(task["incident"]?["id"]?.text.map(ids.contains) == true)
    }
    let targets = records.texts("redirectIncidentId", of: records.incidents)
    #expect(!targets.isEmpty && targets.isSubset(of: ids))
  }

  @Test func `some incident awaits action without a task`() {
    let withTasks = Set(records.tasks.compactMap { $0["incident"]?["id"]?.text })
    let awaiting = records.incidents.filter { $0["status"]?.text == "awaitingAction" }
    let without = awaiting.compactMap { $0["id"]?.text }.filter { !withTasks.contains($0) }
    #expect(!without.isEmpty)
    #expect(awaiting.count > without.count)
  }
}
