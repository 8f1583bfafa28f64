"""A PDF's words taken out with pdfium and put together: what is done in the process apart."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.reading.building import Builder
from samsyn.reading.documents import BlockKind, Observation, Remark
from samsyn.reading.errors import EmptyFile, HostileFile, TooLarge, UnreadableFile
from samsyn.reading.formats import Reading, Unshown
from samsyn.reading.formats.pdf.blocks import BlockMaker
from samsyn.reading.formats.pdf.edges import take_edges
from samsyn.reading.formats.pdf.layout import FLOWS, measure
from samsyn.reading.formats.pdf.lines import find_lines
from samsyn.reading.formats.pdf.notes import draw_fields, form_of, place_comments, read_notes
from samsyn.reading.formats.pdf.opening import count_pages, opened, opened_page
from samsyn.reading.formats.pdf.pages import Page, read_page
from samsyn.reading.formats.pdf.unshown import find_unshown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from samsyn.reading.limits import Limits


def read_here(content: bytes, *, name: str, limits: Limits) -> Reading:
    """Read a PDF in this process.

    Raises:
        DamagedFile: It cannot be opened.
        EncryptedFile: It needs a password.
        TooLarge: It is over a limit.
        UnreadableFile: It holds pictures only.
    """
    with opened(content, name=name) as handle:
        pages = _read_pages(handle, name, limits)
        unshown = [*find_unshown(handle, content)]
    _require_words(pages, name)
    builder = Builder("pdf")
    repeated = _build(builder, pages)
    if any(not page.words for page in pages):
        builder.observations.append(Observation(Remark.PAGES_WITHOUT_TEXT))
    # What pdfium counts without showing it, or what only repeats itself, is searched all the same.
    for page in pages:
        unshown.append(Unshown(f"på sida {page.number + 1}", page.text))
        unshown.append(
            Unshown(f"i en kommentar eller ett formulärfält på sida {page.number + 1}", page.aside)
        )
    document = builder.document()
    comments = tuple(place_comments(pages, document))
    return Reading(replace(document, comments=comments), (*unshown, *repeated))


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
            return Page(number, pictures=1)
        read_notes(document, handle, page)
        if form is None:
            read_page(handle, page)
    if form is not None:
        draw_fields(document, form, number)
        with opened_page(document, number) as handle:
            read_page(handle, page)
    return page


def _require_words(pages: Sequence[Page], name: str) -> None:
    if any(page.words for page in pages):
        return
    if not any(page.pictures for page in pages):
        raise EmptyFile(name)
    raise UnreadableFile(
        name,
        "innehåller bara bilder, ingen text",
        "välj filen som anteckningarna skrevs i, eller en kopia som gått genom textigenkänning (OCR)",
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
