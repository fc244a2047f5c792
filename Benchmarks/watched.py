# SPDX-License-Identifier: MIT
"""A terminal that remembers when each piece of output came."""

import os
import select
import time

from screen import Screen
from terminal import Terminal

# What a terminal answers when it is asked where the cursor is, whether it is well, and what it is.
ANSWERS = {b"\x1b[6n": b"\x1b[1;1R", b"\x1b[5n": b"\x1b[0n",
           b"\x1b[c": b"\x1b[?62;22c", b"\x1b[0c": b"\x1b[?62;22c"}


class Watched(Terminal):
    """A program in a terminal; `with` ends it however the block ends."""

    def __init__(self, command, rows=24, columns=80, environment=None, directory=None):
        here = os.getcwd()
        if directory:
            os.chdir(directory)
        try:
            super().__init__(command, rows, columns, environment)
        finally:
            os.chdir(here)
        self.rows, self.columns = rows, columns
        self.pieces = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def watch(self, quiet, limit=30.0, until=None):
        """The pieces that come until so many seconds were quiet, as (moment, bytes).

        `until` is asked after each piece with all that came so far, and ends the watching.
        """
        pieces, came = [], b""
        end = time.monotonic() + limit
        while True:
            left = min(quiet, end - time.monotonic())
            if left <= 0 or not select.select([self.fd], [], [], left)[0]:
                break
            try:
                part = os.read(self.fd, 65536)
            except OSError:
                break
            if not part:
                break
            pieces.append((time.monotonic(), part))
            for question, answer in ANSWERS.items():
                if question in part:
                    os.write(self.fd, answer)
            if until:
                came += part
                if until(came):
                    break
        self.pieces += pieces
        return pieces

    def press(self, keys, quiet, limit=30.0, until=None):
        """Types keys; the pieces that follow, as (seconds since the typing, bytes)."""
        before = time.monotonic()
        self.type(keys)
        return [(at - before, part) for at, part in self.watch(quiet, limit, until)]

    def screen(self):
        """The screen as all that came so far has left it."""
        screen = Screen(self.rows, self.columns)
        for _, part in self.pieces:
            screen.feed(part)
        return screen

    def full_at(self, least=12):
        """Seconds from exec until as many lines carried text as in the end, or None.

        None means that it was not so many lines as a list has.
        """
        wanted = filled(self.screen())
        if wanted < least:
            return None
        screen = Screen(self.rows, self.columns)
        for at, part in self.pieces:
            screen.feed(part)
            if filled(screen) >= wanted:
                return at - self.started
        return None

    def last_change(self, before, pieces, first=0, last=None):
        """The moment of the last of the pieces that changed these lines, or None.

        `before` is the screen before them, and is brought up to date.
        """
        found = None
        lines = before.lines()[first:last]
        for at, part in pieces:
            before.feed(part)
            now = before.lines()[first:last]
            if now != lines:
                found, lines = at, now
        return found


def size(pieces):
    """How many bytes the pieces have."""
    return sum(len(part) for _, part in pieces)


def filled(screen):
    """How many lines carry text."""
    return sum(1 for line in screen.lines() if line.strip())
