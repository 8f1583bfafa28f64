"""A page's words and strokes, as pdfium gives them."""

from __future__ import annotations

import math
from ctypes import c_float, c_int
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pypdfium2_raw as pdfium

from samsyn.reading.formats.pdf.geometry import Stroke, Word
from samsyn.reading.formats.pdf.letters import read_words

if TYPE_CHECKING:
    from samsyn.reading.documents import Box
    from samsyn.reading.formats.pdf.notes import Note

THIN = 2.0
DOT = 8.0
N_PATHS = 20_000
N_DRAWN = 200  # shapes on a page without words: more than a frame or a mark
N_STAMPED, MOSTLY = 15, 0.5


@dataclass(slots=True)
class Page:
    """What stands on one page.

    Attributes:
        text: All characters of the page, in pdfium's count.
        pictures: How many pictures there are.
        covered: How much of the page the largest of them covers, up to 1.
        n_drawings: How many shapes are drawn; words may be drawn as shapes too.
        aside: What is written in its annotations and form fields.
        n_objects: How many things of any kind are drawn on it.
        is_damaged: Whether pdfium could not open it, or follow what it says.
        is_scan: Whether its words were read from a picture.
        boxes: Where they stand in the picture.
        unclear: Those that are hard to read: the first character, and the one after the last.
    """

    number: int
    height: float = 0.0
    width: float = 0.0
    text: str = ""
    words: list[Word] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    pictures: int = 0
    covered: float = 0.0
    n_drawings: int = 0
    aside: str = ""
    notes: list[Note] = field(default_factory=list)
    n_objects: int = 0
    is_damaged: bool = False
    is_scan: bool = False
    boxes: list[Box] = field(default_factory=list)
    unclear: list[tuple[int, int]] = field(default_factory=list)

    @property
    def is_picture(self) -> bool:
        """Whether its words are to be read from a picture: few others stand there, in a stamp or a margin."""
        if not self.words:
            return bool(self.pictures) or self.n_drawings > N_DRAWN
        return len(self.words) < N_STAMPED and self.covered > MOSTLY


def read_page(handle: Any, page: Page) -> None:
    """Add the words and strokes of a loaded page."""
    page.height, page.width = pdfium.FPDF_GetPageHeightF(handle), pdfium.FPDF_GetPageWidthF(handle)
    letters = pdfium.FPDFText_LoadPage(handle)
    if letters:
        try:
            page.text, page.words = read_words(letters, page.number)
        finally:
            pdfium.FPDFText_ClosePage(letters)
    _read_objects(handle, page)


def _read_objects(handle: Any, page: Page) -> None:
    page.n_objects = max(0, pdfium.FPDFPage_CountObjects(handle))
    for place in range(min(page.n_objects, N_PATHS)):
        item = pdfium.FPDFPage_GetObject(handle, place)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            page.strokes += _strokes(item)
            page.n_drawings += 1
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE or (kind == pdfium.FPDF_PAGEOBJ_FORM and _holds_picture(item)):
            page.pictures += 1
            page.covered = max(page.covered, _share(item, page))


def _holds_picture(form: Any) -> bool:
    count = min(pdfium.FPDFFormObj_CountObjects(form), 50)
    inside = (pdfium.FPDFFormObj_GetObject(form, place) for place in range(count))
    return any(pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_IMAGE for item in inside)


def _bounds(item: Any) -> tuple[float, float, float, float] | None:
    sides = (c_float(), c_float(), c_float(), c_float())
    if not pdfium.FPDFPageObj_GetBounds(item, *sides):
        return None
    x0, y0, x1, y1 = (side.value for side in sides)
    return (x0, y0, x1, y1) if all(map(math.isfinite, (x0, y0, x1, y1))) else None


def _share(item: Any, page: Page) -> float:
    """How much of a page something covers."""
    x0, y0, x1, y1 = _bounds(item) or (0.0, 0.0, 0.0, 0.0)
    return min(1.0, abs((x1 - x0) * (y1 - y0)) / max(1.0, page.width * page.height))


def _strokes(path: Any) -> list[Stroke]:
    """A thin path is a stroke; of a box that is drawn in outline, all four sides are."""
    bounds = _bounds(path)
    if bounds is None:
        return []
    x0, y0, x1, y1 = bounds
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
