"""What every change of matters looks at first: words, what somebody sees, and what happened meanwhile."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from samsyn.matters.errors import MatterUnusable
from samsyn.matters.models import Matter, MatterState
from samsyn.register.errors import ChangedMeanwhile
from samsyn.register.sight import sight_of
from samsyn.register.written import one_line, some_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samsyn.accounts.models import User
    from samsyn.matters.models import Knot, MatterLink, MatterRelation
    from samsyn.register.models import Meeting

    Proposal = Knot | MatterLink | MatterRelation

LONGEST_NAME = 300
LONGEST_TEXT = 2000
STAMP_LENGTH = 10


def clean_line(text: str, *, longest: int = LONGEST_NAME) -> str:
    """A line as it is kept: spaces put right.

    Raises:
        MatterUnusable: It is too long or holds an identity number.
    """
    return one_line(text, longest=longest, wrong=MatterUnusable)


def clean_text(text: str) -> str:
    """Some sentences as they are kept: line breaks stay.

    Raises:
        MatterUnusable: They are too long or hold an identity number.
    """
    return some_lines(text, longest=LONGEST_TEXT, wrong=MatterUnusable)


def require_name(text: str) -> str:
    """A matter's name.

    Raises:
        MatterUnusable: There is none, it is too long or holds an identity number.
    """
    name = clean_line(text)
    if not name:
        raise MatterUnusable("Skriv vad ärendet ska heta.")
    return name


def require_seen(meetings: Iterable[Meeting], by: User) -> None:
    """Go on only if somebody sees the notes of all meetings.

    Raises:
        PermissionDenied: They do not.
    """
    sees = sight_of(by)
    if not all(sees.sees(meeting) for meeting in meetings):
        raise PermissionDenied("unfinished notes")


def lock_matter(matter: Matter, *, seen: str = "") -> Matter:
    """A matter as it stands now, which nobody else changes until this transaction ends.

    Args:
        matter: Which.
        seen: What `stamp_of_matter` gave when it was shown; empty where that does not matter.

    Raises:
        ChangedMeanwhile: Somebody has changed it since it was shown.
        MatterUnusable: It has become a part of another.
    """
    now = Matter.objects.select_for_update(of=("self",)).get(pk=matter.pk)
    if seen and stamp_of_matter(now) != seen:
        raise ChangedMeanwhile(
            "Någon har ändrat ärendet medan du hade sidan öppen. Ditt val är inte sparat: se hur ärendet "
            "står nu och gör om det om du vill."
        )
    if now.state == MatterState.MERGED:
        raise MatterUnusable("Ärendet ingår i ett annat nu: gör ändringen där.")
    return now


def stamp_of_matter(matter: Matter) -> str:
    """A short sign of how a matter stands, for its forms."""
    parts = (matter.name, matter.state, matter.standing, matter.closed_because)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:STAMP_LENGTH]


def require_state(proposal: Proposal, seen: str) -> None:
    """Go on only if nobody has answered since it was shown.

    Args:
        proposal: As it stands now, locked.
        seen: Its state when it was shown; empty where that does not matter.

    Raises:
        ChangedMeanwhile: Somebody has.
    """
    if not seen or proposal.state == seen:
        return
    when = f" kl. {timezone.localtime(proposal.decided_at):%H.%M}" if proposal.decided_at else ""
    who = f"{proposal.decided_by or 'Någon'}{when}"
    raise ChangedMeanwhile(
        f"{who} tog ställning till det här medan du hade sidan öppen. Ditt val är inte sparat: se hur det "
        "står nu."
    )
