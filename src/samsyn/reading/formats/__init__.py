"""The formats that are read: one row each.

A new format is a module with `read(content, *, name, limits) -> Reading`, a row in `FORMATS` and a
line in `samsyn.reading.sniffing` that knows it by its content.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from samsyn.reading.documents import Document


class Format(NamedTuple):
    """A format that is read.

    Attributes:
        name: Code, as in `Document.format`.
        title: The format in a Swedish sentence ("ett Word-dokument").
        endings: Usual endings of file names, with the full stop, in small letters.
        module: Where its `read` is; imported when a file of the format is read.
        index_word: What `Origin.index` counts, in Swedish.
    """

    name: str
    title: str
    endings: tuple[str, ...]
    module: str
    index_word: str


class Unshown(NamedTuple):
    """Words that are in the file but not in the document: deleted, hidden, or in a part not read.

    They are kept with the original, so they are searched for identity numbers too.
    """

    where: str
    text: str


class Enclosed(NamedTuple):
    """A file that came within another, as with a mail."""

    name: str
    content: bytes


class Reading(NamedTuple):
    """What a format's `read` gives back."""

    document: Document
    unshown: tuple[Unshown, ...] = ()
    enclosed: tuple[Enclosed, ...] = ()


FORMATS = {
    row.name: row
    for row in (
        Format(
            "docx",
            "ett Word-dokument",
            (".docx", ".docm", ".dotx", ".dotm"),
            "samsyn.reading.formats.docx",
            "stycke",
        ),
        Format(
            "doc",
            "ett äldre Word-dokument (.doc)",
            (".doc", ".dot"),
            "samsyn.reading.formats.office",
            "stycke",
        ),
        Format("rtf", "en RTF-fil", (".rtf",), "samsyn.reading.formats.office", "stycke"),
        Format("odt", "ett OpenDocument-dokument", (".odt", ".ott"), "samsyn.reading.formats.odt", "stycke"),
        Format("html", "en webbsida", (".html", ".htm"), "samsyn.reading.formats.html", "textavsnitt"),
        Format(
            "mhtml",
            "en sparad webbsida (.mht)",
            (".mht", ".mhtml"),
            "samsyn.reading.formats.saved_pages",
            "rad",
        ),
        Format("eml", "ett e-postmeddelande", (".eml",), "samsyn.reading.formats.mail", "rad"),
        Format("markdown", "Markdown", (".md", ".markdown"), "samsyn.reading.formats.markdown", "rad"),
        Format("pdf", "en PDF-fil", (".pdf",), "samsyn.reading.formats.pdf", "sida"),
        Format("plain", "ren text", (".txt", ".text"), "samsyn.reading.formats.plain", "rad"),
    )
}


def is_readable_name(name: str) -> bool:
    """Whether a file in a folder looks like one to read, by its name alone.

    Hidden files and Word's own lock files (`~$...`) are not.
    """
    if name.startswith((".", "~$")):
        return False
    return name.lower().endswith(tuple(ending for row in FORMATS.values() for ending in row.endings))
