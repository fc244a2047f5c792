# SPDX-License-Identifier: MIT
"""As much of a terminal as is needed to know what text stands where, and when.

Colours are passed over. What xterm-256color's programs are known to send is done; what is not
known is passed over, too. Wide characters count as one cell, which moves what follows them on the
line but neither hides a change nor makes one.
"""

import re

TOKEN = re.compile(
    rb"\x1b\[(?P<private>[?>=!]?)(?P<numbers>[\d;:]*)[ -/]*(?P<final>[@-~])"
    rb"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
    rb"|\x1b[PX^_].*?\x1b\\"
    rb"|\x1b[()*+][0-9A-Za-z]"
    rb"|\x1b(?P<short>[78=>DEMHcZ])"
    rb"|(?P<control>[\x00-\x1a\x1c-\x1f\x7f])"
    rb"|(?P<text>[^\x00-\x1f\x7f]+)", re.DOTALL)
# The beginning of a sequence whose end has not come.
TORN = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|\][^\x07\x1b]*|[PX^_][^\x1b]*|[()*+]?)$")


class Screen:
    """Lines of text, a cursor and a scrolling region."""

    def __init__(self, rows, columns):
        self.rows, self.columns = rows, columns
        self.cells = [[" "] * columns for _ in range(rows)]
        self.row = self.column = 0
        self.top, self.bottom = 0, rows - 1
        self.saved = (0, 0)
        self.rest = b""
        self.last = " "

    def lines(self):
        """The lines as they stand."""
        return ["".join(line) for line in self.cells]

    def feed(self, data):
        """Does what the bytes say."""
        data = self.rest + data
        torn = TORN.search(data)
        end = torn.start() if torn else len(data)
        if not torn:
            # No character is decoded in two halves.
            end -= unfinished(data)
        self.rest = data[end:]
        place = 0
        while place < end:
            match = TOKEN.match(data, place, end)
            if not match:
                place += 1
                continue
            place = match.end()
            if match["text"] is not None:
                self.write(match["text"])
            elif match["control"] is not None:
                self.control(match["control"])
            elif match["final"] is not None:
                if match["private"] == b"":
                    self.command(match["final"].decode(), match["numbers"])
                elif match["private"] == b"?" and match["numbers"] in (b"1049", b"47", b"1047"):
                    self.erase(0, self.rows)
            elif match["short"] is not None:
                self.short(match["short"])

    def write(self, text):
        for character in text.decode(errors="replace"):
            if self.column >= self.columns:
                self.column = 0
                self.down()
            self.cells[self.row][self.column] = self.last = character
            self.column += 1

    def control(self, byte):
        if byte == b"\r":
            self.column = 0
        elif byte == b"\n":
            self.down()
        elif byte == b"\b":
            self.column = max(0, min(self.column, self.columns) - 1)
        elif byte == b"\t":
            self.column = min(self.columns - 1, (self.column // 8 + 1) * 8)

    def short(self, byte):
        if byte == b"7":
            self.saved = (self.row, self.column)
        elif byte == b"8":
            self.row, self.column = self.saved
        elif byte in b"DE":
            self.down()
        elif byte == b"M":
            if self.row == self.top:
                self.scroll(self.top, -1)
            else:
                self.row = max(0, self.row - 1)

    def down(self):
        if self.row == self.bottom:
            self.scroll(self.top, 1)
        else:
            self.row = min(self.rows - 1, self.row + 1)

    def scroll(self, top, count):
        """Moves the lines from `top` to the region's end up, or down if the count is negative."""
        size = self.bottom - top + 1
        count = max(-size, min(size, count))
        blank = [[" "] * self.columns for _ in range(abs(count))]
        region = self.cells[top:self.bottom + 1]
        region = region[count:] + blank if count > 0 else blank + region[:size + count]
        self.cells[top:self.bottom + 1] = region

    def erase(self, first, last):
        for row in range(max(0, first), min(self.rows, last)):
            self.cells[row] = [" "] * self.columns

    def command(self, final, numbers):
        values = [int(part.split(b":")[0] or 0) for part in numbers.split(b";")]
        value = values[0]
        count = max(1, value)
        line = self.cells[self.row]
        column = min(self.column, self.columns - 1)
        if final in "Hf":
            self.row = min(self.rows, count) - 1
            self.column = min(self.columns, max(1, values[1] if len(values) > 1 else 1)) - 1
        elif final in "G`":
            self.column = min(self.columns, count) - 1
        elif final == "d":
            self.row = min(self.rows, count) - 1
        elif final == "A":
            self.row = max(0, self.row - count)
        elif final in "Be":
            self.row = min(self.rows - 1, self.row + count)
        elif final in "Ca":
            self.column = min(self.columns - 1, self.column + count)
        elif final == "D":
            self.column = max(0, column - count)
        elif final == "K":
            first, last = ((column, self.columns), (0, column + 1), (0, self.columns))[value % 3]
            line[first:last] = " " * (last - first)
        elif final == "J":
            if value == 0:
                line[column:] = " " * (self.columns - column)
                self.erase(self.row + 1, self.rows)
            elif value == 1:
                self.erase(0, self.row)
            else:
                self.erase(0, self.rows)
        elif final == "X":
            last = min(self.columns, column + count)
            line[column:last] = " " * (last - column)
        elif final == "b":
            self.write(self.last.encode() * count)
        elif final == "P":
            line[column:] = (line[column + count:] + [" "] * self.columns)[:self.columns - column]
        elif final == "@":
            line[column:] = ([" "] * count + line[column:])[:self.columns - column]
        elif final == "r":
            bottom = values[1] if len(values) > 1 and values[1] else self.rows
            self.top, self.bottom = count - 1, min(self.rows, bottom) - 1
            self.row = self.column = 0
        elif final == "S":
            self.scroll(self.top, count)
        elif final == "T":
            self.scroll(self.top, -count)
        elif final in "LM" and self.top <= self.row <= self.bottom:
            self.scroll(self.row, count if final == "M" else -count)


def unfinished(data):
    """How many bytes at the end are the beginning of a UTF-8 character."""
    for back in range(1, min(4, len(data)) + 1):
        byte = data[-back]
        if byte >= 0xC0:
            return back if back < (2 if byte < 0xE0 else 3 if byte < 0xF0 else 4) else 0
        if byte < 0x80:
            return 0
    return 0
