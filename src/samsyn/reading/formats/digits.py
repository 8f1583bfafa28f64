"""Stretches of digits in bytes of any kind: what may be an identity number in a file that is not read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.reading.formats import Unshown

if TYPE_CHECKING:
    from collections.abc import Iterator

# Stretches of digits with little between, in one byte a letter and in two: the rest of such a file is
# mostly no text, and too much to search sign by sign.
DIGITS = re.compile(rb"(?:[0-9][^0-9A-Za-z]{0,5}){10,}")
WIDE_DIGITS = re.compile(rb"(?:[0-9]\0(?:[^0-9A-Za-z]\0|[\x00-\x6f]\x20){0,5}){10,}")
AROUND = 48


def find_digits(content: bytes, *, where: str) -> Iterator[Unshown]:
    """Stretches of digits in bytes of any kind."""
    yield Unshown(where, _around(DIGITS, content, "cp1252"))
    yield Unshown(where, _around(WIDE_DIGITS, content, "utf-16-le"))


def _around(digits: re.Pattern[bytes], content: bytes, encoding: str) -> str:
    """Stretches of digits with what stands around them."""
    # An even step back, so that letters of two bytes stay whole.
    return "\n\n".join(
        content[match.start() - min(AROUND, match.start() & ~1) : match.end() + AROUND].decode(
            encoding, errors="replace"
        )
        for match in digits.finditer(content)
    )
