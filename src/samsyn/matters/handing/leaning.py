"""What a sentence does with somebody whom it names, or of whom the one before spoke."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.matters.handing.around import PAST, Around, holds
from samsyn.matters.handing.mentions import mentions, pointed
from samsyn.matters.handing.refusing import is_denied
from samsyn.matters.handing.spoken import OTHERS
from samsyn.matters.handing.ways import ways
from samsyn.matters.handing.words import found
from samsyn.matters.models.states import HandOverKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samsyn.matters.handing.records import Handed
    from samsyn.matters.handing.spoken import Spoken


def leaning(said: Spoken) -> Iterator[Handed]:
    """What goes to those who are named, each by itself."""
    if said.is_by_others:
        return
    first: Around | None = None
    named = mentions(said.text, said.directory)
    for mention in (*named, *pointed(said.text, named, said.spoken_of)):
        around = Around(said, mention)
        by_others = first is not None and first.opens and around.before.startswith(first.before)
        first = first or around
        if around.stands and (mention.is_known or not OTHERS.match(said.text)):
            kinds = (way(around) for way in ways(around, by_others=by_others))
            kind = next((kind for kind in kinds if kind is not None), None)
            if kind is not None:
                yield said.hand(kind, mention.to, said.text[mention.start :])


def implied(said: Spoken) -> Handed | None:
    """Nobody is named: an invitation to whoever was, or an answer to those whose question it is."""
    if PAST.search(said.lower) or said.text.rstrip().endswith("?") or is_denied(said.text, 0, 1):
        return None
    if mentions(said.text, said.directory):
        return None
    answers = found("mention", "returns", said.lower, form=r"^\W*(?:\w+ )?(?:{rows})(?!\w)")
    if said.asked_by is not None and answers:
        return said.hand(HandOverKind.REPORT_BACK, said.asked_by)
    if said.spoken_of is None or said.spoken_of.bodies or not holds("silent", said.lower):
        return None
    return said.hand(HandOverKind.INVITATION, said.spoken_of)
