"""The part of styles, which files made from the same template share: one reading of it.

To go through the styles costs more than to read the notes. A reading is kept by the packed part itself: a
checksum could be forged, and one file's looks lent to another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from samsyn.reading.formats.odt.lists import Counter
from samsyn.reading.formats.odt.styles import Styles

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml.etree import _Element

    from samsyn.reading.formats import Unshown
    from samsyn.reading.formats.archives import Archive
    from samsyn.reading.formats.odt.lists import Level

LOOKS = "styles.xml"
N_KEPT, LARGEST = 64, 200_000  # packed bytes: a template has some ten thousand


class Template(NamedTuple):
    """What the part of styles holds.

    Attributes:
        styles: Its styles by family and name.
        levels: What its list styles say of their depths.
        unshown: Words in it that are not shown.
    """

    root: _Element | None
    styles: Mapping[tuple[str, str], _Element]
    levels: Mapping[str, dict[int, Level]]
    unshown: tuple[Unshown, ...]


TEMPLATES: dict[bytes, Template] = {}


def template_of(archive: Archive, search: Callable[[str, _Element], tuple[Unshown, ...]]) -> Template:
    """The styles of a file; `search` finds the words that a part does not show."""
    packed = archive.packed(LOOKS)
    found = TEMPLATES.get(packed)
    if found is None:
        found = _read(archive.tree(LOOKS), search)
        if len(packed) <= LARGEST:
            while len(TEMPLATES) >= N_KEPT:
                TEMPLATES.pop(next(iter(TEMPLATES), b""), None)
            TEMPLATES[packed] = found
    return found


def _read(root: _Element | None, search: Callable[[str, _Element], tuple[Unshown, ...]]) -> Template:
    if root is None:
        return Template(None, {}, {}, ())
    styles, counter = Styles(), Counter()
    styles.add(root)
    counter.add(root)
    return Template(root, styles.elements, counter.levels, search(LOOKS, root))
