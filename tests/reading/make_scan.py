"""Scans, for the tests: pages of a PDF drawn as pictures, and put into a PDF as nothing else."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from samsyn.reading.formats.pdf.opening import count_pages, opened
from samsyn.reading.formats.pdf.pages import Page
from samsyn.reading.formats.pdf.scanning import draw_page
from samsyn.reading.formats.scans.tesseract import find_tesseract

if TYPE_CHECKING:
    from collections.abc import Sequence

DPI = 300
needs_tesseract = pytest.mark.skipif(
    find_tesseract() is None, reason="needs the packages tesseract-ocr and tesseract-ocr-swe"
)


def pictures_of(content: bytes) -> list[Image.Image]:
    """Each page of a PDF, drawn."""
    with opened(content, name="a.pdf") as handle:
        drawn = [draw_page(handle, Page(number)) for number in range(count_pages(handle))]
    return [page.picture for page in drawn if page is not None]


def scan(pictures: Sequence[Image.Image]) -> bytes:
    """A PDF of pictures."""
    out = BytesIO()
    first, *others = pictures
    first.save(out, "PDF", save_all=True, append_images=others, resolution=DPI)
    return out.getvalue()


def askew(content: bytes, degrees: float) -> list[Image.Image]:
    """The pages of a PDF as if they were laid askew."""
    return [
        page.rotate(degrees, Image.Resampling.BICUBIC, expand=abs(degrees) > 45, fillcolor=255)
        for page in pictures_of(content)
    ]
