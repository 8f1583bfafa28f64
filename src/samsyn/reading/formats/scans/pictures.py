"""Pictures of pages: made grey, upright and straight, their letters parted from the paper."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Sequence

WHITE = 255
STEEPEST, STEP, FINE_STEP = 3.0, 0.5, 0.1  # degrees that a sheet may lie askew, and how finely that is told
STRAIGHT = 0.15  # degrees that make no difference
SMALL = 700  # pixels of width that the angle is told by
LEAST_DARK, MOST_DARK = 60, 200


class Sheet(NamedTuple):
    """A page as a picture.

    Attributes:
        grey: From 0, black, to 255.
        dark: One byte a pixel, row by row from above: 1 where there is ink.
    """

    grey: Image.Image
    dark: bytes

    @property
    def width(self) -> int:
        """Pixels from side to side."""
        return self.grey.width

    @property
    def height(self) -> int:
        """Pixels from top to foot."""
        return self.grey.height

    @property
    def netpbm(self) -> bytes:
        """The picture as a file that needs no packing."""
        return b"P5 %d %d 255\n" % self.grey.size + self.grey.tobytes()

    def row(self, y: int, left: int, right: int) -> bytes:
        """The ink of a part of a row."""
        return self.dark[y * self.width + left : y * self.width + right]


def sheet_of(grey: Image.Image) -> Sheet:
    """A picture with its ink told from the paper."""
    border = _border(grey.histogram())
    return Sheet(grey, grey.point([int(value < border) for value in range(256)]).tobytes())


def straightened(grey: Image.Image) -> Image.Image:
    """A picture whose lines of text lie level; a page is seldom put quite straight into a scanner."""
    angle = _find_angle(grey)
    if abs(angle) < STRAIGHT:
        return grey
    return grey.rotate(angle, Image.Resampling.BICUBIC, fillcolor=WHITE)


def turned(grey: Image.Image, degrees: int) -> Image.Image:
    """A picture turned with the clock by a number of quarters."""
    return grey.rotate(-degrees, expand=True) if degrees else grey


def _border(counts: Sequence[int]) -> int:
    """The shade between ink and paper that parts the two best (Otsu 1979)."""
    n_all, weight_all = sum(counts), sum(shade * count for shade, count in enumerate(counts))
    best, border, n, weight = -1.0, LEAST_DARK, 0, 0
    for shade, count in enumerate(counts):
        n, weight = n + count, weight + shade * count
        if not n or n == n_all:
            continue
        apart = weight / n - (weight_all - weight) / (n_all - n)
        between = n * (n_all - n) * apart * apart
        if between > best:
            best, border = between, shade + 1
    return min(max(border, LEAST_DARK), MOST_DARK)


def _find_angle(grey: Image.Image) -> float:
    """By how many degrees to turn it; level lines of text make the rows differ most."""
    small = grey.reduce(max(1, grey.width // SMALL))
    angle = 0.0
    for step, reach in ((STEP, STEEPEST), (FINE_STEP, STEP)):
        n = round(reach / step)
        angles = [angle + step * number for number in range(-n, n + 1)]
        angle = max(angles, key=lambda each: (_unevenness(small, each), -abs(each)))
    return angle


def _unevenness(small: Image.Image, angle: float) -> float:
    """How much the rows of a turned picture differ from one to the next."""
    level = small.rotate(angle, Image.Resampling.BILINEAR, fillcolor=WHITE) if angle else small
    rows = level.resize((1, level.height), Image.Resampling.BOX).tobytes()
    return sum((one - two) ** 2 for one, two in pairwise(rows))
