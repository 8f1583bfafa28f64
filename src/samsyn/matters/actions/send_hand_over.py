"""Write down a hand-over by hand, or say who is meant by one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.matters.actions.changing_hand_over import usable
from samsyn.matters.handing.errors import HandOverUnusable
from samsyn.matters.handing.following import follow
from samsyn.matters.models import HandOver, HandOverBody, HandOverKind, Standing
from samsyn.register.models import Meeting

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samsyn.accounts.models import User
    from samsyn.register.models import AgendaItem, Body, Organisation, Statement

NOBODY = "Välj vem medskicket går till."


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverWanted:
    """A hand-over as somebody writes it.

    Attributes:
        meeting: The one that hands over.
        item: Its item, or None.
        statement: The one that says it, or None.
        bodies: To whom; several where they meet together.
        organisation: To whom outside, where it is no body.
        asked: What is handed over.
        due_on: The day on which it is to be taken up, where one is known.
    """

    meeting: Meeting
    item: AgendaItem | None = None
    statement: Statement | None = None
    bodies: Sequence[Body] = ()
    organisation: Organisation | None = None
    asked: str = ""
    due_on: date | None = None


@transaction.atomic
def send_hand_over(wanted: HandOverWanted, *, by: User) -> Event:
    """Write down what a meeting hands over; it is followed from then on.

    Raises:
        PermissionDenied: They do not write for the meeting's bodies.
        HandOverUnusable: It goes to nobody, or its words cannot be kept.
    """
    require(by, "matters.send_hand_over", wanted.meeting)
    if not wanted.bodies and wanted.organisation is None:
        raise HandOverUnusable(NOBODY)
    asked = usable(wanted.asked, empty="Skriv vad som lämnas vidare.")
    row = HandOver.objects.create(
        meeting=wanted.meeting,
        item=wanted.item,
        statement=wanted.statement,
        heading=wanted.item.heading if wanted.item else "",
        kind=HandOverKind.INVITATION if wanted.organisation else HandOverKind.MESSAGE,
        organisation=wanted.organisation,
        to_words=", ".join(body.name for body in wanted.bodies)[:300] or str(wanted.organisation),
        asked=asked,
        by_hand=True,
        standing=Standing.CONFIRMED,
        decided_by=by,
        decided_at=timezone.now(),
        **_due(wanted),
    )
    HandOverBody.objects.bulk_create([HandOverBody(hand_over=row, body=body) for body in wanted.bodies])
    follow([row])
    return Event.objects.create(
        by=by,
        what="handover.sent",
        subject_type="handover",
        subject_id=row.pk,
        after={"asked": asked, "to_words": row.to_words},
    )


@transaction.atomic
def readdress_hand_over(
    hand_over: HandOver, bodies: Sequence[Body], organisation: Organisation | None = None, *, by: User
) -> Event:
    """Say who is meant; it is confirmed by that.

    Raises:
        PermissionDenied: They write for neither side.
        HandOverUnusable: It goes to nobody.
    """
    require(by, "matters.decide_hand_over", hand_over)
    if not bodies and organisation is None:
        raise HandOverUnusable(NOBODY)
    before = address_of(hand_over)
    now = timezone.now()
    set_address(hand_over, [body.pk for body in bodies], organisation.pk if organisation else None)
    hand_over.standing, hand_over.decided_by, hand_over.decided_at = Standing.CONFIRMED, by, now
    hand_over.save(update_fields=["standing", "decided_by", "decided_at"])
    if hand_over.settled_by_id is None:
        follow([hand_over])
    return Event.objects.create(
        by=by,
        what="handover.readdressed",
        subject_type="handover",
        subject_id=hand_over.pk,
        before=before,
        after=address_of(hand_over),
    )


def address_of(hand_over: HandOver) -> dict[str, object]:
    """Who it goes to, as an event keeps it."""
    bodies = list(HandOverBody.objects.filter(hand_over=hand_over).values_list("body", flat=True))
    return {"bodies": bodies, "organisation": hand_over.organisation_id, "standing": hand_over.standing}


def set_address(hand_over: HandOver, bodies: Sequence[int], organisation: int | None) -> None:
    """Let it go to some bodies, or to an organisation; a meeting of others is no longer meant."""
    HandOverBody.objects.filter(hand_over=hand_over).delete()
    HandOverBody.objects.bulk_create([HandOverBody(hand_over=hand_over, body_id=body) for body in bodies])
    hand_over.organisation_id = organisation
    target = hand_over.target_meeting
    if target is not None and not set(bodies) & {body.pk for body in target.bodies.all()}:
        hand_over.target_meeting = None
    hand_over.save(update_fields=["organisation", "target_meeting"])


def take_back_address(hand_over: HandOver, event: Event) -> None:
    """Let it go to whom it went before."""
    set_address(hand_over, event.before["bodies"], event.before["organisation"])
    hand_over.standing = event.before["standing"]
    hand_over.save(update_fields=["standing"])
    if hand_over.settled_by_id is None:
        follow([hand_over])


def _due(wanted: HandOverWanted) -> dict[str, object]:
    """The day as columns, with the meeting of those bodies on it where there is one."""
    if wanted.due_on is None:
        return {}
    there = Meeting.objects.filter(start_on=wanted.due_on)
    for body in wanted.bodies:
        there = there.filter(bodies=body)
    return {
        "due_start": wanted.due_on,
        "due_end": wanted.due_on + timedelta(days=1),
        "due_precision": "day",
        "target_meeting": there.first(),
    }
