"""A Word file as an archive of parts that point to one another."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple

from samsyn.reading.formats import FORMATS
from samsyn.reading.formats.archives import Archive
from samsyn.reading.formats.docx.names import STRICT, STRICT_NAMES
from samsyn.reading.sniffing import require_word

if TYPE_CHECKING:
    from samsyn.reading.limits import Limits


class Relation(NamedTuple):
    """A pointer from one part to another part, or out of the file.

    Attributes:
        kind: Last word of the relation's type ("header", "comments", "hyperlink").
        target: Name of the part in the archive, or an address where `external`.
    """

    id: str
    kind: str
    target: str
    external: bool


class Package(Archive):
    """The parts of a Word file."""

    def __init__(self, content: bytes, *, name: str, limits: Limits) -> None:
        """Open the archive and hold it against the limits.

        Raises:
            ReadingError: As `Archive` does.
            UnsupportedFormat: It is an archive of another kind.
        """
        super().__init__(content, name=name, limits=limits, title=FORMATS["docx"].title)
        require_word(self.entries, name=name)

    def unpack(self, part: str) -> bytes:
        """A part's bytes, the names of strict files turned into the usual ones.

        Raises:
            ReadingError: As `Archive.unpack` does.
        """
        content = super().unpack(part)
        if STRICT in content:
            for strict, usual in STRICT_NAMES.items():
                content = content.replace(strict, usual)
        return content

    def relations(self, part: str) -> list[Relation]:
        """What a part points to; the archive's own pointers for the empty name."""
        folder, file = posixpath.split(part)
        root = self.tree(posixpath.join(folder, "_rels", f"{file}.rels"))
        found = []
        for row in root if root is not None else ():
            target, external = row.get("Target", ""), row.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = row.get("Type", "").rsplit("/", 1)[-1]
            found.append(Relation(row.get("Id", ""), kind, target, external))
        return found
