#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes Sources/SafeText/Generated/WidthTable.swift: what may be drawn, and how wide it is.

A scalar is drawn only if the Unicode data of this Python and the C library's wcwidth (C.UTF-8)
agree on its width; every other scalar is refused and shown as a token. Run on the oldest system
we support. With --check nothing is written; the exit status says whether the file is current.
"""

import ctypes
import pathlib
import platform
import sys
import unicodedata

TARGET = (
    pathlib.Path(__file__).resolve().parent.parent
    / "Sources/SafeText/Generated/WidthTable.swift"
)

# The raw values of `ScalarClass`.
REFUSED, NARROW, WIDE, MARK, SPACING_MARK, ENCLOSING, CONTROL, BIDI = range(8)
INVISIBLE, FILLER, SPACE, EMOJI_MODIFIER, REGIONAL, RIGHT_TO_LEFT, SEPARATOR, FORMAT = range(8, 16)

# Bidi_Control of the Unicode Character Database (PropList.txt).
BIDI_CONTROL = [(0x061C, 0x061C), (0x200E, 0x200F), (0x202A, 0x202E), (0x2066, 0x2069)]

# Default_Ignorable_Code_Point (DerivedCoreProperties.txt) without the bidi controls.
IGNORABLE = [
    (0x00AD, 0x00AD), (0x034F, 0x034F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F),
    (0x200B, 0x200D), (0x2060, 0x2065), (0x206A, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
]

# Blank, yet they take room: the braille blank and the Hangul fillers.
FILLERS = {0x2800, 0x115F, 0x1160, 0x3164, 0xFFA0}


def within(scalar, ranges):
    return any(low <= scalar <= high for low, high in ranges)


def expected_width(scalar, category):
    """The width Unicode suggests, or None where nothing is to be drawn anyway."""
    if category in ("Cn", "Co", "Cs", "Cc", "Cf", "Zl", "Zp"):
        return None
    if category in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(chr(scalar)) in "WF" else 1


def classify(scalar, wcwidth):
    """The class, and the expected width if the C library disagrees with it."""
    category = unicodedata.category(chr(scalar))
    if category == "Cc":
        return CONTROL, None
    if within(scalar, BIDI_CONTROL):
        return BIDI, None
    if scalar in FILLERS:
        return FILLER, None
    if within(scalar, IGNORABLE):
        return INVISIBLE, None
    if category in ("Zl", "Zp"):
        return SEPARATOR, None
    if category == "Cf":
        return FORMAT, None
    if category == "Zs" and scalar != 0x20:
        return SPACE, None
    expected = expected_width(scalar, category)
    if expected is None:
        return REFUSED, None
    if category == "Me":
        return ENCLOSING, None
    if expected != wcwidth(scalar):
        return REFUSED, expected
    if 0x1F1E6 <= scalar <= 0x1F1FF:
        return REGIONAL, None
    if 0x1F3FB <= scalar <= 0x1F3FF:
        return EMOJI_MODIFIER, None
    if category == "Mn":
        return MARK, None
    if category == "Mc":
        return SPACING_MARK if expected == 1 else REFUSED, None
    if unicodedata.bidirectional(chr(scalar)) in ("R", "AL") and expected == 1:
        return RIGHT_TO_LEFT, None
    return (WIDE if expected == 2 else NARROW), None


def libc_wcwidth():
    libc = ctypes.CDLL(None)
    libc.setlocale.restype = ctypes.c_char_p
    if not libc.setlocale(0, b"C.UTF-8"):
        sys.exit("generate-width-table: the locale C.UTF-8 is not available")
    libc.wcwidth.argtypes = [ctypes.c_uint32]
    return libc.wcwidth


def rows(numbers):
    """Hexadecimal literals, as many to a line as fit in 100 columns."""
    lines, line = [], "   "
    for number in numbers:
        item = f" 0x{number:X},"
        if len(line) + len(item) > 100:
            lines.append(line)
            line = "   "
        line += item
    return "\n".join(lines + [line] if line.strip() else lines)


def render():
    wcwidth = libc_wcwidth()
    starts, disagreements = [], []
    previous, run = None, None
    for scalar in range(0x110000):
        kind, expected = (
            (REFUSED, None) if 0xD800 <= scalar <= 0xDFFF else classify(scalar, wcwidth)
        )
        if kind != previous:
            starts.append(scalar << 8 | kind)
            previous = kind
        if expected is None:
            run = None
        elif run is not None and run[2] == expected:
            run[1] = scalar
        else:
            run = [scalar, scalar, expected]
            disagreements.append(run)
    flat = [number for run in disagreements for number in (run[0], run[1], run[2])]
    libc = " ".join(platform.libc_ver())
    return f"""// SPDX-License-Identifier: MIT
// Written by Scripts/generate-width-table.py from Unicode {unicodedata.unidata_version} and {libc}.

/// What may be drawn, and how wide: facts of the Unicode Character Database, checked against libc.
enum WidthTable {{
  /// Each range's first scalar, shifted left by 8, and its `ScalarClass`; in order, without gaps.
  static let starts: [UInt32] = [
{rows(starts)}
  ]

  /// Refused because the C library's width differs: first, last, and the width Unicode suggests.
  static let disagreements: [UInt32] = [
{rows(flat)}
  ]
}}
"""


def main():
    text = render()
    if "--check" in sys.argv[1:]:
        if not TARGET.exists() or TARGET.read_text() != text:
            sys.exit("generate-width-table: Sources/SafeText/Generated/WidthTable.swift is stale")
        return
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(text)


main()
