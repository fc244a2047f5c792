# SPDX-License-Identifier: MIT
"""The words made-up incidents are made of, hostile ones among them."""

SITES = ["FIN", "HR", "DC", "LAB", "SALES", "OT", "BER", "LON", "NYC", "TOK"]
PEOPLE = [("ana", "ruiz"), ("bo", "lind"), ("chen", "wei"), ("dana", "o'neil"), ("eva", "novák"),
          ("femi", "ade"), ("gül", "şahin"), ("hana", "sato"), ("ivan", "petrov"), ("jo", "doe")]
TITLES = [
    "Multi-stage incident involving initial access and command and control",
    "Ransomware activity", "Suspicious sign-in followed by mailbox rule", "Hands-on-keyboard attack",
    "Credential theft", "Malware from removable media", "Suspected beaconing to a rare domain",
    "Unusual volume of file deletions", "Phishing mail delivered and opened", "Kerberoasting",
    "Suspicious service installed", "Possible data exfiltration", "Web shell", "Password spraying",
]
DETECTORS = [
    "Suspicious execution of hidden file", "Suspicious PowerShell command line",
    "A malicious file was detected based on indication provided by O365",
    "Anomalous token", "Unfamiliar sign-in properties", "Use of living-off-the-land binary",
    "Suspicious remote session", "Sensitive credential memory read", "Ransomware behavior detected",
]
CATEGORIES = [("InitialAccess", "T1566.001"), ("Execution", "T1059.001"),
              ("DefenseEvasion", "T1564.001"), ("CredentialAccess", "T1003.001"),
              ("LateralMovement", "T1021.002"), ("CommandAndControl", "T1071.001"),
              ("Exfiltration", "T1567.002"), ("Impact", "T1486"), ("Persistence", "T1543.003")]
FILES = ["invoice.exe", "svchost.exe", "update.ps1", "report.docm", "setup.msi", "loader.dll",
         "notes.js", "archive.7z", "mimi.exe", "payload.bin", "quarterly figures.xlsm"]
RESPONSES = [("isolateDevice", "Isolate device", "device"),
             ("runAntiVirusScan", "Run a full scan on", "device"),
             ("collectInvestigationPackage", "Collect the package of", "device"),
             ("disableUser", "Disable the account", "user"),
             ("forceUserPasswordReset", "Reset the password of", "user"),
             ("text", "Ask about the mail of", "user")]
SUMMARIES = [
    "Our experts saw a process start from a file that a mail had brought in. It asked a domain "
    "registered four days ago for a second stage, and wrote a service to come back after a restart.",
    "The account signed in from two countries within eleven minutes. The second session made a rule "
    "that moves mail with the word invoice to a folder nobody reads.",
    "Activity of a worm that spreads by removable media was seen on several devices. Such an "
    "infection has been the first step of ransomware before.",
    "A tool that reads credentials from memory ran under a service account. We have no sign yet that "
    "what it read was used on another device.",
    "A remote session copied 4.2 GB to cloud storage that is not among those you use. The person "
    "was on leave according to the calendar.",
    "Password spraying against 340 accounts from one address range. Two accounts answered, and both "
    "lack a second factor.",
]
ADVICE = [
    "Review the device timeline for suspicious activities before and after the time of the alert.",
    "Look for the relevant artifacts on other systems and identify what they have in common.",
    "Reset all relevant passwords if credential theft is suspected.",
    "Block communication with the relevant addresses at the perimeter of the organization.",
    "Contact the user to verify intent and initiate local remediation as needed.",
    "Make sure that the device has the latest security updates.",
]
# Turned round, hidden, imitating, too wide, too tall, and what a terminal would obey.
HOSTILE = [
    "\u202egpj.exe\u202c ", "\x1b]0;owned\x07\x1b[2J\x1b[31m", "\u200b\u200d\u2066hidden\u2069 ",
    "p\u0430ypal ", "財務部門の請求書 ", "👩‍👩‍👧‍👦🏴‍☠️ ", "Z" + "\u0335\u0301\u0316" * 20, "\t\r\n\v\f",
    "A" * 400 + " ", "=cmd|'/c calc'!A0 ", "<script>alert(1)</script>", "مرحبا ", "\x9b31m", "\ufeff",
]
