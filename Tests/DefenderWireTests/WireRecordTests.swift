// SPDX-License-Identifier: MIT

import DefenderWire
import Incidents
import Testing

func incidentID(_ text: String) throws -> IncidentID { try #require(IncidentID(text)) }

@Suite struct `Recognising records` {
  @Test(arguments: [
    ##"{"@odata.type":"#microsoft.graph.security.incident","id":"5"}"##,
    #"{"@odata.type":"microsoft.graph.security.incident","id":"5"}"#,
    ##"{"@odata.type":"#microsoft.graph.incident","id":"5"}"##,
    #"{"id":"5","displayName":"x","status":"active"}"#,
    #"{"id":5,"displayName":"x","severity":"high"}"#,
    #"{"incidentId":5,"incidentName":"x","createdTime":"2020-09-06T14:46:57.07Z","alerts":[]}"#,
    #"{"id":"5","alerts":[]}"#, #"{"id":"5","tasks":[]}"#,
    #"{"id":"5","redirectIncidentId":"6"}"#,
  ])
  func `incidents`(_ json: String) throws {
    #expect(WireRecord(try document(json)) == .incident(try incidentID("5")))
  }

  @Test(arguments: [
    ##"{"@odata.type":"#microsoft.graph.security.alert","id":"da1_1","incidentId":"5"}"##,
    #"{"id":"da1_1","incidentId":"5","serviceSource":"x","title":"y"}"#,
    #"{"id":"da1_1","incidentId":"5","evidence":[]}"#,
    #"{"alertId":"fa1","incidentId":5,"serviceSource":"x","creationTime":"2020-01-01T00:00:00Z"}"#,
  ])
  func `alerts`(_ json: String) throws {
    #expect(WireRecord(try document(json)) == .alert(incident: try incidentID("5")))
  }

  @Test(arguments: [
    ##"{"@odata.type":"#microsoft.graph.security.incidentTask","id":"9","incident":{"id":"5"}}"##,
    #"{"id":"9","incident":{"id":"5"},"status":"open"}"#,
    #"{"id":9,"incidentId":"5","actionType":"text","actionStatus":"notStarted"}"#,
  ])
  func `tasks`(_ json: String) throws {
    #expect(WireRecord(try document(json)) == .task(incident: try incidentID("5")))
  }

  @Test(arguments: [
    #"{"status":"completed"}"#, "{}", "[]", "5", "null", #""text""#,
    #"{"error":{"code":"Forbidden","message":"no"}}"#, #"{"error":"invalid_scope"}"#,
    #"{"id":"5","type":"Isolate","status":"Succeeded","machineId":"7b"}"#,
    #"{"comment":"test","createdByDisplayName":"a","createdDateTime":"2022-10-13T07:08:45Z"}"#,
    #"{"@odata.type":"microsoft.graph.security.alertComment","comment":"x"}"#,
    #"{"token_type":"Bearer","access_token":"x"}"#,
    #"{"classification":"TruePositive","determination":"MultiStagedAttack","customTags":["a"]}"#,
    #"{"Comment":"Isolate","IsolationType":"Full"}"#,
    #"{"id":"5","displayName":"PC","status":"enrolled","createdDateTime":"2026-01-01T00:00:00Z"}"#,
    #"{"id":"u","displayName":"A User","userPrincipalName":"a@b"}"#,
  ])
  func `what is not ours is foreign`(_ json: String) throws {
    guard case .foreign = WireRecord(try document(json)) else {
      Issue.record("\(WireRecord(try document(json)))")
      return
    }
  }

  @Test(arguments: [
    ##"{"@odata.type":"#microsoft.graph.security.incident","id":"String (identifier)"}"##,
    ##"{"@odata.type":"#microsoft.graph.security.incident"}"##,
    #"{"id":"a/b","displayName":"x","status":"active"}"#,
    #"{"id":"..","displayName":"x","status":"active"}"#,
    #"{"id":"","displayName":"x","status":"active"}"#,
    #"{"id":null,"displayName":"x","status":"active"}"#,
    #"{"id":1.5,"displayName":"x","status":"active"}"#,
    #"{"id":1e3,"displayName":"x","status":"active"}"#,
    #"{"id":-1,"displayName":"x","status":"active"}"#,
    #"{"id":true,"displayName":"x","status":"active"}"#,
    #"{"id":"5\ud800","displayName":"x","status":"active"}"#,
    ##"{"@odata.type":"#microsoft.graph.security.alert","id":"a"}"##,
    ##"{"@odata.type":"#microsoft.graph.security.alert","incidentId":"5"}"##,
    ##"{"@odata.type":"#microsoft.graph.security.incidentTask","id":"9"}"##,
    #"{"id":"String (identifier)","incident":{"id":"String"},"status":"String"}"#,
  ])
  func `ours without a usable id is damaged`(_ json: String) throws {
    guard case .damaged = WireRecord(try document(json)) else {
      Issue.record("\(WireRecord(try document(json)))")
      return
    }
  }
}
