#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Leaves consoles open on one store for minutes and tells whether any ended that nobody ended.

    Scripts/soak.py .build/release/tocsin [MINUTES]

Half of the time nobody writes, half of the time a shell does (10 minutes in all). The consoles
differ in what surrounds them: keys from the terminal or from nowhere else, messages to the
terminal, to a file or to a pipe nobody reads, with inotify or without, in a session that ignores
hang-ups, read-only, the demo. At the end each is ended one way or another, and its exit status must
be the one for that. Prints a line for each console and exits with 1 if one was not as it must be.
"""

import fcntl
import os
import pty
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

ROWS, COLUMNS = 24, 80


class Console:
    """A console in a terminal of its own, whose output is read and thrown away."""

    def __init__(self, name, program, environment, arrange=lambda: None, words=(), **variables):
        self.name, self.tail, self.bytes, self.status = name, b"", 0, None
        self.began = time.monotonic()
        self.ended = None
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            arrange()
            os.execve(program, [program, *words, "--as", name], {**environment, **variables})
        os.set_blocking(self.terminal, False)
        # Else the consoles begun later would keep this one's terminal open.
        os.set_inheritable(self.terminal, False)

    def read(self):
        """Takes what the console wrote; false when it can write no more."""
        try:
            got = os.read(self.terminal, 1 << 16)
        except BlockingIOError:
            return True
        except OSError:
            return False
        self.bytes += len(got)
        self.tail = (self.tail + got)[-400:]
        return bool(got)

    def look(self):
        """Whether it still runs."""
        if self.status is None:
            process, status = os.waitpid(self.process, os.WNOHANG)
            if process:
                self.status = os.waitstatus_to_exitcode(status)
                self.ended = time.monotonic() - self.began
        return self.status is None

    def key(self, text):
        try:
            os.write(self.terminal, text)
        except OSError:
            pass


def to(descriptor):
    """Sends messages elsewhere than to the terminal."""
    return lambda: os.dup2(descriptor, 2)


def deaf():
    """Ignores hang-ups, as under nohup."""
    signal.signal(signal.SIGHUP, signal.SIG_IGN)


def no_input():
    """Has a standard input that is at its end; keys come from the terminal."""
    os.dup2(os.open("/dev/null", os.O_RDONLY), 0)


def watch(consoles, seconds, work=lambda: None):
    """Reads from all until the time is over; gives the names of those that ended."""
    end = time.monotonic() + seconds
    gone = []
    while time.monotonic() < end:
        open_ones = [console for console in consoles if console.status is None]
        ready, _, _ = select.select([c.terminal for c in open_ones], [], [], 0.25)
        for console in open_ones:
            if console.terminal in ready:
                console.read()
            if not console.look():
                while console.read() and console.terminal in select.select(
                    [console.terminal], [], [], 0)[0]:
                    pass
                print(f"ENDED  {console.name}: status {console.status} after "
                      f"{console.ended:.0f} s; last bytes {console.tail[-200:]!r}", flush=True)
                gone.append(console.name)
        work()
    return gone


def end(console, how):
    """Ends a console one way; gives the status that way must give."""
    if how == "q":
        console.key(b"q")
        return 0
    if how == "hang-up":
        os.close(console.terminal)
        return 128 + signal.SIGHUP
    os.kill(console.process, how)
    return 128 + how


def main():
    program = os.path.realpath(sys.argv[1])
    minutes = float(sys.argv[2]) if len(sys.argv) > 2 else 10
    home = tempfile.mkdtemp(prefix="tocsin-soak-")
    environment = {
        "HOME": home, "TMPDIR": home, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "TZ": "UTC",
        "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no",
    }
    page = os.path.join(home, "page.json")
    with open(page, "w", encoding="ascii") as file:
        for number in range(200):
            file.write('{"id":"%d","displayName":"Incident %d","severity":"high",'
                       '"status":"awaitingAction","createdDateTime":"2026-11-23T09:00:00Z",'
                       '"lastUpdateDateTime":"2026-11-23T10:00:00Z"}\n' % (number, number))

    def command(*words):
        return subprocess.run([program, *words], env=environment, check=False,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode

    assert command("import", page) == 0
    unread, unheard = os.pipe()
    os.close(unread)
    log = os.open(os.path.join(home, "messages"), os.O_WRONLY | os.O_CREAT, 0o600)
    make = lambda name, *rest, **others: Console(  # noqa: E731
        name, program, environment, *rest, **others)
    consoles = [
        (make("plain"), "q"),
        (make("second"), signal.SIGTERM),
        (make("third"), "hang-up"),
        (make("without-input", no_input), "q"),
        (make("unheard", to(unheard)), "q"),
        (make("logged", to(log)), signal.SIGINT),
        (make("deaf", deaf), signal.SIGTERM),
        (make("demo", words=["demo"]), "q"),
        (make("read-only", words=["--read-only"]), "q"),
        (make("polling", TOCSIN_NO_INOTIFY="1"), signal.SIGQUIT),
    ]
    everyone = [console for console, _ in consoles]
    last = [0.0]

    def write():
        if time.monotonic() - last[0] >= 2:
            last[0] = time.monotonic()
            number = int(last[0])
            command("comment", str(number % 200), f"soak {number}")
            if number % 30 == 0:
                command("import", page)

    failed = watch(everyone, minutes * 30)
    print(f"quiet  {minutes / 2:g} minutes without a writer", flush=True)
    failed += watch(everyone, minutes * 30, write)
    print(f"busy   {minutes / 2:g} minutes with one", flush=True)
    for console, how in consoles:
        if console.status is not None:
            continue
        expected = end(console, how)
        limit = time.monotonic() + 20
        while console.look() and time.monotonic() < limit:
            if how != "hang-up":
                console.read()
            time.sleep(0.02)
        # What a signal's default action ends is told by its negative number.
        isRight = console.status == expected
        print(f"{'ok' if isRight else 'WRONG':6} {console.name}: ended by {how}, status "
              f"{console.status}, wanted {expected}, {console.bytes} bytes drawn", flush=True)
        if not isRight:
            failed.append(console.name)
            if console.status is None:
                os.kill(console.process, signal.SIGKILL)
    if command("verify") != 0:
        failed.append("verify")
        print("WRONG  the store is not sound", flush=True)
    shutil.rmtree(home)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
