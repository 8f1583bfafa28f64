"""A text cut where remarks begin and end, so that each word shows which remarks are about it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samsyn.plan.queries.wording import Looked


class Piece(NamedTuple):
    """A stretch of a text.

    Attributes:
        is_marked: Whether some remark is about these words; those about a whole sentence are not counted.
        ends: Numbers of the remarks whose words end here.
    """

    words: str
    is_marked: bool
    ends: tuple[int, ...]


def pieces_of(looked: Looked) -> Iterator[Piece]:
    """The pieces of a text that was looked at, which make it up whole."""
    marked = [(seen.remark.span, seen.number) for seen in looked.remarks if not seen.is_whole]
    cuts = sorted({0, len(looked.text), *(at for span, _number in marked for at in span)})
    for start, end in itertools.pairwise(cuts):
        ends = tuple(number for span, number in marked if span.end == end)
        inside = any(span.start <= start and end <= span.end for span, _number in marked)
        yield Piece(looked.text[start:end], inside, ends)
