# SPDX-License-Identifier: MIT
"""The data a size is measured on, made once and kept under .build/bench/."""

import glob
import hashlib
import os
import shutil
import sys

import incidents
import processes
from watched import Watched

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(os.path.dirname(HERE), ".build", "bench")


def fingerprint(*names):
    """Eight digits that change with these files of Benchmarks/."""
    digest = hashlib.sha256()
    for name in names:
        with open(os.path.join(HERE, name), "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()[:8]


def say(text):
    """A line for whoever waits."""
    print(text, file=sys.stderr, flush=True)


class Home:
    """Where a console keeps its things for one measurement, and its environment."""

    def __init__(self, path):
        self.path = path
        self.store = os.path.join(path, "data", "tocsin")

    def environment(self, cache="cache"):
        """Nothing of the person who measures may change what is measured."""
        return {"HOME": self.path, "XDG_DATA_HOME": os.path.join(self.path, "data"),
                "XDG_STATE_HOME": os.path.join(self.path, "state"),
                "XDG_CACHE_HOME": os.path.join(self.path, cache),
                "XDG_CONFIG_HOME": os.path.join(self.path, "config"),
                "TOCSIN_STORE": self.store, "USER": "alice", "TZ": "UTC",
                "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}

    def looked(self):
        """The files in which the console keeps what was looked at last, and in which order."""
        return glob.glob(os.path.join(self.path, "state", "tocsin", "*", "looked-*.json"))

    def remember(self):
        """Keeps these as they are now …"""
        for path in self.looked():
            shutil.copyfile(path, path + ".first")

    def forget(self):
        """… and puts them back, so that no session begins with what the one before left."""
        for path in self.looked():
            if os.path.exists(path + ".first"):
                shutil.copyfile(path + ".first", path)
            else:
                os.remove(path)

    def remove(self):
        shutil.rmtree(self.path, ignore_errors=True)


class Dataset:
    """N incidents as a file of records and, once asked for, as a store."""

    def __init__(self, count):
        self.count = count
        self.path = os.path.join(
            ROOT, "data", f"{count}-{fingerprint('incidents.py', 'wording.py')}")
        self.records = os.path.join(self.path, "incidents.ndjson")
        self.home = Home(os.path.join(self.path, "home"))
        os.makedirs(self.path, exist_ok=True)
        if not os.path.exists(self.records):
            say(f"making {count:,} incidents …")
            with open(self.records + ".new", "wb") as file:
                incidents.write(count, file)
            os.replace(self.records + ".new", self.records)

    def prepare(self, program, cache="cache"):
        """Imports the records if that was not done, and brings the index up to date."""
        done = os.path.join(self.path, "imported")
        if not os.path.exists(done):
            self.home.remove()
            say(f"importing {self.count:,} incidents …")
            self.import_into(program, self.home)
            with open(done, "w", encoding="ascii"):
                pass
        self.warm(program, self.home, cache)

    def import_into(self, program, home):
        """Imports the records into a store of its own; seconds and bytes of memory."""
        os.makedirs(home.path, exist_ok=True)
        return processes.run([program, "import", self.records], home.environment(), limit=3600)

    def warm(self, program, home, cache="cache"):
        """Opens the console once, and leaves it as one does, so that its index is there."""
        home.forget()
        with Watched([program], environment=home.environment(cache)) as terminal:
            terminal.watch(30 + self.count / 2000, 60 + self.count / 1000,
                           until=lambda came: b"Responses" in came)
            terminal.watch(0.5 + self.count / 100_000)
            terminal.type("q")
            terminal.watch(5 + self.count / 20_000)
        home.remember()


def spare(name):
    """An empty home that nothing else uses."""
    home = Home(os.path.join(ROOT, "work", name))
    home.remove()
    os.makedirs(home.path)
    return home
