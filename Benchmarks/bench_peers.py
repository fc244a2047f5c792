#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures tocsin beside the programs people use for the same kind of work.

    Benchmarks/bench_peers.py PROGRAM [--size 100000] [--runs 3] [--only NAME …] [--no-page]

Each has as many items: commits, mails, records or lines. Rewrites its parts of
Documentation/benchmarks.md; all samples are kept in .build/bench/peers.json.
"""

import argparse
import gc
import os
import sqlite3
import sys
import time

import console
import floors
import machine
import page
import processes
from console import Watched
from dataset import Dataset, say, spare
from figures import pair, ratio, written
from peerdata import PeerData
from peers import Peer, peers
from rounds import Case, Results, measure
from tables import markdown, problems

# The longest that one measurement of one program may take, in seconds.
LIMIT = 120
# The lines of the screen that hold the list in all of them; clocks and prompts stand outside.
LIST = (1, 22)


def opened(peer):
    """The program, its first screen complete."""
    peer.before()
    terminal = Watched(peer.command, environment=peer.environment, directory=peer.directory)
    terminal.watch(60, until=lambda came: True)
    terminal.watch(1.5, 60 if peer.settles else 4)
    return terminal


def start(peer):
    """Until its first screen is complete."""
    peer.before()
    found = console.start(peer.command, peer.environment, quiet=1.5,
                          limit=60 if peer.settles else 4, directory=peer.directory)
    if not peer.settles:
        del found["settled"]
    return found


def session(peer):
    """Down, a hundred times down, and a filter."""
    with opened(peer) as terminal:
        found = console.moves(terminal, down=peer.down)
        found["memory after"] = [processes.resident(terminal.pid)]
        if peer.filter:
            # Waits for the first row to change, and then until two seconds bring nothing more.
            terminal.press(peer.prelude, 0.4, 5)
            rows = terminal.screen().lines()[slice(*LIST)]
            found["filter"] = [console.changed(terminal, peer.filter, 170_000, LIST,
                                               lambda lines: lines != rows, 40)]
        return found


def still(peer):
    with opened(peer) as terminal:
        found = console.idle(terminal, windows=3 if peer.name == "tocsin" else 1)
        if peer.settles:
            found.update(console.thin(terminal, peer.down))
        return found


def warm(peer):
    """Starts a program once, so that what it keeps from one time to the next is there."""
    with opened(peer) as terminal:
        terminal.watch(3, 10)
        terminal.press("q", 1, 4)


def cases(found):
    """Start, session and idleness of each, in turn."""
    def case(work, peer, **options):
        def do():
            return work(peer)
        do.__name__ = work.__name__
        return Case(peer.name, do, LIMIT, **options)

    return ([case(start, peer) for peer in found] + [case(session, peer) for peer in found] +
            [case(still, peer, rounds=1) for peer in found])


def inserts(journal, count=20, pause=0.1):
    """Seconds of each of so many durable inserts into SQLite, in one of its journal modes."""
    home = spare("sqlite")
    connection = sqlite3.connect(os.path.join(home.path, "store.db"), isolation_level=None)
    try:
        connection.execute(f"PRAGMA journal_mode={journal}")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("CREATE TABLE journal (id INTEGER PRIMARY KEY, line TEXT)")
        times = []
        for _ in range(count):
            time.sleep(pause)
            before = time.monotonic()
            connection.execute("INSERT INTO journal (line) VALUES (?)", ("x" * 400,))
            times.append(time.monotonic() - before)
        return {"durable": times}
    finally:
        connection.close()
        home.remove()


def durable_cases(program, data, home):
    def acknowledged():
        return {"durable": console.durable(program, home, data.count)["acknowledge"]}

    def appended():
        return {"durable": floors.appends(home.path, 20, 100)}

    def ahead():
        return inserts("WAL")

    def rollback():
        return inserts("DELETE")

    return [Case("tocsin", acknowledged, LIMIT), Case("append + `fdatasync`", appended, LIMIT),
            Case("SQLite, WAL", ahead, LIMIT), Case("SQLite, rollback journal", rollback, LIMIT)]


def table(results, size, found):
    """One line for each program, one column for each figure; ours first."""
    head = ["", "full screen", "settled", "`j` p50 / p95", "100 × `j`", "bytes per `j`",
            "bytes per scroll", "thin link", "filter", "memory", "idle bytes", "idle wake-ups", "version"]
    lines = []
    for peer in found:
        def get(name, peer=peer):
            return results.get(size, peer.name, name)
        lines.append([
            peer.name, written(get("full"), "s"), written(get("settled"), "s"),
            pair(get("j"), "s"), written(get("100 j"), "s"), middle(get("bytes per j"), "B"),
            middle(get("bytes per scroll"), "B"), middle(get("thin"), "s"), written(get("filter"), "s"),
            middle(get("memory after"), "MB"), middle(get("idle bytes"), ""),
            middle(get("idle wakeups"), ""), peer.samples.get("version", "")])
    return (f"Each with {size:,} items, 80×24, idle for 4 s:\n\n{markdown(head, lines)}\n\n" +
            "\n".join(f"- {peer.name}: {peer.note}." for peer in found if peer.note))


def middle(values, unit):
    """Only the median."""
    return written([sorted(values)[len(values) // 2]], unit) if values else "–"


def durable_table(results, size):
    names = ["tocsin", "append + `fdatasync`", "SQLite, WAL", "SQLite, rollback journal"]
    ours = results.get(size, "tocsin", "durable")
    lines = [[name, pair(results.get(size, name, "durable"), "s"),
              ratio(results.get(size, name, "durable"),
                    results.get(size, names[1], "durable")) if ours else ""] for name in names]
    return markdown(["durable", "p50 / p95", "ratio"], lines)


def main():
    parser = argparse.ArgumentParser(description="Measures tocsin beside its peers.")
    parser.add_argument("program")
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--no-page", action="store_true", help="leave the page as it is")
    options = parser.parse_args()
    program, size = os.path.abspath(options.program), options.size
    about = machine.about(program)
    data = Dataset(size)
    data.prepare(program)
    found = [Peer("tocsin", "", [program], data.home.environment(), prelude="/",
                  filter=console.WORD, before=data.home.forget)] + peers(PeerData(data), console.WORD)
    found = [peer for peer in found if not options.only or peer.name in options.only]
    results = Results()
    began = time.monotonic()
    gc.disable()
    for peer in found:
        peer.samples["version"] = machine.package(peer.package) if peer.package else \
            about["versions"]["tocsin"].removeprefix("tocsin ")
        if peer.warm:
            say(f"warming {peer.name} …")
            warm(peer)
    measure(results, size, cases(found), options.runs)
    home = spare("peers")
    try:
        data.import_into(program, home)
        data.warm(program, home)
        measure(results, size, durable_cases(program, data, home), options.runs)
    finally:
        home.remove()
    path = results.write("peers.json", about)
    say(f"{time.monotonic() - began:,.0f} s; all samples in {path}")
    text = {"peers machine": machine.written(about, ["tocsin"]),
            "peers": table(results, size, found), "peers durable": durable_table(results, size),
            "peers problems": problems(results)}
    for part in text.values():
        print(part + "\n")
    if not options.no_page and not options.only:
        page.rewrite(text)


if __name__ == "__main__":
    sys.exit(main())
