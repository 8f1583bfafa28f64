"""What of a note's text no value of the reading was read from."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING

from samsyn.minutes.labels import find_label
from samsyn.minutes.lines import lines_of
from samsyn.minutes.records import Doubt, Found
from samsyn.reading import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samsyn.minutes.lines import Line
    from samsyn.minutes.records import Minutes
    from samsyn.reading import Document

_WORD = re.compile(r"\w[\w-]*")


@dataclass(frozen=True, slots=True)
class Unread:
    """How much of a note was not read.

    Attributes:
        words: Words of the body that stand in no value and are no label.
        of: All words of the body; page headers and footers are left out.
        stretches: The lines of which no word was read, in order.
    """

    words: int
    of: int
    stretches: tuple[Span, ...]

    @property
    def share(self) -> float:
        """The words that were not read among all, 0 to 1."""
        return self.words / self.of if self.of else 0.0


def find_unread(document: Document, minutes: Minutes) -> Unread:
    """The words of a note that stand in no statement, heading, attendance or other value.

    Args:
        document: The note.
        minutes: Its reading.
    """
    read = bytearray(len(document.text))
    for span in _places(minutes):
        read[span.start : span.end] = b"\1" * (span.end - span.start)
    lost = total = 0
    stretches = []
    for line in lines_of(document):
        words = list(_WORD.finditer(line.text))
        unread = [
            word for word in words if not any(read[line.start + word.start() : line.start + word.end()])
        ]
        gone = [word for word in unread if word.start() >= _behind_label(line)]
        lost, total = lost + len(gone), total + len(words)
        if gone and len(unread) == len(words):
            stretches.append(line.span)
    return Unread(lost, total, tuple(stretches))


def _behind_label(line: Line) -> int:
    """Where the words behind the label of a line begin; 0 where it has none."""
    label = find_label(line) or find_label(line, "statement_labels")
    return label.value_at if label else 0


def _places(part: object) -> Iterator[Span]:
    """Where all values stand; what an item spans is not read by that alone."""
    if isinstance(part, (Doubt, Span)):
        return
    if isinstance(part, Found):
        yield part.span
    if isinstance(part, tuple):
        inner: list[object] = list(part)
    else:
        inner = [getattr(part, each.name) for each in fields(part)] if is_dataclass(part) else []
    for one in inner:
        yield from _places(one)
