"""A picture of a page -> its words in their places, as the reader of PDF files wants them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from samsyn.reading.documents import BOX_SCALE, Box
from samsyn.reading.formats.pdf.geometry import Stroke, Word
from samsyn.reading.formats.scans.dots import DOT, with_dot
from samsyn.reading.formats.scans.hocr import SeenLine, read_hocr
from samsyn.reading.formats.scans.looks import find_bold, find_slanted, size_of
from samsyn.reading.formats.scans.pictures import sheet_of, straightened, turned
from samsyn.reading.formats.scans.strokes import find_bars, without_lines
from samsyn.reading.formats.scans.tesseract import see_turn, see_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PIL import Image

    from samsyn.reading.formats.scans.hocr import SeenWord
    from samsyn.reading.formats.scans.pictures import Sheet
    from samsyn.reading.formats.scans.strokes import Bar
    from samsyn.reading.formats.scans.tesseract import Tesseract

POINTS = 72.0  # an inch
# How sure Tesseract is of a word, from 0 to 100: below the first it is unclear, below the second a speck.
UNCLEAR, SPECK = 60, 50
POOR = 55  # on the whole: the page may lie on its side
PART = re.compile(r"[^-]+-?|-+")
DASHES = frozenset("-–—")
# What bullets are taken for; a letter only where the wide gap of a list follows.
BULLET_SIGNS, BULLET_LETTERS = frozenset("«»*°+©®¢=~·."), frozenset("eoO")
# Before a number at the head of a line these are no "and".
PARAGRAPH = {"&": "§", "&&": "§§"}
GAP = 0.55
DASH = 0.36  # of the letters' size: a hyphen is narrower than a dash
LINE_END = "\r\n"


class Paper(NamedTuple):
    """What was seen on a page; places in points from its lower left corner.

    Attributes:
        unclear: Words that are hard to read: the first character, and the one after the last.
    """

    width: float
    height: float
    text: str
    words: list[Word]
    strokes: list[Stroke]
    boxes: list[Box]
    unclear: list[tuple[int, int]]


def read_paper(tesseract: Tesseract, grey: Image.Image, number: int, *, dpi: int, seconds: float) -> Paper:
    """Read a page.

    Args:
        tesseract: The program that knows letters.
        grey: The page in shades of grey.
        number: The page's number, from 0.
        dpi: Pixels an inch.
        seconds: How long each question to the program may take.

    Raises:
        ScanFailed: Tesseract did not get through.
    """
    sheet, bars, lines = _see(tesseract, grey, dpi, seconds)
    if _sureness(lines) < POOR:
        turn = see_turn(tesseract, sheet.netpbm, seconds=seconds)
        if turn:
            sheet, bars, lines = _see(tesseract, turned(grey, turn), dpi, seconds)
    scale = POINTS / dpi
    height = sheet.height * scale
    strokes = [
        Stroke(b.left * scale, height - b.bottom * scale, b.right * scale, height - b.top * scale)
        for b in bars
    ]
    paper = Paper(sheet.width * scale, height, "", [], strokes, [], [])
    return _write(paper, lines, sheet, number, scale)


def _see(
    tesseract: Tesseract, grey: Image.Image, dpi: int, seconds: float
) -> tuple[Sheet, list[Bar], list[SeenLine]]:
    sheet = sheet_of(straightened(grey))
    bars = find_bars(sheet, dpi)
    clean = without_lines(sheet, bars) if bars else sheet
    lines = read_hocr(see_words(tesseract, clean.netpbm, dpi=dpi, seconds=seconds))
    lines = [line for line in map(_without_specks, lines) if line.words]
    return clean, bars, [with_dot(line, clean) for line in lines]


def _sureness(lines: Sequence[SeenLine]) -> float:
    """How sure Tesseract is on the whole, by letters."""
    letters = [(word.sureness, len(word.text)) for line in lines for word in line.words]
    return sum(sure * n for sure, n in letters) / max(1, sum(n for _, n in letters))


def _without_specks(line: SeenLine) -> SeenLine:
    """A line with bullets, dashes and signs of paragraphs as such, without signs that Tesseract doubts."""
    size, words = size_of(line), list(line.words)
    if len(words) > 1 and _is_bullet(words[0], words[1], size):
        words[0] = words[0]._replace(text=DOT, sureness=100.0)
    if len(words) > 1 and words[0].text in PARAGRAPH and words[1].text[0].isdigit():
        words[0] = words[0]._replace(text=PARAGRAPH[words[0].text])
    words = [
        word._replace(text="–") if word.text == "-" and word.right - word.left > DASH * size else word
        for word in words
        if word.sureness >= SPECK or _has_letters(word) or word.text in DASHES
    ]
    return line._replace(words=words)


def _is_bullet(first: SeenWord, second: SeenWord, size: float) -> bool:
    if first.text in BULLET_SIGNS:
        return True
    is_like = len(first.text) <= 2 and set(first.text) <= BULLET_SIGNS | BULLET_LETTERS
    return is_like and second.left - first.right > GAP * size


def _has_letters(word: SeenWord) -> bool:
    return any(letter.isalnum() for letter in word.text)


def _write(paper: Paper, lines: Sequence[SeenLine], sheet: Sheet, number: int, scale: float) -> Paper:
    """Write the words down in Tesseract's order, with a line end between lines."""
    sizes = [size_of(line) for line in lines]
    bold = iter(find_bold(list(zip(lines, sizes, strict=True)), sheet))
    slanted = iter(find_slanted(lines, sheet))
    text = ""
    for line, size in zip(lines, sizes, strict=True):
        y = paper.height - line.foot * scale
        for word in line.words:
            look = Word("", number, len(text), word.left * scale, word.right * scale, y, size * scale)
            paper.words.extend(_parts(word.text, look._replace(bold=next(bold), italic=next(slanted))))
            paper.boxes.append(_box(word, sheet, look))
            if word.sureness < UNCLEAR and _has_letters(word):
                paper.unclear.append((len(text), len(text) + len(word.text)))
            text += word.text + " "
        text = text[:-1] + LINE_END
    return paper._replace(text=text)


def _parts(text: str, whole: Word) -> Iterator[Word]:
    """A word parted behind its hyphens, where lines may break; its width shared by the letters."""
    width = (whole.x1 - whole.x0) / len(text)
    for found in PART.finditer(text):
        start, end = found.span()
        x0, x1 = whole.x0 + width * start, whole.x0 + width * end
        yield whole._replace(text=found[0], offset=whole.offset + start, x0=x0, x1=x1, glued=start > 0)


def _box(word: SeenWord, sheet: Sheet, at: Word) -> Box:
    across, down = BOX_SCALE / sheet.width, BOX_SCALE / sheet.height
    left, right = round(word.left * across), round(word.right * across)
    return Box(
        at.page, at.offset, len(word.text), left, round(word.top * down), right, round(word.bottom * down)
    )
