#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tests of what the measurements rest on."""

import io
import json
import os
import tempfile
import unittest
import xml.etree.ElementTree

import chart
import figures
import incidents
import page
import processes
import tables
from rounds import Case, Results, measure
from screen import Screen
from watched import Watched


def shown(*parts, rows=4, columns=10):
    screen = Screen(rows, columns)
    for part in parts:
        screen.feed(part)
    return [line.rstrip() for line in screen.lines()]


class ScreenTests(unittest.TestCase):
    def test_text_goes_where_the_cursor_is(self):
        self.assertEqual(shown(b"one\r\ntwo\x1b[1;5Hx\x1b[4d.\x1b[2G!"), ["one x", "two", "", " !   ."])

    def test_a_sequence_in_two_pieces_is_one(self):
        self.assertEqual(shown(b"ab\x1b[2", b";3Hc\x1b", b"[1mz"), ["ab", "  cz", "", ""])

    def test_a_character_in_two_pieces_is_one(self):
        self.assertEqual(shown("▌".encode()[:2], "▌".encode()[2:] + b"x"), ["▌x", "", "", ""])

    def test_erasing(self):
        self.assertEqual(shown(b"abcdef\r\x1b[2C\x1b[K\r\nabc\x1b[1K\r\nabc\r\x1b[2X"),
                         ["ab", "", "  c", ""])
        self.assertEqual(shown(b"one\r\ntwo\r\nsix\x1b[2;2H\x1b[J"), ["one", "t", "", ""])

    def test_a_region_scrolls_alone(self):
        filled = b"a\r\nb\r\nc\r\nd"
        self.assertEqual(shown(filled, b"\x1b[2;3r\x1b[3;1H\n"), ["a", "c", "", "d"])
        self.assertEqual(shown(filled, b"\x1b[2;3r\x1b[2;1H\x1bM"), ["a", "", "b", "d"])
        self.assertEqual(shown(filled, b"\x1b[2;1H\x1b[L"), ["a", "", "b", "c"])
        self.assertEqual(shown(filled, b"\x1b[2;1H\x1b[2M"), ["a", "d", "", ""])

    def test_repeating_and_shifting(self):
        self.assertEqual(shown(b"-\x1b[4bx"), ["-----x", "", "", ""])
        self.assertEqual(shown(b"abcd\x1b[1;2H\x1b[2P"), ["ad", "", "", ""])
        self.assertEqual(shown(b"abcd\x1b[1;2H\x1b[2@"), ["a  bcd", "", "", ""])

    def test_titles_and_colours_leave_no_trace(self):
        self.assertEqual(shown(b"\x1b]0;title\x07\x1b[38;5;1ma\x1b(Bb\x1b[?25l"), ["ab", "", "", ""])


class WatchedTests(unittest.TestCase):
    def test_the_last_change_is_the_last_that_changed_these_lines(self):
        before = Screen(4, 10)
        pieces = [(1, b"a"), (2, b"\x1b[2;1Hb"), (3, b"\x1b[1;1Ha"), (4, b"\x1b[4;1Hclock")]
        self.assertEqual(Watched.last_change(None, before, pieces, 0, 2), 2)

    def test_full_is_when_as_many_lines_are_there_as_in_the_end(self):
        terminal = object.__new__(Watched)
        terminal.rows, terminal.columns, terminal.started = 24, 80, 10
        terminal.pieces = [(11, b"line\r\n" * 11), (12, b"line\r\n" * 9), (13, b"\x1b[1;1Hlast")]
        self.assertEqual(terminal.full_at(), 2)
        terminal.pieces = terminal.pieces[:1]
        self.assertIsNone(terminal.full_at())


class FiguresTests(unittest.TestCase):
    def test_percentiles_are_samples(self):
        self.assertEqual([figures.percentile(range(1, 101), share) for share in (50, 95, 100)],
                         [50, 95, 100])

    def test_three_digits(self):
        self.assertEqual([figures.duration(value) for value in (0.000123, 0.0123, 0.999, 12.34)],
                         ["0.12 ms", "12.3 ms", "999 ms", "12.3 s"])

    def test_power(self):
        self.assertEqual(tables.power([10, 100], [2, 20]), "1.00")
        self.assertEqual(tables.power([10, 100], [2, 2]), "0.00")


class RoundsTests(unittest.TestCase):
    def test_what_fails_is_told_and_costs_nobody_else(self):
        def bad():
            raise ValueError("no")

        def good():
            return {"time": [1.0]}

        results = Results()
        measure(results, 10, [Case("a", bad), Case("b", good)], 3)
        self.assertEqual(results.problems, ["10: a, bad: no"])
        self.assertEqual(results.get(10, "b", "time"), [1.0] * 3)

    def test_nothing_waits_for_ever(self):
        with self.assertRaises(processes.TimedOut):
            processes.run(["sleep", "20"], limit=0.1)
        with self.assertRaises(processes.TimedOut), processes.within(0.1):
            processes.run(["sleep", "20"])

    def test_an_error_is_no_figure(self):
        with self.assertRaises(RuntimeError):
            processes.run(["false"])


class PageTests(unittest.TestCase):
    def test_only_marked_parts_are_rewritten(self):
        with tempfile.TemporaryDirectory() as directory:
            path = os.path.join(directory, "page.md")
            with open(path, "w", encoding="utf-8") as file:
                file.write("a\n<!-- bench: x -->\nold\n<!-- end -->\nb\n<!-- bench: y -->\n<!-- end -->\n")
            page.rewrite({"x": r"new \1", "y": "z"}, path)
            with open(path, encoding="utf-8") as file:
                self.assertEqual(file.read(), "a\n<!-- bench: x -->\nnew \\1\n<!-- end -->\nb\n"
                                 "<!-- bench: y -->\nz\n<!-- end -->\n")

    def test_the_chart_is_whole(self):
        series = {"a & b": [(100, 0.001), (1000, 0.01)], "c": [(100, 2.0), (1000, 2.0)]}
        root = xml.etree.ElementTree.fromstring(chart.drawn(series))
        self.assertIn("a & b, 10.0 ms", ["".join(node.itertext()) for node in root.iter()])


class IncidentsTests(unittest.TestCase):
    def test_the_same_every_time_and_as_large_as_real_ones(self):
        first, second = io.BytesIO(), io.BytesIO()
        incidents.write(3000, first)
        incidents.write(3000, second)
        self.assertEqual(first.getvalue(), second.getvalue())
        sizes = [len(line) for line in first.getvalue().splitlines()]
        self.assertEqual(len(sizes), 3000)
        self.assertTrue(4000 < sum(sizes) / 3000 < 5500)
        self.assertGreater(max(sizes), 200_000)
        identifiers = {json.loads(line)["id"] for line in first.getvalue().splitlines()}
        self.assertEqual(len(identifiers), 3000)


if __name__ == "__main__":
    unittest.main()
