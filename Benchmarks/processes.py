# SPDX-License-Identifier: MIT
"""Whole processes: how long they take, how much memory they have, how often they wake up."""

import contextlib
import os
import select
import signal
import subprocess
import time


class TimedOut(Exception):
    """A measurement took longer than it may."""


@contextlib.contextmanager
def within(seconds):
    """Ends what is inside by TimedOut after so many seconds."""
    def ring(*_):
        raise TimedOut(f"no end within {seconds} s")
    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def run(command, environment=None, limit=600, output=subprocess.DEVNULL, accepted=(0,)):
    """Runs a command to its end: seconds on the clock, and the most memory it had, in bytes.

    What it writes goes to `output`. A command that ends with a code not accepted, or not at all,
    is an error, so that no failure passes for speed.
    """
    variables = {**os.environ, "LC_ALL": "C.UTF-8", **(environment or {})}
    before = time.monotonic()
    process = subprocess.Popen(
        command, env=variables, stdin=subprocess.DEVNULL, stdout=output,
        stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        pidfd = os.pidfd_open(process.pid)
        ended = select.select([pidfd], [], [], limit)[0]
        os.close(pidfd)
        if not ended:
            raise TimedOut(f"{command[0]} did not end within {limit} s")
        _, status, usage = os.wait4(process.pid, 0)
        taken = time.monotonic() - before
        process.returncode = os.waitstatus_to_exitcode(status)
    finally:
        if process.returncode is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    if process.returncode not in accepted:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    return taken, usage.ru_maxrss * 1024


def family(pid):
    """A process and all that it started."""
    found = [pid]
    for member in found:
        with contextlib.suppress(OSError):
            for thread in os.listdir(f"/proc/{member}/task"):
                with open(f"/proc/{member}/task/{thread}/children", encoding="ascii") as file:
                    found += map(int, file.read().split())
    return found


def resident(pid):
    """Bytes of memory a process and its children have in the machine."""
    pages = 0
    for member in family(pid):
        with contextlib.suppress(OSError), open(f"/proc/{member}/statm", encoding="ascii") as file:
            pages += int(file.read().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def wakeups(pid):
    """How often the threads of a process and its children gave up the processor by themselves."""
    count = 0
    for member in family(pid):
        with contextlib.suppress(OSError):
            for thread in os.listdir(f"/proc/{member}/task"):
                with open(f"/proc/{member}/task/{thread}/status", encoding="ascii") as file:
                    count += sum(int(line.split()[1]) for line in file
                                 if line.startswith("voluntary_ctxt_switches"))
    return count
