"""Bullets: dots in front of a line, which Tesseract often takes for dirt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image

from samsyn.reading.formats.scans.hocr import SeenWord
from samsyn.reading.formats.scans.looks import size_of

if TYPE_CHECKING:
    from samsyn.reading.formats.scans.hocr import SeenLine
    from samsyn.reading.formats.scans.pictures import Sheet

DOT = "•"
REACH, NEAREST = 2.2, 0.35  # in sizes of the letters: how far before a line a bullet stands
SMALLEST, LARGEST = 0.15, 0.5
ROUNDNESS = 0.6


def with_dot(line: SeenLine, sheet: Sheet) -> SeenLine:
    """A line with the bullet in front of it, where nothing else stands there than a dot."""
    first, size = line.words[0], size_of(line)
    left, right = round(first.left - REACH * size), round(first.left - NEAREST * size)
    top, bottom = round(line.foot - 0.9 * size), round(line.foot + 0.1 * size)
    if first.text == DOT or left < 0 or top < 0 or bottom > sheet.height:
        return line
    rows = b"".join(sheet.row(y, left, right) for y in range(top, bottom))
    found = Image.frombytes("L", (right - left, bottom - top), rows).getbbox()
    if found is None or not _is_dot(found[2] - found[0], found[3] - found[1], size):
        return line
    dot = SeenWord(DOT, left + found[0], top + found[1], left + found[2], top + found[3], 100.0)
    return line._replace(words=[dot, *line.words])


def _is_dot(width: float, height: float, size: float) -> bool:
    small, large = sorted((width, height))
    return SMALLEST * size < small and large < LARGEST * size and small > ROUNDNESS * large
