"""What had to be decided about the pages of a PDF: which were read from a picture, which not at all."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from samsyn.reading.documents import Observation, Remark, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.reading.documents import Document
    from samsyn.reading.formats.pdf.pages import Page

INSTALL = "installera Tesseract med svenska (i Debian: apt-get install tesseract-ocr tesseract-ocr-swe)"
N_UNCLEAR = 500  # words that are told of; a page of noise holds any number


class _Place(NamedTuple):
    """Where copied characters of a page stand in the document."""

    offset: int
    end: int
    start: int


def observe_pages(
    pages: Sequence[Page], document: Document, *, can_read_pictures: bool
) -> Iterator[Observation]:
    """A remark on each page that was read from a picture, or could not be read, and on unclear words."""
    for page in pages:
        if page.is_damaged:
            yield Observation(Remark.PAGES_UNREADABLE, page=page.number)
        elif page.is_picture and not page.is_scan and not (can_read_pictures and page.words):
            remark = Remark.PAGES_WITHOUT_TEXT if can_read_pictures else Remark.SCANS_NOT_READ
            yield Observation(remark, page=page.number)
    scans = [page for page in pages if page.is_scan]
    places = _places(document) if scans else {}
    unclear: list[Observation] = []
    for page in scans:
        on_page = places.get(page.number, [])
        if on_page:
            first, last = min(place.start for place in on_page), max(on_page, key=itemgetter(2))
            yield Observation(
                Remark.READ_FROM_PICTURE, Span(first, last.start + last.end - last.offset), page.number
            )
        spans = (_find_span(on_page, start, end) for start, end in page.unclear)
        unclear += (Observation(Remark.UNCLEAR_WORDS, span) for span in spans if span is not None)
    yield from unclear[:N_UNCLEAR]


def _places(document: Document) -> dict[int, list[_Place]]:
    places: dict[int, list[_Place]] = defaultdict(list)
    for block in document.blocks:
        for run in block.runs:
            if run.copied:
                offset = run.origin.offset
                places[run.origin.index].append(_Place(offset, offset + len(run.text), run.start))
    for on_page in places.values():
        on_page.sort()
    return places


def _find_span(places: Sequence[_Place], start: int, end: int) -> Span | None:
    """Where some characters of a page stand in the document, where they do."""
    number = bisect_right(places, start, key=itemgetter(0)) - 1
    if number < 0 or places[number].end <= start:
        return None
    place = places[number]
    return Span(place.start + start - place.offset, place.start + min(end, place.end) - place.offset)
