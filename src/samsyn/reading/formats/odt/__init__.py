"""An OpenDocument text (.odt) -> `Document`, in the accepted view.

Read from the file's own XML: headings by their outline level, lists with the labels that an office
program shows, bold, italic and struck through styles and their parents, tabs, line breaks and repeated
spaces, sections and indexes, text boxes, tables (one block for each paragraph in a cell, repeated rows
and cells within bounds), page headers and footers of the master pages in use, foot- and endnotes as
paragraphs at the end, remarks in the margin as comments.

Of tracked changes what is inserted is kept and what is deleted left out, each noted as an `Observation`.
Hidden words, deleted words and parts that are not shown are left out of the document, but searched for
identity numbers: they stay in the original.

`Origin.index` counts the paragraphs of a part as they are read, `Origin.offset` the characters of a
paragraph, each stretch of blanks as the one that is shown, a tab or break as one. Where a page broke on the
screen of the program that wrote the file is no part of the words: paragraphs and words go on across it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.reading.building import Builder
from samsyn.reading.documents import BlockKind, Document, Span
from samsyn.reading.errors import EncryptedFile, UnsupportedFormat
from samsyn.reading.formats import FORMATS, Reading
from samsyn.reading.formats.archives import Archive
from samsyn.reading.formats.odt.body import BodyReader, Place, read_changes
from samsyn.reading.formats.odt.lists import Counter
from samsyn.reading.formats.odt.margins import find_edges, read_edges
from samsyn.reading.formats.odt.names import office
from samsyn.reading.formats.odt.styles import Styles
from samsyn.reading.formats.odt.templates import LOOKS, template_of
from samsyn.reading.formats.odt.unshown import CONTENT, find_unshown, is_encrypted, search_part

if TYPE_CHECKING:
    from lxml.etree import _Element

    from samsyn.reading.formats.odt.templates import Template
    from samsyn.reading.limits import Limits

OTHER_KINDS = {
    b"spreadsheet": "ett OpenDocument-kalkylblad",
    b"presentation": "en OpenDocument-presentation",
    b"graphics": "en OpenDocument-teckning",
}


def read(content: bytes, *, name: str, limits: Limits) -> Reading:
    """Read an OpenDocument text.

    Raises:
        DamagedFile: It cannot be opened.
        EncryptedFile: It needs a password.
        HostileFile: It is built to exhaust the reader.
        TooLarge: It is over a limit.
        UnsupportedFormat: It is another kind of OpenDocument.
    """
    archive = Archive(content, name=name, limits=limits, title=FORMATS["odt"].title)
    if is_encrypted(archive):
        raise EncryptedFile(name)
    _require_text(archive, name)
    root, template = archive.tree(CONTENT), template_of(archive, search_part)
    body = None if root is None else root.find(f"{office('body')}/{office('text')}")
    if root is None or body is None:
        raise archive.damaged()
    return Reading(_read_body(root, template, body), tuple(find_unshown(archive, template, root)))


def _require_text(archive: Archive, name: str) -> None:
    """Refuse calculations, presentations and drawings, which say so themselves."""
    kind = archive.unpack("mimetype").strip()
    for word, title in OTHER_KINDS.items():
        if word in kind:
            raise UnsupportedFormat(name, title=title)


def _read_body(root: _Element, template: Template, body: _Element) -> Document:
    looks = template.root
    styles, counter = Styles(dict(template.styles)), Counter(dict(template.levels))
    styles.add(root)
    counter.add(root)
    reader = BodyReader(Builder("odt"), styles, counter, read_changes(body))
    read_edges(reader, find_edges(looks, root, "header"), LOOKS, BlockKind.PAGE_HEADER)
    reader.read(body, Place(CONTENT))
    reader.read_notes(CONTENT)
    read_edges(reader, find_edges(looks, root, "footer"), LOOKS, BlockKind.PAGE_FOOTER)
    return _bound(reader.builder.document())


def _bound(document: Document) -> Document:
    """The document, remarks and changes behind its last word moved to its end."""
    end = len(document.text)

    def within(span: Span) -> Span:
        return Span(min(span.start, end), min(span.end, end))

    comments = tuple(replace(one, at=within(one.at)) for one in document.comments)
    seen = tuple(replace(one, at=within(one.at)) for one in document.observations)
    return replace(document, comments=comments, observations=seen)
