"""What an old file's own bytes tell before LibreOffice sees them: cut off, locked, words not shown."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

from samsyn.reading.errors import DamagedFile, EncryptedFile, UnsupportedFormat
from samsyn.reading.formats import FORMATS, Unshown
from samsyn.reading.formats.digits import find_digits
from samsyn.reading.sniffing import find_old_title

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = "WordDocument"
# The head of a Word file's words says whether they are scrambled.
FLAGS, ENCRYPTED = slice(10, 12), 0x0100
WHERE = "i dold eller borttagen text"

ESCAPED = re.compile(rb"\\[{}\\]")
BINARY = re.compile(rb"\\bin[1-9]")
PICTURE = re.compile(rb"(?:[0-9a-fA-F]{2}[\r\n]*){64,}")
BYTE = re.compile(rb"\\'([0-9a-fA-F]{2})")
WIDE_LETTER = re.compile(rb"\\u(-?\d{1,6}) ?\??")
PARTING = re.compile(rb"\\(?:par|line|cell|row|sect|page|tab)\b ?")
CONTROL = re.compile(rb"\\[a-zA-Z]{1,32}-?\d{0,10} ?|\\[*~_-]|[{}\r\n]")


def require_whole(content: bytes, *, name: str, format_name: str) -> None:
    """Refuse what is cut off, locked or of another kind: LibreOffice would read half of it as the whole.

    Raises:
        DamagedFile: Its end is missing.
        EncryptedFile: It needs a password.
        UnsupportedFormat: It is another kind of old Office file.
    """
    if format_name == "rtf":
        if not _is_closed(content):
            raise DamagedFile(name, title=FORMATS[format_name].title)
    else:
        _require_words(content, name)


def _require_words(content: bytes, name: str) -> None:
    import olefile  # noqa: PLC0415 - heavy, and for this format alone

    try:
        with olefile.OleFileIO(BytesIO(content), raise_defects=olefile.DEFECT_INCORRECT) as file:
            if not file.exists(WORDS):
                raise UnsupportedFormat(name, title=find_old_title(content))
            head = file.openstream(WORDS).read()
    except (OSError, ValueError, IndexError, OverflowError, RecursionError) as error:
        raise DamagedFile(name, title=FORMATS["doc"].title) from error
    if int.from_bytes(head[FLAGS], "little") & ENCRYPTED:
        raise EncryptedFile(name, can_be_opened=True)


def _is_closed(content: bytes) -> bool:
    """Whether each group of an RTF file is closed; pictures as plain bytes may hold brackets of their own."""
    if BINARY.search(content):
        return content.rstrip(b"\0\r\n\t \x1a").endswith(b"}")
    bare = ESCAPED.sub(b"", content)
    return bare.count(b"{") <= bare.count(b"}")


def find_unshown(content: bytes, format_name: str) -> Iterator[Unshown]:
    """All words of the original, also those that no program shows any more."""
    if format_name == "rtf":
        yield Unshown(WHERE, _rich_words(content))
        return
    yield from find_digits(content, where=WHERE)


def _rich_words(content: bytes) -> str:
    """An RTF file without pictures and controls, as text."""
    words = PICTURE.sub(b"\n", content)
    words = PARTING.sub(b"\n\n", words)
    words = BYTE.sub(lambda match: bytes((int(match[1], 16),)), words)
    words = WIDE_LETTER.sub(lambda match: _letter(int(match[1])), words)
    return CONTROL.sub(b"", words).decode("cp1252", errors="replace")


def _letter(code: int) -> bytes:
    return chr(code % 0x10000).encode("cp1252", errors="replace")
