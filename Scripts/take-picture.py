#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Takes a picture of the real console: take-picture.py TOCSIN OUT.svg [COLUMNS ROWS [KEY ...]]

Runs `TOCSIN demo` in tmux, presses the keys, reads the screen back with its colours and draws it
as SVG. Nothing in the picture is made up: it is what an analyst sees.
"""

import html
import re
import subprocess
import sys
import time

CELL_WIDTH, CELL_HEIGHT, FONT_SIZE, PADDING = 8.4, 16.5, 14, 14
BACKGROUND, FOREGROUND = "#15181e", "#d5d9e0"
BASIC = ["#2b303b", "#e5606b", "#8fc07a", "#e0b65c", "#6ba5e7", "#c08adb", "#58b8c4", "#c8cdd6",
         "#6b7280", "#f07882", "#a3d48e", "#f0c874", "#85b9f5", "#d0a0ea", "#70cbd7", "#eceff4"]


def colour(index):
    """The colour of an index of xterm's 256."""
    if index < 16:
        return BASIC[index]
    if index >= 232:
        level = 8 + (index - 232) * 10
        return f"#{level:02x}{level:02x}{level:02x}"
    index -= 16
    levels = [0, 95, 135, 175, 215, 255]
    return "#%02x%02x%02x" % (levels[index // 36], levels[index // 6 % 6], levels[index % 6])


def screen(program, columns, rows, keys):
    """What the console shows after some keys, with its escape sequences."""
    name = f"tocsin-picture-{time.monotonic_ns()}"
    tmux = ["tmux", "-L", name, "-f", "/dev/null"]
    command = f"env LC_ALL=C.UTF-8 TERM=xterm-256color TZ=UTC {program} --as alice demo"
    subprocess.run(tmux + ["new-session", "-d", "-x", str(columns), "-y", str(rows), command],
                   check=True)
    try:
        for _ in range(100):
            time.sleep(0.1)
            shown = subprocess.run(tmux + ["capture-pane", "-p"], check=True, capture_output=True,
                                   text=True).stdout
            if "Impact" in shown or "Move" in shown:
                break
        for key in keys:
            subprocess.run(tmux + ["send-keys", key], check=True)
            time.sleep(0.4)
        return subprocess.run(tmux + ["capture-pane", "-p", "-e"], check=True,
                              capture_output=True, text=True).stdout
    finally:
        subprocess.run(tmux + ["kill-server"], check=False)


def runs(line):
    """The line in pieces of one look: (text, foreground, background, bold, underline)."""
    look = {"fg": None, "bg": None, "bold": False, "dim": False, "under": False, "rev": False}
    for piece in re.split(r"(\x1b\[[0-9;]*m)", line):
        match = re.fullmatch(r"\x1b\[([0-9;]*)m", piece)
        if not match:
            if piece:
                front, back = look["fg"] or FOREGROUND, look["bg"]
                if look["rev"]:
                    front, back = back or BACKGROUND, front
                yield piece, front, back, look["bold"], look["under"], look["dim"]
            continue
        codes = [int(code or 0) for code in match.group(1).split(";")]
        while codes:
            code = codes.pop(0)
            if code == 0:
                look.update(fg=None, bg=None, bold=False, dim=False, under=False, rev=False)
            elif code in (1, 2, 4, 7):
                look[{1: "bold", 2: "dim", 4: "under", 7: "rev"}[code]] = True
            elif code == 22:
                look.update(bold=False, dim=False)
            elif code in (24, 27):
                look[{24: "under", 27: "rev"}[code]] = False
            elif code in (38, 48) and len(codes) >= 2 and codes[0] == 5:
                look["fg" if code == 38 else "bg"] = colour(codes[1])
                codes = codes[2:]
            elif 30 <= code <= 37 or 90 <= code <= 97:
                look["fg"] = BASIC[code - 30 if code < 90 else code - 82]
            elif 40 <= code <= 47:
                look["bg"] = BASIC[code - 40]
            elif code == 39:
                look["fg"] = None
            elif code == 49:
                look["bg"] = None


def width(character):
    """Columns a character takes; wide ones are rare in the picture."""
    import unicodedata
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def svg(shown, columns, rows):
    """The screen as SVG."""
    total = (columns * CELL_WIDTH + 2 * PADDING, rows * CELL_HEIGHT + 2 * PADDING)
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{total[0]:.0f}" '
           f'height="{total[1]:.0f}" viewBox="0 0 {total[0]:.0f} {total[1]:.0f}" '
           f'font-family="ui-monospace, Menlo, Consolas, \'DejaVu Sans Mono\', monospace" '
           f'font-size="{FONT_SIZE}">',
           f'<rect width="100%" height="100%" rx="8" fill="{BACKGROUND}"/>']
    for row, line in enumerate(shown.split("\n")[:rows]):
        column = 0
        top = PADDING + row * CELL_HEIGHT
        for text, front, back, bold, under, dim in runs(line):
            cells = sum(width(character) for character in text)
            left = PADDING + column * CELL_WIDTH
            span = cells * CELL_WIDTH
            if back:
                out.append(f'<rect x="{left:.1f}" y="{top:.1f}" width="{span:.1f}" '
                           f'height="{CELL_HEIGHT}" fill="{back}"/>')
            if text.strip():
                style = ' font-weight="bold"' if bold else ""
                style += ' text-decoration="underline"' if under else ""
                style += ' opacity="0.6"' if dim else ""
                out.append(f'<text x="{left:.1f}" y="{top + 13:.1f}" fill="{front}"{style} '
                           f'textLength="{span:.1f}" lengthAdjust="spacingAndGlyphs" '
                           f'xml:space="preserve">{html.escape(text)}</text>')
            column += cells
    return "\n".join(out + ["</svg>", ""])


def main():
    program, out = sys.argv[1], sys.argv[2]
    columns, rows = (int(n) for n in sys.argv[3:5]) if len(sys.argv) > 4 else (120, 32)
    keys = sys.argv[5:] if len(sys.argv) > 5 else ["j", "j", "j"]
    with open(out, "w", encoding="utf-8") as file:
        file.write(svg(screen(program, columns, rows, keys), columns, rows))


if __name__ == "__main__":
    main()
