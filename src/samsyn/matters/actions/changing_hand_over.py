"""Set columns of a hand-over and keep what they were, so that it can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samsyn.history.models import Event
from samsyn.matters.handing.errors import HandOverUnusable
from samsyn.matters.handing.following import follow
from samsyn.matters.models import HandOver
from samsyn.reading import find_identity_numbers
from samsyn.register.actions.deciding import columns_of, set_columns
from samsyn.register.errors import ChangedMeanwhile

if TYPE_CHECKING:
    from samsyn.accounts.models import User

LONGEST = 1000


def change(hand_over: HandOver, what: str, columns: dict[str, Any], *, by: User, why: str = "") -> Event:
    """Set columns, given by name with rows as rows, and record it."""
    kept = HandOver.objects.select_for_update(of=("self",)).get(pk=hand_over.pk)
    before = columns_of(kept, list(columns))
    for name, value in columns.items():
        setattr(kept, name, value)
    after = columns_of(kept, list(columns))
    if before == after:
        raise ChangedMeanwhile("Det är redan sagt: ladda om sidan.")
    kept.save(update_fields=list(columns))
    hand_over.refresh_from_db()
    return Event.objects.create(
        by=by,
        what=what,
        subject_type="handover",
        subject_id=kept.pk,
        before=before,
        after=after,
        why=why,
    )


def put_back(hand_over: HandOver, event: Event) -> None:
    """Give a hand-over the columns that the event changed; the machine looks again where it may."""
    set_columns(hand_over, event.before)
    if hand_over.settled_by_id is None:
        follow([hand_over])


def usable(text: str, *, empty: str) -> str:
    """A text that may be kept, with single spaces.

    Raises:
        HandOverUnusable: It is empty, too long, or holds an identity number.
    """
    plain = " ".join(text.split())
    if not plain:
        raise HandOverUnusable(empty)
    if len(plain) > LONGEST:
        raise HandOverUnusable(f"Skriv högst {LONGEST} tecken.")
    if find_identity_numbers(plain):
        raise HandOverUnusable("Texten innehåller något som ser ut som ett personnummer: ta bort det.")
    return plain
