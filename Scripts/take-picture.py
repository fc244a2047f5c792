#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Takes one picture of the real console: take-picture.py TOCSIN OUT.svg [COLUMNS ROWS [KEY ...]]"""

import sys

from pictures import Console, svg


def main():
    program, out = sys.argv[1], sys.argv[2]
    columns, rows = (int(n) for n in sys.argv[3:5]) if len(sys.argv) > 4 else (120, 32)
    keys = sys.argv[5:] if len(sys.argv) > 5 else ["j", "j", "j"]
    with Console(program, columns, rows) as console, open(out, "w", encoding="utf-8") as file:
        console.press(*keys)
        file.write(svg(console.screen(), columns, rows))


if __name__ == "__main__":
    main()
