"""What is found in labelled notes, beside what a careful reader found there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tests.matters.labels import HERE, SENT, notes_of, path_of

from samsyn.matters.handing.recognising import Reader
from samsyn.matters.handing.sections import directory_of, sections_of
from samsyn.minutes.evaluation import find_item
from samsyn.reading import is_readable_name

if TYPE_CHECKING:
    from pathlib import Path

    from samsyn.matters.handing.records import Handed
    from samsyn.minutes import Minutes
    from samsyn.minutes.evaluation import HandOver


@dataclass(frozen=True, slots=True)
class Figures:
    """How many hand-overs were found, how many there are, and how many of both are the same.

    Attributes:
        right: Found where one is labelled, in the same item and to the same.
        wrong: What was found and is not labelled.
        missing: What is labelled and was not found.
    """

    right: int
    wrong: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.right / (self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        """Share of what is labelled that was found."""
        return self.right / (self.right + len(self.missing))


@cache
def figures(folder: str) -> Figures:
    """How well the hand-overs of a folder's notes are found.

    One is right that stands in the item of a labelled one, or below it, and goes to the same. Two that the
    labels tell of one item to one receiver may be found as one. What is to be reported at each meeting is
    shown here and counted neither way: the labels leave such duties out.
    """
    labels = SENT[folder]
    notes = {path.stem: notes_of(path).minutes for path in notes_beside(folder)}
    found = [(name, *one) for name, minutes in notes.items() for one in _found(minutes, notes)]
    missing, matched = [], set()
    for label in labels.sent:
        own = notes_of(path_of(folder, label.sent.note)).minutes
        fits = [at for at, (name, item, one) in enumerate(found)
                if name == _name(folder, label) and _same(one, item, label, own, notes)]  # fmt: skip
        matched |= set(fits)
        if not fits:
            missing.append(f"{label.sent.note} {label.sent.item} → {label.to}: {label.sent.words}")
    wrong = tuple(f"{found[at][0]}: {found[at][2].asked}" for at in range(len(found)) if at not in matched)
    return Figures(len(labels.sent) - len(missing), wrong, tuple(missing))


def notes_beside(folder: str) -> list[Path]:
    """The notes beside a folder's labels."""
    beside = [(HERE / folder / one).resolve() for one in SENT[folder].notes]
    files = [path for at in beside for path in sorted(at.iterdir()) if path.is_file()]
    return [
        path
        for path in files
        if is_readable_name(path.name) and path.suffix != ".json" and "bilaga" not in path.name
    ]


def _name(folder: str, label: HandOver) -> str:
    return path_of(folder, label.sent.note).stem


def _found(minutes: Minutes, notes: dict[str, Minutes]) -> list[tuple[int | None, Handed]]:
    """What is found in one note: the item's position with it."""
    reader = Reader(directory_of(minutes, notes.values()), minutes.held.value.start if minutes.held else None)
    sections = sections_of(minutes)
    places = [*range(len(minutes.items)), None]
    return [
        (place, one)
        for place, section in zip(places, sections, strict=False)
        for one in reader.read([section])
        if not one.is_recurring
    ]


def _same(
    one: Handed, item: int | None, label: HandOver, minutes: Minutes, notes: dict[str, Minutes]
) -> bool:
    """Whether a hand-over that was found is the labelled one."""
    wanted = find_item(minutes, label.sent.item) if label.sent.item else None
    above = [item]
    while above[-1] is not None:
        above.append(minutes.items[above[-1]].parent)
    if label.sent.item and wanted not in above:
        return False
    directory = directory_of(minutes, notes.values())
    if label.outside:
        name, wanted_name = (one.to.organisation or one.to.words).casefold(), label.to.casefold()
        return not one.to.bodies and (wanted_name in name or name in wanted_name)
    meant = directory.addressee(label.to)
    if meant is None or not meant.bodies:
        return not one.to.bodies and not one.to.organisation
    return bool(set(meant.bodies) & set(one.to.bodies))
