#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes Resources/attack-techniques.tsv from Resources/attack-techniques.json.

The table is what the program embeds: one source line that starts with '#', then one technique a
line, sorted by the bytes of its id, as id, name and comma-separated tactics between tabs.

With --check nothing is written; the exit status is 1 when the table is out of date.
"""

import json
import pathlib
import sys

RESOURCES = pathlib.Path(__file__).resolve().parent.parent / "Resources"
TABLE = RESOURCES / "attack-techniques.tsv"


def table():
    data = json.loads((RESOURCES / "attack-techniques.json").read_text(encoding="utf-8"))
    lines = ["# " + data["source"]]
    for identifier in sorted(data["techniques"], key=str.encode):
        technique = data["techniques"][identifier]
        fields = [identifier, technique["name"], ",".join(technique["tactics"])]
        if any(character in field for field in fields for character in "\t\r\n"):
            sys.exit(f"{identifier}: a field holds a tab or a line break")
        lines.append("\t".join(fields))
    return ("\n".join(lines) + "\n").encode("utf-8")


def main(arguments):
    if arguments == ["--check"]:
        if not TABLE.exists() or TABLE.read_bytes() != table():
            sys.exit("Resources/attack-techniques.tsv is out of date: run Scripts/generate-techniques.py")
    elif arguments:
        sys.exit(__doc__)
    else:
        TABLE.write_bytes(table())


if __name__ == "__main__":
    main(sys.argv[1:])
