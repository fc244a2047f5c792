# SPDX-License-Identifier: MIT
"""Pictures of the real console: it runs in tmux, is read back with its colours, and drawn as SVG.

Nothing in a picture is made up: it is what an analyst sees.
"""

import html
import re
import subprocess
import time
import unicodedata

CELL_WIDTH, CELL_HEIGHT, FONT_SIZE, PADDING = 8.4, 16.5, 14, 14
# What the terminal itself has: background, foreground.
GROUNDS = {"light": ("#ffffff", "#24292f"), "high-contrast": ("#000000", "#ffffff")}
USUAL_GROUND = ("#15181e", "#d5d9e0")
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


class Console:
    """A console on the demo's incidents, in a tmux of its own."""

    def __init__(self, program, columns, rows, options=()):
        self.tmux = ["tmux", "-L", f"tocsin-picture-{time.monotonic_ns()}", "-f", "/dev/null"]
        self.first = None
        command = ["env", "LC_ALL=C.UTF-8", "TERM=xterm-256color", "TZ=UTC", program,
                   "--as", "alice", *options, "demo"]
        self.run("new-session", "-d", "-x", str(columns), "-y", str(rows), *command)

    def __enter__(self):
        for _ in range(200):
            time.sleep(0.1)
            if "your move" in self.run("capture-pane", "-p"):
                return self
        raise SystemExit("The console shows no incidents.")

    def __exit__(self, *_):
        subprocess.run(self.tmux + ["kill-server"], check=False)

    def run(self, *words):
        """Asks tmux for something."""
        return subprocess.run(self.tmux + list(words), check=True, capture_output=True,
                              text=True).stdout

    def press(self, *keys):
        """Presses keys at a person's pace, so that no question takes one for a slip."""
        for key in keys:
            self.run("send-keys", key)
            time.sleep(0.35)

    def screen(self):
        """What it shows once it stands still, with its escape sequences."""
        before = None
        for _ in range(40):
            shown = self.run("capture-pane", "-p", "-e", "-N")
            if shown == before:
                return shown
            before = shown
            time.sleep(0.2)
        raise SystemExit("The console does not stand still.")


def plain_look():
    """The look before any escape sequence."""
    return {"fg": None, "bg": None, "bold": False, "under": False, "rev": False}


def runs(line, look, ground):
    """The line in pieces of one look: (text, foreground, background, bold, underline).

    `look` is what the line before ended with, and is changed: tmux lets it last past a line's end.
    """
    background, foreground = ground
    for piece in re.split(r"(\x1b\[[0-9;]*m)", line):
        match = re.fullmatch(r"\x1b\[([0-9;]*)m", piece)
        if not match:
            if piece:
                front, back = look["fg"] or foreground, look["bg"]
                if look["rev"]:
                    front, back = back or background, front
                yield piece, front, back, look["bold"], look["under"]
            continue
        codes = [int(code or 0) for code in match.group(1).split(";")]
        while codes:
            code = codes.pop(0)
            if code == 0:
                look.update(plain_look())
            elif code in (1, 4, 7):
                look[{1: "bold", 4: "under", 7: "rev"}[code]] = True
            elif code == 22:
                look["bold"] = False
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


def width(text):
    """Columns a text takes; wide characters are rare in the pictures."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF"
               else 1 for c in text)


def words(text):
    """The pieces of a text between gaps, and the columns before each: gaps need no ink."""
    column = 0
    for piece in re.split(r"(  +)", text):
        if piece.strip():
            blank = len(piece) - len(piece.lstrip(" "))
            yield column + blank, piece.strip(" ")
        column += width(piece)


def svg(shown, columns, rows, theme="dark"):
    """The screen as SVG."""
    ground = GROUNDS.get(theme, USUAL_GROUND)
    total = (columns * CELL_WIDTH + 2 * PADDING, rows * CELL_HEIGHT + 2 * PADDING)
    looks = {}
    fills, texts = [], []
    look = plain_look()
    for row, line in enumerate(shown.split("\n")[:rows]):
        column, top = 0, PADDING + row * CELL_HEIGHT
        for text, front, back, bold, under in runs(line, look, ground):
            left = PADDING + column * CELL_WIDTH
            span = width(text) * CELL_WIDTH
            if back:
                fills.append(f'<rect x="{left:.1f}" y="{top:.1f}" width="{span:.1f}" '
                             f'height="{CELL_HEIGHT}" fill="{back}"/>')
            style = (f"fill:{front}" + (";font-weight:bold" if bold else "")
                     + (";text-decoration:underline" if under else ""))
            for start, word in words(text):
                name = looks.setdefault(style, "abcdefghijklmnopqrstuvwxyz"[len(looks)])
                texts.append(
                    f'<text class="{name}" x="{left + start * CELL_WIDTH:.1f}" '
                    f'y="{top + 13:.1f}" textLength="{width(word) * CELL_WIDTH:.1f}">'
                    f'{html.escape(word, quote=False)}</text>')
            column += width(text)
    style = "".join(f".{name}{{{look}}}" for look, name in looks.items())
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {total[0]:.0f} {total[1]:.0f}" '
        f'width="{total[0]:.0f}" height="{total[1]:.0f}">',
        f'<style>text{{font:{FONT_SIZE}px ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",'
        f'monospace;white-space:pre}}{style}</style>',
        f'<rect width="100%" height="100%" rx="8" fill="{ground[0]}"/>',
        *fills, *texts, "</svg>", ""])
