"""Notes of a folder, ready to be compared two by two; for measuring, without a register."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING

from samsyn.matters.linking.bridging import bridge
from samsyn.matters.linking.chaining import Chains
from samsyn.matters.linking.frequencies import Frequencies, count_roots
from samsyn.matters.linking.notes import topics_of_notes
from samsyn.matters.linking.profiles import Profile, profile
from samsyn.matters.linking.scoring import Compared, Weights, compare_meetings
from samsyn.matters.linking.terms import TermList, shipped_terms
from samsyn.minutes import NotMeetingNotes, read_notes_file
from samsyn.minutes.evaluation import Bond, Bonds, ItemKey, find_item
from samsyn.reading import ReadingError, is_readable_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from samsyn.minutes import Notes
    from samsyn.minutes.evaluation import Place

OF_ITS_OWN = "source"  # the notes' name where they have a folder of their own


def read_corpus(folders: Iterable[Path], weights: Weights | None = None) -> Corpus:
    """All notes of some folders, by the file's name without ending, or the name of a folder of its own.

    What is no notes is passed over.
    """
    found: dict[str, Notes] = {}
    for path in (one for folder in folders for one in sorted(folder.rglob("*"))):
        if path.is_file() and is_readable_name(path.name):
            with suppress(ReadingError, NotMeetingNotes):
                note = read_notes_file(path).notes[0]
                found[path.parent.name if path.stem == OF_ITS_OWN else path.stem] = note
    return Corpus(found, TermList(shipped_terms().values()), weights)


class Corpus:
    """Notes by name, with the topics of each as they are compared."""

    def __init__(self, notes: Mapping[str, Notes], terms: TermList, weights: Weights | None = None) -> None:
        """Prepare all topics.

        Args:
            notes: By the name that labels give them.
            terms: The county's list of words.
            weights: Those that Samsyn comes with, unless others are being fitted.
        """
        self.notes, self.terms, self.weights = notes, terms, weights
        counts, n_notes = count_roots(one.document.text for one in notes.values())
        frequencies = Frequencies(counts, n_notes)
        self.profiles: dict[str, list[Profile]] = {
            name: [
                profile(topic, frequencies, terms)
                for topic in topics_of_notes(one.minutes, one.document.text, key=name)
            ]
            for name, one in notes.items()
        }

    def find(self, place: Place) -> Profile | None:
        """The topic that an item is, or is a part of; None where the notes have no such item."""
        profiles = self.profiles[place.note]
        if not place.item:
            return profiles[0] if profiles else None
        item = find_item(self.notes[place.note].minutes, place.item)
        return next((one for one in profiles if item in one.topic.items), None)

    def between(self, one: str, other: str) -> list[Compared]:
        """All topics of one note beside all of another, what third topics say among it.

        Args:
            one: The name that comes first in the alphabet.
            other: Of the two.
        """
        return self.compared[one, other]

    @cached_property
    def compared(self) -> dict[tuple[str, str], list[Compared]]:
        """The topics of any two notes beside one another, by the notes' names."""
        held = self.profiles
        near = {
            (one, other): compare_meetings(held[one], held[other], self.weights)
            for one, other in combinations(sorted(held), 2)
        }
        chains = Chains((row.one, row.other, row.near) for rows in near.values() for row in rows)
        return {
            (one, other): bridge(held[one], held[other], rows, chains, self.weights)
            for (one, other), rows in near.items()
        }

    def bond(self, one: Profile, other: Profile, bonds: Bonds) -> Bond | None:
        """What labels say of two topics: of any two items that they are made of, the closest bond.

        Returns:
            None where the labels leave it open.
        """
        said = {bonds.find_bond(here, there) for here in self._keys(one) for there in self._keys(other)}
        return next((bond for bond in (Bond.SAME, None, Bond.RELATED, Bond.OTHER) if bond in said), None)

    def _keys(self, one: Profile) -> list[ItemKey]:
        """By number and by heading, the items that a topic is made of."""
        note = str(one.topic.meeting.key)
        items = [self.notes[note].minutes.items[at] for at in one.topic.items]
        names = [name for item in items for name in (item.number, item.heading) if name is not None]
        return [ItemKey(note, name.value) for name in names] or [ItemKey(note, "")]

    def pair(self, one: Profile, other: Profile) -> Compared | None:
        """Two topics beside one another; None where they have next to nothing in common."""
        return self._rows.get((one, other)) or self._rows.get((other, one))

    @cached_property
    def _rows(self) -> dict[tuple[Profile, Profile], Compared]:
        return {(row.one, row.other): row for rows in self.compared.values() for row in rows}
