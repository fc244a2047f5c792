# SPDX-License-Identifier: MIT
"""Commands timed as whole processes, each beside the least that does the same kind of work."""

import os
import shutil
import subprocess
import time

import floors
import processes
from dataset import spare


def timed(command, environment=None, **options):
    seconds, memory = processes.run(command, environment, **options)
    return {"time": [seconds], "memory": [memory]}


def dry_run(program, data):
    """Reading, decoding and merging every record, into a store that has none of them."""
    home = spare("dry-run")
    try:
        return timed([program, "import", "--dry-run", data.records], home.environment(), limit=900)
    finally:
        home.remove()


def jq(data):
    return timed(["jq", "-c", ".", data.records], limit=900)


def orjson(data):
    command = floors.orjson()
    return timed([*command, data.records], limit=900) if command else {}


def verify(program, data, cache="cache"):
    return timed([program, "verify"], data.home.environment(cache), limit=900)


def sha256sum(data):
    """The digest of every file of the store, by the program everybody has."""
    command = f"find '{data.home.store}' -type f -print0 | xargs -0 sha256sum"
    return timed(["sh", "-c", command], limit=900)


def listed(program, data, cache="cache"):
    return timed([program, "list"], data.home.environment(cache), limit=300)


def reported(program, data, cache="cache"):
    return timed([program, "report", "--since", "2026-08-26", "--until", "2026-11-24"],
                 data.home.environment(cache), limit=300)


def settle():
    """Waits until what others wrote is on the disk, so that nobody pays for it."""
    subprocess.run(["sync"], check=False, timeout=600)


def imported(program, data, home):
    settle()
    seconds, memory = data.import_into(program, home)
    return {"time": [seconds], "memory": [memory]}


def copied(home):
    """A copy of a store's files, made durable as simply as can be."""
    target = home.store + ".copy"
    settle()
    before = time.monotonic()
    try:
        subprocess.run(["cp", "-R", home.store, target], check=True, timeout=900)
        subprocess.run(["sync", "-f", target], check=True, timeout=900)
        return {"time": [time.monotonic() - before]}
    finally:
        shutil.rmtree(target, ignore_errors=True)


def stripped_size(program):
    """Bytes of the program as it is packed."""
    target = os.path.join(spare("strip").path, "tocsin")
    subprocess.run(["strip", "-o", target, program], check=True)
    return os.path.getsize(target)
