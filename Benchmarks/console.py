# SPDX-License-Identifier: MIT
"""What a person waits for in the open console, in seconds; and what it writes and holds meanwhile.

Each function gives samples by name. Times are read where a terminal would read: from the key that
is typed to the last byte of the frame that answers it.
"""

import os
import re
import select
import subprocess
import time

import processes
from dataset import ROOT
from watched import ANSWERS, Watched, size

# Longer than any frame takes, shorter than the pause after which the other panes follow.
AT_ONCE = 0.045
# The lines of the queue at 80x24, and the one with its title, which says how many there are.
QUEUE = (1, 9)
WORD = "ransomware"
# A thin link: bytes in each 20 ms, and how long they are on their way.
THIN, TICK, DELAY = 25 * 1024 // 50, 0.02, 0.15


def pause(count):
    """How long nothing must come, with so many incidents, until nothing more is to come."""
    return min(4.0, 0.3 + count / 100_000)


def opened(program, home, count, rows=24, columns=80, cache="cache", prefix=()):
    """The console, its first screen complete."""
    home.forget()
    terminal = Watched([*prefix, program], rows, columns, home.environment(cache))
    terminal.watch(30 + count / 2000, 60 + count / 1000, until=lambda came: b"Queue" in came)
    terminal.watch(pause(count))
    return terminal


def start(command, environment, count=0, quiet=0.25, limit=30.0, directory=None):
    """From exec until the screen is full, and until the last byte."""
    with Watched(command, environment=environment, directory=directory) as terminal:
        terminal.watch(20 + count / 2000, until=lambda came: True)
        terminal.watch(quiet, limit)
        full = terminal.full_at()
        if full is None:
            raise RuntimeError(f"{command[0]} did not fill the screen")
        return {"full": [full], "settled": [terminal.pieces[-1][0] - terminal.started]}


def moves(terminal, keys=60, down="j", quiet=AT_ONCE, page=5):
    """One key down after the other, the first few within the page; then a hundred in one write.

    Which of the first few scrolls differs between programs, so the ones after those are left out.
    """
    times, on_page, scrolled, writes = [], [], [], []
    for index in range(keys):
        pieces = terminal.press(down, quiet, limit=5)
        if not pieces:
            continue
        times.append(pieces[-1][0])
        writes.append(len(pieces))
        if 0 < index < page:
            on_page.append(size(pieces))
        elif index >= 30:
            scrolled.append(size(pieces))
    found = {"j": times, "bytes per j": on_page, "bytes per scroll": scrolled,
             "pieces per j": writes}
    terminal.watch(0.3, 3)
    pieces = terminal.press(down * 100, 0.06, limit=20)
    if pieces:
        found["100 j"] = [pieces[-1][0]]
        found["bytes per 100 j"] = [size(pieces)]
        found["pieces per 100 j"] = [len(pieces)]
    terminal.watch(0.5, 3)
    return found


def thin(terminal, down="j", keys=75):
    """A key held down, 25 times a second, over a link of 25 KiB/s and 150 ms.

    Seconds from the last key until nothing more comes: how far one scrolls past where one let go.
    """
    answers = []

    def tick():
        time.sleep(TICK)
        while answers and answers[0] <= time.monotonic():
            answers.pop(0)
            terminal.type(ANSWERS[b"\x1b[5n"])
        if not select.select([terminal.fd], [], [], 0)[0]:
            return False
        part = os.read(terminal.fd, THIN)
        answers.extend([time.monotonic() + DELAY] * part.count(b"\x1b[5n"))
        terminal.pieces.append((time.monotonic(), part))
        return True

    for _ in range(keys):
        terminal.type(down)
        tick()
        tick()
    released = last = time.monotonic()
    while time.monotonic() - last < 0.4 and time.monotonic() - released < 60:
        if tick():
            last = time.monotonic()
    return {"thin": [last - released + DELAY]}


def idle(terminal, seconds=4, windows=3):
    """Bytes, wake-ups and memory while nobody does anything.

    A minute that passes is in one window only.
    """
    terminal.watch(1, 3)
    written, woken = [], []
    for _ in range(windows):
        before = processes.wakeups(terminal.pid)
        end = time.monotonic() + seconds
        written.append(0)
        while (left := end - time.monotonic()) > 0:
            written[-1] += size(terminal.watch(left, left))
        woken.append(max(0, processes.wakeups(terminal.pid) - before))
    return {"idle bytes": written, "idle wakeups": woken,
            "memory": [processes.resident(terminal.pid)]}


def changed(terminal, keys, count, lines=QUEUE, done=lambda _: True, limit=120):
    """Seconds from the keys to the last change of these lines of the screen.

    `done` says of the lines whether they are what is waited for; they may change again after that.
    `count` incidents say how long nothing must come until nothing more will.
    """
    screen = terminal.screen()
    before, found, arrived = screen.lines()[slice(*lines)], None, False
    began = time.monotonic()
    end = began + limit
    terminal.type(keys)
    while (left := end - time.monotonic()) > 0:
        arrived = arrived or done(before)
        pieces = terminal.watch(min(left, pause(count)) if arrived else left, left,
                                until=lambda came: True)
        if not pieces:
            break
        for at, part in pieces:
            screen.feed(part)
            now = screen.lines()[slice(*lines)]
            if now != before:
                found, before = at - began, now
    if not arrived:
        raise RuntimeError(f"{keys!r} did not show what it asks for")
    return found


def filtered(lines):
    """Whether the queue shows what has the word; two rows may have it behind what is cut off."""
    rows = [line for line in lines[2:] if line.strip()]
    return WORD in lines[0] and sum(WORD in row.lower() for row in rows) >= max(1, len(rows) - 2)


def filtering(terminal, count):
    """A word typed in one go, then letter by letter; from the keys to the last row that changed."""
    terminal.press("/", AT_ONCE * 3)
    found = {"filter": [changed(terminal, WORD, count, done=filtered)], "filter a letter": []}
    terminal.press("\x7f" * len(WORD), pause(count))
    for letter in WORD[:5]:
        found["filter a letter"].append(changed(terminal, letter, count))
    terminal.press("\x1b", pause(count))
    return found


def sorting(terminal, count):
    """Sorted by another column, from its letter to the last row that changed; then back."""
    found = []
    for key, column in (("i", "by title"), ("u", "by updated"), ("t", "")):
        rows = terminal.screen().lines()[slice(*QUEUE)]
        terminal.press("S", 0.15)
        found.append(changed(
            terminal, key, count,
            done=lambda lines, rows=rows, column=column:
            column in lines[0] and "Sort" not in "".join(lines) and lines[2:] != rows[2:]))
    return {"sort": found[:2], "memory after": [processes.resident(terminal.pid)]}


def entities(terminal, count):
    """The list of where devices, users and files occur, from E to its last line."""
    found = []
    for _ in range(3):
        found.append(changed(terminal, "E", count, (0, 24)))
        terminal.press("\x1b", 0.3)
    return {"entities": found}


def saved(screen):
    """The line that says that something is on the disk, if it is there."""
    return next((line for line in screen.lines() if "Saved" in line), "")


def durable(program, home, count, samples=15, between=0.1, cache="cache"):
    """From the key that acknowledges until it is on the disk, and, another time, until the words
    that say so are on the screen.

    Each sample is followed by a pause, as a person makes one; one incident after the other.
    """
    flushed, shown = [], []
    with opened(program, home, count, cache=cache) as terminal:
        for _ in range(min(samples, count // 8)):
            flushed += noted(terminal, "a", os.path.join(home.store, "lock"))
            terminal.press("j", between, 2)
            screen = terminal.screen()
            before = saved(screen)
            for at, part in terminal.press("a", 0.3, 10):
                screen.feed(part)
                if saved(screen) not in ("", before):
                    shown.append(at)
                    break
            terminal.press("j", between, 2)
    if not flushed or not shown:
        raise RuntimeError("nothing was saved")
    return {"acknowledge": flushed, "acknowledge shown": shown}


def noted(terminal, key, path):
    """Seconds from a key until a second line of a file says anew what was flushed.

    Whoever writes a line says so there, right behind the flush; it is looked at again and again,
    because nothing tells from outside when a flush came back, each time after a tenth of a
    millisecond: whoever looks without a pause takes one of two cores from what is measured.
    """
    file = os.open(path, os.O_RDONLY)
    try:
        before = flush_noted(file)
        began = time.monotonic()
        terminal.type(key)
        while (after := time.monotonic()) - began < 2:
            if flush_noted(file) not in (b"", before):
                terminal.watch(0.3, 3)
                return [after - began]
            time.sleep(50e-6)
        return []
    finally:
        os.close(file)


def flush_noted(file):
    """The line, or nothing while somebody writes."""
    lines = os.pread(file, 400, 0).split(b"\n")
    return lines[1] if len(lines) > 1 and lines[1].startswith(b"flushed") else b""


def keyed(program, directory, samples=15):
    """The same of a program that only hands the key to a thread, which appends and flushes."""
    paths = [os.path.join(directory, name) for name in ("keyed", "keyed-mark")]
    times = []
    try:
        with Watched([program, *paths]) as terminal:
            terminal.watch(5, until=lambda came: b"ready" in came)
            for _ in range(samples):
                time.sleep(0.2)
                times += noted(terminal, "a", paths[1])
    finally:
        for path in paths:
            if os.path.exists(path):
                os.remove(path)
    return {"keyed": times}


def news(program, home, count, changes=10, cache="cache"):
    """Another person's change: from the end of the command that made it until it is on the screen."""
    environment = {**os.environ, **home.environment(cache)}
    times = []
    with opened(program, home, count, 40, 160, cache) as terminal:
        # The ids of the first rows, which are on the screen.
        first = subprocess.run([program, "list", "--format", "ids"], env=environment, check=True,
                               capture_output=True, timeout=120).stdout.split()[:changes]
        for index, name in enumerate(first):
            owner = f"w{index:02d}{'xyz'[index % 3]}".encode()
            command = subprocess.Popen([program, "assign", name.decode(), owner.decode()],
                                       env=environment, stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)
            ended, came, pieces = None, b"", []
            limit = time.monotonic() + 20 + count / 20_000
            while time.monotonic() < limit and (ended is None or owner not in came):
                pieces += terminal.watch(0.002, 0.004)
                came = b"".join(part for _, part in pieces)
                if ended is None and command.poll() is not None:
                    ended = time.monotonic()
            if owner not in came or command.wait() != 0:
                raise RuntimeError(f"{owner.decode()} did not show")
            times.append(max(0.0, pieces[-1][0] - ended))
            terminal.watch(0.2 + index % 5 / 20, 2)
    return {"news": times}


def writes(program, home, count, cache="cache"):
    """Calls of write to the terminal, and bytes, for a hundred j one by one and in one go."""
    log = os.path.join(ROOT, "work", "strace")
    os.makedirs(os.path.dirname(log), exist_ok=True)
    prefix = ("strace", "-f", "-qq", "-y", "-o", log, "-e", "trace=write")
    with opened(program, home, count, prefix=prefix, cache=cache) as terminal:
        terminal.watch(0.5)
        before = terminal_writes(log)
        for _ in range(20):
            terminal.press("j", 0.05)
        single = terminal_writes(log)
        terminal.watch(0.5)
        rest = terminal_writes(log)
        terminal.press("j" * 100, 0.5)
        burst = terminal_writes(log) - rest
    return {"writes per j": [(single - before) / 20], "writes per 100 j": [burst]}


def terminal_writes(log):
    """Frames; asking the terminal whether it is well, now and then, is a write of its own."""
    with open(log, encoding="utf-8", errors="replace") as lines:
        return sum(1 for line in lines if re.search(r"write\(\d+</dev/(pts/\d+|tty)", line)
                   and r'"\33[5n", 4' not in line)
