# SPDX-License-Identifier: MIT
"""Rewrites the marked parts of Documentation/benchmarks.md, and nothing else of it.

A part stands between <!-- bench: NAME --> and <!-- end -->.
"""

import os
import re

from dataset import HERE

DOCUMENTATION = os.path.join(os.path.dirname(HERE), "Documentation")
PAGE = os.path.join(DOCUMENTATION, "benchmarks.md")
CHART = os.path.join(DOCUMENTATION, "benchmarks.svg")


def rewrite(parts, path=PAGE):
    """Puts these texts where their names stand; an unknown name is an error."""
    with open(path, encoding="utf-8") as file:
        page = file.read()
    for name, text in parts.items():
        pattern = re.compile(rf"(<!-- bench: {re.escape(name)} -->\n).*?(<!-- end -->)", re.DOTALL)
        page, count = pattern.subn(lambda match, text=text: f"{match[1]}{text}\n{match[2]}", page)
        if count != 1:
            raise SystemExit(f"{path}: the part {name} is there {count} times")
    with open(path + ".new", "w", encoding="utf-8") as file:
        file.write(page)
    os.replace(path + ".new", path)
