#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes N made-up incidents as lines of JSON, the same ones for the same N and seed.

    Benchmarks/incidents.py N [SEED] > incidents.ndjson

Shaped as Graph sends them, with alerts, evidence and managed responses. Sizes are those of a real
tenant: 4.7 KB in the mean, one in five hundred 20 KB and more, one in five thousand 200 KB; the
first is one of those whatever N is. Nineteen of twenty are open, so that the queue lists about as
many rows as the peers list mails or commits.
"""

import datetime
import json
import random
import sys

from wording import (ADVICE, CATEGORIES, DETECTORS, FILES, HOSTILE, PEOPLE, RESPONSES, SITES,
                     SUMMARIES, TITLES)

SEED = 20261124
# All times lie in the ninety days before this one, whenever the data are made.
ANCHOR = datetime.datetime(2026, 11, 24, tzinfo=datetime.timezone.utc)
SPAN = 90 * 24 * 3600
TENANT = "b3c1b5fc-828c-45fa-a1e1-10d74f6d6e9c"
STATUSES = (["awaitingAction"] * 4 + ["active"] * 9 + ["inProgress"] * 6 + ["resolved"])
SEVERITIES = ["high"] * 2 + ["medium"] * 6 + ["low"] * 7 + ["informational"] * 5
NAMESPACE = "#microsoft.graph.security."


class Maker:
    """Makes incidents one after the other from one source of chance."""

    def __init__(self, count, seed=SEED):
        self.chance = random.Random(f"{seed} {count}")
        # Names recur, as they do: a tenth as many devices as incidents, a fifth as many people.
        self.devices = max(20, count // 10)
        self.people = max(20, count // 5)

    def time(self, before):
        """A time so many seconds before the anchor, as Graph writes it."""
        return (ANCHOR - datetime.timedelta(seconds=before)).strftime("%Y-%m-%dT%H:%M:%S") + \
            f".{self.chance.randrange(10_000_000):07d}Z"

    def hexadecimal(self, digits):
        return f"{self.chance.getrandbits(digits * 4):0{digits}x}"

    def identifier(self):
        text = self.hexadecimal(32)
        return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))

    def device_name(self):
        number = int(self.chance.random() ** 2 * self.devices)
        return f"{SITES[number % len(SITES)]}-{'SRV' if number % 7 == 0 else 'WS'}-{number:05d}"

    def person(self):
        number = int(self.chance.random() ** 2 * self.people)
        given, family = PEOPLE[number % len(PEOPLE)]
        return f"{given}.{family}{number:04d}"

    def hostile(self, text):
        """Once in fifty times, a text that wants to be something else."""
        return self.chance.choice(HOSTILE) + text if self.chance.random() < 0.02 else text

    def device(self, created, name):
        return {
            "@odata.type": NAMESPACE + "deviceEvidence", "createdDateTime": self.time(created),
            "verdict": self.chance.choice(["suspicious", "malicious", "unknown"]),
            "remediationStatus": "none", "remediationStatusDetails": None,
            "mdeDeviceId": self.hexadecimal(40), "deviceDnsName": f"{name.lower()}.contoso.example",
            "osPlatform": "Windows11", "osBuild": 22631, "healthStatus": "active",
            "riskScore": self.chance.choice(["high", "medium", "low"]), "rbacGroupName": "Clients",
            "onboardingStatus": "onboarded", "defenderAvStatus": "updated",
            "ipInterfaces": [self.address()], "roles": ["compromised"], "tags": [],
            "loggedOnUsers": [{"accountName": self.person(), "domainName": "CONTOSO"}],
        }

    def address(self):
        return ".".join(str(number) for number in self.chance.choices(range(1, 255), k=4))

    def file(self, created):
        name = self.hostile(self.chance.choice(FILES))
        return {
            "@odata.type": NAMESPACE + "fileEvidence", "createdDateTime": self.time(created),
            "verdict": "malicious", "remediationStatus": "prevented", "roles": [], "tags": [],
            "detectionStatus": "detected", "mdeDeviceId": self.hexadecimal(40),
            "fileDetails": {
                "sha1": self.hexadecimal(40), "sha256": self.hexadecimal(64), "fileName": name,
                "filePath": "C:\\Users\\Public\\Downloads", "fileSize": self.chance.randrange(1 << 24),
                "filePublisher": None, "signer": None, "issuer": None},
        }

    def process(self, created):
        return {
            "@odata.type": NAMESPACE + "processEvidence", "createdDateTime": self.time(created),
            "verdict": "suspicious", "remediationStatus": "none", "roles": [], "tags": [],
            "processId": self.chance.randrange(4, 65536), "parentProcessId": 668,
            "processCommandLine": self.hostile(
                f"powershell.exe -nop -w hidden -enc {self.hexadecimal(120)}"),
            "processCreationDateTime": self.time(created), "detectionStatus": "detected",
            "imageFile": {"sha1": self.hexadecimal(40), "sha256": self.hexadecimal(64),
                          "fileName": "powershell.exe", "filePath": "C:\\Windows\\System32",
                          "fileSize": 452608, "filePublisher": "Microsoft Corporation"},
            "parentProcessImageFile": {"fileName": self.chance.choice(FILES), "sha1": None,
                                       "filePath": "C:\\Users\\Public", "fileSize": 731744},
            "userAccount": self.account(),
        }

    def account(self):
        name = self.person()
        return {"accountName": name, "domainName": "CONTOSO",
                "userSid": f"S-1-5-21-{self.chance.getrandbits(30)}-1001",
                "azureAdUserId": self.identifier(), "userPrincipalName": f"{name}@contoso.example"}

    def user(self, created):
        return {"@odata.type": NAMESPACE + "userEvidence", "createdDateTime": self.time(created),
                "verdict": "suspicious", "remediationStatus": "none", "roles": [], "tags": [],
                "userAccount": self.account()}

    def internet(self, created):
        return {"@odata.type": NAMESPACE + "ipEvidence", "createdDateTime": self.time(created),
                "verdict": "suspicious", "remediationStatus": "none", "roles": [], "tags": [],
                "ipAddress": self.address(), "countryLetterCode": "NL"}

    def alert(self, incident, created, evidence):
        """An alert with a device and so many other pieces of evidence."""
        category, technique = self.chance.choice(CATEGORIES)
        kinds = [self.file, self.process, self.user, self.internet]
        identifier = f"da{self.hexadecimal(30)}"
        return {
            "@odata.type": NAMESPACE + "alert", "id": identifier, "providerAlertId": identifier,
            "incidentId": incident, "status": "new", "severity": self.chance.choice(SEVERITIES),
            "classification": "unknown", "determination": "unknown",
            "serviceSource": "microsoftDefenderForEndpoint", "detectionSource": "antivirus",
            "detectorId": self.identifier(), "tenantId": TENANT,
            "title": self.hostile(self.chance.choice(DETECTORS)),
            "description": self.chance.choice(SUMMARIES),
            "recommendedActions": "\n".join(self.chance.sample(ADVICE, 2)),
            "category": category, "mitreTechniques": [technique],
            "alertWebUrl": f"https://security.microsoft.com/alerts/{identifier}?tid={TENANT}",
            "createdDateTime": self.time(created), "lastUpdateDateTime": self.time(created - 60),
            "firstActivityDateTime": self.time(created + 600),
            "lastActivityDateTime": self.time(created), "comments": [],
            "evidence": [self.device(created, self.device_name())] + [
                self.chance.choice(kinds)(created) for _ in range(evidence)],
        }

    def task(self, incident, created, number):
        kind, title, value = self.chance.choice(RESPONSES)
        name = self.device_name() if value == "device" else self.person()
        done = self.chance.random() < 0.3
        return {
            "@odata.type": NAMESPACE + "incidentTask", "id": f"{incident}{number}",
            "incident": {"@odata.type": NAMESPACE + "incident", "id": incident},
            "status": "completed" if done else "open",
            "source": "defenderExpertsXDR", "displayName": f"{title} {name}",
            "description": f"The experts ask you to do this on {name}.",
            "createdDateTime": self.time(created), "createdByDisplayName": "Defender Experts",
            "lastModifiedDateTime": self.time(created - 30),
            "lastModifiedByDisplayName": "Defender Experts", "actionType": kind,
            "actionStatus": "completed" if done else "notStarted",
            "responseAction": {"@odata.type": f"{NAMESPACE}{kind}ResponseAction",
                               "identifierValue": self.identifier()},
        }

    def shape(self, index):
        """How many alerts, and how many pieces of evidence in each."""
        draw = self.chance.random()
        if index == 0 or draw < 0.0002:
            return 40, 7
        if draw < 0.002:
            return 8, 4
        if draw < 0.15:
            return 0, 0
        return (1, self.chance.randrange(4)) if draw < 0.72 else (2, self.chance.randrange(3))

    def incident(self, index):
        """The incident with this number, from 0."""
        chance = self.chance
        identifier = str(1_000_000 + index)
        created = chance.randrange(3600, SPAN)
        status = chance.choice(STATUSES)
        alerts, evidence = self.shape(index)
        made = {
            "@odata.type": NAMESPACE + "incident", "id": identifier, "tenantId": TENANT,
            "incidentWebUrl": f"https://security.microsoft.com/incidents/{identifier}?tid={TENANT}",
            "redirectIncidentId": None,
            "displayName": self.hostile(
                f"{chance.choice(TITLES)} on {self.device_name()}"),
            "createdDateTime": self.time(created),
            "lastUpdateDateTime": self.time(chance.randrange(created)),
            "assignedTo": f"{self.person()}@contoso.example" if chance.random() < 0.4 else None,
            "classification": "unknown", "determination": "unknown", "status": status,
            "severity": chance.choice(SEVERITIES),
            "customTags": chance.sample(["finance", "vip", "lab", "ot"], chance.randrange(2)),
            "systemTags": ["Defender Experts"], "comments": [],
            "description": chance.choice(SUMMARIES),
            "summary": " ".join(chance.sample(SUMMARIES, 2)),
            "lastModifiedBy": "Microsoft Defender Experts",
            "priorityScore": chance.randrange(101),
        }
        if status == "resolved":
            made["classification"] = chance.choice(["truePositive", "falsePositive"])
        if alerts:
            made["alerts"] = [self.alert(identifier, created, evidence) for _ in range(alerts)]
        if status == "awaitingAction":
            made["tasks"] = [self.task(identifier, created, number)
                             for number in range(1, 2 + chance.randrange(3))]
        return made


def write(count, file, seed=SEED):
    """Writes so many incidents to a binary file, one per line, never more than one in memory."""
    maker = Maker(count, seed)
    for index in range(count):
        file.write(json.dumps(maker.incident(index), separators=(",", ":")).encode() + b"\n")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    write(int(sys.argv[1]), sys.stdout.buffer, *map(int, sys.argv[2:]))
