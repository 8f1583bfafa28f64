"""The words of a page, as pdfium tells its letters: where each stands, how large and in which look.

pdfium is asked for as little as will do: the letters of one text object share its look, and the objects
of one font share that font's. What is asked for each word is asked by plain addresses: turning them into
typed pointers and back cost more than the answer.
"""

from __future__ import annotations

import math
import re
from ctypes import CFUNCTYPE, byref, c_double, c_float, c_int, c_ushort, c_void_p, cast, create_string_buffer
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2_raw as pdfium

from samsyn.reading.formats.pdf.geometry import Word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

# pdfium marks a hyphen at the end of a line in its own ways.
HYPHENS = {"\ufffe": "-", "\x02": "-", "\xad": "-"}
WORD = re.compile(r"[^\s\x00-\x1f\x7f-]+-?|-+")
BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
ITALIC = re.compile(r"ital|obliq|kursiv", re.IGNORECASE)
ITALIC_FLAG, BOLD_FLAG = 1 << 6, 1 << 18
FILLED_AND_STROKED = 2
BOLD_WEIGHT = 600
LONGEST_NAME = 200


def _plainly(function: Any, result: type | None, *arguments: type) -> Callable[..., Any]:
    """A function of pdfium's that takes and gives addresses as plain numbers."""
    return CFUNCTYPE(result, *arguments)(cast(function, c_void_p).value or 0)


owner_of = _plainly(pdfium.FPDFText_GetTextObject, c_void_p, c_void_p, c_int)
origin_of = _plainly(pdfium.FPDFText_GetCharOrigin, c_int, c_void_p, c_int, c_void_p, c_void_p)
box_of = _plainly(pdfium.FPDFText_GetCharBox, c_int, c_void_p, c_int, *[c_void_p] * 4)
matrix_of = _plainly(pdfium.FPDFText_GetMatrix, c_int, c_void_p, c_int, c_void_p)
size_of = _plainly(pdfium.FPDFTextObj_GetFontSize, c_int, c_void_p, c_void_p)
font_of = _plainly(pdfium.FPDFTextObj_GetFont, c_void_p, c_void_p)
mode_of = _plainly(pdfium.FPDFTextObj_GetTextRenderMode, c_int, c_void_p)


class Style(NamedTuple):
    """How a text object looks: the size of its letters on paper, and quarter turns."""

    size: float
    bold: bool
    italic: bool
    turn: int


PLAIN = Style(10.0, bold=False, italic=False, turn=0)


def read_words(letters: Any, page: int) -> tuple[str, list[Word]]:
    """All characters of a page, in pdfium's count, and the words that they make."""
    text = _text(letters)
    return text, list(_Words(letters, page, text).find_all())


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
        self.address = cast(letters, c_void_p).value
        self.styles: dict[int | None, Style] = {None: PLAIN}
        self.fonts: dict[int | None, tuple[bool, bool]] = {}
        self.origin = (c_double(), c_double())
        self.box = (c_double(), c_double(), c_double(), c_double())
        self.into_origin = tuple(map(byref, self.origin))
        self.into_box = tuple(map(byref, self.box))

    def find_all(self) -> Iterator[Word]:
        """Each word, parted where its look changes."""
        last: Word | None = None
        places = [match.span() for match in WORD.finditer(self.text)]
        for start, end, style in self._looks(places):
            last = self._word(start, end, style, last)
            yield last

    def _looks(self, places: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, Style]]:
        """Where letters of one look begin and end; nearly always that is a word.

        Objects follow each other: where the next word begins in the same one, this word ends in it.
        """
        address = self.address
        owners = [owner_of(address, start) for start, _ in places]
        owners.append(-1)
        for number, (start, end) in enumerate(places):
            owner = owners[number]
            style = self.styles.get(owner) or self._style(start, owner)
            if owner == owners[number + 1] or end - start == 1 or owner_of(address, end - 1) == owner:
                yield start, end, style
            else:
                yield from self._parts(start, end, style)

    def _parts(self, start: int, end: int, style: Style) -> Iterator[tuple[int, int, Style]]:
        for place in range(start + 1, end):
            owner = owner_of(self.address, place)
            other = self.styles.get(owner) or self._style(place, owner)
            if other != style:
                yield start, place, style
                start, style = place, other
        yield start, end, style

    def _word(self, start: int, end: int, style: Style, last: Word | None) -> Word:
        origin_of(self.address, start, *self.into_origin)
        box_of(self.address, end - 1, *self.into_box)
        x0, y, x1 = self.origin[0].value, self.origin[1].value, self.box[1].value
        size, bold, italic, turn = style
        if turn:
            left, _, bottom, top = (side.value for side in self.box)
            x0, y, x1 = _turned(x0, y, (left, bottom, x1, top), turn)
        glued = last is not None and last.offset + len(last.text) == start and _is_next(last, x0, y)
        words, x1 = self.text[start:end], max(x0, x1)
        # By place: a dozen arguments by name cost more than asking for the box.
        return Word._make((words, self.page, start, x0, x1, y, size, bold, italic, False, glued, turn))

    def _style(self, place: int, owner: int) -> Style:
        """The look of the letters of a text object, one of which stands at a place."""
        size, matrix, turn = c_float(), pdfium.FS_MATRIX(), 0
        size_of(owner, byref(size))
        height = size.value
        if matrix_of(self.address, place, byref(matrix)):
            height *= math.hypot(matrix.c, matrix.d)
            turn = round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4
        font = font_of(owner)
        if font not in self.fonts:
            self.fonts[font] = _look_of(self.letters, place)
        bold, italic = self.fonts[font]
        bold = bold or mode_of(owner) == FILLED_AND_STROKED
        style = self.styles[owner] = Style(_sane(height), bold, italic, turn)
        return style


def _is_next(last: Word, x: float, y: float) -> bool:
    """Whether a word that begins at a place stands right behind another on its line."""
    return abs(last.y - y) < 0.4 * last.size and -last.size < x - last.x1 < 0.6 * last.size


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
