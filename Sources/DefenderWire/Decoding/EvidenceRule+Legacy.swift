// SPDX-License-Identifier: MIT

import Incidents

/// The older XDR interface (`/api/incidents`): devices in a list of their own, everything else in
/// flat entities that share one set of names.
extension EvidenceRule {
  /// A device.
  static let legacyDevice = EvidenceRule(
    .device, name: "deviceDnsName", identifier: .any("mdatpDeviceId", "deviceId", "aadDeviceId"),
    fields: [
      "os": .joined(["osPlatform", "version", "osBuild"], " "), "health": "healthStatus",
      "risk": "riskScore", "antivirus": "defenderAvStatus", "onboarding": "onboardingStatus",
      "group": "rbacGroupName", "logged-on users": .account("loggedOnUsers"),
      "entra id": "aadDeviceId", "first seen": "firstSeen", "tags": "tags",
    ])

  /// The entities, by lower-cased `entityType`.
  static let legacyTable: [String: EvidenceRule] = [
    "user": legacyUser,
    "mailbox": EvidenceRule(
      .mailbox, name: .any("mailboxAddress", "userPrincipalName"), identifier: "aadUserId",
      fields: ["display name": "mailboxDisplayName"]),
    "mailmessage": EvidenceRule(
      .message, name: .any("subject", "internetMessageId"), identifier: "networkMessageId",
      fields: ["from": "sender", "to": "recipient", "delivery": "deliveryAction"]),
    "mailcluster": EvidenceRule(
      .message, name: "clusterBy", fields: ["subject": "subject", "from": "sender"]),
    "file": EvidenceRule(
      .file, name: "fileName", identifier: .any("sha256", "sha1"),
      fields: [
        "path": "filePath", "sha1": "sha1", "sha256": "sha256", "detection": "detectionStatus",
        "device id": "deviceId",
      ]),
    "process": EvidenceRule(
      .process, name: .noted("fileName", "processId"), identifier: .any("sha256", "sha1"),
      fields: [
        "command line": "processCommandLine", "parent": "parentProcessId",
        "user": .account([]), "image path": "filePath", "sha1": "sha1", "sha256": "sha256",
        "started": "processCreationTime", "device id": "deviceId",
      ]),
    "ip": EvidenceRule(.address, name: "ipAddress", identifier: "ipAddress"),
    "url": EvidenceRule(.url, name: "url", identifier: "url"),
    "registry": EvidenceRule(
      .registry, name: .joined(["registryHive", "registryKey"], "\\"),
      fields: ["value": "registryValue", "type": "registryValueType", "device id": "deviceId"]),
    "cloudapplication": EvidenceRule(
      .application, name: "applicationName", identifier: "applicationId"),
    "oauthapplication": EvidenceRule(
      .application, name: "applicationName", identifier: "applicationId"),
    "group": EvidenceRule(.other, name: "securityGroupName", identifier: "securityGroupId"),
  ]

  private static let legacyUser = EvidenceRule(
    .user, name: .account([]), identifier: .any("aadUserId", "userSid"),
    fields: [
      "account": .joined(["domainName", "accountName"], "\\"), "sid": "userSid",
      "entra id": "aadUserId",
    ])
}
