#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Shows what changed in time and memory since another commit.

    Benchmarks/compare.py PROGRAM BASE [--sizes "1000 100000"] [--runs 5]

Builds BASE in a git worktree under .build/bench/, once, then measures both in turn and prints the
medians and their ratios. What differs by less than the spread of either is no difference.
"""

import argparse
import gc
import os
import subprocess

import commands
import console
from dataset import ROOT, Dataset, say
from figures import median, percentile, ratio, written
from rounds import Case, Results, measure
from tables import markdown, problems

NAMES = [("exec → full screen", "s", "full"), ("`j`", "s", "j"), ("100 × `j`", "s", "100 j"),
         ("bytes per line scrolled", "B", "bytes per scroll"), ("filter, a word", "s", "filter"),
         ("filter, a letter", "s", "filter a letter"), ("sort", "s", "sort"),
         ("entities", "s", "entities"), ("memory", "MB", "memory after"),
         ("`import --dry-run`", "s", "dry-run"), ("`verify`", "s", "verify"),
         ("`list`", "s", "list"), ("`report`", "s", "report")]


def built(base):
    """The release program of another commit; its path, and the commit's short name."""
    root = os.path.dirname(os.path.dirname(ROOT))
    name = subprocess.run(["git", "-C", root, "rev-parse", "--short=12", f"{base}^{{commit}}"],
                          check=True, capture_output=True, text=True).stdout.strip()
    tree = os.path.join(ROOT, "compare", name)
    program = os.path.join(tree, ".build", "release", "tocsin")
    if not os.path.exists(program):
        if not os.path.exists(os.path.join(tree, "Makefile")):
            subprocess.run(["git", "-C", root, "worktree", "prune"], check=True)
            subprocess.run(["git", "-C", root, "worktree", "add", "--detach", tree, name],
                           check=True)
        say(f"building {name} …")
        environment = {key: value for key, value in os.environ.items()
                       if not key.startswith(("MAKE", "MFLAGS"))}
        subprocess.run(["make", "-C", tree, "release"], check=True, env=environment)
    return program, name


def cases(who, program, data):
    """The quick set for one of the two, with an index of its own."""
    count, cache = data.count, f"cache-{who}"
    environment = data.home.environment(cache)

    def start():
        data.home.forget()
        return console.start([program], environment, count)

    def session(work, *arguments):
        def do():
            with console.opened(program, data.home, count, cache=cache) as terminal:
                return work(terminal, *arguments)
        do.__name__ = work.__name__
        return Case(who, do, 300, budget=120)

    def command(name, work):
        def do():
            return {name: work()["time"]}
        do.__name__ = name
        return Case(who, do, 900, budget=90)

    starts = Case(who, start)
    return [starts, starts, session(console.moves), session(console.filtering, count),
            session(console.sorting, count), session(console.entities, count),
            command("dry-run", lambda: commands.dry_run(program, data)),
            command("verify", lambda: commands.verify(program, data, cache)),
            command("list", lambda: commands.listed(program, data, cache)),
            command("report", lambda: commands.reported(program, data, cache))]


def clear(before, after):
    """Whether the samples stand apart: all of them if they are few, else their middle halves."""
    few = min(len(before), len(after))
    if few < 4:
        return False
    low, high = (1, 100) if few < 10 else (25, 75)
    return percentile(after, high) < percentile(before, low) or \
        percentile(after, low) > percentile(before, high)


def table(results, size, name):
    lines = []
    for label, unit, key in NAMES:
        before, after = results.get(size, "base", key), results.get(size, "now", key)
        lines.append([label, written(before, unit), written(after, unit), ratio(after, before),
                      "" if not clear(before, after) else
                      "better" if median(after) < median(before) else "**worse**"])
    return f"{size:,} incidents:\n\n" + markdown(["", name, "now", "ratio", ""], lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description="Shows what changed since another commit.")
    parser.add_argument("program")
    parser.add_argument("base")
    parser.add_argument("--sizes", default="1000 100000")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    base, name = built(options.base)
    results = Results()
    gc.disable()
    for size in sorted(int(size) for size in options.sizes.split()):
        data = Dataset(size)
        data.prepare(base, "cache-base")
        data.warm(program, data.home, "cache-now")
        # A B A B: the two stand next to each other in every round, case by case.
        pairs = zip(cases("base", base, data), cases("now", program, data))
        measure(results, size, [case for pair in pairs for case in pair], options.runs)
        print(table(results, size, name), flush=True)
    print(problems(results))


if __name__ == "__main__":
    main()
