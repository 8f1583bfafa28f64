"""A page's words and strokes, as pdfium gives them."""

from __future__ import annotations

import math
import re
from ctypes import addressof, c_double, c_float, c_int, c_ushort, create_string_buffer
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2.raw as pdfium

from samsyn.reading.formats.pdf.geometry import Stroke, Word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samsyn.reading.formats.pdf.notes import Note

# pdfium marks a hyphen at the end of a line in its own ways.
HYPHENS = {0xFFFE: "-", 0x02: "-", 0xAD: "-"}
WORD = re.compile(r"[^\s\x00-\x1f\x7f-]+-?|-+")
BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
ITALIC = re.compile(r"ital|obliq|kursiv", re.IGNORECASE)
ITALIC_FLAG, BOLD_FLAG = 1 << 6, 1 << 18
FILLED_AND_STROKED = 2
BOLD_WEIGHT = 600
THIN = 2.0
DOT = 8.0
N_PATHS = 20_000


class Style(NamedTuple):
    """How a text object looks: the size of its letters on paper, and quarter turns."""

    size: float
    bold: bool
    italic: bool
    turn: int


PLAIN = Style(10.0, bold=False, italic=False, turn=0)


@dataclass(slots=True)
class Page:
    """What stands on one page.

    Attributes:
        text: All characters of the page, in pdfium's count.
        pictures: How many pictures there are.
        aside: What is written in its annotations and form fields.
    """

    number: int
    height: float = 0.0
    width: float = 0.0
    text: str = ""
    words: list[Word] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    pictures: int = 0
    aside: str = ""
    notes: list[Note] = field(default_factory=list)


def read_page(handle: Any, page: Page) -> None:
    """Add the words and strokes of a loaded page."""
    page.height, page.width = pdfium.FPDF_GetPageHeightF(handle), pdfium.FPDF_GetPageWidthF(handle)
    letters = pdfium.FPDFText_LoadPage(handle)
    if letters:
        try:
            page.text = _text(letters)
            page.words = list(_Words(letters, page.number, page.text))
        finally:
            pdfium.FPDFText_ClosePage(letters)
    _read_objects(handle, page)


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
    return text.translate(HYPHENS)


class _Words:
    """Goes through the words of a page."""

    def __init__(self, letters: Any, page: int, text: str) -> None:
        self.letters, self.page, self.text = letters, page, text
        self.styles: dict[int, Style] = {}
        self.x, self.y = c_double(), c_double()
        self.box = (c_double(), c_double(), c_double(), c_double())

    def __iter__(self) -> Iterator[Word]:
        last: Word | None = None
        for match in WORD.finditer(self.text):
            start = match.start()
            for end, style in self._looks(start, match.end()):
                last = self._word(start, end, style, last)
                start = end
                yield last

    def _looks(self, start: int, end: int) -> Iterator[tuple[int, Style]]:
        """Where the looks of some letters end; nearly always there is one."""
        first = self._style(start)
        if end - start == 1 or self._style(end - 1) is first:
            yield end, first
            return
        for place in range(start + 1, end):
            style = self._style(place)
            if style != first:
                yield place, first
                first = style
        yield end, first

    def _word(self, start: int, end: int, style: Style, last: Word | None) -> Word:
        letters, box = self.letters, self.box
        x0, y0 = self._origin(start)
        pdfium.FPDFText_GetCharBox(letters, end - 1, *box)
        left, right, bottom, top = (side.value for side in box)
        words = self.text[start:end]
        x0, y, x1 = _turned(x0, y0, (left, bottom, right, top), style.turn)
        size, bold, italic, turn = style
        glued = last is not None and last.end == start and _is_next(last, x0, y)
        return Word(words, self.page, start, x0, max(x1, x0), y, size, bold, italic, glued=glued, turn=turn)

    def _origin(self, place: int) -> tuple[float, float]:
        pdfium.FPDFText_GetCharOrigin(self.letters, place, self.x, self.y)
        return self.x.value, self.y.value

    def _style(self, place: int) -> Style:
        owner = pdfium.FPDFText_GetTextObject(self.letters, place)
        if not owner:
            return PLAIN
        key = addressof(owner.contents)
        style = self.styles.get(key)
        if style is None:
            style = self.styles[key] = _style_of(self.letters, place, owner)
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


def _style_of(letters: Any, place: int, owner: Any) -> Style:
    matrix = pdfium.FS_MATRIX()
    size = pdfium.FPDFText_GetFontSize(letters, place)
    turn = 0
    if pdfium.FPDFText_GetMatrix(letters, place, matrix):
        size *= math.hypot(matrix.c, matrix.d)
        turn = round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4
    name, flags = create_string_buffer(200), c_int()
    pdfium.FPDFText_GetFontInfo(letters, place, name, 200, flags)
    font = name.value.decode("utf-8", errors="replace")
    mode = pdfium.FPDFTextObj_GetTextRenderMode(owner)
    bold = (
        BOLD.search(font) is not None
        or pdfium.FPDFText_GetFontWeight(letters, place) >= BOLD_WEIGHT
        or bool(flags.value & BOLD_FLAG)
        or mode == FILLED_AND_STROKED
    )
    italic = bool(flags.value & ITALIC_FLAG) or ITALIC.search(font) is not None
    return Style(_sane(size), bold, italic, turn)


def _sane(size: float) -> float:
    return min(max(size, 1.0), 400.0) if math.isfinite(size) else 10.0


def _read_objects(handle: Any, page: Page) -> None:
    for place in range(min(pdfium.FPDFPage_CountObjects(handle), N_PATHS)):
        item = pdfium.FPDFPage_GetObject(handle, place)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            page.strokes += _strokes(item)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            page.pictures += 1
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            page.pictures += _pictures_in(item)


def _pictures_in(form: Any) -> int:
    count = min(pdfium.FPDFFormObj_CountObjects(form), 50)
    inside = (pdfium.FPDFFormObj_GetObject(form, place) for place in range(count))
    return sum(pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_IMAGE for item in inside)


def _strokes(path: Any) -> list[Stroke]:
    """A thin path is a stroke; of a box that is drawn in outline, all four sides are."""
    sides = (c_float(), c_float(), c_float(), c_float())
    if not pdfium.FPDFPageObj_GetBounds(path, *sides):
        return []
    x0, y0, x1, y1 = (side.value for side in sides)
    if not all(map(math.isfinite, (x0, y0, x1, y1))):
        return []
    if max(x1 - x0, y1 - y0) < DOT or min(x1 - x0, y1 - y0) < THIN + 1:
        return [Stroke(x0, y0, x1, y1)]
    mode, outline = c_int(), c_int()
    pdfium.FPDFPath_GetDrawMode(path, mode, outline)
    return _sides(path) if outline.value else []


def _sides(path: Any) -> list[Stroke]:
    count = pdfium.FPDFPath_CountSegments(path)
    if not 2 <= count <= 400:
        return []
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(path, matrix)
    x, y, begin, at, found = c_float(), c_float(), (0.0, 0.0), (0.0, 0.0), []
    for place in range(count):
        part = pdfium.FPDFPath_GetPathSegment(path, place)
        pdfium.FPDFPathSegment_GetPoint(part, x, y)
        to = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = pdfium.FPDFPathSegment_GetType(part)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            begin = to
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            found.append((at, to))
        if pdfium.FPDFPathSegment_GetClose(part):
            found.append((to, begin))
        at = to
    strokes = (Stroke(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])) for a, b in found)
    return [side for side in strokes if min(side.x1 - side.x0, side.y1 - side.y0) < THIN]
