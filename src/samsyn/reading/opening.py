"""The way in: a path or bytes -> `Document`, with everything checked that holds for all formats."""

from __future__ import annotations

import re
import stat
from importlib import import_module
from typing import TYPE_CHECKING, cast

from samsyn.reading.documents import BlockKind, Document, Observation, Remark
from samsyn.reading.encodings import decode, observe_broken
from samsyn.reading.errors import EmptyFile, IdentityNumberFound, TooLarge, UnreadableFile
from samsyn.reading.formats import FORMATS, Enclosed, Reading
from samsyn.reading.identity_numbers import find_identity_numbers, hide_identity_numbers
from samsyn.reading.limits import Limits
from samsyn.reading.searching import search_enclosed
from samsyn.reading.sniffing import find_binary_format, find_text_format

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Protocol

    class Reader(Protocol):
        """A module in `samsyn.reading.formats`."""

        def read(self, content: bytes, *, name: str, limits: Limits) -> Reading: ...

    class LockedReader(Protocol):
        """A module in `samsyn.reading.formats` whose format has a lock of its own."""

        def read(self, content: bytes, *, name: str, limits: Limits, password: str) -> Reading: ...

    class TextReader(Protocol):
        """A module in `samsyn.reading.formats` for files that are text."""

        def read(self, text: str) -> Document: ...


DEFAULT = Limits()
SHORTEST = 10  # characters of an identity number
LINE_END = re.compile(r"\r\n|\r|\n")


def expect(path: Path) -> None:
    """Begin what the reading of a file will have to wait for: the process that reads PDF files.

    It starts while the caller goes on. The name is enough: where it misleads, nothing is lost.
    """
    if path.suffix.lower() == ".pdf":
        from samsyn.reading.formats.pdf.apart import start_servant  # noqa: PLC0415 - for PDF files alone

        start_servant(DEFAULT)


def read_document(path: Path, *, limits: Limits = DEFAULT, password: str = "") -> Document:
    """Read a file.

    Raises:
        ReadingError: One of its kinds, each with a message for the person who sent the file.
    """
    content = read_content(path, limits=limits)
    return read_bytes(content, name=path.name, limits=limits, password=password)


def read_content(path: Path, *, limits: Limits = DEFAULT) -> bytes:
    """A file's bytes, if it is a file, may be read and is not too large.

    Raises:
        TooLarge: It is over the limit.
        UnreadableFile: It is not there, no file, or may not be read.
    """
    name = hide_identity_numbers(path.name)
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise UnreadableFile(name, "är ingen vanlig fil", "välj en fil")
        if found.st_size > limits.file:
            raise TooLarge(name, limit=limits.file)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFile(name, "finns inte", "kontrollera sökvägen") from error
    except PermissionError as error:
        raise UnreadableFile(name, "får inte läsas", "ändra behörigheten för filen eller mappen") from error
    except OSError as error:
        raise UnreadableFile(name, f"gick inte att läsa ({error.strerror})", "kontrollera disken") from error


def read_bytes(content: bytes, *, name: str, limits: Limits = DEFAULT, password: str = "") -> Document:
    """Read a file's content.

    Args:
        content: The file byte for byte.
        name: Its name, for messages; the ending only breaks a tie between Markdown and plain text.
        limits: Bounds on what the file may ask for.
        password: What opens it, where it is locked; kept nowhere.

    Raises:
        ReadingError: One of its kinds, each with a message for the person who sent the file.
    """
    shown = hide_identity_numbers(name)
    if shown != name:
        raise IdentityNumberFound(shown, where="i filnamnet")
    if len(content) > limits.file:
        raise TooLarge(name, limit=limits.file)
    if not content.strip():
        raise EmptyFile(name)
    reading = _read_any(content, name, limits, password)
    _refuse_identity_numbers(reading, name)
    search_enclosed(reading.enclosed, name=name, limits=limits)
    if not reading.document.text.strip():
        raise EmptyFile(name)
    return reading.document


def read_any(content: bytes, *, name: str, limits: Limits) -> Reading:
    """A file's document with what it does not show, searched for nothing.

    Raises:
        ReadingError: It cannot be read.
    """
    return _read_any(content, name, limits, "")


def _read_any(content: bytes, name: str, limits: Limits, password: str) -> Reading:
    """Read a file with the reader of its format."""
    if password:
        from samsyn.reading.unlocking import unlocked  # noqa: PLC0415 - for locked files alone

        content = unlocked(content, name=name, password=password, limits=limits)
    format_name = find_binary_format(content, name=name)
    if format_name is None:
        return _read_text(content, name, limits)
    reader = cast("Reader", import_module(FORMATS[format_name].module))
    if password and format_name == "pdf":  # pdfium opens it itself
        return cast("LockedReader", reader).read(content, name=name, limits=limits, password=password)
    return reader.read(content, name=name, limits=limits)


def find_enclosed(content: bytes, *, name: str) -> tuple[Enclosed, ...]:
    """The files that came within a file, as with a mail; none for other formats.

    Raises:
        ReadingError: It is locked, or built to exhaust the reader.
    """
    if find_binary_format(content, name=name) != "eml":
        return ()
    from samsyn.reading.formats import mail  # noqa: PLC0415 - parsers are imported when a file is read

    return mail.find_enclosed(content, name=name)


def _read_text(content: bytes, name: str, limits: Limits) -> Reading:
    if len(content) > limits.text:
        raise TooLarge(name, limit=limits.text, of="texten i filen")
    text, remark = decode(content, name=name)
    _refuse_in_source(text, name)
    reader = cast("TextReader", import_module(FORMATS[find_text_format(text, name=name)].module))
    document = reader.read(text)
    seen = observe_broken(document)
    if remark is Remark.OLD_ENCODING:
        seen = (Observation(remark), *seen)
    return Reading(Document(document.text, document.blocks, document.format, document.comments, seen))


def _refuse_in_source(text: str, name: str) -> None:
    """Text files are searched as they stand too: link targets and remarks are not in the document."""
    for span in find_identity_numbers(text):
        line = len(LINE_END.findall(text, 0, span.start)) + 1
        raise IdentityNumberFound(name, where=f"på rad {line}")


def _refuse_identity_numbers(reading: Reading, name: str) -> None:
    document = reading.document
    for span in find_identity_numbers(document.text):
        raise IdentityNumberFound(name, where=place_of(document, span.start))
    for block in document.blocks:
        if len(block.marker) >= SHORTEST and find_identity_numbers(block.marker):
            raise IdentityNumberFound(name, where=place_of(document, block.start))
    for number, comment in enumerate(document.comments, start=1):
        if find_identity_numbers(f"{comment.author}\n{comment.text}"):
            raise IdentityNumberFound(name, where=f"i kommentar {number}")
    for unshown in reading.unshown:
        if find_identity_numbers(unshown.text):
            raise IdentityNumberFound(name, where=unshown.where)


def place_of(document: Document, position: int) -> str:
    """Where a character stands, in Swedish words for the person who has the file open."""
    block = document.block_at(position)
    if block.kind is BlockKind.PAGE_HEADER:
        return "i sidhuvudet"
    if block.kind is BlockKind.PAGE_FOOTER:
        return "i sidfoten"
    if block.cell:
        return f"i tabell {block.cell.table + 1}, rad {block.cell.row + 1}"
    word = FORMATS[document.format].index_word
    return f"{'på' if word in {'rad', 'sida'} else 'i'} {word} {document.origin(position).index + 1}"
