# SPDX-License-Identifier: MIT
"""Instructions and allocations per key: counts of work that do not depend on the machine.

The console replays a file of keys on a hundred incidents at a fixed time. Two files that differ
only in how often a key is pressed give what the key costs, without what starting costs. Each key
has its two frames, its own and the summary's that follows, because a replay has a person's pace.
"""

import os
import re
import subprocess

import incidents

HERE = os.path.dirname(os.path.abspath(__file__))
NOW = "2026-11-24T08:00:00Z"
INCIDENTS = 100


class Replay:
    """A program and a store, ready to have keys pressed."""

    def __init__(self, program, home):
        self.program, self.home = program, home
        self.store = os.path.join(home, "store")
        # Dictionaries are laid out by chance, unless they are told not to be.
        self.environment = {
            **os.environ, "HOME": home, "XDG_CACHE_HOME": home, "XDG_STATE_HOME": home,
            "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home, "USER": "alice", "TZ": "UTC",
            "LC_ALL": "C.UTF-8", "SWIFT_DETERMINISTIC_HASHING": "1"}
        records = os.path.join(home, "incidents.ndjson")
        with open(records, "wb") as file:
            incidents.write(INCIDENTS, file)
        self.run([program, "import", records, "--store", self.store])
        # Brings the index up to date, so that nobody pays for it later.
        self.run([program, "list", "--store", self.store])

    def run(self, command, variables=None):
        return subprocess.run(command, env={**self.environment, **(variables or {})}, check=True,
                              stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                              stderr=subprocess.PIPE, timeout=300).stderr

    def keys(self, program, lines):
        """The command that presses these keys."""
        path = os.path.join(self.home, "keys")
        with open(path, "w", encoding="ascii") as file:
            file.write(lines + "\n")
        return [program, "console", "--store", self.store, "--keys", path, "--now", NOW]


def instructions(program, home):
    """Thousands of instructions of a j, and of listing a hundred incidents, by callgrind."""
    replay = Replay(program, home)
    # Valgrind 3.19 gives up at the debug information Swift writes.
    bare = os.path.join(home, "bare")
    subprocess.run(["strip", "-S", "-o", bare, program], check=True)

    def counted(command):
        said = replay.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null",
                           *command]).decode(errors="replace")
        return int(re.search(r"I\s+refs:\s+([\d,]+)", said).group(1).replace(",", "")) // 1000

    few, many = (counted(replay.keys(bare, "j " * count)) for count in (2, 7))
    return {"thousand instructions per j": (many - few) // 5,
            "thousand instructions to list 100 incidents":
                counted([bare, "list", "--all", "--store", replay.store])}


def allocations(program, home):
    """Calls of malloc and its kin for a hundred j, and for a letter typed into a filter."""
    replay = Replay(program, home)
    library = os.path.join(home, "allocations.so")
    subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-o", library,
                    os.path.join(HERE, "guards", "allocations.c")], check=True)
    count = os.path.join(home, "count")

    def counted(command):
        replay.run(command, {"LD_PRELOAD": library, "COUNT_ALLOCATIONS": count})
        with open(count, encoding="ascii") as file:
            return int(file.read())

    few, many = (counted(replay.keys(program, "j " * times)) for times in (10, 60))
    short, long = (counted(replay.keys(program, f'/\ntype "{word}"')) for word in ("m", "malware"))
    return {"allocations per 100 j": (many - few) * 2,
            "allocations per letter of a filter": (long - short) // 6}
