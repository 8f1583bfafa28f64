"""Invitations to organisations outside the county's bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.matters.handing.strangers import described
from samsyn.matters.handing.words import pattern
from samsyn.matters.models.states import HandOverKind

if TYPE_CHECKING:
    from samsyn.matters.handing.records import Handed
    from samsyn.matters.handing.spoken import Spoken

AROUND = r"\b(?:{rows}) (?P<who>[^,.;]{3,60}?) in\b"


def invited(said: Spoken) -> Handed | None:
    """An organisation is invited: it stands behind the words, or before them."""
    behind = pattern("invites", "after", form=r"\b(?:{rows}) (?P<who>.+)").search(said.lower)
    ahead = pattern("invites", "before", form=r"(?P<who>.+)\b(?:{rows})\b").search(said.lower)
    around = pattern("invites", "between", form=AROUND).search(said.lower)
    for match in (behind, around, ahead):
        if match is None:
            continue
        who = said.text[slice(*match.span("who"))]
        to = said.directory.outsider(who, is_guest=True) or said.directory.subject(who)[0] or described(who)
        place = match.end("who") if match is ahead else match.start()
        if to is not None and said.holds(place, place):
            return said.hand(HandOverKind.INVITATION, to)
    return None
