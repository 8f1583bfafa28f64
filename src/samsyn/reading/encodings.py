"""Bytes -> text, for files that do not say how they are written."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from samsyn.reading.documents import Observation, Remark, Span
from samsyn.reading.errors import UnreadableFile

if TYPE_CHECKING:
    from samsyn.reading.documents import Document

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Windows first: where two give the same number of Swedish letters, the more common one wins.
OLD = ("cp1252", "latin-1", "mac_roman", "cp850")
SWEDISH = re.compile("[åäöÅÄÖé]")
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
BROKEN = "\ufffd"
MOST_BROKEN_SHARE = 0.05


def decode(content: bytes, *, name: str) -> tuple[str, Remark | None]:
    """The text of a file, and what had to be guessed about it.

    A byte order mark decides; then UTF-8 if it fits; then UTF-16 without a mark; then one of the
    single-byte encodings once common in Sweden, whichever gives the most Swedish letters. UTF-8 with
    few broken places is read as such, each broken place as U+FFFD.

    Raises:
        UnreadableFile: The bytes are no text.
    """
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _decode_marked(content[len(mark) :], encoding, name)
    if b"\0" in content:
        return _decode_wide(content, name), None
    try:
        text, remark = content.decode(), None
    except UnicodeDecodeError:
        text, remark = _decode_old(content)
    _require_text(text, name)
    return text, remark


# Encodings of one byte a letter; others either announce themselves or are not used for Swedish.
SINGLE_BYTE = re.compile(
    r"(?:windows-?|cp)125\d|iso-?8859-?\d{1,2}|latin-?\d|(?:x-mac-|mac)roman|macintosh|us-ascii"
)
# What is called by these names has long been the first one of Windows.
AS_WINDOWS = re.compile(r"iso-?8859-?1|latin-?1|us-ascii")


def decode_declared(content: bytes, encoding: str, *, name: str) -> tuple[str, Remark | None]:
    """The text of a file that says how it is written, and what had to be guessed about it.

    UTF-8 counts where it fits, whatever the file says: many were saved anew without a change of their
    head. Then what the file says, and then what fits best.

    Raises:
        UnreadableFile: The bytes are no text.
    """
    text, remark = decode(content, name=name)
    encoding = encoding.strip().lower()
    if remark and SINGLE_BYTE.fullmatch(encoding):
        known = "cp1252" if AS_WINDOWS.fullmatch(encoding) else encoding.replace("x-mac-", "mac-")
        return content.decode(known, errors="replace"), None
    return text, remark


def observe_broken(document: Document) -> tuple[Observation, ...]:
    """One observation for each stretch of broken characters in a document."""
    return tuple(
        Observation(Remark.BROKEN_CHARACTERS, Span(*match.span()))
        for match in re.finditer(f"{BROKEN}+", document.text)
    )


def _decode_marked(content: bytes, encoding: str, name: str) -> tuple[str, Remark | None]:
    text = content.decode(encoding, errors="replace")
    _require_text(text, name)
    return text, Remark.BROKEN_CHARACTERS if BROKEN in text else None


def _decode_wide(content: bytes, name: str) -> str:
    """UTF-16 without a mark: in Swedish text nearly every second byte is nought."""
    evens, odds = content[::2].count(0), content[1::2].count(0)
    try:
        text = content.decode("utf-16-le" if odds > evens else "utf-16-be")
    except UnicodeDecodeError as error:
        raise _no_text(name) from error
    if max(evens, odds) < len(content) // 4:
        raise _no_text(name)
    _require_text(text, name)
    return text


def _decode_old(content: bytes) -> tuple[str, Remark]:
    text = content.decode(errors="replace")
    broken = text.count(BROKEN)
    whole = sum(character > "\x7f" for character in text) - broken
    if whole >= broken:
        return text, Remark.BROKEN_CHARACTERS
    readings = [content.decode(encoding, errors="replace") for encoding in OLD]
    return max(readings, key=_rank), Remark.OLD_ENCODING


def _rank(text: str) -> int:
    return len(SWEDISH.findall(text)) - text.count(BROKEN)


def _require_text(text: str, name: str) -> None:
    strange = len(CONTROLS.findall(text)) + text.count(BROKEN)
    if "\0" in text or strange > len(text) * MOST_BROKEN_SHARE:
        raise _no_text(name)


def _no_text(name: str) -> UnreadableFile:
    return UnreadableFile(
        name,
        "innehåller inte läsbar text",
        "kontrollera att rätt fil valdes, eller spara den på nytt med teckenkodningen UTF-8",
    )
