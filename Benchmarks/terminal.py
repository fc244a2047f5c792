# SPDX-License-Identifier: MIT
"""A pseudo-terminal with a program in it, to type into and to count what comes back."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time


class Terminal:
    """A program that believes it has a terminal of so many rows and columns."""

    def __init__(self, command, rows=24, columns=80, environment=None):
        self.started = time.monotonic()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            variables = dict(os.environ)
            variables.update(TERM="xterm-256color", LC_ALL="C.UTF-8")
            variables.update(environment or {})
            # The program must find the size it will have.
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execvpe(command[0], command, variables)
        self.log = b""

    def type(self, keys):
        """Types keys, all in one write."""
        os.write(self.fd, keys.encode() if isinstance(keys, str) else keys)

    def read(self, quiet, most=1 << 30, limit=30.0):
        """What the program writes until it was quiet for so many seconds."""
        got = b""
        end = time.monotonic() + limit
        while len(got) < most and time.monotonic() < end:
            if not select.select([self.fd], [], [], quiet)[0]:
                break
            try:
                part = os.read(self.fd, min(65536, most - len(got)))
            except OSError:
                break
            if not part:
                break
            got += part
        self.log += got
        return got

    def await_text(self, text, limit=30.0):
        """Reads until a text was written; everything read, or None if it never came."""
        wanted = text.encode()
        got = b""
        end = time.monotonic() + limit
        while wanted not in got:
            if time.monotonic() > end:
                return None
            got += self.read(0.05)
        return got

    def close(self):
        """Ends the program, as a lost connection would."""
        try:
            os.close(self.fd)
        except OSError:
            pass
        for _ in range(200):
            if os.waitpid(self.pid, os.WNOHANG)[0]:
                return
            time.sleep(0.02)
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
