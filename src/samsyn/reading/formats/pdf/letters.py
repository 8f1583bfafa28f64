"""The words of a page, as pdfium tells its letters: where each stands, how large and in which look.

pdfium is asked for as little as will do: the letters of one text object share its look, and the objects
of one font share that font's. What is asked for each word is asked for all words at once, and without
telling ctypes what the arguments are: turning them into what it would have them be, one by one, cost
more than the answers. They have to be right by themselves, then: an `int` where C has one, and for an
address something that holds one.
"""

from __future__ import annotations

import math
import re
from collections import deque
from ctypes import PYFUNCTYPE, byref, c_double, c_float, c_int, c_ushort, c_void_p, cast, create_string_buffer
from itertools import accumulate, compress, count, repeat
from operator import eq, ne
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2_raw as pdfium

from samsyn.reading.formats.pdf.geometry import Word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

# pdfium marks a hyphen at the end of a line in its own ways.
HYPHENS = {"\ufffe": "-", "\x02": "-", "\xad": "-"}
WORD = re.compile(r"([^\s\x00-\x1f\x7f-]+-?|-+)")
BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
ITALIC = re.compile(r"ital|obliq|kursiv", re.IGNORECASE)
ITALIC_FLAG, BOLD_FLAG = 1 << 6, 1 << 18
FILLED_AND_STROKED = 2
BOLD_WEIGHT = 600
LONGEST_NAME = 200


def _plainly(function: Any, result: type, *arguments: type) -> Callable[..., Any]:
    """A function of pdfium's that takes addresses as they are; without `arguments`, nothing is turned."""
    return PYFUNCTYPE(result, *arguments)(cast(function, c_void_p).value or 0)


owner_of = _plainly(pdfium.FPDFText_GetTextObject, c_void_p)
origin_of = _plainly(pdfium.FPDFText_GetCharOrigin, c_int)
box_of = _plainly(pdfium.FPDFText_GetCharBox, c_int)
matrix_of = _plainly(pdfium.FPDFText_GetMatrix, c_int)
size_of = _plainly(pdfium.FPDFTextObj_GetFontSize, c_int, c_void_p, c_void_p)
font_of = _plainly(pdfium.FPDFTextObj_GetFont, c_void_p, c_void_p)
mode_of = _plainly(pdfium.FPDFTextObj_GetTextRenderMode, c_int, c_void_p)

# Where pdfium writes its answers, of so many words at once; it works for one thread at a time (`opening`).
N_ANSWERS = 256
XS, YS, ENDS = ((c_double * N_ANSWERS)() for _ in range(3))
INTO_XS, INTO_YS, INTO_ENDS = ([byref(into, 8 * n) for n in range(N_ANSWERS)] for into in (XS, YS, ENDS))
SIDES = (c_double * 4)()
INTO_SIDES = [byref(SIDES, 8 * n) for n in range(4)]
SIZE, MATRIX = c_float(), (c_float * 6)()
INTO_SIZE, INTO_MATRIX = byref(SIZE), byref(MATRIX)


class Style(NamedTuple):
    """How a text object looks: the size of its letters on paper, and quarter turns."""

    size: float
    bold: bool
    italic: bool
    turn: int


Part = tuple[int, int, Style]  # where letters of one look begin and end

PLAIN = Style(10.0, bold=False, italic=False, turn=0)


def read_words(letters: Any, page: int) -> tuple[str, list[Word]]:
    """All characters of a page, in pdfium's count, and the words that they make."""
    text = _text(letters)
    return text, _Words(letters, page, text).find_all()


def _text(letters: Any) -> str:
    """All characters of a page, one code point for each that pdfium counts."""
    count = pdfium.FPDFText_CountChars(letters)
    if count <= 0:
        return ""
    buffer = (c_ushort * (2 * count + 2))()
    written = pdfium.FPDFText_GetText(letters, 0, count, buffer)
    text = bytes(buffer)[: 2 * max(0, written - 1)].decode("utf-16-le", errors="replace")
    if len(text) != count:
        codes = (pdfium.FPDFText_GetUnicode(letters, place) for place in range(count))
        text = "".join(
            chr(code) if code <= 0x10FFFF and not 0xD800 <= code < 0xE000 else " " for code in codes
        )
    for mark, hyphen in HYPHENS.items():
        text = text.replace(mark, hyphen)
    return text


class _Words:
    """Goes through the words of a page."""

    def __init__(self, letters: Any, page: int, text: str) -> None:
        self.letters, self.page, self.text = letters, page, text
        self.address = c_void_p(cast(letters, c_void_p).value)
        self.styles: dict[int | None, Style] = {None: PLAIN}
        self.looks: dict[tuple[float | None, ...], Style] = {}
        self.fonts: dict[int | None, tuple[bool, bool]] = {}

    def find_all(self) -> list[Word]:
        """Each word, parted where its look changes."""
        words, starts, ends = _split(self.text)
        if not words:
            return []
        styles, parted = self._styles(starts, ends)
        if parted:
            starts, ends, styles = _put_in(parted, zip(starts, ends, styles, strict=True))
            words = [self.text[start:end] for start, end in zip(starts, ends, strict=True)]
        sizes, bold, italic, turns = zip(*styles, strict=True)
        xs, ys, rights = self._places(starts, ends)
        if any(turns):
            self._turn(ends, turns, xs, ys, rights)
        rights = list(map(max, xs, rights))
        glued = _glued(starts, ends, xs, rights, ys, sizes)
        rows = zip(
            *(words, repeat(self.page), starts, xs, rights, ys, sizes, bold, italic),
            *(repeat(False), glued, turns),
            strict=False,  # since what repeats has no end
        )
        return list(map(tuple.__new__, repeat(Word), rows))  # `Word._make`, without counting

    def _styles(
        self, starts: Sequence[int], ends: Sequence[int]
    ) -> tuple[Sequence[Style], dict[int, list[Part]]]:
        """The look of each word, and the parts of those that may have several.

        Objects follow each other: where the next word begins in the same one, this word ends in it.
        """
        owners = list(map(owner_of, repeat(self.address), starts))
        closing = compress(count(), map(ne, owners, [*owners[1:], -1]))  # the last words of objects
        styles: list[Style] = []
        parted: dict[int, list[Part]] = {}
        for last in closing:
            start, end, owner = starts[last], ends[last], owners[last]
            style = self.styles.get(owner) or self._style(starts[len(styles)], owner)
            styles += repeat(style, last + 1 - len(styles))
            if end - start > 1 and owner_of(self.address, end - 1) != owner:
                parted[last] = list(self._parts_within(start, end, style))
        return styles, parted

    def _parts_within(self, start: int, end: int, style: Style) -> Iterator[Part]:
        for place in range(start + 1, end):
            owner = owner_of(self.address, place)
            other = self.styles.get(owner) or self._style(place, owner)
            if other != style:
                yield start, place, style
                start, style = place, other
        yield start, end, style

    def _places(
        self, starts: Sequence[int], ends: Sequence[int]
    ) -> tuple[list[float], list[float], list[float]]:
        """Where words begin, how high they stand, and where they end."""
        letters, unused = repeat(self.address), repeat(INTO_SIDES[0])
        xs: list[float] = []
        ys: list[float] = []
        rights: list[float] = []
        for first in range(0, len(starts), N_ANSWERS):
            some = starts[first : first + N_ANSWERS]
            lasts = [end - 1 for end in ends[first : first + N_ANSWERS]]
            deque(map(origin_of, letters, some, INTO_XS, INTO_YS), maxlen=0)
            deque(map(box_of, letters, lasts, unused, INTO_ENDS, unused, unused), maxlen=0)
            xs += XS[: len(some)]
            ys += YS[: len(some)]
            rights += ENDS[: len(some)]
        return xs, ys, rights

    def _turn(
        self,
        ends: Sequence[int],
        turns: Sequence[int],
        xs: list[float],
        ys: list[float],
        rights: list[float],
    ) -> None:
        """Put the places of words that are not printed upright as they are along the words."""
        for number, (end, turn) in enumerate(zip(ends, turns, strict=True)):
            if turn:
                box_of(self.address, end - 1, *INTO_SIDES)
                left, right, bottom, top = SIDES
                turned = _turned(xs[number], ys[number], (left, bottom, right, top), turn)
                xs[number], ys[number], rights[number] = turned

    def _style(self, place: int, owner: int) -> Style:
        """The look of the letters of a text object, one of which stands at a place."""
        size_of(owner, INTO_SIZE)
        matrix = tuple(MATRIX[:4]) if matrix_of(self.address, place, INTO_MATRIX) else ()
        font, mode = font_of(owner), mode_of(owner)
        key = (SIZE.value, font, mode, *matrix)
        if key not in self.looks:
            if font not in self.fonts:
                self.fonts[font] = _look_of(self.letters, place)
            bold, italic = self.fonts[font]
            height, turn = _measured(SIZE.value, matrix)
            self.looks[key] = Style(height, bold or mode == FILLED_AND_STROKED, italic, turn)
        style = self.styles[owner] = self.looks[key]
        return style


def _split(text: str) -> tuple[Sequence[str], Sequence[int], Sequence[int]]:
    """The words of a page, where each begins, and where it ends."""
    parts = WORD.split(text)  # what stands between two words comes before each, and behind the last
    edges = list(accumulate(map(len, parts)))
    return parts[1::2], edges[:-1:2], edges[1::2]


def _put_in(
    parted: Mapping[int, Sequence[Part]], words: Iterable[Part]
) -> tuple[Sequence[int], Sequence[int], Sequence[Style]]:
    """Where words begin and end and how they look, the parts of some of them in their places."""
    whole = [part for number, word in enumerate(words) for part in parted.get(number, (word,))]
    starts, ends, styles = zip(*whole, strict=True)
    return starts, ends, styles


def _measured(height: float, matrix: Sequence[float]) -> tuple[float, int]:
    """How large letters are on paper, and in how many quarter turns they stand there."""
    turn = 0
    if matrix:
        a, b, c, d = matrix
        height *= math.hypot(c, d)
        turn = round(math.atan2(b, a) / (math.pi / 2)) % 4
    return _sane(height), turn


def _glued(
    starts: Sequence[int],
    ends: Sequence[int],
    xs: Sequence[float],
    rights: Sequence[float],
    ys: Sequence[float],
    sizes: Sequence[float],
) -> list[bool]:
    """Which words begin where the word before them ends, in the file and on the line."""
    glued = [False, *map(eq, starts[1:], ends)]
    for number in [number for number, is_next in enumerate(glued) if is_next]:
        size = sizes[number - 1]
        gap = xs[number] - rights[number - 1]
        is_level = abs(ys[number - 1] - ys[number]) < 0.4 * size
        glued[number] = is_level and -size < gap < 0.6 * size
    return glued


def _turned(
    x: float, y: float, box: tuple[float, float, float, float], turn: int
) -> tuple[float, float, float]:
    """Begin, height and end of a word along its own direction."""
    left, bottom, right, top = box
    if turn == 1:
        return y, -x, top
    if turn == 2:
        return -x, -y, -left
    if turn == 3:
        return -y, x, -bottom
    return x, y, right


def _look_of(letters: Any, place: int) -> tuple[bool, bool]:
    """Whether the font of a letter is bold, and whether it is slanted."""
    name, flags = create_string_buffer(LONGEST_NAME), c_int()
    pdfium.FPDFText_GetFontInfo(letters, place, name, LONGEST_NAME, flags)
    font = name.value.decode("utf-8", errors="replace")
    bold = (
        BOLD.search(font) is not None
        or pdfium.FPDFText_GetFontWeight(letters, place) >= BOLD_WEIGHT
        or bool(flags.value & BOLD_FLAG)
    )
    return bold, bool(flags.value & ITALIC_FLAG) or ITALIC.search(font) is not None


def _sane(size: float) -> float:
    return min(max(size, 1.0), 400.0) if math.isfinite(size) else 10.0
