// SPDX-License-Identifier: MIT

import Testing

@Suite struct DemoTimeTests {
  private let records: DemoRecords

  init() throws { records = try DemoRecords.read() }

  @Test func `an incident is created before it is updated, and that is not in the future`() throws {
    for incident in records.incidents {
      let created = try incident.second("createdDateTime")
      let updated = try incident.second("lastUpdateDateTime")
      #expect(created < updated)
      #expect(updated <= DemoRecords.nowText.prefix(19))
    }
  }

  @Test func `activity comes before the alert, and the alert within its incident`() throws {
    for incident in records.incidents {
      let updated = try incident.second("lastUpdateDateTime")
      for alert in incident["alerts"]?.elements ?? [] {
        let first = try alert.second("firstActivityDateTime")
        #expect(try first <= alert.second("lastActivityDateTime"))
        #expect(try first < alert.second("createdDateTime"))
        #expect(try incident.second("createdDateTime") <= alert.second("createdDateTime"))
        #expect(try alert.second("createdDateTime") < alert.second("lastUpdateDateTime"))
        #expect(try alert.second("lastUpdateDateTime") <= updated)
        #expect(try alert.second("lastActivityDateTime") <= updated)
      }
    }
  }

  @Test func `a task is created after its incident and changed after that`() throws {
    for task in records.tasks {
      let incident = try #require(
        records.incidents.first { $0["id"] == task["incident"]?["id"] })
      #expect(try incident.second("createdDateTime") <= task.second("createdDateTime"))
      #expect(try task.second("createdDateTime") <= task.second("lastModifiedDateTime"))
      #expect(try task.second("lastModifiedDateTime") <= DemoRecords.nowText.prefix(19))
    }
  }

  @Test func `some waits are hours old and some minutes`() throws {
    let awaiting = records.incidents.filter { $0["status"]?.text == "awaitingAction" }
    let updates = try awaiting.map { try $0.second("lastUpdateDateTime") }
    #expect(updates.contains { $0 < "2026-11-23T23" })
    #expect(updates.contains { $0 > "2026-11-24T06:45" })
  }
}
