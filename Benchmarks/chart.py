# SPDX-License-Identifier: MIT
"""A chart of times against sizes, both logarithmic, as SVG that is read on light and on dark."""

import math
from html import escape

from figures import duration

WIDTH, HEIGHT = 900, 520
LEFT, RIGHT, TOP, BOTTOM = 80, 250, 24, 56
# Told apart by people who see fewer colours, on both backgrounds; the marks differ as well.
COLOURS = ["#2f88d0", "#d55e00", "#009e73", "#cc79a7", "#b8860b", "#56b4e9", "#7f7f7f", "#e15759"]
MARKS = ["circle", "square", "diamond", "triangle"]
STYLE = """
  text { font: 13px system-ui, sans-serif; fill: #24292f }
  .grid { stroke: #d0d7de; stroke-width: 1 }
  .slope { stroke: #8c959f; stroke-width: 1; stroke-dasharray: 3 5 }
  .line { fill: none; stroke-width: 2 }
  .ground { fill: #ffffff }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .grid { stroke: #30363d }
    .slope { stroke: #57606a }
    .ground { fill: #0d1117 }
  }
"""


def mark(kind, x, y, colour):
    """A point; its shape says which line it belongs to as much as its colour."""
    shapes = {
        "circle": f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4"',
        "square": f'<rect x="{x - 4:.1f}" y="{y - 4:.1f}" width="8" height="8"',
        "diamond": f'<path d="M{x:.1f} {y - 5:.1f}l5 5l-5 5l-5-5z"',
        "triangle": f'<path d="M{x:.1f} {y - 5:.1f}l5 9h-10z"',
    }
    return f'{shapes[kind]} fill="{colour}"/>'


def spread(labels, gap=17):
    """Moves heights apart until no two labels touch, keeping their order."""
    order = sorted(range(len(labels)), key=lambda index: labels[index])
    moved = list(labels)
    for before, after in zip(order, order[1:]):
        moved[after] = max(moved[after], moved[before] + gap)
    # What was pushed out below goes back up.
    limit = HEIGHT - BOTTOM
    for index in reversed(order):
        moved[index] = min(moved[index], limit)
        limit = moved[index] - gap
    return moved


class Axes:
    """From sizes and seconds to places in the picture."""

    def __init__(self, series):
        sizes = [size for points in series.values() for size, _ in points]
        times = [time for points in series.values() for _, time in points]
        self.sizes = sorted(set(sizes))
        self.left, self.right = math.log10(min(sizes)), math.log10(max(sizes))
        self.low, self.high = math.floor(math.log10(min(times))), math.ceil(math.log10(max(times)))

    def x(self, size):
        width = max(self.right - self.left, 1e-9)
        return LEFT + (math.log10(size) - self.left) / width * (WIDTH - LEFT - RIGHT)

    def y(self, time):
        height = max(self.high - self.low, 1e-9)
        return HEIGHT - BOTTOM - (math.log10(time) - self.low) / height * (HEIGHT - TOP - BOTTOM)


def drawn(series):
    """The chart as text; `series` is seconds by size, by name."""
    axes = Axes(series)
    bottom, right = HEIGHT - BOTTOM, WIDTH - RIGHT
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
           f'width="{WIDTH}" height="{HEIGHT}" role="img" aria-labelledby="title">',
           '<title id="title">Times by number of incidents, both scales logarithmic</title>',
           f"<style>{STYLE}</style>", f'<rect class="ground" width="{WIDTH}" height="{HEIGHT}"/>']
    for exponent in range(axes.low, axes.high + 1):
        y = axes.y(10 ** exponent)
        out.append(f'<path class="grid" d="M{LEFT} {y:.1f}H{right}"/>')
        out.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">'
                   f"{duration_name(exponent)}</text>")
    for size in axes.sizes:
        x = axes.x(size)
        out.append(f'<path class="grid" d="M{x:.1f} {TOP}V{bottom}"/>')
        out.append(f'<text x="{x:.1f}" y="{bottom + 20}" text-anchor="middle">{size:,}</text>')
    out.append(f'<text x="{(LEFT + right) / 2}" y="{HEIGHT - 12}" text-anchor="middle">incidents '
               "(dashed: in step with their number)</text>")
    out += slopes(axes, bottom)
    ends = spread([axes.y(points[-1][1]) for points in series.values()])
    for index, ((name, points), end) in enumerate(zip(series.items(), ends)):
        colour = COLOURS[index % len(COLOURS)]
        kind = MARKS[(index + index // len(COLOURS)) % len(MARKS)]
        places = [(axes.x(size), axes.y(time)) for size, time in points]
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
        out.append(f'<path class="line" d="M{path}" stroke="{colour}"/>')
        out += [mark(kind, x, y, colour) for x, y in places]
        out.append(mark(kind, right + 16, end, colour))
        out.append(f'<text x="{right + 26}" y="{end + 4:.1f}">{escape(name)}, '
                   f"{escape(duration(points[-1][1]))}</text>")
    out.append("</svg>")
    return "\n".join(out) + "\n"


def slopes(axes, bottom):
    """Lines along which a time grows as the number does."""
    lines = []
    for exponent in range(axes.low - 5, axes.high):
        first, last = 10 ** axes.left, 10 ** axes.right
        start = 10.0 ** exponent
        end = start * last / first
        if end < 10.0 ** axes.low or last == first:
            continue
        if start < 10.0 ** axes.low:
            first, start = first * 10.0 ** axes.low / start, 10.0 ** axes.low
        if end > 10.0 ** axes.high:
            last, end = last * 10.0 ** axes.high / end, 10.0 ** axes.high
        lines.append(f'<path class="slope" d="M{axes.x(first):.1f} {min(bottom, axes.y(start)):.1f}'
                     f'L{axes.x(last):.1f} {axes.y(end):.1f}"/>')
    return lines


def duration_name(exponent):
    """10 to such a power, in seconds, as a person says it."""
    names = {-6: "1 µs", -5: "10 µs", -4: "0.1 ms", -3: "1 ms", -2: "10 ms", -1: "100 ms",
             0: "1 s", 1: "10 s", 2: "100 s", 3: "1,000 s", 4: "10,000 s"}
    return names.get(exponent, f"1e{exponent} s")


def write(path, series):
    """Draws the chart into a file, if there is anything to draw."""
    if series:
        with open(path, "w", encoding="utf-8") as file:
            file.write(drawn(series))
