# SPDX-License-Identifier: MIT
"""The tables of Documentation/benchmarks.md, from samples."""

import math
from dataclasses import dataclass

from figures import UNITS, median, pair, percentile, ratio, written

MS = 1e-3


@dataclass
class Row:
    """A figure: whose samples, which the least is, and what is to hold of both."""

    label: str
    unit: str
    ours: tuple
    floor: tuple = None
    floor_label: str = ""
    hold: str = ""
    held: object = None  # of our samples and the floor's
    paired: bool = False
    growth: bool = True


def at_most(factor):
    return lambda ours, floor: median(ours) <= factor * median(floor) if floor else None


def below(limit, share=50):
    return lambda ours, _: percentile(ours, share) <= limit


ROWS = [
    Row("exec → full, sorted screen", "s", ("tocsin", "full"), ("hello", "full"), "ncurses hello",
        "≤ 3 ×", at_most(3)),
    Row("`j` → last byte, p50 / p95", "s", ("tocsin", "j"), ("hello", "j"), "ncurses hello",
        "≤ 1 / 2 ms", lambda ours, _: percentile(ours, 50) <= MS and percentile(ours, 95) <= 2 * MS,
        paired=True),
    Row("100 × `j` in one write", "s", ("tocsin", "100 j"), ("hello", "100 j"), "ncurses hello",
        "≤ 10 ms", below(10 * MS)),
    Row("bytes per `j` in the page", "B", ("tocsin", "bytes per j"), ("hello", "bytes per j"),
        "ncurses hello", "≤ 190", below(190), growth=False),
    Row("bytes per line scrolled", "B", ("tocsin", "bytes per scroll"),
        ("hello", "bytes per scroll"), "ncurses hello", "≤ 450", below(450), growth=False),
    Row("calls of `write` for the frame of a `j`", "", ("tocsin", "writes per j"), hold="1", held=below(1),
        growth=False),
    Row("calls of `write` for the frames of 100 × `j`", "", ("tocsin", "writes per 100 j"), hold="≤ 5",
        held=below(5), growth=False),
    Row("a held `j` over a thin link: let go → still", "s", ("tocsin", "thin"), growth=False),
    Row("filter by a word → last row", "s", ("tocsin", "filter"), hold="≤ 10 ms",
        held=below(10 * MS)),
    Row("filter, one letter → last row, p50 / p95", "s", ("tocsin", "filter a letter"),
        hold="≤ 10 ms", held=below(10 * MS, 95), paired=True),
    Row("sort by another column, p50 / p95", "s", ("tocsin", "sort"), paired=True),
    Row("entities an incident shares, `E`", "s", ("tocsin", "entities")),
    Row("resident memory, at rest", "MB", ("tocsin", "memory"), hold="≤ 34 MB",
        held=below(34e6)),
    Row("resident memory, after filters and sorts", "MB", ("tocsin", "memory after")),
    Row("idle for 4 s: bytes", "B", ("tocsin", "idle bytes"), hold="0", held=below(0),
        growth=False),
    Row("idle for 4 s: wake-ups", "", ("tocsin", "idle wakeups"), growth=False),
    Row("acknowledge → durable, p50 / p95", "s", ("tocsin", "acknowledge"), ("append", "append"),
        "append + `fdatasync`", "≤ 1.5 ×", at_most(1.5), paired=True),
    Row("the same", "s", ("tocsin", "acknowledge"), ("keyed", "keyed"),
        "key, thread, append + `fdatasync`", paired=True, growth=False),
    Row("acknowledge → “Saved” on the screen, p50 / p95", "s", ("tocsin", "acknowledge shown"),
        paired=True, growth=False),
    Row("a colleague's change → visible, p50 / p95", "s", ("tocsin", "news"), hold="< 250 ms",
        held=below(0.25, 95), paired=True),
    Row("`import --dry-run`", "s", ("dry-run", "time"), ("jq", "time"), "`jq -c .`", "≤ 0.5 ×",
        at_most(0.5)),
    Row("`import --dry-run`", "s", ("dry-run", "time"), ("orjson", "time"), "orjson, line by line",
        growth=False),
    Row("`import`, durable", "s", ("import", "time"), ("cp", "time"), "`cp -R` + `sync -f`",
        "≤ 2.5 ×", at_most(2.5)),
    Row("`verify`", "s", ("verify", "time"), ("sha256sum", "time"), "`sha256sum`", "≤ 3 ×",
        at_most(3)),
    Row("`verify`: most memory", "MB", ("verify", "memory")),
    Row("`list`", "s", ("list", "time")),
    Row("`report`", "s", ("report", "time")),
]


def answer(held):
    return "" if held is None else "yes" if held else "**no**"


def markdown(head, rows, left=1):
    """A table whose first columns stand left, the others right."""
    dashes = ["---" if index < left else "---:" for index in range(len(head))]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in [head, dashes, *rows])


def shown(sizes):
    """The size whose figures are looked at one by one."""
    return 100_000 if 100_000 in sizes else max(sizes)


def figures(results, sizes):
    """Every figure at 100,000, or at the largest size there is, beside its floor."""
    size = shown(sizes)
    lines = []
    for row in ROWS:
        ours = results.get(size, *row.ours)
        floor = results.get(size, *row.floor) if row.floor else []
        write = pair if row.paired else written
        lines.append([
            row.label, write(ours, row.unit), row.floor_label,
            write(floor, row.unit) if floor else "", ratio(ours, floor) if floor else "", row.hold,
            answer(row.held(ours, floor)) if row.held and ours else ""])
    lines[1:1] = extra(results, sizes, size)
    weight = results.get(0, "tocsin", "binary")
    lines.append(["program, stripped", written(weight, "MB"), "", "", "", "< 30 MB",
                  answer(bool(weight) and weight[0] < 30e6)])
    head = ["what", "tocsin", "the least", "takes", "ratio", "to hold", "held"]
    return f"At {size:,} incidents, 80×24; medians, in parentheses the middle half:\n\n" + \
        markdown(head, lines)


def extra(results, sizes, size):
    """The start beside our own with the fewest incidents, and with none."""
    full, least = results.get(size, "tocsin", "full"), results.get(min(sizes), "tocsin", "full")
    none, floor = results.get(0, "tocsin", "settled"), results.get(0, "hello", "full")
    lines = []
    if full and least:
        lines.append(["the same", written(full, "s"), f"tocsin at {min(sizes):,}",
                      written(least, "s"), ratio(full, least), "≤ 1.5 ×",
                      answer(at_most(1.5)(full, least))])
    if none and floor:
        lines.append(["exec → first screen, empty store", written(none, "s"), "ncurses hello",
                      written(floor, "s"), ratio(none, floor), "≤ 2 ×",
                      answer(at_most(2)(none, floor))])
    return lines


def growth(results, sizes):
    """Medians by size, and with which power of the size each grew at the end."""
    lines = []
    for row in ROWS:
        if not row.growth:
            continue
        medians = [median(found) if found else None
                   for found in (results.get(size, *row.ours) for size in sizes)]
        write = UNITS[row.unit]
        label = row.label.replace(", p50 / p95", "")
        lines.append([label, *("–" if value is None else write(value) for value in medians),
                      power(sizes, medians)])
    head = ["median", *(f"{size:,}" for size in sizes), "power"]
    return markdown(head, lines)


def power(sizes, medians):
    """The exponent between the last two sizes: 0 is no growth, 1 is in step with the size."""
    if len(sizes) < 2 or not medians[-1] or not medians[-2]:
        return "–"
    return f"{math.log(medians[-1] / medians[-2]) / math.log(sizes[-1] / sizes[-2]):.2f}"


def series(results, sizes):
    """What the chart shows: names, and seconds by size."""
    shown = {"exec → full screen": ("tocsin", "full"), "j → last byte": ("tocsin", "j"),
             "100 × j": ("tocsin", "100 j"), "filter by a word": ("tocsin", "filter"),
             "sort": ("tocsin", "sort"), "acknowledge → durable": ("tocsin", "acknowledge"),
             "import --dry-run": ("dry-run", "time"), "import, durable": ("import", "time"),
             "verify": ("verify", "time"), "list": ("list", "time"), "report": ("report", "time")}
    found = {}
    for label, key in shown.items():
        points = [(size, median(values)) for size in sizes if (values := results.get(size, *key))]
        if points:
            found[label] = points
    return found


def problems(results):
    """What could not be measured."""
    if not results.problems:
        return "Everything was measured."
    return "Not measured:\n\n" + "\n".join(f"- {problem}" for problem in results.problems)


