"""`Document` <-> JSON, compact and without loss.

Only what cannot be counted back is written: the text once, and of each run its length, its place in
the file and its look. Where a run begins follows from its block and the runs before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samsyn.reading.documents import (
    Block,
    BlockKind,
    Box,
    Comment,
    Document,
    Observation,
    Origin,
    Position,
    Remark,
    Run,
    Span,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

VERSION = 1
BOLD, ITALIC, STRUCK, RENDERED = 1, 2, 4, 8
# Of each look the last four fields of a run.
LOOKS = [(bool(n & BOLD), bool(n & ITALIC), bool(n & STRUCK), not n & RENDERED) for n in range(16)]
KINDS = {kind.value: kind for kind in BlockKind}


def document_to_json(document: Document) -> dict[str, Any]:
    """A document as plain lists, texts and numbers.

    Returns:
        `version`, `format`, `text`; `parts`, the names of the file's parts; `blocks`, each `[kind,
        start, level, marker, cell or null, runs]` with a run as `[length, part, index, offset,
        look]`; `comments` `[text, author, start, end]`; `observations` `[remark, start, end]`,
        with a page where it is about one; `boxes`,
        only where there are any, `[page, offset, length, left, top, right, bottom]`.
    """
    parts = sorted({run.origin.part for block in document.blocks for run in block.runs})
    places = {part: place for place, part in enumerate(parts)}
    boxes = {"boxes": [list(box) for box in document.boxes]} if document.boxes else {}
    return {
        "version": VERSION,
        "format": document.format,
        "text": document.text,
        "parts": parts,
        "blocks": [_block_to_json(block, places) for block in document.blocks],
        "comments": [[remark.text, remark.author, *remark.at] for remark in document.comments],
        "observations": [_observation_to_json(seen) for seen in document.observations],
        **boxes,
    }


def document_from_json(kept: Mapping[str, Any]) -> Document:
    """The document that `document_to_json` wrote.

    Raises:
        ValueError: Written by a later version.
    """
    if kept["version"] != VERSION:
        raise ValueError(f"document of version {kept['version']}, this reader knows {VERSION}")
    text, parts = kept["text"], kept["parts"]
    return Document(
        text,
        tuple([_block_from_json(row, text, parts) for row in kept["blocks"]]),
        kept["format"],
        tuple(Comment(words, author, Span(start, end)) for words, author, start, end in kept["comments"]),
        tuple(
            Observation(Remark(remark), Span(start, end), *page)
            for remark, start, end, *page in kept["observations"]
        ),
        tuple(Box(*row) for row in kept.get("boxes", ())),
    )


def _observation_to_json(seen: Observation) -> list[object]:
    row: list[object] = [seen.remark.value, *seen.at]
    return row if seen.page is None else [*row, seen.page]


def _block_to_json(block: Block, places: Mapping[str, int]) -> list[object]:
    cell = block.cell and [block.cell.table, block.cell.row, block.cell.column]
    runs = [
        [len(run.text), places[run.origin.part], run.origin.index, run.origin.offset, _look(run)]
        for run in block.runs
    ]
    return [block.kind.value, block.start, block.level, block.marker, cell, runs]


def _look(run: Run) -> int:
    return BOLD * run.bold | ITALIC * run.italic | STRUCK * run.struck | RENDERED * (not run.copied)


def _block_from_json(row: list[Any], text: str, parts: list[str]) -> Block:
    kind, start, level, marker, cell, written = row
    runs, at = [], start
    for length, part, index, offset, look in written:
        origin, words = Origin(parts[part], index, offset), text[at : at + length]
        runs.append(Run(words, at, origin, *LOOKS[look]) if look else Run(words, at, origin))
        at += length
    return Block(KINDS[kind], start, tuple(runs), level, marker, Position(*cell) if cell else None)
