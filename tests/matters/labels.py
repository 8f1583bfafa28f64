"""The labelled pairs and hand-overs of this folder, and the notes they speak of."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from samsyn.minutes import read_notes_file
from samsyn.minutes.evaluation import (
    HAND_OVERS,
    PAIRS,
    HandOvers,
    Pairs,
    Place,
    find_item,
    read_hand_overs,
    read_pairs,
)
from samsyn.reading import is_readable_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samsyn.minutes import Notes

HERE = Path(__file__).parent
SETS = {path.parent.name: read_pairs(path.read_text("utf-8")) for path in sorted(HERE.glob(f"*/{PAIRS}"))}
SENT = {
    path.parent.name: read_hand_overs(path.read_text("utf-8"))
    for path in sorted(HERE.glob(f"*/{HAND_OVERS}"))
}


class Named(NamedTuple):
    """A place that a file of labels names, with the folder of that file."""

    folder: str
    place: Place


def named(folder: str, labels: Pairs) -> Iterator[Named]:
    """Every place of a file's pairs, once."""
    paired = {place for pair in labels.pairs for place in (pair.one, pair.other)}
    places = paired | {place for matter in labels.matters for place in (*matter.items, *matter.perhaps)}
    yield from (Named(folder, place) for place in sorted(places, key=str))


def told(folder: str, labels: HandOvers) -> Iterator[Named]:
    """Every place of a file's hand-overs, once."""
    said = {row.sent for row in labels.sent} | {row.said for row in labels.look_alikes}
    taken = {at for row in labels.sent for at in (row.at, row.answer) if at is not None}
    yield from (Named(folder, place) for place in sorted(said | taken, key=str))


def path_of(folder: str, note: str) -> Path:
    """The file of a note."""
    labels = SETS[folder] if folder in SETS else SENT[folder]
    folders = [(HERE / folder / beside).resolve() for beside in labels.notes]
    found = [*(path for at in folders for path in (*at.glob(f"{note}.*"), *at.glob(f"{note}/source.*")))]
    return next(path for path in found if is_readable_name(path.name) and path.suffix != ".json")


@cache
def notes_of(path: Path) -> Notes:
    """The notes of a file, read once."""
    return read_notes_file(path).notes[0]


def text_at(spot: Named) -> str:
    """The words of the item that a place names, or of the whole note; "" where the note has no such item."""
    notes = notes_of(path_of(spot.folder, spot.place.note))
    if not spot.place.item:
        return notes.document.text
    position = find_item(notes.minutes, spot.place.item)
    if position is None:
        return ""
    span = notes.minutes.items[position].span
    return notes.document.text[span.start : span.end]
