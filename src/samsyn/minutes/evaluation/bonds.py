"""What a careful reader says of any two agenda items, by labels of pairs and of whole matters."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from samsyn.minutes.evaluation.threads import Bond

if TYPE_CHECKING:
    from samsyn.minutes.evaluation.threads import Pairs, Place


class ItemKey(NamedTuple):
    """An agenda item: the note's name and the item's number or heading, as in `Place`."""

    note: str
    item: str


class Bonds:
    """The bond of any two items of the labelled notes."""

    def __init__(self, labels: Pairs) -> None:
        """Gather what is labelled, so that one pair after the other can be asked about."""
        self._labelled = {frozenset({key_of(row.one), key_of(row.other)}): row.bond for row in labels.pairs}
        self._matters = labels.matters
        self._sure = {matter.name: {*map(key_of, matter.items)} for matter in labels.matters}
        self._related = [(matter.name, name) for matter in labels.matters for name in matter.related]
        self._perhaps = {matter.name: {*map(key_of, matter.perhaps)} for matter in labels.matters}

    def find_bond(self, one: ItemKey, other: ItemKey) -> Bond | None:
        """How two items belong together.

        Args:
            one: An item of a note.
            other: An item of another note, in any order.

        Returns:
            The label of the pair, where it has one; else what the matters say, by which two items without a
            matter in common are `OTHER`. None where readers may differ, or where no matters are labelled.
        """
        labelled = self._labelled.get(frozenset({one, other}))
        if labelled is not None or not self._matters:
            return labelled
        if any({one, other} <= items for items in self._sure.values()):
            return Bond.SAME
        if any({one, other} <= self._sure[name] | items for name, items in self._perhaps.items()):
            return None
        beside = any(self._leads(*ends, one, other) for ends in self._related)
        return Bond.RELATED if beside else Bond.OTHER

    def _leads(self, name: str, beside: str, one: ItemKey, other: ItemKey) -> bool:
        ends = self._sure[name], self._sure[beside]
        return (one in ends[0] and other in ends[1]) or (other in ends[0] and one in ends[1])


def key_of(place: Place) -> ItemKey:
    """The item that a place is in."""
    return ItemKey(place.note, place.item)
