"""Words that lie in a Word file without being shown: they stay in the original, so they are searched."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote

from samsyn.reading.formats import Enclosed, Unshown
from samsyn.reading.formats.digits import find_digits
from samsyn.reading.sniffing import ZIP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samsyn.reading.formats.archives import Archive

TAG = re.compile(r"<[^<>]*>")
PARAGRAPH_END = re.compile(r"</w:p>|</(?!w:)[^<>]*>")
# Attributes that hold what somebody wrote; others are measures, identifiers and times.
WRITTEN = re.compile(
    r"""[\s:](?:author|initials|userId|name|alias|title|descr|alt|tooltip|instr|string|displayText
    |value|val|subject|Manager|Company)\s*=\s*(?:"([^"]*)"|'([^']*)')""",
    re.VERBOSE,
)
TARGET = re.compile(r"""\sTarget\s*=\s*(?:"([^"]*)"|'([^']*)')""")
# An identifier that Word gives: as long as an identity number, and without meaning.
NUMERIC = re.compile(r"-?\d+\Z")
# Parts without words: looks and fonts. What a list's label says is seen on its entry.
SILENT = re.compile(r"(?:.*/)?(?:styles|styleswitheffects|numbering|fonttable|websettings|theme\d*)\.xml$")
TEXTS = (".txt", ".htm", ".html", ".xhtml", ".mht", ".mhtml", ".rtf")
EMBEDDED = "/embeddings/"
WIDE = (b"\xff\xfe", b"\xfe\xff")


def find_unshown(package: Archive, read: set[str]) -> Iterator[Unshown]:
    """Words in parts that were not read, words that no part shows, and addresses that links lead to.

    Args:
        package: The file.
        read: The part that was read, in small letters: all its words are searched once more, since
            second choices, prompts and deleted words are among them.
    """
    yield Unshown("i namnet på en del av dokumentet", "\n\n".join(package.entries))
    for part in package.entries:
        if part.endswith(".rels"):
            yield Unshown("i en länk", _targets(_decoded(package.unpack(part))))
        elif part.endswith(".xml") and not SILENT.match(part):
            yield from _written(_place(part, read), _decoded(package.unpack(part)))
        elif part.endswith(TEXTS):
            text = _decoded(package.unpack(part))
            yield Unshown(_place(part, read), text)
            yield Unshown(_place(part, read), unescape(TAG.sub("", text)))
        elif EMBEDDED in part:
            # Objects of old programs: packages among them are searched as files of their own.
            yield from find_digits(package.unpack(part), where="i en inbäddad fil")


def find_embedded(package: Archive) -> Iterator[Enclosed]:
    """Files within the file that are packages themselves: sheets behind charts, other documents."""
    for part in package.entries:
        if EMBEDDED in part:
            content = package.unpack(part)
            if content.startswith(ZIP):
                yield Enclosed(part.rpartition("/")[2], content)


def _place(part: str, read: set[str]) -> str:
    if part.startswith("docprops/"):
        return "i dokumentets egenskaper"
    return "i dold eller borttagen text" if part in read else "i en dold del av dokumentet"


def _written(where: str, xml: str) -> Iterator[Unshown]:
    """A part's words, those of each paragraph together, and what its attributes say."""
    yield Unshown(where, unescape(TAG.sub("", PARAGRAPH_END.sub("\n\n", xml))))
    said = (unescape(one or other) for one, other in WRITTEN.findall(xml))
    yield Unshown(where, "\n\n".join(words for words in said if not NUMERIC.match(words)))


def _targets(xml: str) -> str:
    return "\n\n".join(unquote(unescape(one or other)) for one, other in TARGET.findall(xml))


def _decoded(content: bytes) -> str:
    return content.decode("utf-16" if content.startswith(WIDE) else "utf-8", errors="replace")
