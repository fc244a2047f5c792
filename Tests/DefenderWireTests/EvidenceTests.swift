// SPDX-License-Identifier: MIT

import DefenderWire
import Incidents
import Testing

/// One type of evidence, a sample of it, and how it must read.
struct EvidenceSample: Sendable, CustomTestStringConvertible {
  var type: String
  var json: String
  var kind: EvidenceKind
  var name: String
  var identifier: String

  init(
    _ type: String, _ json: String, _ kind: EvidenceKind, _ name: String,
    _ identifier: String = ""
  ) {
    self.type = type
    self.json = json
    self.kind = kind
    self.name = name
    self.identifier = identifier
  }

  var testDescription: String { type }

  static let all: [EvidenceSample] = [
    EvidenceSample(
      "activeDirectoryDomain", #""activeDirectoryDomainName":"corp.example""#, .other,
      "corp.example"),
    EvidenceSample(
      "aiAgent", #""agentId":"a1","agentName":"Helper""#, .application, "Helper", "a1"),
    EvidenceSample(
      "amazonResource", #""amazonResourceId":"arn:1","resourceName":"bucket""#, .cloudResource,
      "bucket", "arn:1"),
    EvidenceSample(
      "analyzedMessage", #""subject":"Hello","networkMessageId":"n1""#, .message, "Hello", "n1"),
    EvidenceSample(
      "azureResource", #""resourceId":"/sub/1","resourceName":"vm""#, .cloudResource, "vm",
      "/sub/1"),
    EvidenceSample(
      "blobContainer", #""name":"c","url":"https://c""#, .cloudResource, "c", "https://c"),
    EvidenceSample("blob", #""name":"b","url":"https://b""#, .cloudResource, "b", "https://b"),
    EvidenceSample(
      "cloudApplication", #""appId":11161,"displayName":"Azure","instanceName":"eu""#,
      .application, "Azure (eu)", "11161"),
    EvidenceSample("cloudLogonRequest", #""requestId":"r1""#, .session, "r1", "r1"),
    EvidenceSample(
      "cloudLogonSession",
      #""account":{"userAccount":{"accountName":"joe"}},"deviceName":"PC","sessionId":"s""#,
      .session, "joe (PC)", "s"),
    EvidenceSample("container", #""name":"web","containerId":"c1""#, .cloudResource, "web", "c1"),
    EvidenceSample(
      "containerImage", #""imageId":"nginx:1","digestImage":{"imageId":"sha256:9"}"#,
      .cloudResource, "nginx:1", "sha256:9"),
    EvidenceSample("containerRegistry", #""registry":"r.io""#, .cloudResource, "r.io", "r.io"),
    EvidenceSample(
      "device", #""deviceDnsName":"FIN-SRV-04","hostName":"x","mdeDeviceId":"73e7""#, .device,
      "FIN-SRV-04", "73e7"),
    EvidenceSample("dns", #""domainName":"evil.example""#, .url, "evil.example", "evil.example"),
    EvidenceSample(
      "file", #""fileDetails":{"fileName":"a.exe","sha1":"5f","sha256":"89"}"#, .file, "a.exe",
      "89"),
    EvidenceSample("fileHash", #""algorithm":"sha1","value":"5f""#, .file, "5f", "5f"),
    EvidenceSample(
      "gitHubOrganization", #""displayName":"Org","orgId":"o1""#, .cloudResource, "Org", "o1"),
    EvidenceSample(
      "gitHubRepo", #""owner":"org","login":"repo","repoId":"r1""#, .cloudResource, "org/repo",
      "r1"),
    EvidenceSample("gitHubUser", #""login":"octo","userId":"u1""#, .user, "octo", "u1"),
    EvidenceSample(
      "googleCloudResource", #""fullResourceName":"//g/1","resourceName":"vm""#, .cloudResource,
      "vm", "//g/1"),
    EvidenceSample(
      "hostLogonSession",
      #""account":{"userAccount":{"domainName":"D","accountName":"j"}},"host":{"hostName":"H"},"sessionId":"1""#,
      .session, #"D\j (H)"#, "1"),
    EvidenceSample("ioTDevice", #""deviceName":"PLC","deviceId":"p1""#, .device, "PLC", "p1"),
    EvidenceSample("ip", #""ipAddress":"203.0.113.7""#, .address, "203.0.113.7", "203.0.113.7"),
    EvidenceSample(
      "kubernetesCluster", #""name":"k","cloudResource":{"resourceId":"/k"}"#, .cloudResource, "k",
      "/k"),
    EvidenceSample(
      "kubernetesController", #""name":"c","namespace":{"name":"ns"}"#, .cloudResource, "ns/c"),
    EvidenceSample("kubernetesNamespace", #""name":"ns""#, .cloudResource, "ns"),
    EvidenceSample(
      "kubernetesPod", #""name":"p","namespace":{"name":"ns"}"#, .cloudResource, "ns/p"),
    EvidenceSample(
      "kubernetesSecret", #""name":"s","namespace":{"name":"ns"}"#, .cloudResource, "ns/s"),
    EvidenceSample(
      "kubernetesServiceAccount", #""name":"a","namespace":{"name":"ns"}"#, .cloudResource,
      "ns/a"),
    EvidenceSample(
      "kubernetesService", #""name":"v","namespace":{"name":"ns"}"#, .cloudResource, "ns/v"),
    EvidenceSample(
      "mailCluster", #""clusterBy":"subject","clusterByValue":"x","urn":"u""#, .message,
      "subject x", "u"),
    EvidenceSample(
      "mailboxConfiguration",
      #""mailboxPrimaryAddress":"a@b","displayName":"fwd","configurationId":"c""#, .mailbox,
      "a@b (fwd)", "c"),
    EvidenceSample("mailbox", #""primaryAddress":"a@b","upn":"u@b""#, .mailbox, "a@b", "u@b"),
    EvidenceSample("malware", #""name":"Mimikatz","category":"Tool""#, .other, "Mimikatz"),
    EvidenceSample(
      "networkConnection",
      #""sourceAddress":{"ipAddress":"10.0.0.1"},"sourcePort":5,"destinationAddress":{"ipAddress":"192.0.2.1"},"destinationPort":443"#,
      .address, "10.0.0.1:5 to 192.0.2.1:443", "192.0.2.1"),
    EvidenceSample(
      "nic", #""macAddress":"00-01","ipAddress":{"ipAddress":"10.0.0.2"}"#, .address, "10.0.0.2",
      "00-01"),
    EvidenceSample(
      "oauthApplication", #""appId":"a","displayName":"App""#, .application, "App", "a"),
    EvidenceSample(
      "process", #""processId":4780,"imageFile":{"fileName":"m.exe","sha1":"5f"}"#, .process,
      "m.exe (4780)", "5f"),
    EvidenceSample(
      "registryKey", #""registryHive":"HKLM","registryKey":"SYSTEM\\X""#, .registry,
      #"HKLM\SYSTEM\X"#),
    EvidenceSample(
      "registryValue", #""registryHive":"HKLM","registryKey":"K","registryValueName":"V""#,
      .registry, #"HKLM\K\V"#),
    EvidenceSample(
      "sasToken", #""signedWith":"key1","signatureHash":"h""#, .cloudResource, "key1", "h"),
    EvidenceSample(
      "securityGroup", #""displayName":"Admins","securityGroupId":"g""#, .other, "Admins", "g"),
    EvidenceSample(
      "servicePrincipal", #""servicePrincipalName":"sp","servicePrincipalObjectId":"o""#,
      .application, "sp", "o"),
    EvidenceSample(
      "submissionMail", #""subject":"Re","networkMessageId":"n""#, .message, "Re", "n"),
    EvidenceSample("teamsMessage", #""messageId":"m1""#, .message, "m1", "m1"),
    EvidenceSample(
      "url", #""url":"https://evil.example/x""#, .url, "https://evil.example/x",
      "https://evil.example/x"),
    EvidenceSample(
      "user", #""userAccount":{"userPrincipalName":"j@c","accountName":"j","azureAdUserId":"g"}"#,
      .user, "j@c", "g"),
  ]
}

@Suite struct `Decoding evidence` {
  private func evidence(_ members: String) throws -> Evidence {
    let incident = try incident(
      #"{"id":"1","status":"active","alerts":[{"id":"a","evidence":[{\#(members)}]}]}"#)
    #expect(incident.flags == [])
    return try #require(incident.alerts.first?.evidence.first)
  }

  @Test func `all 48 types are here`() {
    #expect(Set(EvidenceSample.all.map(\.type)).count == 48)
  }

  @Test(arguments: EvidenceSample.all)
  func `each type has its noun, name and identifier`(_ sample: EvidenceSample) throws {
    for prefix in ["#microsoft.graph.security.", "microsoft.graph.security.", ""] {
      let evidence = try evidence(
        #""@odata.type":"\#(prefix)\#(sample.type)Evidence",\#(sample.json)"#)
      #expect(evidence.type == sample.type + "Evidence")
      #expect(evidence.kind == sample.kind)
      #expect(evidence.name == sample.name)
      #expect(evidence.identifier == sample.identifier)
    }
  }

  @Test func `what every type has in common`() throws {
    let evidence = try evidence(
      """
      "@odata.type":"#microsoft.graph.security.ipEvidence","ipAddress":"192.0.2.1",
      "createdDateTime":"2021-04-27T12:19:27.72Z","verdict":"Malicious",
      "remediationStatus":"prevented","roles":["attacker","newRole"],"countryLetterCode":"NL",
      "location":{"city":"Delft","state":null}
      """)
    #expect(evidence.verdict == .malicious)
    #expect(evidence.remediation == "prevented")
    #expect(evidence.roles == ["attacker", "newRole"])
    #expect(evidence.createdAt == (try timestamp("2021-04-27T12:19:27.72Z")))
    #expect(
      evidence.fields == [Evidence.Field("country", "NL"), Evidence.Field("place", "Delft")])
  }

  @Test func `lists become lines`() throws {
    let evidence = try evidence(
      """
      "@odata.type":"#microsoft.graph.security.deviceEvidence","hostName":"h",
      "osPlatform":"Windows10","osBuild":22424,"version":"22H2","ipInterfaces":["1.1.1.1","::1"],
      "loggedOnUsers":[{"accountName":"a","domainName":"D"},{"accountName":"b"}]
      """)
    #expect(
      evidence.fields == [
        Evidence.Field("os", "Windows10 22H2 22424"),
        Evidence.Field("logged-on users", #"D\a, b"#), Evidence.Field("ips", "1.1.1.1, ::1"),
      ])
  }

  @Test func `a process shows its parent and user`() throws {
    let evidence = try evidence(
      """
      "@odata.type":"#microsoft.graph.security.processEvidence","processId":1,
      "parentProcessId":668,"processCommandLine":"x.exe -a","imageFile":{"filePath":"C:\\\\t"},
      "parentProcessImageFile":{"fileName":"services.exe"},
      "userAccount":{"accountName":"SYSTEM","domainName":"NT AUTHORITY","userPrincipalName":null}
      """)
    #expect(evidence.name == "1")
    #expect(
      evidence.fields == [
        Evidence.Field("command line", "x.exe -a"), Evidence.Field("parent", "services.exe (668)"),
        Evidence.Field("user", #"NT AUTHORITY\SYSTEM"#), Evidence.Field("image path", #"C:\t"#),
      ])
  }

  @Test func `a type of the future keeps its scalars`() throws {
    let many = (0..<30).map { "\"m\($0)\":\($0)" }.joined(separator: ",")
    let evidence = try evidence(
      ##""@odata.type":"#microsoft.graph.security.quantumEvidence","displayName":"Q","ok":true,"o":{"x":1},\##(many)"##
    )
    #expect(evidence.type == "quantumEvidence")
    #expect(evidence.kind == .other)
    #expect(evidence.name == "Q")
    #expect(evidence.fields.count == 20)
    #expect(
      evidence.fields.prefix(3) == [
        Evidence.Field("displayName", "Q"), Evidence.Field("ok", "yes"), Evidence.Field("m0", "0"),
      ])
  }

  @Test func `damaged characters in evidence are flagged once`() throws {
    let incident = try incident(
      """
      {"id":"1","status":"active","alerts":[{"id":"a","evidence":[
       {"@odata.type":"#microsoft.graph.security.fileEvidence",
        "fileDetails":{"fileName":"a\\ud800.exe","filePath":"\\ud801"}}]}]}
      """)
    #expect(incident.alerts.first?.evidence.first?.name == "a\u{FFFD}.exe")
    #expect(incident.flags.map(\.path) == ["alerts[0].evidence[0].fileDetails.fileName"])
    #expect(incident.flags.map(\.reason) == ["damaged characters"])
  }

  @Test func `a text in evidence is capped and flagged`() throws {
    let long = String(repeating: "x", count: 70_000)
    let incident = try incident(
      """
      {"id":"1","status":"active","alerts":[{"id":"a","evidence":[
       {"@odata.type":"#microsoft.graph.security.processEvidence",
        "processCommandLine":"\(long)"}]}]}
      """)
    let evidence = try #require(incident.alerts.first?.evidence.first)
    #expect(evidence.fields.map(\.value.utf8.count) == [65_536])
    #expect(incident.flags.map(\.path) == ["alerts[0].evidence[0].processCommandLine"])
    #expect(incident.flags.map(\.reason) == ["cut at 64 KB"])
  }
}
