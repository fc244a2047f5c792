# SPDX-License-Identifier: MIT
"""As many commits, mails, records and lines as there are incidents, with the same titles."""

import json
import os
import shutil
import subprocess
from email.utils import formatdate

from dataset import ROOT, fingerprint, say

BEGIN = 1_780_000_000


def titles(data):
    """Number, severity and title of every incident; what a terminal would obey is left out."""
    with open(data.records, "rb") as file:
        for number, line in enumerate(file):
            record = json.loads(line)
            title = "".join(character if character.isprintable() else " "
                            for character in record["displayName"])
            yield number, record["id"], record["severity"], " ".join(title.split())[:160]


class PeerData:
    """What the peers read, in one directory, made once."""

    def __init__(self, data):
        self.data, self.count = data, data.count
        self.path = os.path.join(
            ROOT, "peers", f"{data.count}-{fingerprint('peerdata.py', 'incidents.py', 'wording.py')}")
        self.lines = os.path.join(self.path, "incidents.log")
        self.table = os.path.join(self.path, "incidents.csv")
        self.repository = os.path.join(self.path, "repository")
        self.maildir = os.path.join(self.path, "mail", "INBOX")
        done = os.path.join(self.path, "done")
        if not os.path.exists(done):
            shutil.rmtree(self.path, ignore_errors=True)
            os.makedirs(self.path)
            say(f"making {self.count:,} commits, mails and lines …")
            self.make_lines()
            self.make_commits()
            self.make_mails()
            with open(done, "w", encoding="ascii"):
                pass

    def make_lines(self):
        with open(self.lines, "w", encoding="utf-8") as log, \
                open(self.table, "w", encoding="utf-8") as table:
            table.write("id,severity,title\n")
            for number, identifier, severity, title in titles(self.data):
                day, minute = divmod(number, 1440)
                log.write(f"2026-{1 + day // 28 % 12:02d}-{1 + day % 28:02d}T{minute // 60:02d}:"
                          f"{minute % 60:02d}:00 {severity} {identifier} {title}\n")
                quoted = title.replace('"', '""')
                table.write(f'{identifier},{severity},"{quoted}"\n')

    def make_commits(self):
        subprocess.run(["git", "init", "-q", "-b", "main", self.repository], check=True)
        process = subprocess.Popen(["git", "-C", self.repository, "fast-import", "--quiet"],
                                   stdin=subprocess.PIPE)
        for number, identifier, severity, title in titles(self.data):
            message = f"{severity} {identifier} {title}\n".encode()
            process.stdin.write(
                b"commit refs/heads/main\ncommitter Alice <alice@contoso.example> %d +0000\n"
                b"data %d\n%s" % (BEGIN + number * 60, len(message), message))
            process.stdin.write(b"M 644 inline incident\ndata %d\n%s\n"
                                % (len(identifier), identifier.encode()))
        process.stdin.close()
        if process.wait() != 0:
            raise RuntimeError("git fast-import failed")
        subprocess.run(["git", "-C", self.repository, "reset", "-q", "--hard"], check=True)

    def make_mails(self):
        for name in ("cur", "new", "tmp"):
            os.makedirs(os.path.join(self.maildir, name))
        for number, identifier, severity, title in titles(self.data):
            at = BEGIN + number * 60
            name = os.path.join(self.maildir, "cur", f"{at}.M{number}.bench:2,S")
            with open(name, "w", encoding="utf-8") as file:
                file.write(
                    f"From: Defender Experts <experts@contoso.example>\nTo: soc@contoso.example\n"
                    f"Subject: {severity} {identifier} {title}\nMIME-Version: 1.0\n"
                    f"Message-ID: <{identifier}@contoso.example>\nDate: {formatdate(at)}\n"
                    f"Content-Type: text/plain; charset=utf-8\n\nPlease look at {identifier}.\n")
