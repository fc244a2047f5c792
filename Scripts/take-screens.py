#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Takes the gallery's pictures: take-screens.py TOCSIN DIRECTORY PAGE.md

Every screen in the dark theme at four sizes, in the other themes at two, and the plain and the
ASCII form of a few. The page shows them all.
"""

import os
import sys

from pictures import Console, svg

# Name, what it is, keys from the queue.
SCREENS = [
    ("queue", "The queue, with the selected incident beside or below it", ["j"]),
    ("summary", "The investigation summary, on the whole screen", ["Enter"]),
    ("timeline", "Everything dated about one incident", ["Enter", "l", "l", "l"]),
    ("responses", "What the experts ask, and on what", ["3", "Enter"]),
    ("confirm", "The question before something hard to take back", ["/", *"FIN-SRV-04", "Enter", "3", "x"]),
    ("resolve", "The form that closes an incident", ["R", "l", "Tab", "l"]),
    ("filter", "The queue, filtered as the words are typed", ["/", *"phish"]),
    ("help", "The keys that do something here", ["?"]),
    ("palette", "Anything by its name", [":", *"res"]),
    ("marks", "One action on many, asked about first", ["*", "a"]),
    ("note", "What the next shift needs to know", ["e"]),
    ("entities", "What an incident is about, and where else that appears", ["E"]),
    ("clocks", "Why a response is due when it is", ["d"]),
    ("readiness", "How ready the organisation is", ["g", "r", "L"]),
    ("recommendations", "What the experts advise, and what became of it",
     ["Enter", "b", "g", "c"]),
    ("escalation", "Whether this is an emergency", ["g", "e"]),
    ("handover", "What one shift hands to the next", ["g", "h"]),
    ("containment", "What is switched off, and how to lift it", ["g", "b"]),
    ("plan", "Open responses by what they act on", ["g", "p"]),
    ("metrics", "What the numbers say", ["g", "m"]),
    ("journal", "Who did what", ["a", "j", "c", *"On it", "Enter", "g", "j"]),
]
SIZES = [(80, 24), (100, 30), (140, 40), (200, 60)]
FEW = [(80, 24), (140, 40)]
# Name, what it is, options, sizes.
FORMS = [
    ("dark", "Dark", [], SIZES),
    ("light", "Light", ["--theme", "light"], FEW),
    ("high-contrast", "High contrast", ["--theme", "high-contrast"], FEW),
    ("mono", "Mono", ["--theme", "mono"], FEW),
    ("ascii", "ASCII", ["--ascii"], [(80, 24)]),
    ("plain", "Plain, for screen readers", ["--plain"], [(80, 24)]),
]


def take(program, directory):
    """Every picture, as files of the directory; answers their names."""
    names = []
    for form, _, options, sizes in FORMS:
        for columns, rows in sizes:
            for name, _, keys in SCREENS:
                # A console of its own for each: no picture depends on the one before.
                with Console(program, columns, rows, options) as console:
                    console.press(*keys)
                    shown = svg(console.screen(), columns, rows, form)
                file = f"{name}-{form}-{columns}x{rows}.svg"
                with open(os.path.join(directory, file), "w", encoding="utf-8") as out:
                    out.write(shown)
                names.append(file)
                print(file, flush=True)
    return names


def page(directory):
    """The page that shows them, in Markdown."""
    lines = ["# Every screen", "",
             "Taken from the real console on the demo's incidents by `make screens`.", ""]
    for name, title, _ in SCREENS:
        lines += [f"## {title}", ""]
        for form, word, _, sizes in FORMS:
            for columns, rows in sizes:
                label = f"{word}, {columns}×{rows}"
                lines += [f"![{title}: {label}]({directory}/{name}-{form}-{columns}x{rows}.svg)",
                          "", f"*{label}*", ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def main():
    program, directory, index = sys.argv[1:4]
    os.makedirs(directory, exist_ok=True)
    names = take(os.path.abspath(program), directory)
    for old in set(os.listdir(directory)) - set(names):
        os.remove(os.path.join(directory, old))
    with open(index, "w", encoding="utf-8") as file:
        file.write(page(os.path.relpath(directory, os.path.dirname(index))))


if __name__ == "__main__":
    main()
