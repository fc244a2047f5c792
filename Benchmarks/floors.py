# SPDX-License-Identifier: MIT
"""The least that can be done: programs in C, compiled on the spot, and reading every record."""

import os
import subprocess
import sys

from dataset import HERE, ROOT, fingerprint

# Reads every record, and does nothing with it; the fastest there is for Python.
ORJSON = ("import orjson, sys\n"
          "for line in open(sys.argv[1], 'rb'): orjson.loads(line)\n")


def compiled(name, *flags):
    """The program made from floors/NAME.c."""
    source = os.path.join("floors", name + ".c")
    program = os.path.join(ROOT, f"{name}-{fingerprint(source)}")
    if not os.path.exists(program):
        os.makedirs(ROOT, exist_ok=True)
        subprocess.run(["cc", "-O2", "-o", program, os.path.join(HERE, source), *flags], check=True)
    return program


def hello(count):
    """The command of the ncurses program with so many lines."""
    return [compiled("hello", "-lncursesw"), str(count)]


def appends(directory, count, pause):
    """Seconds of each of so many appends with a flush, in a directory on the store's disk."""
    path = os.path.join(directory, "appended")
    try:
        result = subprocess.run([compiled("append"), path, str(count), str(pause)], check=True,
                                capture_output=True, timeout=60 + count * pause / 500)
    finally:
        if os.path.exists(path):
            os.remove(path)
    return [int(line) / 1e9 for line in result.stdout.split()]


def orjson():
    """The command that reads records with orjson, short of the file, or None without orjson."""
    for python in (sys.executable, "/usr/bin/python3"):
        if subprocess.run([python, "-c", "import orjson"], stderr=subprocess.DEVNULL,
                          check=False).returncode == 0:
            return [python, "-c", ORJSON]
    return None
