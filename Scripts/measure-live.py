#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures how long a change by another process takes to be on an open console.

    Scripts/measure-live.py .build/release/tocsin [CHANGES]

Opens consoles on one store, in terminals of their own, and changes the store from a shell so many
times (100). Prints percentiles, in milliseconds, until a change is on every one of the consoles:
from the start of the command that makes it, and from its end, when it is durable. Once with
inotify, once without. The times include what this script itself needs to see the bytes.
"""

import fcntl
import json
import os
import pty
import select
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
import time

ROWS, COLUMNS = 160, 160
CONSOLES = 3


class Console:
    """A console in a terminal that only keeps the bytes."""

    def __init__(self, program, environment):
        self.output = b""
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            # A size before the program asks for one.
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.execve(program, [program, "--as", "reader"], environment)

    def leave(self):
        os.write(self.terminal, b"q")
        os.waitpid(self.process, 0)
        os.close(self.terminal)


def wait(consoles, text, seconds=20):
    """Reads until every console has shown a text since its output was last cleared."""
    end = time.monotonic() + seconds
    while any(text not in console.output for console in consoles):
        left = end - time.monotonic()
        if left <= 0:
            sys.exit(f"measure-live: {text.decode()} did not show")
        by_terminal = {console.terminal: console for console in consoles}
        for terminal in select.select(list(by_terminal), [], [], left)[0]:
            by_terminal[terminal].output += os.read(terminal, 65536)


def incidents(count):
    return "\n".join(
        json.dumps(
            {
                "id": str(10000 + number), "displayName": f"Incident {number}",
                "severity": "high", "status": "awaitingAction",
                "createdDateTime": "2026-11-23T06:12:00Z",
                "lastUpdateDateTime": "2026-11-23T07:59:00Z",
            })
        for number in range(count))


def measure(program, environment, changes):
    """The milliseconds from start and from end of each change until it was seen."""
    consoles = [Console(program, environment) for _ in range(CONSOLES)]
    wait(consoles, b"Incident 0")
    time.sleep(0.5)
    from_start, from_end = [], []
    for number in range(changes):
        for console in consoles:
            while select.select([console.terminal], [], [], 0)[0]:
                os.read(console.terminal, 65536)
            console.output = b""
        # A name no part of which stands there yet, so that it is painted in one piece.
        name = f"w{number:03d}{'xyz'[number % 3]}"
        begin = time.monotonic()
        command = subprocess.Popen(
            [program, "assign", str(10000 + number), name], env=environment,
            stdout=subprocess.DEVNULL)
        pidfd = os.pidfd_open(command.pid)
        end = None
        while end is None or any(name.encode() not in c.output for c in consoles):
            if time.monotonic() - begin > 20:
                sys.exit(f"measure-live: {name} did not show")
            by_terminal = {console.terminal: console for console in consoles}
            waited = list(by_terminal) + ([pidfd] if end is None else [])
            for ready in select.select(waited, [], [], 20)[0]:
                if ready == pidfd:
                    end = time.monotonic()
                else:
                    by_terminal[ready].output += os.read(ready, 65536)
            if end is None and all(name.encode() in c.output for c in consoles):
                seen = time.monotonic()
                select.select([pidfd], [], [], 20)
                end = time.monotonic()
                break
        else:
            seen = time.monotonic()
        os.close(pidfd)
        if command.wait() != 0:
            sys.exit("measure-live: the change was refused")
        from_start.append((seen - begin) * 1000)
        from_end.append(max(0.0, (seen - end) * 1000))
        # Not in step with a console that looks once a second.
        time.sleep(0.05 + (number * 37 % 100) / 1000)
    for console in consoles:
        console.leave()
    return from_start, from_end


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * share / 100))]


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    program = os.path.abspath(sys.argv[1])
    changes = min(int(sys.argv[2]) if len(sys.argv) == 3 else 100, 140)
    for name, setting in (("inotify", {}), ("no inotify", {"TOCSIN_NO_INOTIFY": "1"})):
        directory = tempfile.mkdtemp(prefix="tocsin-live-")
        try:
            environment = {
                "HOME": directory, "PATH": "/usr/bin:/bin", "TERM": "xterm-256color",
                "LC_ALL": "C.UTF-8", "TZ": "UTC", "TOCSIN_STORE": directory + "/store", **setting,
            }
            quiet = {"env": environment, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
            subprocess.run([program, "init", directory + "/store"], check=True, **quiet)
            file = directory + "/incidents.json"
            with open(file, "w", encoding="ascii") as stream:
                stream.write(incidents(changes))
            subprocess.run([program, "import", file], check=True, **quiet)
            results = measure(program, environment, changes)
            for label, values in zip(("from start", "from end"), results):
                print(
                    f"{name:<11} {label:<11} {changes} changes, {CONSOLES} consoles:"
                    f" p50 {percentile(values, 50):6.1f} ms, p99 {percentile(values, 99):6.1f} ms,"
                    f" most {max(values):6.1f} ms")
        finally:
            shutil.rmtree(directory)


if __name__ == "__main__":
    main()
