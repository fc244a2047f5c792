#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Counts what the console writes, and holds it to Benchmarks/limits.json.

    Benchmarks/counts.py PROGRAM [--record]

Counts, never times: they are the same on a slow machine and a fast one, so a check can hold them.
The console runs on the demo incidents at 80x24. Ends with 1 if a count is over its limit. The
limits of instructions and allocations are what was counted and 5 %; --record writes them anew.
"""

import fcntl
import json
import os
import re
import statistics
import struct
import subprocess
import sys
import tempfile
import time

from guards import allocations, instructions
from terminal import Terminal

HERE = os.path.dirname(os.path.abspath(__file__))
# Longer than the pause after which the other panes follow, shorter than a person's patience.
SETTLED = 0.6
# Shorter than that pause, longer than any frame takes.
AT_ONCE = 0.04
# The request for a lock that belongs to an open file, as Linux numbers it.
F_OFD_SETLK = 37  # on the first byte, which is what writers lock


def environment(home):
    return {"HOME": home, "XDG_CACHE_HOME": home, "XDG_STATE_HOME": home, "XDG_CONFIG_HOME": home,
            "XDG_DATA_HOME": home, "USER": "alice"}


def opened(program, home, *arguments, rows=24, columns=80):
    terminal = Terminal([program, *(arguments or ["demo"])], rows, columns, environment(home))
    if terminal.await_text("Queue") is None:
        raise SystemExit("counts: the console did not open")
    terminal.read(SETTLED)
    return terminal


def keys(program, home):
    """Bytes per j on the page, per line scrolled, and of the summary that follows."""
    terminal = opened(program, home)
    page, scroll, follow = [], [], []
    # Every incident of the demo once: the first one is on the screen already.
    for count in range(15):
        terminal.type("j")
        first = terminal.read(AT_ONCE)
        follow.append(len(terminal.read(SETTLED)))
        (page if count < 4 else scroll).append(len(first))
    if not any(page):
        raise SystemExit("counts: no frame came within the time a frame takes; is the machine busy?")
    terminal.read(2.5)
    idle = len(terminal.read(0.5))
    terminal.close()
    return {"bytes per j": max(page), "bytes per line scrolled": max(scroll),
            "bytes of the summary that follows": int(statistics.median(follow)),
            "bytes written while idle": idle}


def frames(program, home):
    """Frames for a hundred j in one write, counted as writes to the terminal."""
    log = os.path.join(home, "strace")
    terminal = opened("strace", home, "-f", "-qq", "-y", "-o", log, "-e", "trace=write",
                      program, "demo")
    before = writes(log)
    terminal.type("j" * 50 + "k" * 50)
    terminal.read(SETTLED)
    after = writes(log)
    clears = terminal.log.count(b"\x1b[2J") - 1
    terminal.close()
    return {"frames for 100 keys in one write": after - before,
            "whole screens cleared": max(0, clears)}


def writes(log):
    with open(log, encoding="utf-8", errors="replace") as lines:
        return sum(1 for line in lines if re.search(r"write\(\d+</dev/(pts/\d+|tty)", line))


def thin_link(program, home):
    """What is on its way when somebody stops typing ahead of 25 KiB/s, on a large screen.

    Every key changes most of a pane, so that whoever painted each would fall behind by hundreds of
    kilobytes. The terminal answers what it is asked when that has come through, 150 ms later. One
    whole frame may be on its way; what is counted is the most there was beyond it.
    """
    terminal = opened(program, home, rows=40, columns=140)
    terminal.type("\x1b[0n2")
    terminal.read(SETTLED)
    terminal.type("\x0c")
    frame = len(terminal.read(SETTLED))
    terminal.type("\x1b[0n")
    terminal.read(SETTLED)
    came, beyond = 0, 0
    for _ in range(4):
        answers = []
        for _ in range(60):
            terminal.type("l")
            came += thin_read(terminal, answers)
        beyond = max(beyond, len(terminal.read(AT_ONCE)) - frame)
        terminal.type("\x1b[0n")
        terminal.read(SETTLED)
    terminal.close()
    if came < 24 * 1024:
        raise SystemExit(f"counts: only {came} bytes came: the link was not full")
    return {"bytes beyond a frame on their way over 25 KiB/s": beyond}


def thin_read(terminal, answers):
    """Lets through what 25 KiB/s lets through in 25 ms, and answers questions that came through."""
    read = terminal.read(0.0, most=25 * 1024 // 40)
    answers += [time.monotonic() + 0.15] * read.count(b"\x1b[5n")
    time.sleep(0.025)
    while answers and answers[0] <= time.monotonic():
        answers.pop(0)
        terminal.type("\x1b[0n")
    return len(read)


def stall(program, home):
    """Keys that find no answer while the store is held by somebody who does not go on."""
    store = os.path.join(home, "store")
    variables = dict(os.environ, **environment(home))
    incident = {"id": "1", "displayName": "Held", "severity": "high", "status": "awaitingAction",
                "createdDateTime": "2026-11-23T10:00:00Z",
                "lastUpdateDateTime": "2026-11-23T10:00:00Z"}
    records = "\n".join(json.dumps(dict(incident, id=str(number))) for number in range(1, 6))
    subprocess.run([program, "import", "-", "--store", store], input=records.encode(), check=True,
                   env=variables, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    terminal = opened(program, home, "--store", store)
    unanswered = 0
    with open(os.path.join(store, "lock"), "r+b") as lock:
        fcntl.fcntl(lock, F_OFD_SETLK, struct.pack("hhqqi4x", fcntl.F_WRLCK, 0, 0, 1, 0))
        terminal.type("a")
        terminal.read(AT_ONCE)
        for key in "jkjkjkjk":
            terminal.type(key)
            unanswered += not terminal.read(0.25, limit=0.5)
        if b"Saved" in terminal.log:
            raise SystemExit("counts: something was saved while the lock was held elsewhere")
    # Whoever asked in vain for two seconds was told so, and asks again.
    terminal.read(2.5)
    terminal.type("a")
    if b"Saved" not in terminal.log and terminal.await_text("Saved") is None:
        raise SystemExit("counts: nothing was saved when the lock was free again")
    terminal.close()
    return {"keys without an answer while the store is held": unanswered}


def record(limits, counted):
    """Writes down what instructions and allocations may be from now on."""
    for name, count in counted.items():
        if "instructions" in name or "allocations" in name:
            limits[name] = count + count // 20
    with open(os.path.join(HERE, "limits.json"), "w", encoding="utf-8") as file:
        json.dump(limits, file, indent=2)
        file.write("\n")


def main():
    program = os.path.abspath(sys.argv[1])
    with open(os.path.join(HERE, "limits.json"), encoding="utf-8") as file:
        limits = json.load(file)
    counted = {}
    for case in (keys, frames, thin_link, stall, allocations, instructions):
        with tempfile.TemporaryDirectory() as home:
            counted.update(case(program, home))
    if sys.argv[2:] == ["--record"]:
        record(limits, counted)
    over = 0
    for name, limit in limits.items():
        count = counted[name]
        over += count > limit
        print(f"{name:<55}{count:>9,} of at most {limit:,}{'   OVER' if count > limit else ''}")
    if set(limits) != set(counted):
        raise SystemExit(f"counts: without a limit: {sorted(set(counted) - set(limits))}")
    sys.exit(1 if over else 0)


if __name__ == "__main__":
    main()
