#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Opens what tocsin writes of a hostile store in real programs, and looks at what they made of it.

usage: check-reports.py TOCSIN DIRECTORY

LibreOffice must find no formula in a CSV, Chromium no script, link or request in the HTML, and
three Markdown renderers no link, image or HTML. Each of them is first shown something it must find,
so that a program that sees nothing is not taken for a page that holds nothing. Pictures of the
HTML, for the screen and for paper, are left in DIRECTORY. Exits 1 if anything is wrong.
"""

import html.parser
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

MARKUP = [
    "<script>alert(1)</script>", "<img src=http://127.0.0.1:9/x onerror=alert(1)>",
    "</title><script>document.title='owned'</script>", "</style><style>@import url(//evil.example)",
    '"><svg onload=alert(1)>', "<a href=\"http://evil.example\">x</a>", "<iframe src=//evil.example>",
    "http://evil.example/a?b=c", "www.evil.example", "mail me@evil.example now", "ftp://evil.example",
    "[x](http://evil.example)", "![x](http://evil.example/p.png)", "[x]: http://evil.example",
    "<http://evil.example>", "<me@evil.example>", "mailto:me@evil.example", "a|b", "a\\|b", "`", "``",
    "`\u0301", "```", "# Heading", "=====", "- item", "1. item", "> quote", "    code", "&lt;b&gt;",
    "=1+1", "=cmd|'/c calc'!A0", "+1+1", "-1+1", "@SUM(1,1)", "\t=1+1", "\r=1+1", " =1+1", "a;=1+1",
    'a;"=1+1"', "\"\u0301,=1+1", '",=1+1', "=HYPERLINK(\"http://evil.example\")", "\uFF1D1+1",
    "invoice\u202Efdp.exe", "zero\u200Bwidth", "http:/\u200B/evil.example", "\u2028=1+1", "{=1+1}",
    "evil.com", "see evil.com, now", "(evil.com)", "x:evil.com/a", "//evil.com", "//localhost",
    "evil.com`", "`evil.com", "**evil.com**", "evil.com|x", "a\\evil.com\\", "\u00E9vil.com",
    "1.evil.com.", "<evil.com>", "evil.com\u0301", "bad-site.co.uk/p?q", "192.0.2.1:80/a",
]


OPTIONS = {"--next", "--blocker", "--source", "--incident", "--owner", "--reason"}
PACKET = [str(1000 + number) for number in range(0, 60, 3)]
# Beside the service report: what it is called, and its title.
REPORTS = {
    "packet": (["escalate", "packet", *PACKET], "Hand-off packet: "),
    "escalation": (["escalate", "show", "--all"], "Escalation"),
    "handover": (["handover"], "Handover"),
    "readiness": (["readiness"], "Readiness"),
    "recommendations": (["recommendations", "review"], "Review of recommendations"),
}


def store(tocsin, home):
    """A store in which every text is hostile, with enough in it that every part of a report is."""
    lines = []
    for number, text in enumerate(MARKUP):
        day = number % 28 + 1
        at = f"2026-02-{day:02}T{number % 24:02}:00:00Z"
        status = ("resolved", "awaitingAction", "active")[number % 3]
        task = {
            "@odata.type": "#microsoft.graph.security.incidentTask", "id": f"r{number}",
            "incident": {"id": str(1000 + number)}, "status": ("failed", "open")[number % 2],
            "source": "defenderExpertsGuidedResponse", "displayName": text, "description": text,
            "createdDateTime": at, "lastModifiedDateTime": at, "actionType": "isolateDevice",
            "responseAction": {"identifierValue": text},
        }
        device = {"@odata.type": "#microsoft.graph.security.deviceEvidence", "createdDateTime": at,
                  "deviceDnsName": text, "verdict": "malicious"}
        user = {"@odata.type": "#microsoft.graph.security.userEvidence", "createdDateTime": at,
                "userAccount": {"accountName": text, "userPrincipalName": text}}
        alert = {"id": f"a{number}", "incidentId": str(1000 + number), "title": text,
                 "severity": "high", "serviceSource": text, "category": text, "createdDateTime": at,
                 "lastUpdateDateTime": at, "mitreTechniques": [text], "evidence": [device, user]}
        lines.append(json.dumps({
            "id": str(1000 + number), "status": status, "severity": ("high", "medium", "low", text)[number % 4],
            "displayName": text, "assignedTo": text, "customTags": [text], "description": text,
            "summary": text, "recommendedActions": text,
            "classification": ("falsePositive", "truePositive", "unknown")[number % 3],
            "createdDateTime": at, "lastUpdateDateTime": at, "alerts": [alert], "tasks": [task],
            "comments": [{"comment": text, "createdByDisplayName": text, "createdDateTime": at}],
        }))
    run(tocsin, home, "import", "-", input="\n".join(lines))
    for number, text in enumerate(MARKUP):
        run(tocsin, home, "--as", f"alice{number}", "comment", str(1000 + number), "-", input=text)
    duties(tocsin, home)


def duties(tocsin, home):
    """What the other reports are about: runs, handovers, readiness and recommendations."""
    for number, text in enumerate(MARKUP):
        for arguments in (
            ["note", str(1000 + number), text, "--next", text, "--blocker", text],
            ["recommendations", "add", f"{text} {number}", "--source", text,
             "--incident", str(1000 + number)],
            ["readiness", "add", f"{text} {number}", "--owner", text, "--source", text],
            ["readiness", "exclusion", "add", f"{text} {number}", "--reason", text],
        ):
            run(tocsin, home, *[f" {a}" if a.startswith("-") and a not in OPTIONS else a
                                for a in arguments])
    for name in ("one", "two"):
        begun = run(tocsin, home, "escalate", "begin", *PACKET, "--reason", f"{MARKUP[0]} {name}")
        name = begun.split()[0].rpartition("/")[2]
        run(tocsin, home, "escalate", "answer", "major", "yes", "--note", MARKUP[4], "--run", name)
        for text in MARKUP:
            for verb in ("call", "question"):
                run(tocsin, home, "escalate", verb, "-", "--run", name, input=f". {text}")
    run(tocsin, home, "handover", "sign", "--yes", "--comment", MARKUP[1])


def run(tocsin, home, *arguments, input=None):
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8"}
    done = subprocess.run(
        [tocsin, *arguments], input=None if input is None else input.encode(), env=environment,
        capture_output=True, check=False)
    if done.returncode:
        sys.exit(f"tocsin {' '.join(arguments)}: {done.stderr.decode()}")
    return done.stdout.decode()


class Page(html.parser.HTMLParser):
    """What a page holds that can act or lead somewhere."""

    ACTING = {"script", "img", "a", "link", "iframe", "object", "embed", "form", "base", "use",
              "image", "video", "audio", "source"}

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        if tag in self.ACTING:
            self.found.append(f"<{tag}>")
        for name, value in attributes:
            if name.startswith("on") or name in {"href", "src", "srcset", "action", "data"}:
                self.found.append(f"{name}={value}")

    handle_startendtag = handle_starttag


def formulas(sheet, work):
    """The formulas LibreOffice sees in a CSV, by comma and by semicolon."""
    found = []
    for separator in ("44", "59"):
        out = work / "sheets" / separator
        out.mkdir(parents=True, exist_ok=True)
        # Quoted fields are not taken for text, and formulas are computed where that can be chosen.
        options = f"CSV:{separator},34,76,1,,0,false,true,false,false,false,-1,true"
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{work}/office", "--headless", "--convert-to",
             "fods", f"--infilter={options}", "--outdir", str(out), str(sheet)],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for path in out.glob(sheet.stem + "*.fods"):
            found += re.findall(r'table:formula="([^"]*)"', path.read_text())
            path.unlink()
    return found


def browse(page, work, *arguments):
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
               "--disable-background-networking", "--disable-component-update",
               f"--user-data-dir={work}/browser", *arguments, page.as_uri()]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, timeout=120).stdout.decode()


def browsed(page, work):
    """What Chromium made of a page: what acts in it, its title, and what it asked for."""
    log = work / "net.json"
    dom = browse(page, work, "--dump-dom", f"--log-net-log={log}")
    asked = {url for url in re.findall(r'"url":"([^"]*)"', log.read_text())
             if re.match(r"(https?|ftp|wss?):", url) and ("127.0.0.1" in url or "evil" in url)}
    title = re.search(r"<title>(.*?)</title>", dom, re.S)
    return Page(dom).found + sorted(asked), title.group(1) if title else ""


def rendered(text):
    """A page of Markdown as three renderers show it, each with its links for bare addresses on."""
    import markdown
    import markdown_it
    pages = {}
    pages["cmark-gfm"] = subprocess.run(
        ["cmark-gfm", "--unsafe", "-e", "autolink", "-e", "table", "-e", "strikethrough", "-e",
         "tasklist"], input=text.encode(), stdout=subprocess.PIPE, check=True).stdout.decode()
    pages["python-markdown"] = markdown.markdown(text, extensions=["extra", "sane_lists"])
    pages["markdown-it"] = markdown_it.MarkdownIt(
        "gfm-like", {"html": True, "linkify": True}).render(text)
    return pages


def unexpected(page):
    """Tags and links in rendered Markdown that a report has no use for."""
    ours = {"h1", "h2", "h3", "p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td",
            "code", "pre", "strong", "blockquote", "br", "input"}
    seen = [f"<{tag}>" for tag in re.findall(r"<([a-zA-Z][a-zA-Z0-9]*)", page)
            if tag.lower() not in ours]
    return seen + [entry for entry in Page(page).found if not entry.startswith("<input")]


def main():
    tocsin, directory = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir(parents=True)
    home = directory / "home"
    home.mkdir()
    store(tocsin, home)
    wrong = []

    def expect(what, found):
        print(f"{'ok   ' if not found else 'WRONG'} {what}" + (f": {found[:12]}" if found else ""))
        if found:
            wrong.append(what)

    def control(what, found):
        if not found:
            sys.exit(f"check-reports: {what} does not see what it is to look for")

    control_sheet = directory / "control.csv"
    control_sheet.write_text('a,=1+1\r\nb,"=2+2"\r\n')
    control("LibreOffice", formulas(control_sheet, directory))
    page = ["report", "--since", "2026-01-01"]
    for name, arguments in {
        "report": [*page, "--format", "csv"], "list": ["list", "--all", "--format", "csv"],
        "report-raw": [*page, "--raw", "--format", "csv"],
        **{name: [*arguments, "--format", "csv"] for name, (arguments, _) in REPORTS.items()},
    }.items():
        sheet = directory / f"{name}.csv"
        sheet.write_bytes(run(tocsin, home, *arguments).encode())
        expect(f"LibreOffice, formulas in {sheet.name}", formulas(sheet, directory))

    control_page = directory / "control.html"
    control_page.write_text(
        "<title>x</title><img src=http://127.0.0.1:9/x><script>document.title='owned'</script>")
    found, title = browsed(control_page, directory)
    control("Chromium", title == "owned" and any("127.0.0.1" in entry for entry in found))
    for name, (arguments, wanted) in {
        "report": (page, "Service report"), "report-raw": ([*page, "--raw"], "Service report"),
        **REPORTS,
        "packet-raw": ([*REPORTS["packet"][0], "--raw"], REPORTS["packet"][1]),
    }.items():
        target = directory / f"{name}.html"
        target.write_bytes(run(tocsin, home, *arguments, "--format", "html").encode())
        found, title = browsed(target, directory)
        expect(f"Chromium, scripts, links and requests in {target.name}", found)
        expect(f"Chromium, title of {target.name}", [] if title.startswith(wanted) else [title])
    for name in ("report", "packet"):
        pictures(directory / f"{name}.html", directory, "" if name == "report" else "packet-")
    control("Chromium", overflowing("<p style='width:900px'>x</p>", directory))
    for name in ("report", *REPORTS):
        expect(f"Chromium, {name}.html is as wide as the screen",
               overflowing((directory / f"{name}.html").read_text(), directory))

    pages = rendered("http://evil.example <b>x</b> [x](y)")
    for renderer, text in pages.items():
        control(renderer, "<a" in text and "<b>" in text)
    texts = {"report": run(tocsin, home, *page, "--format", "markdown")}
    for name, (arguments, _) in REPORTS.items():
        texts[name] = run(tocsin, home, *arguments, "--format", "markdown")
    for number in range(len(MARKUP)):
        name = str(1000 + number)
        texts[name] = run(tocsin, home, "show", name, "--format", "markdown")
    found = {}
    for name, text in texts.items():
        for renderer, shown in rendered(text).items():
            found.setdefault(renderer, []).extend(f"{name}: {e}" for e in unexpected(shown))
    for renderer, entries in found.items():
        expect(f"{renderer}, links and HTML in {len(texts)} pages", entries)
    print(f"pictures and files: {directory}")
    return 1 if wrong else 0


def pictures(page, work, prefix):
    """How a page looks: on a wide and a narrow screen, dark, and on paper."""
    for name, arguments in {
        "desktop": ["--window-size=1280,3600"], "narrow": ["--window-size=480,5200"],
        "dark": ["--window-size=1280,3600", "--blink-settings=preferredColorScheme=0"],
    }.items():
        browse(page, work, f"--screenshot={work}/{prefix}{name}.png", *arguments)
    paper = f"{work}/{prefix}paper"
    browse(page, work, f"--print-to-pdf={paper}.pdf", "--no-pdf-header-footer")
    subprocess.run(["pdftoppm", "-r", "60", "-png", f"{paper}.pdf", paper], check=True)


def overflowing(text, work):
    """The widths of the screen that a page does not fit: a phone's, a sheet of A4's (which has
    margins for the page's padding), a desk's."""
    copy = work / "measured.html"
    script = "document.title=document.documentElement.scrollWidth-document.documentElement.clientWidth"
    copy.write_text(re.sub(r"<meta http-equiv[^>]*>", "", text) + f"<script>{script}</script>")
    found = []
    for width in (500, 721, 1280):
        dom = browse(copy, work, "--dump-dom", f"--window-size={width},900")
        over = re.search(r"<title>(-?\d+)</title>", dom)
        if not over or int(over.group(1)) > 0:
            found.append(f"{width} px: {over.group(1) if over else 'not measured'}")
    return found


if __name__ == "__main__":
    sys.exit(main())
