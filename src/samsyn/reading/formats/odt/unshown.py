"""Words that lie in an OpenDocument file without being shown: they too are searched."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from lxml import etree

from samsyn.reading.formats import Unshown
from samsyn.reading.formats.odt.names import office, text
from samsyn.reading.formats.odt.templates import LOOKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from samsyn.reading.formats.archives import Archive
    from samsyn.reading.formats.odt.templates import Template

# Elements within a sentence: words on both sides of their tags belong together.
INLINE = frozenset(
    text(name)
    for name in ("span", "a", "bookmark", "bookmark-start", "bookmark-end", "meta", "soft-page-break", "ruby")
)
# Attributes that hold what somebody wrote; others are measures, identifiers and times.
WRITTEN = frozenset(
    ("name", "title", "description", "string-value", "value", "author", "label", "help-text", "formula")
)
PLACES = {
    "meta.xml": "i dokumentets egenskaper",
    "content.xml": "i dold eller borttagen text",
    "styles.xml": "i dold eller borttagen text",
}
# Names that the program gives, many of them of figures.
GIVEN = frozenset(
    text(name)
    for name in ("bookmark", "bookmark-start", "bookmark-end", "reference-mark", "bookmark-ref", "note-ref")
)
CONFIGURATION = "{urn:oasis:names:tc:opendocument:xmlns:config:1.0}"
CONTENT = "content.xml"
SILENT = frozenset((office("binary-data"),))


def find_unshown(archive: Archive, template: Template, content: _Element) -> Iterator[Unshown]:
    """All words of all parts once more, addresses that links lead to, and names of the parts.

    Args:
        archive: The file.
        template: Its part of styles, which was searched when it was read.
        content: The root of its main part.
    """
    yield Unshown("i namnet på en del av dokumentet", "\n\n".join(archive.entries))
    yield from template.unshown
    yield from search_part(CONTENT, content)
    for part in archive.entries:
        if part in (CONTENT, LOOKS):
            continue
        if part.endswith((".xml", ".rdf")):
            root = archive.tree(part)
            if root is not None:
                yield from search_part(part, root)
        elif part.endswith((".txt", ".htm", ".html")):
            yield Unshown("i en dold del av dokumentet", archive.unpack(part).decode(errors="replace"))


def search_part(part: str, root: _Element) -> tuple[Unshown, ...]:
    """A part's words, and what its attributes say."""
    where = PLACES.get(part, "i en dold del av dokumentet")
    return (Unshown(where, "".join(_words(root))), Unshown(where, "\n\n".join(_said(root))))


def _words(root: _Element) -> Iterator[str]:
    """Words in order, parted where something else than a stretch of a sentence begins or ends."""
    for event, element in etree.iterwalk(root, events=("start", "end")):
        parting = "" if element.tag in INLINE else "\n\n"
        if event == "start":
            yield parting
            yield "" if element.tag in SILENT else element.text or ""
        else:
            yield parting
            yield element.tail or ""


def _said(root: _Element) -> Iterator[str]:
    for element in root.iter():
        if element.tag in GIVEN or str(element.tag).startswith(CONFIGURATION):
            continue
        for name, value in element.items():
            own = str(name).rpartition("}")[2]
            if own == "href" and not str(value).startswith("#"):
                yield unquote(str(value))
            elif own in WRITTEN and not str(value).isdecimal():
                yield str(value)


def is_encrypted(archive: Archive) -> bool:
    """Whether the file's list of parts says that they need a password."""
    return b"encryption-data" in archive.unpack("meta-inf/manifest.xml")
