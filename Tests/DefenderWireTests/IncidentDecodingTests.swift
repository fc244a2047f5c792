// SPDX-License-Identifier: MIT

import DefenderWire
import Incidents
import Testing

func incident(_ json: String) throws -> Incident {
  try #require(decodeIncident(try document(json)))
}

func timestamp(_ text: String) throws -> Timestamp { try #require(Timestamp(iso8601: text)) }

@Suite struct `Decoding incidents` {
  @Test func `every member of a Graph incident is read`() throws {
    let incident = try incident(
      """
      {"@odata.type":"#microsoft.graph.security.incident","id":"29","tenantId":"t-1",
       "status":"awaitingAction","incidentWebUrl":"https://example.com/29",
       "redirectIncidentId":null,"displayName":"Multi-stage incident",
       "createdDateTime":"2026-01-22T12:09:23.1433333Z",
       "lastUpdateDateTime":"2026-02-25T16:29:33.1Z","assignedTo":"admin@contoso.com",
       "classification":"truePositive","determination":"multiStagedAttack","severity":"high",
       "customTags":["Demo"],"systemTags":["Defender Experts"],"description":"Long.",
       "lastModifiedBy":"API-App:admin@contoso.com","resolvingComment":"done","summary":"Short.",
       "recommendedActions":"Do this","recommendedHuntingQueries":[{"kqlText":"DeviceInfo"}],
       "priorityScore":100,
       "comments":[{"comment":"hello","createdByDisplayName":"bob",
                    "createdDateTime":"2026-02-25T16:29:33Z"}]}
      """)
    var expected = Incident(id: try incidentID("29"))
    expected.title = "Multi-stage incident"
    expected.status = .awaitingAction
    expected.severity = .high
    expected.owner = "admin@contoso.com"
    expected.classification = .truePositive
    expected.determination = .multiStagedAttack
    expected.tags = ["Demo"]
    expected.systemTags = ["Defender Experts"]
    expected.comments = [
      Comment(text: "hello", author: "bob", createdAt: try timestamp("2026-02-25T16:29:33Z"))
    ]
    expected.summary = "Short."
    expected.details = "Long."
    expected.recommendedActions = "Do this"
    expected.huntingQueries = ["DeviceInfo"]
    expected.resolvingComment = "done"
    expected.createdAt = try timestamp("2026-01-22T12:09:23.143Z")
    expected.updatedAt = try timestamp("2026-02-25T16:29:33.1Z")
    expected.lastModifiedBy = "API-App:admin@contoso.com"
    expected.priorityScore = 100
    expected.tenant = "t-1"
    expected.portalLink = "https://example.com/29"
    #expect(incident == expected)
  }

  @Test func `the names of 2021 and of the older interface are read`() throws {
    let incident = try incident(
      """
      {"incidentId":924565,"redirectIncidentId":null,"incidentName":"Old name",
       "createdTime":"2020-09-06T14:46:57.0733333Z","lastUpdateTime":"2020-09-06T14:46:57.29Z",
       "assignedTo":null,"classification":"TruePositive","determination":"CompromisedUser",
       "status":"Active","severity":"Medium","tags":["Demo"],
       "comments":[{"comment":"Demo incident","createdBy":"DavidS",
                    "createdTime":"2021-09-30T12:07:37.2756993Z"}],
       "alerts":[{"alertId":"fa1","incidentId":28282,"serviceSource":"MicrosoftDefenderATP",
         "creationTime":"2020-09-06T14:46:55.7182276Z","lastUpdatedTime":"2020-09-06T14:46:57Z",
         "resolvedTime":null,"firstActivity":"2020-09-04T05:22:25Z",
         "lastActivity":"2020-09-04T05:22:26Z","title":"T","actorName":"BORON",
         "threatFamilyName":"Mimikatz","severity":"Low","status":"New",
         "devices":[{"mdatpDeviceId":"24c2","deviceDnsName":"h1","osPlatform":"Windows10",
                     "healthStatus":"Active"}],
         "entities":[
           {"entityType":"File","fileName":"a.exe","filePath":"C:\\\\x","sha1":"5d1e",
            "verdict":"Malicious","evidenceCreationTime":"2020-09-06T14:46:57Z"},
           {"entityType":"Process","fileName":"p.exe","processId":12,"accountName":"a",
            "domainName":"d","processCommandLine":"p.exe -x"},
           {"entityType":"User","accountName":"joe","domainName":"corp","userSid":"S-1"},
           {"entityType":"Ip","ipAddress":"192.0.2.7"},{"entityType":"Gadget","x":"y"}]}]}
      """)
    #expect(incident.id.text == "924565")
    #expect(incident.title == "Old name")
    #expect(incident.status == .active)
    #expect(incident.severity == .medium)
    #expect(incident.owner == nil)
    #expect(incident.classification == .truePositive)
    #expect(incident.determination == .compromisedAccount)
    #expect(incident.tags == ["Demo"])
    #expect(incident.comments.map(\.author) == ["DavidS"])
    #expect(incident.comments.map(\.createdAt) == [try timestamp("2021-09-30T12:07:37.275Z")])
    #expect(incident.createdAt == (try timestamp("2020-09-06T14:46:57.073Z")))
    #expect(incident.updatedAt == (try timestamp("2020-09-06T14:46:57.290Z")))
    #expect(incident.flags == [])
    let alert = try #require(incident.alerts.first)
    #expect(alert.id == "fa1")
    #expect(alert.actor == "BORON")
    #expect(alert.threat == "Mimikatz")
    #expect(alert.createdAt == (try timestamp("2020-09-06T14:46:55.718Z")))
    #expect(alert.updatedAt == (try timestamp("2020-09-06T14:46:57Z")))
    #expect(alert.firstActivityAt == (try timestamp("2020-09-04T05:22:25Z")))
    #expect(alert.lastActivityAt == (try timestamp("2020-09-04T05:22:26Z")))
    #expect(
      alert.evidence.map(\.kind) == [.device, .file, .process, .user, .address, .other])
    #expect(
      alert.evidence.map(\.name) == ["h1", "a.exe", "p.exe (12)", "corp\\joe", "192.0.2.7", ""])
    #expect(alert.evidence.map(\.identifier) == ["24c2", "5d1e", "", "S-1", "192.0.2.7", ""])
    #expect(alert.evidence[1].verdict == .malicious)
    #expect(alert.evidence[1].createdAt == (try timestamp("2020-09-06T14:46:57Z")))
    #expect(alert.evidence[5].fields == [Evidence.Field("x", "y")])
  }

  @Test(arguments: [
    ("COMPROMISEDUSER", Determination.compromisedAccount), ("clean", .notMalicious),
    ("InsufficientData", .notEnoughDataToValidate), ("confirmedUserActivity", .confirmedActivity),
    ("newThing", .unrecognized("newThing")),
    ("unknownFutureValue", .unrecognized("unknownFutureValue")),
  ])
  func `names of determinations`(_ raw: String, _ determination: Determination) throws {
    let incident = try incident(#"{"id":"1","status":"new","determination":"\#(raw)"}"#)
    #expect(incident.determination == determination)
    #expect(incident.flags == [])
  }

  @Test(arguments: [
    ("2026-02-25T16:29:33Z", 0), ("2026-02-25T16:29:33.1Z", 100),
    ("2026-02-25T16:29:33.98Z", 980), ("2026-02-25T16:29:33.123Z", 123),
    ("2026-02-25T16:29:33.24622Z", 246), ("2026-02-25T16:29:33.5533333Z", 553),
    ("2026-02-25T16:29:33.999999999Z", 999), ("2026-02-25T18:29:33+02:00", 0),
  ])
  func `times of every precision`(_ text: String, _ milliseconds: Int64) throws {
    let incident = try incident(#"{"id":"1","status":"active","createdDateTime":"\#(text)"}"#)
    let second = try timestamp("2026-02-25T16:29:33Z")
    #expect(incident.createdAt?.elapsed(since: second) == milliseconds)
    #expect(incident.flags == [])
  }

  @Test func `the year 1 means absent`() throws {
    let incident = try incident(
      #"{"id":"1","status":"active","createdDateTime":"0001-01-01T00:00:00Z"}"#)
    #expect(incident.createdAt == nil)
    #expect(incident.flags == [])
  }

  @Test(arguments: [
    (#""createdDateTime":"2026-02-30T00:00:00Z""#, "createdDateTime", "not a date that exists"),
    (#""createdDateTime":"soon""#, "createdDateTime", "not a date that exists"),
    (#""lastUpdateDateTime":5"#, "lastUpdateDateTime", "a number, not a date"),
    (#""displayName":5"#, "displayName", "a number, not text"),
    (#""displayName":{"a":1}"#, "displayName", "an object, not text"),
    (#""displayName":"a\ud800b""#, "displayName", "damaged characters"),
    (#""severity":7"#, "severity", "a number, not text"),
    (#""customTags":"x""#, "customTags", "text, not a list"),
    (#""customTags":["a",1]"#, "customTags[1]", "a number, not text"),
    (#""comments":[1]"#, "comments[0]", "a number, not an object"),
    (#""comments":[{"comment":[]}]"#, "comments[0].comment", "a list, not text"),
    (#""priorityScore":1e400"#, "priorityScore", "too large a number"),
    (#""priorityScore":101"#, "priorityScore", "not a whole number from 0 to 100"),
    (#""priorityScore":1.5"#, "priorityScore", "not a whole number from 0 to 100"),
    (#""priorityScore":"85""#, "priorityScore", "text, not a number"),
    (#""redirectIncidentId":"a/b""#, "redirectIncidentId", "not an incident id"),
    (#""alerts":[{"title":"x"}]"#, "alerts[0].id", "alert without a usable id"),
    (#""alerts":{"id":"x"}"#, "alerts", "an object, not a list"),
    (
      #""tasks":[{"id":"1","createdDateTime":"x"}]"#, "tasks[0].createdDateTime",
      "not a date that exists"
    ),
    (
      #""tasks":[{"id":"1","responseAction":"x"}]"#, "tasks[0].responseAction",
      "text, not an object"
    ),
    (
      #""alerts":[{"id":"a","evidence":[{"@odata.type":"x","verdict":2}]}]"#,
      "alerts[0].evidence[0].verdict", "a number, not text"
    ),
  ])
  func `what cannot be read is flagged, never guessed`(
    _ member: String, _ path: String, _ reason: String
  ) throws {
    let incident = try incident(#"{"id":"1","status":"active",\#(member)}"#)
    #expect(incident.flags.map(\.path) == [path])
    #expect(incident.flags.map(\.reason) == [reason])
    #expect(incident.status == .active)
  }

  @Test func `raw bytes in flags are capped`() throws {
    let long = String(repeating: "é", count: 500)
    let incident = try incident(#"{"id":"1","status":"active","createdDateTime":"\#(long)"}"#)
    let raw = try #require(incident.flags.first?.raw)
    #expect(raw.hasPrefix("\"éé"))
    #expect(raw.utf8.count <= 200)
  }

  @Test func `a damaged title is kept with marks`() throws {
    let incident = try incident(#"{"id":"1","status":"active","displayName":"a\udfffb"}"#)
    #expect(incident.title == "a\u{FFFD}b")
    #expect(incident.flags.first?.raw == #""a\udfffb""#)
  }

  @Test func `no status is flagged, no severity is unknown`() throws {
    let incident = try incident(#"{"id":"1","displayName":"x","severity":null}"#)
    #expect(incident.status == .active)
    #expect(incident.severity == .unknown)
    #expect(incident.flags == [FieldFlag(path: "status", reason: "absent", raw: "")])
  }

  @Test func `an unknown status keeps its text`() throws {
    let incident = try incident(#"{"id":"1","status":"onFire","severity":"dire"}"#)
    #expect(incident.status == .unrecognized("onFire"))
    #expect(incident.severity == .unrecognized("dire"))
    #expect(incident.severity.rank == Severity.high.rank)
    #expect(incident.flags == [])
  }

  @Test func `long texts and lists are capped`() throws {
    let long = "x" + String(repeating: "é", count: 40_000)
    let tags = repeatElement("\"t\"", count: 10_001).joined(separator: ",")
    let incident = try incident(
      #"{"id":"1","status":"active","summary":"\#(long)","customTags":[\#(tags)]}"#)
    #expect(incident.summary.utf8.count == 65_535)
    #expect(incident.summary.hasSuffix("é"))
    #expect(incident.tags.count == 10_000)
    #expect(Set(incident.flags.map(\.reason)) == ["cut at 64 KB", "cut at 10,000 elements"])
  }

  @Test(arguments: [
    #"{"id":"123","alerts":[{"id":"a"}]}"#, #"{"id":"123","tasks":[{"id":"9"}]}"#,
    #"{"id":"123","@odata.context":"x"}"#,
  ])
  func `a document of parts alone is not a received incident`(_ json: String) throws {
    let incident = try incident(json)
    #expect(!incident.isReceived)
    #expect(incident.severity == .unknown)
    #expect(incident.flags == [])
  }

  @Test func `markup, tabs and bullets in texts are left as they are`() throws {
    let incident = try incident(
      "{\"id\":\"1\",\"status\":\"active\",\"recommendedActions\":\"<b>a</b>\\n\u{FFFD}\\tb\\r\\n\"}"
    )
    #expect(incident.recommendedActions == "<b>a</b>\n\u{FFFD}\tb\r\n")
    #expect(incident.flags == [])
  }

  @Test(arguments: ["", "a/b"])
  func `no usable id, no incident`(_ id: String) throws {
    #expect(decodeIncident(try document(#"{"id":"\#(id)","status":"active"}"#)) == nil)
  }
}
