// SPDX-License-Identifier: MIT

import DefenderWire
import Incidents
import Testing

@Suite struct `Decoding alerts and tasks` {
  @Test func `every member of an alert is read`() throws {
    let incident = try incident(
      """
      {"id":"1","status":"active","alerts":[{"id":"da6_-9","incidentId":"28282","status":"new",
       "severity":"low","classification":"unknown","determination":"apt",
       "serviceSource":"microsoftDefenderForEndpoint","detectionSource":"microsoftThreatExperts",
       "title":"Hidden file","description":"D","recommendedActions":"R","category":"Discovery",
       "assignedTo":"bob","alertWebUrl":"https://x","actorDisplayName":"A",
       "threatDisplayName":"T","threatFamilyName":"F","mitreTechniques":["T1564.001"],
       "createdDateTime":"2021-04-27T12:19:27Z","lastUpdateDateTime":"2021-05-02T14:19:01Z",
       "resolvedDateTime":"2021-05-03T00:00:00Z","firstActivityDateTime":"2021-04-26T07:45:50Z",
       "lastActivityDateTime":"2021-05-02T07:56:58Z",
       "comments":[{"comment":"c","createdByDisplayName":"d"}],"evidence":[]}]}
      """)
    var expected = Alert(id: "da6_-9")
    expected.title = "Hidden file"
    expected.severity = .low
    expected.status = "new"
    expected.category = "Discovery"
    expected.determination = .apt
    expected.serviceSource = "microsoftDefenderForEndpoint"
    expected.detectionSource = "microsoftThreatExperts"
    expected.details = "D"
    expected.recommendedActions = "R"
    expected.techniques = ["T1564.001"]
    expected.actor = "A"
    expected.threat = "T"
    expected.owner = "bob"
    expected.createdAt = try timestamp("2021-04-27T12:19:27Z")
    expected.updatedAt = try timestamp("2021-05-02T14:19:01Z")
    expected.resolvedAt = try timestamp("2021-05-03T00:00:00Z")
    expected.firstActivityAt = try timestamp("2021-04-26T07:45:50Z")
    expected.lastActivityAt = try timestamp("2021-05-02T07:56:58Z")
    expected.comments = [Comment(text: "c", author: "d", createdAt: nil)]
    expected.portalLink = "https://x"
    #expect(incident.alerts == [expected])
  }

  @Test func `every member of a task is read`() throws {
    let incident = try incident(
      """
      {"id":"123","tasks":[{"@odata.type":"#microsoft.graph.security.incidentTask","id":"213213",
       "incident":{"id":"123"},"status":"Open","source":"defenderExpertsXDR",
       "displayName":"Quarantine x","description":"Why","createdDateTime":"2023-06-26T19:07:39Z",
       "createdByDisplayName":"Defender Experts","lastModifiedDateTime":"2023-06-27T10:49:33.98Z",
       "lastModifiedByDisplayName":"bealfasi","actionType":"stopAndQuarantineFile",
       "actionStatus":"partiallyCompleted",
       "responseAction":{"identifierValue":"9f","deviceId":"d1","isolationType":"full"}}]}
      """)
    var expected = ManagedResponse(id: "213213")
    expected.title = "Quarantine x"
    expected.details = "Why"
    expected.action = .stopAndQuarantineFile
    expected.status = .open
    expected.execution = .partiallyCompleted
    expected.performer = .unrecognized("defenderExpertsXDR")
    expected.target = "9f"
    expected.device = "d1"
    expected.isolationType = "full"
    expected.createdAt = try timestamp("2023-06-26T19:07:39Z")
    expected.createdBy = "Defender Experts"
    expected.updatedAt = try timestamp("2023-06-27T10:49:33.98Z")
    expected.lastModifiedBy = "bealfasi"
    #expect(incident.responses == [expected])
    #expect(incident.flags == [])
  }

  @Test(arguments: [
    ("isolateDeviceResponseAction", ResponseAction.isolateDevice),
    ("isolateDeviceIncidentTaskResponseAction", .isolateDevice),
    ("runAntivirusScanIncidentTaskResponseAction", .runAntiVirusScan),
    ("softDeleteIncidentTaskResponseAction", .softDeleteEmail),
    ("softDeleteResponseAction", .softDeleteEmail),
    ("unIsolateDeviceResponseAction", .unIsolateDevice),
    ("explodeIncidentTaskResponseAction", .unrecognized("explode")),
  ])
  func `an action's type stands in for a missing action`(
    _ type: String, _ action: ResponseAction
  ) throws {
    for prefix in ["#microsoft.graph.security.", "microsoft.graph.security."] {
      let incident = try incident(
        """
        {"id":"1","tasks":[{"id":"2","responseAction":{"@odata.type":"\(prefix)\(type)"}}]}
        """)
      #expect(incident.responses.map(\.action) == [action])
    }
  }

  @Test func `a task in free text has no target`() throws {
    let incident = try incident(
      #"{"id":"1","tasks":[{"id":2,"actionType":"text","responseAction":null}]}"#)
    #expect(incident.responses.map(\.id) == ["2"])
    #expect(incident.responses.map(\.action) == [.text])
    #expect(incident.responses.map(\.target) == [""])
    #expect(incident.flags == [])
  }
}
