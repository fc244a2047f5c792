# SPDX-License-Identifier: MIT
"""Measurements in turn: every one once, then every one again, so that all meet the same weather.

What fails or takes too long is said, and costs nothing but its own figures.
"""

import json
import os
import time

from dataset import ROOT, say
from processes import within


class Results:
    """Samples by size, program and name; and what went wrong."""

    def __init__(self):
        self.samples = {}
        self.problems = []

    def add(self, size, who, found):
        for name, values in found.items():
            self.samples.setdefault(str(size), {}).setdefault(who, {}).setdefault(name, []).extend(
                value for value in values if value is not None)

    def get(self, size, who, name):
        """The samples, none if there are none."""
        return self.samples.get(str(size), {}).get(who, {}).get(name, [])

    def write(self, name, about):
        """Keeps everything under .build/bench/."""
        path = os.path.join(ROOT, name)
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"about": about, "samples": self.samples, "problems": self.problems}, file,
                      indent=1)
        return path

    @staticmethod
    def read(name):
        """What an earlier run kept; nothing if there was none."""
        results = Results()
        path = os.path.join(ROOT, name)
        if os.path.exists(path):
            with open(path, encoding="utf-8") as file:
                kept = json.load(file)
            results.samples, results.problems = kept["samples"], kept["problems"]
        return results


class Case:
    """One measurement: who is measured, how, for how long at most, and how much in all."""

    def __init__(self, who, measure, limit=120, budget=60.0, rounds=None):
        self.who, self.measure = who, measure
        self.limit, self.budget, self.rounds = limit, budget, rounds
        self.spent, self.done, self.broken = 0.0, 0, False

    def wanted(self):
        """Whether another round is worth its time."""
        return not self.broken and (self.rounds is None or self.done < self.rounds) and (
            self.done == 0 or self.spent + self.spent / self.done <= self.budget)


def measure(results, size, cases, rounds):
    """Does the cases in turn, so many times."""
    for turn in range(rounds):
        for case in cases:
            if not case.wanted():
                continue
            before = time.monotonic()
            name = case.measure.__name__
            try:
                with within(case.limit):
                    results.add(size, case.who, case.measure())
            except Exception as error:  # whatever it is, the others are to be measured
                case.broken = True
                results.problems.append(f"{size:,}: {case.who}, {name}: {error}")
                say(f"  {results.problems[-1]}")
            case.spent += time.monotonic() - before
            case.done += 1
        say(f"  {size:,}: round {turn + 1} of {rounds}")
