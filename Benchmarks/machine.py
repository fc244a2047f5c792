# SPDX-License-Identifier: MIT
"""What was measured, and on what."""

import datetime
import os
import platform
import re
import subprocess


def first_line(command):
    """The first line a command prints, or nothing."""
    try:
        result = subprocess.run(command, capture_output=True, timeout=20, check=False,
                                stdin=subprocess.DEVNULL)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    lines = (result.stdout or result.stderr).decode(errors="replace").split("\n")
    return next((line.strip() for line in lines if line.strip()), "")


def package(name):
    """The version of a Debian package."""
    return first_line(["dpkg-query", "-W", "-f", "${Version}", name])


def field(path, name):
    with open(path, encoding="utf-8") as file:
        found = re.search(rf"^{name}\s*[:=]\s*\"?(.*?)\"?$", file.read(), re.MULTILINE)
    return found.group(1) if found else ""


def about(program, versions=()):
    """Everything that a reader needs to judge the figures."""
    return {
        "when": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%MZ"),
        "processor": field("/proc/cpuinfo", "model name") or platform.machine(),
        "cores": os.cpu_count(),
        "memory": int(field("/proc/meminfo", "MemTotal").split()[0]) * 1024,
        "disk": first_line(["stat", "-f", "-c", "%T", os.path.dirname(program)]),
        "system": f"{field('/etc/os-release', 'PRETTY_NAME')}, Linux {platform.release()}",
        "load": os.getloadavg()[0],
        "versions": {"tocsin": first_line([program, "--version"]),
                     "jq": first_line(["jq", "--version"]),
                     "orjson": orjson_version(), "ncurses": package("libncursesw6"),
                     **dict(versions)},
    }


def orjson_version():
    from floors import orjson
    command = orjson()
    return first_line([command[0], "-c", "import orjson; print(orjson.__version__)"]) \
        if command else "not here"


def written(about_it, names=None):
    """The same as a paragraph of Markdown."""
    shown = {name: text for name, text in about_it["versions"].items()
             if text and (names is None or name in names)}
    versions = ", ".join(text if text.startswith(name) else f"{name} {text}"
                         for name, text in shown.items())
    busy = " **The machine was busy with other work: the times are too long.**" \
        if about_it["load"] > about_it["cores"] / 4 else ""
    return (f"Measured {about_it['when']} on {about_it['processor']}, {about_it['cores']} cores, "
            f"{about_it['memory'] / 2**30:.0f} GiB, {about_it['disk']}; {about_it['system']}; "
            f"load before {about_it['load']:.1f}.{busy}\n\n{versions}.")
