"""What of notes all may read: contact data and protected people are left out, and it is said where."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from samsyn.reading import ContactKind, find_contacts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.reading import Block, Document, Run
    from samsyn.register.masking import Mask

INSTEAD = {
    ContactKind.EMAIL: "[e-postadress borttagen]",
    ContactKind.TELEPHONE: "[telefonnummer borttaget]",
}
PROTECTED = "[skyddad uppgift]"


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


def find_hidden(text: str, mask: Mask) -> list[Hidden]:
    """What is left out of a text, in order, without overlaps.

    Args:
        text: Any text of the notes.
        mask: The names of everybody who is protected.
    """
    found = [Hidden(*at, "", PROTECTED) for at in mask.places(text)]
    found += [Hidden(*at, "", INSTEAD[kind]) for kind, at in find_contacts(text)]
    apart: list[Hidden] = []
    for one in sorted(found, key=lambda one: one.start):
        if apart and one.start < apart[-1].end:
            apart[-1] = replace(apart[-1], end=max(apart[-1].end, one.end))
        else:
            apart.append(one)
    return [replace(one, words=text[one.start : one.end]) for one in apart]


def open_text(text: str, mask: Mask) -> str:
    """A text as all may read it."""
    return _without(text, 0, find_hidden(text, mask))


def open_document(document: Document, hidden: Sequence[Hidden]) -> Document:
    """Notes as all may read them: remarks in the margin go with what is hidden.

    Its places are no longer those of the file.
    """
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
