"""Lay something over an action, and record what was and what became."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.matters.errors import FollowUpUnusable
from samsyn.matters.models import FollowUp
from samsyn.reading import find_identity_numbers
from samsyn.register.models import Statement
from samsyn.register.service import ChangedMeanwhile, columns_of, set_columns

if TYPE_CHECKING:
    from samsyn.accounts.models import User

OWNER = (
    "owner_changed", "owner_name", "owner_kind", "owner_person", "owner_organisation", "owner_body",
    "search_text",
)  # fmt: skip
DUE = ("due_changed", "due_start", "due_end", "due_precision", "due_words")
LONGEST = 500
FOLLOWED = "matters.follow_up"


def held_follow_up(statement: Statement, *, by: User) -> FollowUp:
    """What is laid over an action, held until the transaction ends; made where nothing is yet.

    Raises:
        PermissionDenied: They do not write the notes of that meeting.
        FollowUpUnusable: The notes' words are no action any more.
    """
    require(by, FOLLOWED, statement)
    held = Statement.objects.select_for_update(of=("self",)).get(pk=statement.pk)
    if not held.is_action or held.removed:
        raise FollowUpUnusable("Det här är ingen åtgärd längre: ladda om sidan.")
    return FollowUp.objects.get_or_create(statement=held)[0]


def follow(found: FollowUp, columns: dict[str, Any], *, what: str, by: User, why: str = "") -> Event:
    """Set columns, and record it.

    Raises:
        FollowUpUnusable: It stands so already.
    """
    before = columns_of(found, list(columns))
    set_columns(found, columns)
    after = columns_of(found, list(columns))
    if before == after:
        raise FollowUpUnusable("Det står så redan: inget är ändrat.")
    return Event.objects.create(
        by=by, what=what, subject_type="followup", subject_id=found.pk, before=before, after=after, why=why
    )


def stamp_of(statement: Statement, known: FollowUp | None = None) -> str:
    """A short sign of how an action stands: forms carry it, so that nobody overwrites another unseen."""
    found = known or FollowUp.objects.filter(statement=statement.pk).first()
    return follow_up_stamp(found or FollowUp(statement=statement))


def follow_up_stamp(found: FollowUp) -> str:
    """The sign of what is laid over an action."""
    columns = columns_of(found, [*OWNER, *DUE, "ended_on", "carried_to"])
    return hashlib.sha256(json.dumps(columns, sort_keys=True).encode()).hexdigest()[:16]


def require_unchanged(found: FollowUp, *, seen: str) -> None:
    """Go on only if an action stands as it was shown; an empty sign asks nothing.

    Raises:
        ChangedMeanwhile: Somebody else has changed it.
    """
    if seen and seen != follow_up_stamp(found):
        raise ChangedMeanwhile("Någon har ändrat åtgärden medan du hade sidan öppen. Inget är överskrivet.")


def read_line(words: str, *, ask: str = "") -> str:
    """A line that somebody wrote, without surplus spaces.

    Args:
        words: As written.
        ask: What to say where nothing is; empty where nothing is needed.

    Raises:
        FollowUpUnusable: It is too long, lacking, or holds an identity number.
    """
    line = " ".join(words.split())
    if ask and not line:
        raise FollowUpUnusable(ask)
    if len(line) > LONGEST:
        raise FollowUpUnusable(f"Skriv högst {LONGEST} tecken.")
    if find_identity_numbers(line):
        raise FollowUpUnusable("Raden innehåller något som ser ut som ett personnummer: ta bort det.")
    return line
