"""The text of a page's bytes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.reading.encodings import decode_declared

if TYPE_CHECKING:
    from samsyn.reading.documents import Remark

# Within the first kilobytes, where a browser looks for it too.
N_SEARCHED = 4096
DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([a-z0-9_-]{1,30})", re.IGNORECASE
)
PICTURE = re.compile(rb"data:[a-z]{1,20}/[a-z0-9.+-]{1,60};base64,[a-z0-9+/=%]+", re.IGNORECASE)


def decode_page(content: bytes, *, name: str) -> tuple[str, Remark | None]:
    """The text of a page, and what had to be guessed about it.

    Raises:
        UnreadableFile: The bytes are no text.
    """
    declared = DECLARED.search(content[:N_SEARCHED])
    return decode_declared(content, declared[1].decode() if declared else "", name=name)


def drop_pictures(content: bytes) -> bytes:
    """The page without the pictures that are written into it."""
    return PICTURE.sub(b"", content)
