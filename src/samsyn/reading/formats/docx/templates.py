"""Styles and numbering of a file. Files made from the same template share one reading of them.

To parse the styles costs more than to read the notes. A reading is kept by the packed part itself: a
checksum could be forged, and one file's looks lent to another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from samsyn.reading.formats.docx.numbering import Counter, Numbering, read_numbering
from samsyn.reading.formats.docx.styles import Styles, read_styles

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from samsyn.reading.formats.docx.package import Package

T = TypeVar("T")
N_KEPT = 64
STYLES: dict[bytes, Styles] = {}
LISTS: dict[bytes, dict[str, Numbering]] = {}


def styles_of(package: Package, part: str) -> Styles:
    """The styles that a part sets."""
    return _kept(package, part, STYLES, read_styles)


def counter_of(package: Package, part: str) -> Counter:
    """A new counter for the lists that a part sets."""
    return Counter(_kept(package, part, LISTS, read_numbering))


def _kept(package: Package, part: str, readings: dict[bytes, T], read: Callable[[_Element | None], T]) -> T:
    packed = package.packed(part)
    found = readings.get(packed)
    if found is None:
        found = read(package.tree(part))
        while len(readings) >= N_KEPT:
            readings.pop(next(iter(readings), b""), None)
        readings[packed] = found
    return found
