"""Straight lines in a picture: the strokes of tables, and those that strike out or underline words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image

from samsyn.reading.formats.scans.pictures import WHITE, Sheet, sheet_of

if TYPE_CHECKING:
    from collections.abc import Iterable

SHORTEST = 0.3  # inches: longer than any part of a letter of the text
THICKEST = 0.03
SLACK = 2  # pixels that a line may shift from row to row
N_RUNS = 60_000
MARGIN = 1  # pixels of grey around a line


class Bar(NamedTuple):
    """A straight line in pixels, half-open."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def is_lying(self) -> bool:
        """Whether it is wider than it is high."""
        return self.right - self.left > self.bottom - self.top


def find_bars(sheet: Sheet, dpi: int) -> list[Bar]:
    """The lying and the standing lines of a page."""
    shortest, thickest = round(SHORTEST * dpi), max(3, round(THICKEST * dpi))
    lying = _joined(_runs(sheet.dark, sheet.width, shortest), thickest)
    turned = Image.frombytes("L", (sheet.width, sheet.height), sheet.dark).transpose(
        Image.Transpose.TRANSPOSE
    )
    standing = _joined(_runs(turned.tobytes(), sheet.height, shortest), thickest)
    return [*lying, *(Bar(bar.top, bar.left, bar.bottom, bar.right) for bar in standing)]


def without_lines(sheet: Sheet, bars: Iterable[Bar]) -> Sheet:
    """The page with its lying lines taken away, so that letters under them can be read.

    Where ink goes on above or below, the line crosses a letter: that part is left.
    """
    pixels, width = bytearray(sheet.grey.tobytes()), sheet.width
    for bar in bars:
        top, bottom = bar.top - MARGIN, bar.bottom + MARGIN
        if not bar.is_lying or top < 1 or bottom + 1 >= sheet.height:
            continue
        above, below = sheet.row(top - 1, bar.left, bar.right), sheet.row(bottom, bar.left, bar.right)
        for place in range(bar.right - bar.left):
            if not (above[place] or below[place]):
                first = top * width + bar.left + place
                for at in range(first, first + (bottom - top) * width, width):
                    pixels[at] = WHITE
    return sheet_of(Image.frombytes("L", (width, sheet.height), bytes(pixels)))


def _runs(dark: bytes, width: int, shortest: int) -> list[tuple[int, int, int]]:
    """Unbroken ink within a row: the row, where it begins, where it ends."""
    pattern = re.compile(rb"\x01{%d,}" % shortest)
    runs: list[tuple[int, int, int]] = []
    for row in range(len(dark) // width):
        runs += ((row, *found.span()) for found in pattern.finditer(dark[row * width : (row + 1) * width]))
        if len(runs) > N_RUNS:  # a picture and no page of text
            return []
    return runs


def _joined(runs: Iterable[tuple[int, int, int]], thickest: int) -> list[Bar]:
    """Runs of rows next to each other as one bar; what is thicker is no line."""
    done: list[Bar] = []
    open_: list[Bar] = []
    for row, left, right in runs:
        done += [bar for bar in open_ if bar.bottom < row]
        open_ = [bar for bar in open_ if bar.bottom >= row]
        touching = [bar for bar in open_ if bar.left <= right + SLACK and left <= bar.right + SLACK]
        open_ = [bar for bar in open_ if bar not in touching]
        first = min([left, *(bar.left for bar in touching)])
        last = max([right, *(bar.right for bar in touching)])
        open_.append(Bar(first, min([row, *(bar.top for bar in touching)]), last, row + 1))
    return [bar for bar in [*done, *open_] if bar.bottom - bar.top <= thickest]
