"""Pages of a PDF that are pictures: drawn by pdfium, read by Tesseract, a few at a time."""

from __future__ import annotations

import math
import os
from concurrent.futures import ThreadPoolExecutor
from ctypes import c_char
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2_raw as pdfium
from PIL import Image

from samsyn.reading.formats.pdf.opening import opened_page
from samsyn.reading.formats.scans.looks import evened
from samsyn.reading.formats.scans.papers import POINTS, read_paper
from samsyn.reading.formats.scans.tesseract import ScanFailed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Future

    from samsyn.reading.formats.pdf.pages import Page
    from samsyn.reading.formats.scans.papers import Paper
    from samsyn.reading.formats.scans.tesseract import Tesseract

DPI = 300
LEAST_DPI = 72
N_PIXELS = 20_000_000  # A4 at 300 dots an inch has 8.7 million
N_AT_ONCE = 4
MANY_TIMES = 3  # as many words as a page bears as text are in its picture, where those are a stamp


class Drawn(NamedTuple):
    """The picture of a page, in shades of grey, and its pixels an inch."""

    picture: Image.Image
    dpi: int


def read_scans(
    tesseract: Tesseract, pages: Sequence[Page], draw: Callable[[Page], Drawn | None], *, seconds: float
) -> None:
    """Read pages that are pictures, and put the words on them.

    A page that cannot be drawn or read stays as it is.

    Args:
        tesseract: The program that knows letters.
        pages: The pages to read.
        draw: Gives the picture of a page; only one is drawn at a time.
        seconds: How long a page may take.
    """
    n_threads = min(N_AT_ONCE, os.cpu_count() or 1)
    with ThreadPoolExecutor(n_threads) as readers:
        waiting: list[tuple[Page, Future[Paper]]] = []
        for page in pages:
            drawn = draw(page)
            if drawn is not None:
                at, dpi = page.number, drawn.dpi
                job = readers.submit(read_paper, tesseract, drawn.picture, at, dpi=dpi, seconds=seconds)
                waiting.append((page, job))
            # A page is 9 MB: no more of them wait than are being read.
            if len(waiting) > n_threads:
                _put(*waiting.pop(0))
        for page, job in waiting:
            _put(page, job)
    _even_out([page for page in pages if page.is_scan])


def draw_page(document: Any, page: Page) -> Drawn | None:
    """A page as a picture, or None where it cannot be drawn."""
    with opened_page(document, page.number) as handle:
        if handle is None:
            return None
        width, height = pdfium.FPDF_GetPageWidthF(handle), pdfium.FPDF_GetPageHeightF(handle)
        if not (math.isfinite(width * height) and width * height > 0):
            return None
        dpi = int(min(DPI, POINTS * math.sqrt(N_PIXELS / (width * height))))
        across, down = round(width * dpi / POINTS), round(height * dpi / POINTS)
        if dpi < LEAST_DPI or not (across and down):
            return None
        return Drawn(_picture(handle, across, down), dpi)


def _picture(handle: Any, across: int, down: int) -> Image.Image:
    row = (across + 3) // 4 * 4
    buffer = bytearray(b"\xff") * (row * down)
    pixels = (c_char * len(buffer)).from_buffer(buffer)
    bitmap = pdfium.FPDFBitmap_CreateEx(across, down, pdfium.FPDFBitmap_Gray, pixels, row)
    flags = pdfium.FPDF_ANNOT | pdfium.FPDF_GRAYSCALE
    pdfium.FPDF_RenderPageBitmap(bitmap, handle, 0, 0, across, down, 0, flags)
    pdfium.FPDFBitmap_Destroy(bitmap)
    return Image.frombytes("L", (across, down), bytes(buffer), "raw", "L", row)


def _put(page: Page, job: Future[Paper]) -> None:
    """Put what was seen on a page."""
    try:
        paper = job.result()
    except ScanFailed:
        return
    if not paper.words or (page.words and len(paper.words) < MANY_TIMES * len(page.words)):
        return  # the picture lies behind the words: a letterhead, a watermark
    page.is_scan = True
    # What it bore as text is a stamp, and is in the picture too.
    page.aside = f"{page.aside}\n\n{page.text}"
    page.width, page.height, page.text = paper.width, paper.height, paper.text
    page.words, page.strokes = paper.words, paper.strokes
    page.boxes, page.unclear = paper.boxes, paper.unclear


def _even_out(pages: Sequence[Page]) -> None:
    """Give letters that are nearly alike one size, over all scanned pages."""
    sizes = [(round(word.size, 1), len(word.text)) for page in pages for word in page.words]
    even: Iterator[float] = iter(evened(sizes))
    for page in pages:
        page.words = [word._replace(size=next(even)) for word in page.words]
