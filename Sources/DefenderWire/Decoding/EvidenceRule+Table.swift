// SPDX-License-Identifier: MIT

import Incidents

extension EvidenceRule {
  /// The 48 evidence types of Graph v1.0 (schema of 2026-08-20), by name without namespace.
  static let table: [String: EvidenceRule] = hosts.merging(files) { first, _ in first }
    .merging(people) { first, _ in first }
    .merging(messages) { first, _ in first }
    .merging(network) { first, _ in first }
    .merging(clouds) { first, _ in first }
    .merging(containers) { first, _ in first }

  private static let hosts: [String: EvidenceRule] = [
    "deviceEvidence": EvidenceRule(
      .device, name: .any("deviceDnsName", "hostName"),
      identifier: .any("mdeDeviceId", "azureAdDeviceId"),
      fields: [
        "os": .joined(["osPlatform", "version", "osBuild"], " "), "health": "healthStatus",
        "risk": "riskScore", "antivirus": "defenderAvStatus", "onboarding": "onboardingStatus",
        "group": "rbacGroupName", "logged-on users": .account("loggedOnUsers"),
        "ips": .any("ipInterfaces", "lastIpAddress"), "external ip": "lastExternalIpAddress",
        "entra id": "azureAdDeviceId", "domain": .any("ntDomain", "dnsDomain"),
        "first seen": "firstSeenDateTime", "tags": "tags",
        "cloud resource": "vmMetadata.resourceId",
      ]),
    "ioTDeviceEvidence": EvidenceRule(
      .device, name: "deviceName", identifier: "deviceId",
      fields: [
        "type": .joined(["deviceType", "deviceSubType"], " "),
        "made by": .joined(["manufacturer", "model"], " "), "os": "operatingSystem",
        "ip": "ipAddress.ipAddress", "mac": "macAddress", "serial": "serialNumber",
        "importance": "importance", "site": .joined(["site", "zone", "sensor"], " / "),
        "purdue layer": "purdueLayer", "owners": "owners", "protocols": "protocols",
        "authorized": "isAuthorized", "page": "devicePageLink",
      ]),
    "hostLogonSessionEvidence": EvidenceRule(
      .session,
      name: .noted(
        .any(.account(["account", "userAccount"]), "sessionId"),
        .any("host.deviceDnsName", "host.hostName")),
      identifier: "sessionId",
      fields: [
        "device id": "host.mdeDeviceId", "start": "startUtcDateTime", "end": "endUtcDateTime",
      ]),
    "registryKeyEvidence": EvidenceRule(
      .registry, name: .joined(["registryHive", "registryKey"], "\\"),
      fields: ["hive": "registryHive", "key": "registryKey"]),
    "registryValueEvidence": EvidenceRule(
      .registry, name: .joined(["registryHive", "registryKey", "registryValueName"], "\\"),
      fields: [
        "value": "registryValue", "type": "registryValueType", "device id": "mdeDeviceId",
      ]),
  ]

  private static let files: [String: EvidenceRule] = [
    "fileEvidence": EvidenceRule(
      .file, name: "fileDetails.fileName",
      identifier: .any("fileDetails.sha256", "fileDetails.sha1", "fileDetails.md5"),
      fields: [
        "path": "fileDetails.filePath", "sha1": "fileDetails.sha1",
        "sha256": "fileDetails.sha256", "md5": "fileDetails.md5", "size": "fileDetails.fileSize",
        "publisher": "fileDetails.filePublisher", "signer": "fileDetails.signer",
        "detection": "detectionStatus", "device id": "mdeDeviceId",
      ]),
    "fileHashEvidence": EvidenceRule(
      .file, name: "value", identifier: "value", fields: ["algorithm": "algorithm"]),
    "processEvidence": EvidenceRule(
      .process, name: .noted("imageFile.fileName", "processId"),
      identifier: .any("imageFile.sha256", "imageFile.sha1"),
      fields: [
        "command line": "processCommandLine",
        "parent": .noted("parentProcessImageFile.fileName", "parentProcessId"),
        "user": .account("userAccount"), "image path": "imageFile.filePath",
        "sha1": "imageFile.sha1", "sha256": "imageFile.sha256",
        "started": "processCreationDateTime", "detection": "detectionStatus",
        "device id": "mdeDeviceId",
      ]),
    "malwareEvidence": EvidenceRule(
      .other, name: "name",
      fields: [
        "category": "category", "files": "files.fileDetails.fileName",
        "processes": "processes.imageFile.fileName",
      ]),
  ]

  private static let people: [String: EvidenceRule] = [
    "userEvidence": EvidenceRule(
      .user, name: .account("userAccount"),
      identifier: .any("userAccount.azureAdUserId", "userAccount.userSid"),
      fields: [
        "display name": "userAccount.displayName",
        "account": .joined(["userAccount.domainName", "userAccount.accountName"], "\\"),
        "sid": "userAccount.userSid", "entra id": "userAccount.azureAdUserId",
      ]),
    "gitHubUserEvidence": EvidenceRule(
      .user, name: .any("login", "name", "email"), identifier: "userId",
      fields: ["name": "name", "email": "email", "page": "webUrl"]),
    "aiAgentEvidence": EvidenceRule(
      .application, name: "agentName", identifier: "agentId",
      fields: ["platform": "hostingPlatformType", "instructions": "instructions"]),
    "cloudLogonRequestEvidence": EvidenceRule(
      .session, name: "requestId", identifier: "requestId"),
    "cloudLogonSessionEvidence": EvidenceRule(
      .session,
      name: .noted(.any(.account(["account", "userAccount"]), "sessionId"), "deviceName"),
      identifier: "sessionId",
      fields: [
        "browser": "browser", "os": "operatingSystem", "protocol": "protocol",
        "user agent": "userAgent", "start": "startUtcDateTime",
        "previous logon": "previousLogonDateTime",
      ]),
    "oauthApplicationEvidence": EvidenceRule(
      .application, name: "displayName", identifier: .any("appId", "objectId"),
      fields: ["publisher": "publisher", "object id": "objectId"]),
    "servicePrincipalEvidence": EvidenceRule(
      .application, name: "servicePrincipalName",
      identifier: .any("servicePrincipalObjectId", "appId"),
      fields: [
        "app id": "appId", "type": "servicePrincipalType", "tenant": "tenantId",
        "owner tenant": "appOwnerTenantId",
      ]),
    "securityGroupEvidence": EvidenceRule(
      .other, name: .any("displayName", "friendlyName", "distinguishedName"),
      identifier: .any("securityGroupId", "activeDirectoryObjectGuid", "sid"),
      fields: ["distinguished name": "distinguishedName", "sid": "sid"]),
    "activeDirectoryDomainEvidence": EvidenceRule(
      .other, name: "activeDirectoryDomainName",
      fields: ["trusts": "trustedDomains.activeDirectoryDomainName"]),
  ]

  private static let messages: [String: EvidenceRule] = [
    "analyzedMessageEvidence": EvidenceRule(
      .message, name: .any("subject", "internetMessageId"), identifier: "networkMessageId",
      fields: [
        "from (envelope)": "p1Sender.emailAddress", "from (header)": "p2Sender.emailAddress",
        "from name": "p2Sender.displayName", "to": "recipientEmailAddress",
        "sender ip": "senderIp", "message id": "internetMessageId",
        "received": "receivedDateTime",
        "delivery": .joined(["deliveryAction", "deliveryLocation"], " to "),
        "threats": "threats", "detected by": "threatDetectionMethods",
        "attachments": "attachmentsCount", "urls": .any("urls", "urlCount"),
        "direction": "antiSpamDirection",
      ]),
    "submissionMailEvidence": EvidenceRule(
      .message, name: "subject", identifier: .any("networkMessageId", "submissionId"),
      fields: [
        "from": "sender", "to": "recipient", "sender ip": "senderIp", "submitted by": "submitter",
        "submitted": "submissionDateTime", "report": "reportType", "submission": "submissionId",
      ]),
    "teamsMessageEvidence": EvidenceRule(
      .message, name: .any("subject", "messageId"), identifier: "messageId",
      fields: [
        "from": "senderFromAddress", "to": "recipients", "suspicious": "suspiciousRecipients",
        "sender ip": "senderIP", "thread": .joined(["threadType", "threadId"], " "),
        "delivery": .joined(["deliveryAction", "deliveryLocation"], " to "),
        "direction": "messageDirection", "external": "isExternal", "urls": "urls.url",
        "files": "files.fileDetails.fileName", "received": "receivedDateTime",
      ]),
    "mailClusterEvidence": EvidenceRule(
      .message, name: .joined(["clusterBy", "clusterByValue"], " "), identifier: "urn",
      fields: ["mails": "emailCount", "query": "query", "message ids": "networkMessageIds"]),
    "mailboxEvidence": EvidenceRule(
      .mailbox, name: .any("primaryAddress", "upn"),
      identifier: .any("userAccount.azureAdUserId", "upn"),
      fields: ["display name": "displayName", "upn": "upn", "user": .account("userAccount")]),
    "mailboxConfigurationEvidence": EvidenceRule(
      .mailbox, name: .noted(.any("mailboxPrimaryAddress", "upn"), "displayName"),
      identifier: .any("configurationId", "externalDirectoryObjectId"),
      fields: ["setting": "configurationType", "upn": "upn"]),
  ]

  private static let network: [String: EvidenceRule] = [
    "ipEvidence": EvidenceRule(
      .address, name: "ipAddress", identifier: "ipAddress",
      fields: [
        "country": .any("countryLetterCode", "location.countryName"),
        "place": .joined(["location.city", "location.state"], ", "),
      ]),
    "urlEvidence": EvidenceRule(.url, name: "url", identifier: "url"),
    "dnsEvidence": EvidenceRule(
      .url, name: "domainName", identifier: "domainName",
      fields: [
        "resolves to": "ipAddresses.ipAddress", "server": "dnsServerIp.ipAddress",
        "asked by": "hostIpAddress.ipAddress",
      ]),
    "networkConnectionEvidence": EvidenceRule(
      .address,
      name: .joined(
        [
          .joined(["sourceAddress.ipAddress", "sourcePort"], ":"),
          .joined(["destinationAddress.ipAddress", "destinationPort"], ":"),
        ], " to "),
      identifier: "destinationAddress.ipAddress", fields: ["protocol": "protocol"]),
    "nicEvidence": EvidenceRule(
      .address, name: .any("ipAddress.ipAddress", "macAddress"), identifier: "macAddress",
      fields: ["mac": "macAddress", "vlans": "vlans"]),
  ]

  private static let clouds: [String: EvidenceRule] = [
    "amazonResourceEvidence": EvidenceRule(
      .cloudResource, name: .any("resourceName", "amazonResourceId"),
      identifier: "amazonResourceId",
      fields: ["type": "resourceType", "account": "amazonAccountId"]),
    "azureResourceEvidence": EvidenceRule(
      .cloudResource, name: .any("resourceName", "resourceId"), identifier: "resourceId",
      fields: ["type": "resourceType"]),
    "googleCloudResourceEvidence": EvidenceRule(
      .cloudResource, name: .any("resourceName", "fullResourceName"),
      identifier: "fullResourceName",
      fields: [
        "type": "resourceType", "project": .noted("projectId", "projectNumber"),
        "location": .noted("location", "locationType"),
      ]),
    "blobContainerEvidence": EvidenceRule(
      .cloudResource, name: "name", identifier: "url",
      fields: ["storage": .any("storageResource.resourceName", "storageResource.resourceId")]),
    "blobEvidence": EvidenceRule(
      .cloudResource, name: "name", identifier: "url",
      fields: [
        "container": "blobContainer.name", "etag": "etag",
        "hashes": .at(["fileHashes"], .joined(["algorithm", "value"], " ")),
      ]),
    "sasTokenEvidence": EvidenceRule(
      .cloudResource, name: .noted("signedWith", "storageResource.resourceName"),
      identifier: "signatureHash",
      fields: [
        "permissions": "permissions", "services": "allowedServices",
        "resource types": "allowedResourceTypes", "addresses": "allowedIpAddresses",
        "protocol": "protocol", "start": "startDateTime", "expires": "expiryDateTime",
      ]),
    "cloudApplicationEvidence": EvidenceRule(
      .application, name: .noted("displayName", "instanceName"), identifier: "appId",
      fields: ["instance": "instanceId", "saas app": "saasAppId", "stream": "stream.name"]),
    "gitHubOrganizationEvidence": EvidenceRule(
      .cloudResource, name: .any("displayName", "login"), identifier: "orgId",
      fields: ["login": "login", "company": "company", "email": "email", "page": "webUrl"]),
    "gitHubRepoEvidence": EvidenceRule(
      .cloudResource, name: .joined(["owner", "login"], "/"), identifier: "repoId",
      fields: ["owner": .noted("owner", "ownerType"), "page": "baseUrl"]),
  ]

  private static let containers: [String: EvidenceRule] = [
    "containerEvidence": EvidenceRule(
      .cloudResource, name: .any("name", "containerId"), identifier: "containerId",
      fields: [
        "image": "image.imageId", "command": .joined(["command", "args"], " "),
        "pod": .joined(["pod.namespace.name", "pod.name"], "/"), "privileged": "isPrivileged",
      ]),
    "containerImageEvidence": EvidenceRule(
      .cloudResource, name: "imageId", identifier: .any("digestImage.imageId", "imageId"),
      fields: ["registry": "registry.registry"]),
    "containerRegistryEvidence": EvidenceRule(
      .cloudResource, name: "registry", identifier: "registry"),
    "kubernetesClusterEvidence": EvidenceRule(
      .cloudResource, name: "name",
      identifier: .any(
        "cloudResource.resourceId", "cloudResource.amazonResourceId",
        "cloudResource.fullResourceName"),
      fields: [
        "platform": "platform", "version": "version", "distribution": "distribution",
      ]),
    "kubernetesControllerEvidence": EvidenceRule(
      .cloudResource, name: .joined(["namespace.name", "name"], "/"),
      fields: ["type": "type", "cluster": "namespace.cluster.name"]),
    "kubernetesNamespaceEvidence": EvidenceRule(
      .cloudResource, name: "name", fields: ["cluster": "cluster.name"]),
    "kubernetesPodEvidence": EvidenceRule(
      .cloudResource, name: .joined(["namespace.name", "name"], "/"),
      fields: [
        "ip": "podIp.ipAddress", "containers": "containers.name",
        "controller": .noted("controller.name", "controller.type"),
        "service account": "serviceAccount.name", "cluster": "namespace.cluster.name",
      ]),
    "kubernetesSecretEvidence": EvidenceRule(
      .cloudResource, name: .joined(["namespace.name", "name"], "/"),
      fields: ["type": "secretType", "cluster": "namespace.cluster.name"]),
    "kubernetesServiceAccountEvidence": EvidenceRule(
      .cloudResource, name: .joined(["namespace.name", "name"], "/"),
      fields: ["cluster": "namespace.cluster.name"]),
    "kubernetesServiceEvidence": EvidenceRule(
      .cloudResource, name: .joined(["namespace.name", "name"], "/"),
      fields: [
        "type": "serviceType", "cluster ip": "clusterIP.ipAddress",
        "external ips": "externalIPs.ipAddress",
        "ports": .at(["servicePorts"], .joined(["port", "protocol"], "/")),
        "cluster": "namespace.cluster.name",
      ]),
  ]
}
