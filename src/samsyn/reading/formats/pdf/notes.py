"""What is laid over a page: remarks, struck-out words, form fields."""

from __future__ import annotations

from collections import defaultdict
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2_raw as pdfium

from samsyn.reading.documents import WHOLE_FILE, Comment, Span
from samsyn.reading.formats.pdf.geometry import Stroke
from samsyn.reading.formats.pdf.opening import opened_page
from samsyn.reading.formats.pdf.unshown import N_ANNOTATIONS, find_annotations, string_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.reading.documents import Document, Run
    from samsyn.reading.formats.pdf.pages import Page

SILENT = frozenset({pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP})
NEAR = 2.0


class Note(NamedTuple):
    """A remark that somebody laid over a page, and the box it is about."""

    text: str
    author: str
    box: Stroke


def read_notes(document: Any, handle: Any, page: Page) -> None:
    """Add a page's remarks, the strokes that strike out words, and all that is written in either."""
    page.aside = "\n\n".join(find_annotations(document, handle))
    for number in range(min(pdfium.FPDFPage_GetAnnotCount(handle), N_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(handle, number)
        if not annotation:
            continue
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        if kind == pdfium.FPDF_ANNOT_STRIKEOUT:
            page.strokes += _struck_lines(annotation)
        text = "" if kind in SILENT else string_of(annotation, b"Contents")
        if text.strip():
            page.notes.append(Note(text, string_of(annotation, b"T"), _box(annotation)))
        pdfium.FPDFPage_CloseAnnot(annotation)


def _box(annotation: Any) -> Stroke:
    rectangle = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, rectangle)
    low, high = sorted((rectangle.bottom, rectangle.top))
    return Stroke(rectangle.left, low, rectangle.right, high)


def _struck_lines(annotation: Any) -> Iterator[Stroke]:
    """A stroke through the middle of each line that a mark strikes out."""
    corners = pdfium.FS_QUADPOINTSF()
    for number in range(min(pdfium.FPDFAnnot_CountAttachmentPoints(annotation), 500)):
        if pdfium.FPDFAnnot_GetAttachmentPoints(annotation, number, corners):
            xs = (corners.x1, corners.x2, corners.x3, corners.x4)
            middle = (corners.y1 + corners.y2 + corners.y3 + corners.y4) / 4
            yield Stroke(min(xs), middle, max(xs), middle)


@contextmanager
def form_of(document: Any) -> Iterator[Any]:
    """What pdfium needs to draw the fields of a form, or None where there is none."""
    if pdfium.FPDF_GetFormType(document) == pdfium.FORMTYPE_NONE:
        yield None
        return
    filling = pdfium.FPDF_FORMFILLINFO(version=2)
    form = pdfium.FPDFDOC_InitFormFillEnvironment(document, filling)
    try:
        yield form or None
    finally:
        if form:
            pdfium.FPDFDOC_ExitFormFillEnvironment(form)


def is_drawn_elsewhere(document: Any) -> bool:
    """Whether it is a form of Adobe's own kind (XFA), whose pages stand in no PDF reader but theirs."""
    return bool(pdfium.FPDF_GetFormType(document) == pdfium.FORMTYPE_XFA_FULL)


def draw_fields(document: Any, form: Any, number: int) -> None:
    """Make the values of a page's form fields words of the page."""
    with opened_page(document, number) as handle:
        if handle:
            pdfium.FORM_OnAfterLoadPage(handle, form)
            pdfium.FPDFPage_Flatten(handle, pdfium.FLAT_NORMALDISPLAY)
            pdfium.FORM_OnBeforeClosePage(handle, form)


def place_comments(pages: Sequence[Page], document: Document) -> Iterator[Comment]:
    """The remarks on all pages, each about the words that it lies over."""
    runs = _runs_of_pages(document) if any(page.notes for page in pages) else {}
    for page in pages:
        for note in page.notes:
            covered = [word for word in page.words if _covers(note.box, word.x0, word.x1, word.y)]
            first, end = (covered[0].offset, covered[-1].end - 1) if covered else (-1, -1)
            yield Comment(note.text, note.author, _span(runs.get(page.number, ()), first, end))


def _covers(box: Stroke, x0: float, x1: float, y: float) -> bool:
    return box.x0 - NEAR < x1 and x0 < box.x1 + NEAR and box.y0 - NEAR < y + 1 < box.y1 + NEAR


def _runs_of_pages(document: Document) -> dict[int, list[Run]]:
    """The copied runs of each page, so that no remark has to look through those of all pages."""
    runs: dict[int, list[Run]] = defaultdict(list)
    for block in document.blocks:
        for run in block.runs:
            if run.copied:
                runs[run.origin.index].append(run)
    return runs


def _span(runs: Sequence[Run], first: int, last: int) -> Span:
    """Where some characters of a page with these runs stand in the document."""
    places = []
    for run in runs:
        start = run.origin.offset
        if start <= last and first < start + len(run.text):
            places += [run.start + max(0, first - start), run.start + min(len(run.text), last - start + 1)]
    return Span(min(places), max(places)) if places and first >= 0 else WHOLE_FILE
