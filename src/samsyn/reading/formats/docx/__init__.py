"""A Word file (.docx) -> `Document`, in the accepted view.

Read from the file's own XML: headings by the outline level or name of a style, lists by their numbering
(also through styles) with the labels that Word shows, bold, italic and struck through styles and
switches, tabs and line breaks, fields by their results (a table of contents left out), ticks and choices
of form fields, content controls, text boxes, tables (one block for each paragraph in a cell), page headers
and footers, foot- and endnotes as paragraphs at the end.

Of tracked changes what is inserted is kept and what is deleted left out, each noted as an `Observation`.
Hidden words, deleted words, the codes of fields and parts that are not shown are left out of the document,
but searched for identity numbers: they stay in the original.

`Origin.index` counts the paragraphs of a part as they are read, `Origin.offset` the characters of a
paragraph that are not deleted, a tab or break as one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.reading.building import Builder
from samsyn.reading.documents import BlockKind
from samsyn.reading.errors import UnreadableFile
from samsyn.reading.formats import Reading
from samsyn.reading.formats.docx.body import BodyReader, Place
from samsyn.reading.formats.docx.margins import (
    find_edges,
    read_comments,
    read_edges,
    read_notes,
)
from samsyn.reading.formats.docx.names import word
from samsyn.reading.formats.docx.package import Package
from samsyn.reading.formats.docx.templates import counter_of, styles_of
from samsyn.reading.formats.docx.unshown import find_embedded, find_unshown

if TYPE_CHECKING:
    from lxml.etree import _Element

    from samsyn.reading.limits import Limits

USUAL_MAIN = "word/document.xml"


def read(content: bytes, *, name: str, limits: Limits) -> Reading:
    """Read a Word file.

    Raises:
        DamagedFile: It cannot be opened.
        EncryptedFile: It needs a password.
        HostileFile: It is built to exhaust the reader.
        TooLarge: It is over a limit.
        UnreadableFile: Some of its words lie in files within it.
    """
    package = Package(content, name=name, limits=limits)
    main = _find_main(package)
    root = package.tree(main)
    body = None if root is None else root.find(word("body"))
    if root is None or body is None:
        raise package.damaged()
    relations = package.relations(main)
    _require_own_words(root, name)
    parts = {relation.kind: relation.target for relation in relations if not relation.external}
    styles = styles_of(package, parts.get("styles", ""))
    reader = BodyReader(Builder("docx"), styles, counter_of(package, parts.get("numbering", "")))
    headers, footers = (find_edges(root, relations, kind) for kind in ("header", "footer"))
    read_edges(package, reader, headers, BlockKind.PAGE_HEADER)
    reader.read(body, Place(main))
    read_notes(package, reader, parts)
    read_edges(package, reader, footers, BlockKind.PAGE_FOOTER)
    comments = read_comments(package, reader, parts.get("comments", ""))
    document = replace(reader.builder.document(), comments=tuple(comments))
    unshown = [*reader.unshown, *find_unshown(package, {main.lower()})]
    return Reading(document, tuple(unshown), tuple(find_embedded(package)))


def _require_own_words(root: _Element, name: str) -> None:
    """Refuse a file parts of whose words lie in files within it, which Word takes in when it saves."""
    if next(root.iter(word("altChunk")), None) is not None:
        raise UnreadableFile(
            name,
            "har text i inbäddade filer som Word ännu inte har fört in",
            "öppna den i Word, spara den på nytt och välj den",
        )


def _find_main(package: Package) -> str:
    """The part that holds the body; nearly always the usual one."""
    if USUAL_MAIN in package.entries:
        return USUAL_MAIN
    for relation in package.relations(""):
        if relation.kind == "officeDocument" and not relation.external:
            return relation.target
    raise package.damaged()
