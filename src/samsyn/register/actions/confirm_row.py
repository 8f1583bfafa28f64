"""Confirm all that was read of one object: a statement, a person in the list, an item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.register.actions.confirm_value import confirm_value
from samsyn.register.actions.deciding import subject_of
from samsyn.register.actions.settle_doubt import settle_doubt
from samsyn.register.intake.plain_values import LISTS
from samsyn.register.models import Doubt, DoubtState, ValueState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samsyn.accounts.models import User
    from samsyn.history.models import Event
    from samsyn.register.models import Value


@transaction.atomic
def confirm_row(values: Iterable[Value], *, by: User, why: str = "") -> list[Event]:
    """Confirm the values of objects, and answer what is asked of those objects without a value.

    Args:
        values: All that nobody has decided on, of one object or of several; others are passed over.
        by: Who confirms.
        why: In their words.

    Raises:
        PermissionDenied: They may not.
    """
    wanted = [value for value in values if value.state == ValueState.PROPOSED]
    require(by, "register.confirm_value", wanted[0] if wanted else None)
    events = [confirm_value(value, by=by, why=why) for value in wanted]
    return events + [settle_doubt(doubt, by=by, why=why) for doubt in _loose_doubts(wanted)]


def _loose_doubts(values: Iterable[Value]) -> list[Doubt]:
    """Open doubts about the objects of values where the notes give no value ("when?", without a day)."""
    places, meetings = set[str](), set[int]()
    for value in values:
        name, subject = subject_of(value)
        if name in LISTS:
            places.add(f"{LISTS[name]}[{subject.position}]")
            meetings.add(value.meeting_id)
    asked = Doubt.objects.filter(meeting__in=meetings, value=None, state=DoubtState.OPEN).order_by("id")
    return [doubt for doubt in asked if doubt.about.partition(".")[0] in places]
