"""A web page, as a browser or an office program saves it or a web editor writes it -> `Document`.

Headings, paragraphs, lists with the labels that are shown, tables (one block for each paragraph in a
cell), preformatted words; bold, italic and struck by tags, `style` attributes and the simple rules of a
style sheet; lists as Word marks them; signs written by name. Where an element `main` or `article` holds
most of the words, what stands around it is left out, and so are menus; where that is unsure, all is kept.
A table that holds headings, another table or a single cell only arranges the page, and is read as what
stands in it.

`Origin.index` is the line of the source and `Origin.offset` the character in it. A stretch of blanks, a
line end, a break and a sign written by its name are the reader's rendering (`Run.copied` is false).

All of the source is searched for identity numbers: what is not shown stays in the original.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.reading.building import Builder
from samsyn.reading.documents import Document, Observation
from samsyn.reading.encodings import observe_broken
from samsyn.reading.errors import TooLarge
from samsyn.reading.formats import Reading
from samsyn.reading.formats.html.opened import Openings
from samsyn.reading.formats.html.pages import PageReader
from samsyn.reading.formats.html.sources import decode_page, drop_pictures
from samsyn.reading.formats.html.survey import survey_page
from samsyn.reading.formats.html.tokens import find_tokens
from samsyn.reading.formats.html.unshown import find_unshown
from samsyn.reading.formats.html.words import Words, find_line_starts

if TYPE_CHECKING:
    from samsyn.reading.documents import Remark
    from samsyn.reading.limits import Limits


def read(content: bytes, *, name: str, limits: Limits) -> Reading:
    """Read a web page.

    Raises:
        HostileFile: It is built to exhaust the reader.
        TooLarge: It is over a limit, pictures within it aside.
        UnreadableFile: The bytes are no text.
    """
    source, remark = decode_page(drop_pictures(content), name=name)
    return read_text(source, remark, name=name, limits=limits)


def read_text(source: str, remark: Remark | None, *, name: str, limits: Limits) -> Reading:
    """Read a page whose text is known, with what had to be guessed about that.

    Raises:
        HostileFile: It is built to exhaust the reader.
        TooLarge: It is over the limit.
    """
    if len(source) > limits.text:
        raise TooLarge(name, limit=limits.text, of="texten i filen")
    document = read_source(source, name=name)
    seen = observe_broken(document)
    if remark:
        seen = (Observation(remark), *seen)
    shown = Document(document.text, document.blocks, document.format, (), seen)
    return Reading(shown, tuple(find_unshown(source)))


def read_source(source: str, *, name: str) -> Document:
    """Read a page's text.

    Raises:
        HostileFile: It is built to exhaust the reader.
    """
    tokens = list(find_tokens(source))
    words = Words(source, find_line_starts(source))
    openings = Openings(survey_page(source, tokens))
    reader = PageReader(source, name, Builder("html"), words, openings)
    for token in tokens:
        reader.take(token)
    reader.close()
    return reader.builder.document()
