#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures a release build beside what the machine can do at the least, and writes the page.

    Benchmarks/bench.py PROGRAM [--sizes "100 1000 10000 100000"] [--runs 3] [--no-page]

Method and meaning of every figure stand in Documentation/benchmarks.md, whose tables it rewrites.
All samples are kept in .build/bench/bench.json. Never ends with 1 because something is slow.
"""

import argparse
import gc
import os
import sys
import time

import chart
import commands
import console
import floors
import machine
import page
import processes
import tables
from dataset import Dataset, say, spare
from rounds import Case, Results, measure


def console_cases(program, data, detailed):
    """What happens in a terminal, and the same with the least program that has a list."""
    count, environment = data.count, data.home.environment()

    def start():
        data.home.forget()
        return console.start([program], environment, count)

    def floor_start():
        return console.start(floors.hello(count), {})

    def session(work):
        """Some work in a console of its own, so that what goes wrong costs only its own figures."""
        def do():
            with console.opened(program, data.home, count) as terminal:
                return work(terminal)
        do.__name__ = work.__name__
        return Case("tocsin", do, 600)

    def moves(terminal):
        return console.moves(terminal)

    def filtering(terminal):
        return console.filtering(terminal, count)

    def sorting(terminal):
        return console.sorting(terminal, count)

    def entities(terminal):
        return console.entities(terminal, count)

    def floor_session():
        with console.Watched(floors.hello(count)) as terminal:
            terminal.watch(0.2)
            return console.moves(terminal)

    def still():
        with console.opened(program, data.home, count) as terminal:
            found = console.idle(terminal, windows=3 if detailed else 1)
            found.update(console.thin(terminal))
            return found

    def calls():
        return console.writes(program, data.home, count)

    several = [Case("tocsin", start), Case("hello", floor_start)] * 3
    once = [Case("tocsin", still, rounds=1)] + [Case("tocsin", calls, rounds=1)] * detailed
    return several + [session(moves), Case("hello", floor_session), session(filtering),
                      session(sorting), session(entities)] + once


def command_cases(program, data):
    """Whole processes."""
    def dry_run():
        return commands.dry_run(program, data)

    def jq():
        return commands.jq(data)

    def orjson():
        return commands.orjson(data)

    def verify():
        return commands.verify(program, data)

    def sha256sum():
        return commands.sha256sum(data)

    def listed():
        return commands.listed(program, data)

    def reported():
        return commands.reported(program, data)

    return [Case("dry-run", dry_run, 900), Case("jq", jq, 900), Case("orjson", orjson, 900),
            Case("verify", verify, 900), Case("sha256sum", sha256sum, 900),
            Case("list", listed, 300), Case("report", reported, 300)]


def durable_cases(program, data, home, detailed):
    """What must be on the disk. All of it happens in a store that is thrown away."""
    count = data.count

    def imported():
        home.remove()
        return commands.imported(program, data, home)

    def copied():
        return commands.copied(home)

    def acknowledged():
        data.warm(program, home)
        return console.durable(program, home, count)

    def appended():
        return {"append": floors.appends(home.path, 20, 150)}

    def keyed():
        return console.keyed(floors.compiled("keyed", "-pthread"), home.path)

    def news():
        return console.news(program, home, count)

    # As often as the import, for each needs the store that the import has just made.
    often = 2 if detailed and count <= 100_000 else 1
    return [Case("import", imported, 3600, 3600, often), Case("cp", copied, 1800, 1800, often),
            Case("tocsin", acknowledged, 600, 600, often), Case("append", appended, rounds=often),
            Case("keyed", keyed, rounds=often),
            Case("tocsin", news, 300, 300, often)]


def main():
    parser = argparse.ArgumentParser(description="Measures tocsin beside the floors.")
    parser.add_argument("program")
    parser.add_argument("--sizes", default="100 1000 10000 100000")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--no-page", action="store_true", help="leave the page as it is")
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    sizes = sorted(int(size) for size in options.sizes.split())
    results = Results()
    about = machine.about(program)
    began = time.monotonic()
    gc.disable()
    for size in sizes:
        say(f"{size:,} incidents")
        data = Dataset(size)
        data.prepare(program)
        home = spare("durable")
        try:
            detailed = size == tables.shown(sizes)
            cases = (console_cases(program, data, detailed) + command_cases(program, data) +
                     durable_cases(program, data, home, detailed))
            measure(results, size, cases, options.runs)
        finally:
            home.remove()
    empty(program, results, options.runs)
    results.add(0, "tocsin", {"binary": [commands.stripped_size(program)]})
    path = results.write("bench.json", about)
    say(f"{time.monotonic() - began:,.0f} s; all samples in {path}")
    text = {"machine": machine.written(about, ["tocsin", "jq", "orjson", "ncurses"]),
            "figures": tables.figures(results, sizes), "growth": tables.growth(results, sizes),
            "problems": tables.problems(results)}
    for part in text.values():
        print(part + "\n")
    if not options.no_page:
        page.rewrite(text)
        chart.write(page.CHART, tables.series(results, sizes))


def empty(program, results, runs):
    """From exec to the first screen of a store in which nothing is."""
    home = spare("empty")
    environment = home.environment()
    processes.run([program, "init", home.store], environment)

    def start():
        with console.Watched([program], environment=environment) as terminal:
            terminal.watch(5, until=lambda came: True)
            terminal.watch(0.2)
            return {"settled": [terminal.pieces[-1][0] - terminal.started]}

    def floor_start():
        return console.start(floors.hello(24), {})

    measure(results, 0, [Case("tocsin", start), Case("hello", floor_start)] * 3, runs)
    home.remove()


if __name__ == "__main__":
    sys.exit(main())
