"""The text of a page's bytes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.reading.encodings import decode

if TYPE_CHECKING:
    from samsyn.reading.documents import Remark

# Within the first kilobytes, where a browser looks for it too.
N_SEARCHED = 4096
DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([a-z0-9_-]{1,30})", re.IGNORECASE
)
# Encodings of one byte a letter; others either announce themselves or are not used for Swedish.
SINGLE_BYTE = re.compile(
    r"(?:windows-?|cp)125\d|iso-?8859-?\d{1,2}|latin-?\d|(?:x-mac-|mac)roman|macintosh|us-ascii"
)
# What is called by these names has long been the first one of Windows.
AS_WINDOWS = re.compile(r"iso-?8859-?1|latin-?1|us-ascii")
PICTURE = re.compile(rb"data:[a-z]{1,20}/[a-z0-9.+-]{1,60};base64,[a-z0-9+/=%]+", re.IGNORECASE)


def decode_page(content: bytes, *, name: str) -> tuple[str, Remark | None]:
    """The text of a page, and what had to be guessed about it.

    UTF-8 counts where it fits, whatever the page says: many were saved anew without a change of their
    head. Then what the page says, and then what fits best.

    Raises:
        UnreadableFile: The bytes are no text.
    """
    text, remark = decode(content, name=name)
    declared = DECLARED.search(content[:N_SEARCHED])
    if remark and declared:
        encoding = declared[1].decode().lower()
        if AS_WINDOWS.fullmatch(encoding):
            encoding = "cp1252"
        if SINGLE_BYTE.fullmatch(encoding):
            return content.decode(encoding.replace("x-mac-", "mac-"), errors="replace"), None
    return text, remark


def drop_pictures(content: bytes) -> bytes:
    """The page without the pictures that are written into it."""
    return PICTURE.sub(b"", content)
