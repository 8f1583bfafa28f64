"""What of notes all may read: contact data are left out, and it is said where."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from samsyn.reading import ContactKind, find_contacts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.reading import Block, Document, Run

INSTEAD = {
    ContactKind.EMAIL: "[e-postadress borttagen]",
    ContactKind.TELEPHONE: "[telefonnummer borttaget]",
}


@dataclass(frozen=True, slots=True)
class Hidden:
    """A stretch of a text that is not published.

    Attributes:
        words: What stands there.
        instead: What is shown.
    """

    start: int
    end: int
    words: str
    instead: str


def find_hidden(text: str) -> list[Hidden]:
    """What is left out of a text, in order, without overlaps."""
    return [Hidden(*at, text[at.start : at.end], INSTEAD[kind]) for kind, at in find_contacts(text)]


def open_text(text: str) -> str:
    """A text as all may read it."""
    return _without(text, 0, find_hidden(text))


def open_document(document: Document) -> Document:
    """Notes as all may read them: remarks in the margin go with what is hidden.

    Its places are no longer those of the file.
    """
    hidden = find_hidden(document.text)
    blocks = tuple(_open_block(block, hidden) for block in document.blocks)
    return replace(
        document,
        text="\n".join(block.text for block in blocks),
        blocks=blocks,
        comments=(),
        observations=(),
        boxes=(),
    )


def _open_block(block: Block, hidden: Sequence[Hidden]) -> Block:
    own = [one for one in hidden if one.start < block.end and one.end > block.start]
    return replace(block, runs=tuple(_open_run(run, own) for run in block.runs)) if own else block


def _open_run(run: Run, hidden: Sequence[Hidden]) -> Run:
    return replace(run, text=_without(run.text, run.start, hidden))


def _without(text: str, start: int, hidden: Sequence[Hidden]) -> str:
    """A stretch that begins at `start` of the whole; what is shown instead stands where the hidden begins."""
    parts, at, end = [], start, start + len(text)
    for one in hidden:
        if one.end <= at or one.start >= end:
            continue
        parts.append(text[at - start : max(one.start, at) - start])
        if one.start >= at:
            parts.append(one.instead)
        at = min(one.end, end)
    parts.append(text[at - start :])
    return "".join(parts)
