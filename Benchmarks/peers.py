# SPDX-License-Identifier: MIT
"""The programs people use for the same kind of work, and how each is driven."""

import os
from dataclasses import dataclass, field

import floors
from dataset import Home


@dataclass
class Peer:
    """A program: how it is started, which key goes down, and how it filters by a word."""

    name: str
    package: str
    command: list
    environment: dict
    directory: str = None
    down: str = "j"
    # Typed before, then typed with the clock running; none if it does not filter as it lists.
    prelude: str = ""
    filter: str = ""
    # Whether it stops writing when it is done.
    settles: bool = True
    # Whether it must be started once before, so that its cache is there.
    warm: bool = False
    note: str = ""
    # Done before each start, so that no session begins with what the one before left.
    before: object = lambda: None
    samples: dict = field(default_factory=dict)


def configured(home, name, text):
    """A file of configuration that nobody else may read."""
    path = os.path.join(home.path, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    os.chmod(path, 0o600)
    return path


def mutt_settings(maildir, cache):
    os.makedirs(cache, exist_ok=True)
    return (f'set header_cache="{cache}"\nset folder="{os.path.dirname(maildir)}"\n'
            f'set spoolfile="{maildir}"\nset sort=reverse-date\nset mail_check=3600\nset timeout=3600\n'
            "set charset=utf-8\nset quit=yes\nset confirmappend=no\nset from=a@contoso.example\n")


def peers(data, word):
    """All of them, on so many commits, mails and lines."""
    home = Home(os.path.join(data.path, "home"))
    os.makedirs(home.path, exist_ok=True)
    plain = {**home.environment(), "EDITOR": "true", "PAGER": "cat", "GIT_PAGER": "cat"}
    inbox = data.maildir
    mutt = configured(home, "muttrc", mutt_settings(inbox, os.path.join(home.path, "mutt-cache")))
    neomutt = configured(
        home, "neomuttrc", mutt_settings(inbox, os.path.join(home.path, "neomutt-cache")))
    configured(home, "config/aerc/accounts.conf",
               f"[bench]\nsource = maildir://{os.path.dirname(inbox)}\ndefault = INBOX\n"
               "from = Alice <alice@contoso.example>\n")
    configured(home, "config/aerc/aerc.conf",
               "[ui]\nmouse-enabled = false\nthreading-enabled = false\n")
    return [
        Peer("tig", "tig", ["tig"], plain, data.repository),
        Peer("neomutt", "neomutt", ["neomutt", "-n", "-F", neomutt, "-f", inbox], plain,
             prelude="l", filter=f"~s {word}\r", warm=True),
        Peer("mutt", "mutt", ["mutt", "-n", "-F", mutt, "-f", inbox], plain, prelude="l",
             filter=f"~s {word}\r", warm=True),
        Peer("aerc", "aerc", ["aerc"], plain, prelude=f":filter {word}", filter="\r", warm=True),
        # From a home that has no session to restore; from the first line, for it begins at the last.
        Peer("lnav", "lnav", ["sh", "-c", f"rm -rf '{home.path}/config/lnav/'view-info-*; "
                              f"exec lnav -c ':goto 0' '{data.lines}'"], plain, prelude=f":filter-in {word}",
             filter="\r", settles=False, warm=True, note="scrolls by `j`; its clock ticks, so it is never settled"),
        Peer("less", "less", ["less", "-S", data.lines], plain, prelude=f"&{word}", filter="\r",
             note="scrolls by `j`"),
        Peer("VisiData", "visidata", ["vd", data.table], plain, warm=True),
        Peer("fzf", "fzf", ["sh", "-c", f"exec fzf --layout=reverse --no-sort < '{data.lines}'"],
             plain, down="\x0e", filter=word),
        Peer("htop", "htop", ["htop"], plain, down="\x1b[B", settles=False,
             note="this machine's processes"),
        Peer("ncurses hello", "libncursesw6", floors.hello(data.count), plain),
    ]
