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
    from samsyn.reading.formats.pdf.notes import Note

THIN = 2.0
DOT = 8.0
N_PATHS = 20_000


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
            page.text, page.words = read_words(letters, page.number)
        finally:
            pdfium.FPDFText_ClosePage(letters)
    _read_objects(handle, page)


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
