// SPDX-License-Identifier: MIT

/// Pages as the service writes them, small enough to read.
enum Samples {
  /// Two incidents: one that awaits the customer with two responses, and one nothing is asked of.
  static let page = """
    {"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#security/incidents",
     "value":[
    \(ransomware),
    \(spray)
    ]}
    """

  /// High, awaiting action since 2026-03-02 07:00Z, with an alert and two responses.
  static let ransomware = """
    {"id":"2972395","status":"awaitingAction","severity":"high","assignedTo":null,
     "displayName":"Multi-stage incident on FIN-SRV-04","classification":"unknown",
     "determination":"unknown","customTags":["Finance"],"systemTags":["Defender Experts"],
     "createdDateTime":"2026-03-02T06:12:00Z","lastUpdateDateTime":"2026-03-02T07:00:00Z",
     "summary":"A loader ran from a lure; FIN-SRV-04 must be isolated now.",
     "description":"Hands on keyboard.","recommendedActions":"Isolate FIN-SRV-04.",
     "comments":[{"comment":"Called twice.","createdByDisplayName":"Defender Experts",
                  "createdDateTime":"2026-03-02T06:50:00Z"}],
     "alerts":[
      {"id":"da1","incidentId":"2972395","title":"Suspicious script","severity":"high",
       "status":"new","category":"Execution","serviceSource":"microsoftDefenderForEndpoint",
       "createdDateTime":"2026-03-02T06:20:00Z","lastUpdateDateTime":"2026-03-02T06:30:00Z",
       "firstActivityDateTime":"2026-03-02T06:10:00Z",
       "lastActivityDateTime":"2026-03-02T06:40:00Z","mitreTechniques":["T1059.001"],
       "evidence":[
        {"@odata.type":"#microsoft.graph.security.deviceEvidence","verdict":"malicious",
         "createdDateTime":"2026-03-02T06:20:00Z","deviceDnsName":"FIN-SRV-04",
         "mdeDeviceId":"160cf11f77b65a155cd7a7194ba11a92e3729de8"},
        {"@odata.type":"#microsoft.graph.security.ipEvidence","verdict":"malicious",
         "createdDateTime":"2026-03-02T06:20:00Z","ipAddress":"203.0.113.7"}]}],
     "tasks":[\(isolate),\(reset)]}
    """

  /// The customer's: isolate a device.
  static let isolate = """
    {"@odata.type":"#microsoft.graph.security.incidentTask","id":"r1",
     "incident":{"id":"2972395"},"status":"open","source":"defenderExpertsGuidedResponse",
     "displayName":"Isolate device FIN-SRV-04","description":"Fully isolate it.",
     "createdDateTime":"2026-03-02T06:58:00Z","createdByDisplayName":"Defender Experts",
     "lastModifiedDateTime":"2026-03-02T06:58:00Z","actionType":"isolateDevice",
     "actionStatus":"notStarted",
     "responseAction":{"@odata.type":"#microsoft.graph.security.isolateDeviceResponseAction",
      "isolationType":"full","identifierValue":"160cf11f77b65a155cd7a7194ba11a92e3729de8"}}
    """

  /// The experts': reset a password.
  static let reset = """
    {"@odata.type":"#microsoft.graph.security.incidentTask","id":"r2",
     "incident":{"id":"2972395"},"status":"open","source":"defenderExpertsManagedResponse",
     "displayName":"Reset password for j.doe","description":"We do it.",
     "createdDateTime":"2026-03-02T06:59:00Z","createdByDisplayName":"Defender Experts",
     "lastModifiedDateTime":"2026-03-02T06:59:00Z","actionType":"forceUserPasswordReset",
     "actionStatus":"notStarted","responseAction":{"identifierValue":"u-17"}}
    """

  /// Medium, active, owned by carol in Defender.
  static let spray = """
    {"id":"2972400","status":"active","severity":"medium","assignedTo":"carol",
     "displayName":"Password spray against 12 accounts","classification":"unknown",
     "determination":"unknown","customTags":[],"createdDateTime":"2026-03-01T10:00:00Z",
     "lastUpdateDateTime":"2026-03-01T11:00:00Z","alerts":[]}
    """

  /// Low, resolved.
  static let closed = """
    {"id":"2972300","status":"resolved","severity":"low","assignedTo":null,
     "displayName":"Unwanted software","classification":"falsePositive",
     "determination":"notMalicious","createdDateTime":"2026-02-01T10:00:00Z",
     "lastUpdateDateTime":"2026-02-01T11:00:00Z","alerts":[]}
    """
}
