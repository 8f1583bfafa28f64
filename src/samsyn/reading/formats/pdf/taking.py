"""A PDF's words taken out with pdfium and put together: what is done in the process apart."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.reading.building import Builder
from samsyn.reading.documents import BlockKind, Observation, Remark
from samsyn.reading.errors import DamagedFile, EmptyFile, HostileFile, TooLarge, UnreadableFile
from samsyn.reading.formats import Reading, Unshown
from samsyn.reading.formats.pdf.blocks import BlockMaker
from samsyn.reading.formats.pdf.edges import take_edges
from samsyn.reading.formats.pdf.emptiness import is_damaged
from samsyn.reading.formats.pdf.layout import FLOWS, measure
from samsyn.reading.formats.pdf.lines import find_lines
from samsyn.reading.formats.pdf.notes import (
    draw_fields,
    form_of,
    is_drawn_elsewhere,
    place_comments,
    read_notes,
)
from samsyn.reading.formats.pdf.observing import INSTALL, observe_pages
from samsyn.reading.formats.pdf.opening import TITLE, count_pages, opened, opened_page
from samsyn.reading.formats.pdf.pages import Page, read_page
from samsyn.reading.formats.pdf.unshown import find_unshown, holds_files
from samsyn.reading.formats.scans.tesseract import find_tesseract

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Any

    from samsyn.reading.formats.scans.tesseract import Tesseract
    from samsyn.reading.limits import Limits


def read_here(
    content: bytes,
    *,
    name: str,
    limits: Limits,
    password: str = "",
    ask_for_time: Callable[[int], None] | None = None,
) -> Reading:
    """Read a PDF in this process.

    Args:
        content: The file byte for byte.
        name: Its name, for messages.
        limits: Bounds on what the file may ask for.
        password: What opens it, where it is locked.
        ask_for_time: Told how many seconds more it may take, where pages are pictures.

    Raises:
        DamagedFile: It cannot be opened.
        EncryptedFile: It needs a password.
        TooLarge: It is over a limit.
        UnreadableFile: It holds pictures only, and nothing is there to read them with.
    """
    tesseract = None
    with opened(content, name=name, password=password) as handle:
        _require_shown(handle, name)
        pages = _read_pages(handle, name, limits)
        pictures = [page for page in pages if page.is_picture]
        if pictures:
            tesseract = find_tesseract()
        if tesseract is not None:
            _read_pictures(tesseract, handle, pictures, name, limits, ask_for_time)
        unshown = [*find_unshown(handle, content)]
        within = (Observation(Remark.FILES_WITHIN),) if holds_files(handle) else ()
    _require_words(pages, name, tesseract)
    builder = Builder("pdf")
    repeated = _build(builder, pages)
    document = builder.document()
    seen = observe_pages(pages, document, can_read_pictures=tesseract is not None)
    document = replace(
        document,
        comments=tuple(place_comments(pages, document)),
        observations=(*seen, *within),
        boxes=tuple(box for page in pages for box in page.boxes),
    )
    return Reading(document, (*unshown, *_all_characters(pages), *repeated))


def _require_shown(handle: Any, name: str) -> None:
    if is_drawn_elsewhere(handle):
        raise UnreadableFile(
            name,
            "är ett formulär som bara Adobes egna program kan visa (XFA)",
            "öppna det där, skriv ut det till en ny PDF och välj den",
        )


def _all_characters(pages: Sequence[Page]) -> Iterator[Unshown]:
    """What pdfium counts without showing it, or what only repeats itself, is searched all the same."""
    for page in pages:
        yield Unshown(f"på sida {page.number + 1}", page.text)
        yield Unshown(f"i en kommentar eller ett formulärfält på sida {page.number + 1}", page.aside)


def _read_pages(handle: Any, name: str, limits: Limits) -> list[Page]:
    n_pages, total = count_pages(handle), 0
    if n_pages > limits.n_pages:
        raise HostileFile(name, trouble=f"har fler än {limits.n_pages} sidor")
    pages: list[Page] = []
    with form_of(handle) as form:
        for number in range(n_pages):
            pages.append(_read_page(handle, form, number))
            total += len(pages[-1].text)
            if total > limits.text:
                raise TooLarge(name, limit=limits.text, of="texten i filen")
    return pages


def _read_page(document: Any, form: Any, number: int) -> Page:
    """A page with the values of its form fields in their places."""
    page = Page(number)
    with opened_page(document, number) as handle:
        if handle is None:
            return Page(number, is_damaged=True)
        read_notes(document, handle, page)
        if form is None:
            read_page(handle, page)
    if form is not None:
        draw_fields(document, form, number)
        with opened_page(document, number) as handle:
            read_page(handle, page)
    if not page.n_objects:
        page.is_damaged = is_damaged(document, number)
    return page


def _read_pictures(
    tesseract: Tesseract,
    handle: Any,
    pages: Sequence[Page],
    name: str,
    limits: Limits,
    ask_for_time: Callable[[int], None] | None,
) -> None:
    from samsyn.reading.formats.pdf.scanning import draw_page, read_scans  # noqa: PLC0415 - most files need none

    if len(pages) > limits.n_scans:
        raise UnreadableFile(
            name, f"har fler än {limits.n_scans} sidor som är bilder", "dela upp filen och välj delarna"
        )
    if ask_for_time is not None:
        ask_for_time(limits.seconds_a_scan * len(pages))
    read_scans(tesseract, pages, lambda page: draw_page(handle, page), seconds=limits.seconds_a_scan)


def _require_words(pages: Sequence[Page], name: str, tesseract: Tesseract | None) -> None:
    if any(page.words for page in pages):
        return
    if not any(page.is_picture for page in pages):
        if any(page.is_damaged for page in pages):
            raise DamagedFile(name, title=TITLE)
        raise EmptyFile(name)
    if tesseract is None:
        raise UnreadableFile(
            name,
            "innehåller bara bilder av text",
            f"{INSTALL}, eller välj filen som anteckningarna skrevs i",
        )
    raise UnreadableFile(
        name,
        "innehåller bara bilder där ingen text går att läsa",
        "skanna om, rakt och med 300 punkter per tum, eller välj filen som anteckningarna skrevs i",
    )


def _build(builder: Builder, pages: Sequence[Page]) -> list[Unshown]:
    """Add all blocks; gives back the words that only repeat a page header or footer."""
    lines = {page.number: find_lines(page, page.number * FLOWS) for page in pages}
    edges = take_edges(pages, lines)
    running = [line for page in pages for line in lines[page.number]]
    widths = {page.number: page.width for page in pages}
    maker = BlockMaker(builder, {page.number: page.text for page in pages}, measure(running, widths))
    maker.add_edges(edges.headers, BlockKind.PAGE_HEADER)
    maker.take_all(running)
    maker.add_edges(edges.footers, BlockKind.PAGE_FOOTER)
    return [Unshown("i sidhuvudet eller sidfoten", line.text) for line in edges.repeated]
