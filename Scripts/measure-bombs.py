#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Imports records made to exhaust memory or time, each into a store of its own.

usage: measure-bombs.py TOCSIN [MEGABYTES...]     (default: 15 64)

For each bomb and size it prints the exit code, seconds, peak resident memory and what was said.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time

def repeated(text, size):
    return text * (size // len(text))

def wrapped(inside):
    return b'{"id":"1","displayName":"x","status":"active",' + inside + b"}"

BOMBS = {
    "depth": lambda size: wrapped(b'"a":' + repeated(b"[", size // 2) + repeated(b"]", size // 2)),
    "objects": lambda size: repeated(b'{"a":', size),
    "lines": lambda size: repeated(b'{"a":[\n', size),
    "keys": lambda size: wrapped(
        b'"o":{' + b",".join(b'"k%d":0' % n for n in range(size // 12)) + b"}"),
    "marks": lambda size: wrapped(b'"description":"' + repeated(b"\\ud800", size) + b'"'),
    "accents": lambda size: wrapped(
        b'"description":"' + repeated("e\u0301\u0301".encode(), size) + b'"'),
    "invalid": lambda size: wrapped(b'"description":"' + repeated(b"\xff", size) + b'"'),
    "string": lambda size: wrapped(b'"description":"' + repeated(b"x", size) + b'"'),
    "numbers": lambda size: wrapped(b'"n":[' + repeated(b"1e999,", size) + b"0]"),
    "digits": lambda size: wrapped(b'"n":[' + repeated(b"0,", size) + b"0]"),
    "alerts": lambda size: wrapped(b'"alerts":[' + repeated(b"{},", size) + b"{}]"),
    "evidence": lambda size: wrapped(
        b'"alerts":[{"id":"a","evidence":[' + repeated(b"{},", size) + b"{}]}]"),
    "techniques": lambda size: wrapped(
        b'"alerts":[{"id":"a","mitreTechniques":['
        + b",".join(b'"T%d"' % n for n in range(size // 11)) + b"]}]"),
    "tasks": lambda size: wrapped(
        b'"tasks":[' + b",".join(b'{"id":"%d"}' % n for n in range(size // 19)) + b"]"),
}

def run(program, bomb, size):
    place = tempfile.mkdtemp(prefix="tocsin-bombs-")
    try:
        environment = dict(
            os.environ, XDG_CACHE_HOME=place + "/cache", XDG_STATE_HOME=place + "/state",
            LC_ALL="C.UTF-8")
        # By a child: what a process had in memory counts as a peak of its children's.
        if (child := os.fork()) == 0:
            with open(place + "/bomb.json", "wb") as file:
                file.write(BOMBS[bomb](size) + b'\n{"id":"2","displayName":"after","status":"active"}\n')
            os._exit(0)
        os.waitpid(child, 0)
        store = place + "/store"
        subprocess.run([program, "init", store], env=environment, capture_output=True, check=True)
        start = time.monotonic()
        child = subprocess.Popen(
            [program, "import", place + "/bomb.json", "--store", store], env=environment,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        said = child.stdout.read()
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.monotonic() - start
        code = os.waitstatus_to_exitcode(status)
        shown = subprocess.run(
            [program, "list", "is:any", "--format", "ids", "--store", store], env=environment,
            capture_output=True)
        ids = " ".join(shown.stdout.decode().split())
        print(
            f"{bomb:10} {size >> 20:3} MB  exit {code:2}  {seconds:6.1f} s  "
            f"{usage.ru_maxrss >> 10:5} MB  has {ids or 'nothing'}", flush=True)
        for line in said.decode(errors="replace").replace("\r", "\n").splitlines()[-3:]:
            print("           " + line[:160], flush=True)
    finally:
        shutil.rmtree(place)

def main():
    program = os.path.abspath(sys.argv[1])
    sizes = [int(text) << 20 for text in sys.argv[2:]] or [15 << 20, 64 << 20]
    for bomb in BOMBS:
        for size in sizes:
            run(program, bomb, size)

main()
