// SPDX-License-Identifier: MIT

extension SampleIncident {
  /// The device of ``ransomware``.
  public static let server = "160cf11f77b65a155cd7a7194ba11a92e3729de8"

  /// High, awaiting action: two responses for the customer, two for the experts.
  public static let ransomware: SampleIncident = {
    var incident = SampleIncident(
      id: "2972395", title: "Multi-stage incident involving Initial access on FIN-SRV-04",
      severity: "high", status: "awaitingAction")
    incident.texts["summary"] =
      "A user opened a lure; a loader ran and an operator reached FIN-SRV-04."
    incident.texts["description"] = "Human-operated intrusion.\nSeen in its encryption test."
    incident.texts["incidentWebUrl"] = "https://security.example/incident2/2972395"
    incident.tags = ["Finance"]
    incident.comments = [("Defender Experts", "Please isolate the server first.")]
    incident.queries = ["DeviceProcessEvents | where DeviceName == \"fin-srv-04\""]
    incident.alerts = [
      SampleAlert(
        id: "da1", title: "Ransomware-linked loader", severity: "high",
        techniques: ["T1566.001", "T1059.001"],
        evidence: [
          [
            "@odata.type": "#microsoft.graph.security.deviceEvidence",
            "deviceDnsName": "FIN-SRV-04", "mdeDeviceId": server, "verdict": "suspicious",
          ],
          [
            "@odata.type": "#microsoft.graph.security.ipEvidence", "ipAddress": "203.0.113.7",
            "verdict": "malicious",
          ],
        ])
    ]
    incident.tasks = [
      SampleTask(
        id: "r1", title: "Isolate device FIN-SRV-04", action: "isolateDevice", target: server),
      SampleTask(
        id: "r2", title: "Reset password for j.doe", action: "forceUserPasswordReset",
        target: "j.doe@contoso.com"),
      SampleTask(
        id: "r3", title: "Quarantine invoice.js", action: "stopAndQuarantineFile",
        target: "9f2c", status: "inProgress", isExperts: true),
      SampleTask(
        id: "r4", title: "Block 203.0.113.7", action: "submitIocRule", target: "203.0.113.7",
        status: "completed", isExperts: true),
    ]
    return incident
  }()

  /// Of which only a response was received.
  public static let partial: SampleIncident = {
    var incident = SampleIncident(id: "2972410")
    incident.tasks = [SampleTask(id: "p1", title: "Call the site", action: "text")]
    return incident
  }()

  /// Medium, awaiting action: a response that cannot be undone in the world.
  public static let mail: SampleIncident = {
    var incident = SampleIncident(
      id: "2972401", title: "Suspicious inbox forwarding rule", severity: "medium",
      status: "awaitingAction", owner: "bob@contoso.com")
    incident.tasks = [
      SampleTask(
        id: "m1", title: "Hard-delete the lure", action: "hardDeleteEmail",
        target: "AAMkAD-77f0a1c2")
    ]
    return incident
  }()

  /// Low, merged into an incident that is not here, with a response left to do.
  public static let stray: SampleIncident = {
    var incident = SampleIncident(
      id: "2972377", title: "Unusual sign-in from two countries", severity: "low",
      status: "redirected")
    incident.texts["redirectIncidentId"] = "2999999"
    incident.tasks = [SampleTask(id: "s1", title: "Disable k.lee", action: "disableUser")]
    return incident
  }()

  /// Medium, active: nothing is asked.
  public static let spray = SampleIncident(
    id: "2972388", title: "Password spray against 12 accounts", severity: "medium",
    status: "active", owner: "carol@contoso.com")

  /// Low, resolved.
  public static let closed = SampleIncident(
    id: "2972350", title: "Unwanted software detected", severity: "low", status: "resolved")

  /// A small queue with one of each kind, in triage order.
  public static let queue = [ransomware, partial, mail, stray, spray, closed]
}
