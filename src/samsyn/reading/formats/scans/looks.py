"""How the words of a picture look: how large their letters are, which are bold and which slanted."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from PIL import Image

from samsyn.reading.formats.scans.pictures import WHITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.reading.formats.scans.hocr import SeenLine, SeenWord
    from samsyn.reading.formats.scans.pictures import Sheet

# What rises highest of all letters, where no ring or capital's mark stands above it; capitals and digits
# rise nearly as high.
TALL, CAPITAL, MARKED = re.compile(r"[bdfhkl]"), re.compile(r"[A-Z0-9]"), re.compile(r"[åÅÄÖÉ]")
INK = re.compile(rb"\x01+")
RISE = 0.75  # of the letters' size
CAPITAL_RISE = 0.71
OF_LINE = 1.07  # of a whole line's height, where no letter tells
BOLDER = 1.35  # than the usual letters of the page
LEAN = 0.2  # what slanted letters lean to the right, for each step upwards
UPRIGHT = 1.25
SAME = 0.09  # sizes that differ by less are the same: a scanner is not exact


def size_of(line: SeenLine) -> float:
    """The size of a line's letters in pixels, told by how far they rise above the line they stand on."""
    for pattern, share in ((TALL, RISE), (CAPITAL, CAPITAL_RISE)):
        tops = [w.top for w in line.words if pattern.search(w.text) and not MARKED.search(w.text)]
        if tops:
            return max(1.0, (line.foot - median(tops)) / share)
    return max(1.0, line.size * OF_LINE)


def thickness_of(word: SeenWord, sheet: Sheet) -> float:
    """How wide the strokes of a word's letters are in pixels: the middle of all runs of ink in its rows."""
    left, right = max(0, int(word.left) - 1), min(sheet.width, int(word.right) + 1)
    rows = range(max(0, int(word.top)), min(sheet.height, int(word.bottom)))
    runs = [len(run) for y in rows for run in INK.findall(sheet.row(y, left, right))]
    return median(runs) if runs else 0.0


def find_bold(lines: Sequence[tuple[SeenLine, float]], sheet: Sheet) -> list[bool]:
    """Which words are bold, by the thickness of their strokes to their size.

    Args:
        lines: The lines of a page, each with the size of its letters.
        sheet: The page.

    Returns:
        A value for each word of each line.
    """
    shares = [
        [thickness_of(word, sheet) / size if _tells(word) else None for word in line.words]
        for line, size in lines
    ]
    told = sorted(share for on_line in shares for share in on_line if share is not None)
    # Half of a page of names may be bold, hardly more: the thinner letters are the usual ones.
    border = BOLDER * told[len(told) // 4] if told else 0.0
    return [
        look
        for on_line in shares
        for look in _filled([None if share is None else share > border for share in on_line])
    ]


def _filled(looks: Sequence[bool | None]) -> list[bool]:
    """The looks of a line's words; a dash or a number looks as the word before it, or else behind it."""
    before = next((look for look in looks if look is not None), False)
    filled = []
    for look in looks:
        before = before if look is None else look
        filled.append(before)
    return filled


def _tells(word: SeenWord) -> bool:
    """Whether a word has signs enough for its thickness to be told."""
    return sum(letter.isalnum() for letter in word.text) > 1


def find_slanted(lines: Sequence[SeenLine], sheet: Sheet) -> list[bool]:
    """Which words are slanted: their strokes stand upright once the word is leant back.

    Args:
        lines: The lines of a page.
        sheet: The page.

    Returns:
        A value for each word of each line.
    """
    return [look for line in lines for look in _filled([_slant(word, line, sheet) for word in line.words])]


def _slant(word: SeenWord, line: SeenLine, sheet: Sheet) -> bool | None:
    """Whether a word leans; None where it has too few letters to tell."""
    if sum(letter.isalpha() for letter in word.text) <= 2:
        return None
    foot = max(int(line.foot), int(word.top) + 1)
    letters = sheet.grey.crop((int(word.left) - 3, int(word.top), int(word.right) + 3, foot))
    return _sharpness(letters, LEAN) > UPRIGHT * _sharpness(letters, 0.0)


def _sharpness(letters: Image.Image, lean: float) -> float:
    """How much the columns of a picture differ from one to the next, once it is leant back."""
    width, height = letters.size
    if lean:
        matrix = (1.0, -lean, lean * height / 2, 0.0, 1.0, 0.0)
        letters = letters.transform(
            (width, height), Image.Transform.AFFINE, matrix, Image.Resampling.BILINEAR, fillcolor=WHITE
        )
    columns = letters.resize((width, 1), Image.Resampling.BOX).tobytes()
    return sum((one - two) ** 2 for one, two in pairwise(columns))


def evened(sizes: Sequence[tuple[float, int]]) -> list[float]:
    """Sizes of lines, each with its number of letters, where those that are nearly alike become one."""
    left = sorted({size for size, _ in sizes})
    weights = {size: sum(n for each, n in sizes if abs(each / size - 1) < SAME) for size in left}
    usual: dict[float, float] = {}
    while left:
        middle = max(left, key=lambda size: (weights[size], -size))
        near = [size for size in left if abs(size / middle - 1) < SAME]
        usual.update(dict.fromkeys(near, middle))
        left = [size for size in left if size not in usual]
    return [usual[size] for size, _ in sizes]
