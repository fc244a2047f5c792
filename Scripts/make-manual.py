#!/usr/bin/env python3
"""Writes the manual pages: make-manual.py PROGRAM DIRECTORY

tocsin(1) is Documentation/manual.md with the commands as PROGRAM tells them and the keys of
Documentation/keys.md; each of PAGES that exists becomes a page of its own. Only what those documents
use of Markdown is understood, and a line that is not ends the script: headings, paragraphs, lists,
tables, code, emphasis and links.

Dates come from $SOURCE_DATE_EPOCH, so that the same sources give the same pages.
"""
import datetime
import json
import os
import re
import subprocess
import sys
import textwrap

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
PAGES = {"config.md": ("tocsin-config", 5), "store.md": ("tocsin-store", 5),
         "query.md": ("tocsin-query", 7)}


def escape(text, literal=False):
    """The text as roff prints it: `literal` characters can be copied into a shell."""
    table = {"\\": "\\e"}
    if literal:
        table |= {"-": "\\-", "'": "\\(aq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti",
                  '"': "\\(dq"}
    return "".join(table.get(c) or (c if ord(c) < 128 else f"\\[u{ord(c):04X}]") for c in text)


def line_of(text):
    """A line of text that no request can be read into."""
    return "\\&" + text if text[:1] in (".", "'") else text


INLINE = re.compile(r"(?P<tick>`+)(?P<code>.+?)(?P=tick)|\*\*(?P<strong>.+?)\*\*"
                    r"|(?<!\w)\*(?P<emphasis>[^*]+)\*|\[(?P<label>[^]]+)\]\((?P<target>[^)]+)\)")


def inline(text):
    output, at = "", 0
    for found in INLINE.finditer(text):
        output += escape(text[at:found.start()])
        at = found.end()
        if found["code"]:
            output += f"\\fB{escape(found['code'].strip(), literal=True)}\\fR"
        elif found["strong"]:
            output += f"\\fB{escape(found['strong'].replace('`', ''))}\\fR"
        elif found["emphasis"]:
            output += f"\\fI{escape(found['emphasis'].replace('`', ''))}\\fR"
        else:
            output += link(found["label"], found["target"])
    return output + escape(text[at:])


def link(label, target):
    page = PAGES.get(os.path.basename(target.split("#")[0]))
    if page:
        return f"\\fB{escape(page[0], literal=True)}\\fR({page[1]})"
    if target.startswith("http"):
        return f"{inline(label)} ({escape(target, literal=True)})"
    return inline(label)


class Page:
    """A manual page as it is written."""

    def __init__(self):
        self.lines = []
        self.is_fresh = True  # after a heading no paragraph need begin

    def heading(self, level, text):
        macro, text = (".SH", text.upper()) if level == 2 else (".SS", text)
        self.lines.append(f'{macro} "{inline(text).replace(chr(34), "")}"')
        self.is_fresh = True

    def begin(self, macro):
        if not (self.is_fresh and macro == ".PP"):
            self.lines.append(macro)
        self.is_fresh = False

    def paragraph(self, text):
        self.begin(".PP")
        self.text(inline(text))

    def item(self, mark, text):
        self.begin(f".IP {mark} 4")
        self.text(inline(text))

    def term(self, tag, text):
        """A tag, and what is said of it; both as roff."""
        self.begin(".TP")
        self.lines.append(line_of(tag))
        if text:
            self.text(text)

    def code(self, lines):
        self.begin(".PP")
        self.lines += [".RS 4", ".EX"]
        self.lines += [line_of(escape(line, literal=True)) for line in lines]
        self.lines += [".EE", ".RE"]

    def text(self, roff):
        # Sentences begin lines, because that is how roff knows them.
        for sentence in re.split(r"(?<=[a-z0-9)][.?!]) +", roff):
            self.lines += map(line_of, textwrap.wrap(
                sentence, 78, break_long_words=False, break_on_hyphens=False))

    def table(self, header, rows):
        """A list of terms: the first column, then the second, then the others by name."""
        for row in rows:
            rest = "; ".join(f"{inline(name)}: {inline(cell)}"
                             for name, cell in zip(header[2:], row[2:]) if cell)
            self.term(inline(row[0]), inline(row[1]) + (f" ({rest})" if rest else ""))


def cells(line):
    return [cell.strip().replace("\\|", "|")
            for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]


def markdown(page, text, generated):
    """Writes a document, without its title; `<!-- name -->` calls what is generated."""
    lines = text.split("\n") + [""]
    at = 0

    def continued(start):
        """The lines of a paragraph or an item from a line on, joined, and where they end."""
        end = start + 1
        while re.match(r"\s*[^\s#|`>-]|\s*`[^`]|\s*-\S", lines[end]) and not re.match(
                r"\s*(\d+\.|<!--|\*) ", lines[end]):
            end += 1
        return " ".join(line.strip() for line in lines[start:end]), end

    while at < len(lines):
        line = lines[at]
        if not line.strip() or line.startswith("# "):
            at += 1
        elif found := re.match(r"(#{2,3}) (.*)", line):
            page.heading(len(found[1]), found[2])
            at += 1
        elif found := re.match(r"<!-- (\w+) -->$", line):
            generated[found[1]](page)
            at += 1
        elif line.startswith("```"):
            end = lines.index("```", at + 1)
            page.code(lines[at + 1:end])
            at = end + 1
        elif line.startswith("|"):
            end = at
            while lines[end].startswith("|"):
                end += 1
            page.table(cells(line), [cells(row) for row in lines[at + 2:end]])
            at = end
        elif found := re.match(r"[-*] (.*)", line):
            text, at = continued(at)
            page.item("\\(bu", text[2:])
        elif found := re.match(r"(\d+\.) ", line):
            text, at = continued(at)
            page.item(found[1], text[found.end():])
        elif re.match(r"[^\s>#<]", line):
            text, at = continued(at)
            page.paragraph(text)
        else:
            sys.exit(f"make-manual: no such Markdown is understood: {line}")


def bold(text):
    return f"\\fB{escape(text, literal=True)}\\fR"


def italic(text):
    return f"\\fI{escape(text, literal=True)}\\fR"


def names(argument):
    """An option as it is typed, with its value."""
    typed = ", ".join(bold(("--" if name["kind"] == "long" else "-") + name["name"])
                      for name in argument["names"])
    return typed + (" " + italic(argument["valueName"]) if argument["kind"] == "option" else "")


def is_own(argument):
    """Whether an argument belongs to its command, not to all of them."""
    return (argument["shouldDisplay"] and argument.get("sectionTitle") != "Global options"
            and argument["valueName"] not in ("help",)
            and not (argument["kind"] == "flag" and argument["valueName"] == "version"))


def usage(command):
    parts = [bold("tocsin " + command["commandName"])]
    for argument in sorted(filter(is_own, command.get("arguments", [])),
                           key=lambda a: (a["kind"] == "positional")):
        part = italic(argument["valueName"])
        if argument["kind"] != "positional":
            part = names(argument)
        if argument["isRepeating"]:
            part += " ..."
        parts.append(f"[{part}]" if argument["isOptional"] else part)
    return " ".join(parts)


def describe(argument):
    text = argument.get("abstract", "")
    if argument.get("defaultValue"):
        text += f" (default: {argument['defaultValue']})"
    return escape(text)


def options(page, arguments):
    for argument in arguments:
        positional = argument["kind"] == "positional"
        page.term(italic(argument["valueName"]) if positional else names(argument),
                  describe(argument))


def commands(root):
    def write(page):
        for command in root["subcommands"]:
            if not command["shouldDisplay"] or command["commandName"] == "help":
                continue
            page.begin(".SS " + bold(command["commandName"]))
            page.is_fresh = True
            page.begin(".PP")
            page.text(usage(command))
            page.begin(".PP")
            page.text(escape(command.get("abstract", "")))
            for part in (command.get("discussion") or "").split("\n\n"):
                for index, line in enumerate(filter(None, part.split("\n"))):
                    page.begin(".PP" if index == 0 else ".br")
                    page.text(escape(line.strip()))
            options(page, filter(is_own, command.get("arguments", [])))
        page.heading(2, "Global options")
        page.paragraph("Every command takes these, before or after its name.")
        options(page, [argument for argument in root["arguments"]
                       if argument["shouldDisplay"] and argument["kind"] != "positional"])
    return write


def keys(page):
    """The tables of keys.md as lists: the keys, the action, where, and how much care."""
    for line in open(os.path.join(ROOT, "Documentation", "keys.md"), encoding="utf-8"):
        if line.startswith("## What"):
            break
        if line.startswith("## "):
            page.heading(3, line[3:].strip())
        elif line.startswith("| ") and not line.startswith(("| Action", "| ---")):
            action, typed, where, care, help_text, _ = cells(line)
            note = where if care == "none" else f"{where}; {care}"
            page.term(inline(typed) or "(no key)",
                      f"{escape(action)}. {escape(help_text)} ({escape(note)})")


def head(name, section, about, version, date):
    return [f'.TH {escape(name.upper(), literal=True)} {section} {date} "tocsin {version}" '
            '"tocsin manual"',
            # Neither hyphens that are not there nor stretched blanks.
            ".nh", ".ad l", ".SH NAME", f"{escape(name, literal=True)} \\- {inline(about)}"]


def main():
    program, directory = sys.argv[1:]
    os.makedirs(directory, exist_ok=True)
    dump = subprocess.run([program, "--experimental-dump-help"], check=True, capture_output=True)
    root = json.loads(dump.stdout)["command"]
    changelog = open(os.path.join(ROOT, "CHANGELOG.md"), encoding="utf-8").read()
    version = re.search(r"^## (\S+)", changelog, re.M)[1]
    stamp = int(os.environ.get("SOURCE_DATE_EPOCH")
                or os.path.getmtime(os.path.join(ROOT, "CHANGELOG.md")))
    date = datetime.datetime.fromtimestamp(stamp, datetime.timezone.utc).date()
    found = {name: page for name, page in PAGES.items()
             if os.path.exists(os.path.join(ROOT, "Documentation", name))}
    everything = [("manual.md", "tocsin", 1)] + [(name, *page) for name, page in found.items()]
    for source, name, section in everything:
        text = open(os.path.join(ROOT, "Documentation", source), encoding="utf-8").read()
        title = re.match(r"# (.*)", text)[1]
        about = title[0].lower() + title[1:]
        if section == 1:
            about = root["abstract"][0].lower() + root["abstract"][1:].rstrip(".")
        page = Page()
        page.lines += head(name, section, about, version, date)
        if section == 1:
            page.heading(2, "Synopsis")
            page.text(f"{bold('tocsin')} [{italic('global options')}] [{italic('command')}]")
        else:
            page.heading(2, "Description")
        markdown(page, text, {"commands": commands(root), "keys": keys})
        page.heading(2, "See also")
        page.text(", ".join(f"\\fB{escape(other, literal=True)}\\fR({number})"
                            for _, other, number in everything if other != name))
        with open(os.path.join(directory, f"{name}.{section}"), "w", encoding="ascii") as file:
            file.write("\n".join(page.lines) + "\n")


main()
