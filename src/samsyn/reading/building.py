"""Put a `Document` together block by block, counting positions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from samsyn.reading.documents import Block, BlockKind, Comment, Document, Observation, Origin, Position, Run

if TYPE_CHECKING:
    from collections.abc import Sequence


class Look(NamedTuple):
    """How a run looks."""

    bold: bool = False
    italic: bool = False
    struck: bool = False


class Piece(NamedTuple):
    """A run to be: its words, its place in the file and its look."""

    text: str
    origin: Origin
    look: Look = Look()
    copied: bool = True


@dataclass(slots=True)
class Builder:
    """Collects blocks in reading order; blocks without words are left out."""

    format: str
    blocks: list[Block] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    observations: list[Observation] = field(default_factory=list)
    position: int = 0

    def add(
        self,
        kind: BlockKind,
        pieces: Sequence[Piece],
        *,
        level: int = 0,
        marker: str = "",
        cell: Position | None = None,
    ) -> Block | None:
        """Add a block; gives it back, or None where it has no words and is no rule or cell."""
        text = "".join(piece.text for piece in pieces)
        if not text.strip() and kind not in {BlockKind.RULE, BlockKind.CELL}:
            return None
        at, runs = self.position, []
        for piece in pieces:
            if piece.text:
                runs.append(Run(piece.text, at, piece.origin, *piece.look, copied=piece.copied))
                at += len(piece.text)
        block = Block(kind, self.position, tuple(runs), level, marker, cell)
        self.blocks.append(block)
        self.texts.append(text)
        self.position = at + 1
        return block

    def document(self) -> Document:
        """The document of all that was added."""
        return Document(
            "\n".join(self.texts),
            tuple(self.blocks),
            self.format,
            tuple(self.comments),
            tuple(self.observations),
        )
