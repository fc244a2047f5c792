# SPDX-License-Identifier: MIT
"""Samples, their medians and spreads, and how they are written."""

import math
import statistics


def percentile(values, share):
    """The value below which such a share (0…100) of the values lies."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * share / 100) - 1)]


def median(values):
    return statistics.median(values)


def number(value):
    """Three digits that count, never an exponent."""
    if value is None:
        return "–"
    if value == 0:
        return "0"
    digits = max(0, 2 - math.floor(math.log10(abs(value))))
    return f"{value:,.{min(digits, 2)}f}"


def duration(seconds):
    """Seconds as milliseconds, or as seconds from one on."""
    return f"{number(seconds)} s" if seconds >= 1 else f"{number(seconds * 1000)} ms"


def memory(value):
    return f"{number(value / 1e6)} MB"


UNITS = {"s": duration, "B": lambda value: f"{number(value)} B", "MB": memory, "": number}


def written(values, unit):
    """The median, and in parentheses the middle half of the samples, if they differ visibly."""
    if not values:
        return "–"
    write = UNITS[unit]
    middle = write(median(values))
    low, high = (write(percentile(values, share)) for share in (25, 75))
    return middle if low == high or len(values) < 2 else f"{middle} ({low}–{high})"


def pair(values, unit):
    """p50 / p95."""
    if not values:
        return "–"
    write = UNITS[unit]
    return f"{write(percentile(values, 50))} / {write(percentile(values, 95))}"


def ratio(ours, theirs):
    """How many times theirs ours is, from medians."""
    if not ours or not theirs or not median(theirs):
        return "–"
    return f"{number(median(ours) / median(theirs))} ×"
