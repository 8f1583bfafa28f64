"""Ask an actor where it stands, by a letter with a link that answers for it, and keep what it answers."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.mail.service import LINK, make_link, queue_mail, use_link
from samsyn.plan.actions.claiming import keep_claims
from samsyn.plan.actions.recording import record
from samsyn.plan.checks import lock_plan
from samsyn.plan.errors import PlanUnusable
from samsyn.plan.models import Actor, AssessmentRequest, PlanState
from samsyn.register.models import Person

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samsyn.accounts.models import User
    from samsyn.history.models import Event
    from samsyn.mail.service import Link
    from samsyn.plan.actions.claiming import Claimed

ASSESSING = "assess_actor"  # the purpose of the links
ANSWERED_WITHIN = timedelta(days=30)


@transaction.atomic
def ask_for_assessment(actor: Actor, address: str, *, on: date, by: User) -> Event:
    """Ask an actor where it stands.

    Args:
        actor: Which.
        address: To whom the letter goes; empty to ask on the pages only.
        on: Today; the link works for thirty days.
        by: Who asks.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: It is no actor any more, the plan has ended, or that address was asked today already.
        MailRefused: The address is none.
    """
    require(by, "plan.ask_for_assessment")
    lock_plan(actor.plan)
    now, to = _asked_actor(actor, on=on), address.strip().lower()
    if now.requests.filter(address=to, at__date=on).exists():
        raise PlanUnusable(f"{now} har redan fått frågan i dag{f' på {to}' if to else ''}.")
    made = AssessmentRequest.objects.create(actor=now, address=to, by=by)
    if to:
        link = make_link(ASSESSING, address=to, last_on=on + ANSWERED_WITHIN, subject=now, by=by)
        subject = f"Var står {now.organisation.name} i {now.plan.name}?"
        made.mail = queue_mail(to=to, subject=subject, text=_letter(now, by=by), link=link, by=by)
        made.save(update_fields=["mail"])
    return record(made, "assessmentrequest.sent", by=by, after={"actor": now.pk, "address": to})


@transaction.atomic
def assess_by_link(link: Link, claims: Sequence[Claimed], *, on: date) -> list[Event]:
    """Keep what somebody answers by the link in a letter; the link is the leave to do it.

    Args:
        link: As `find_link` gave it.
        claims: What is said, one an area.
        on: Today.

    Raises:
        LinkUnusable: It works no more; of two who use it at once the second is told so.
        PlanUnusable: It is no actor any more, nothing is said, or it cannot be kept.
    """
    actor = actor_of(link, on=on)
    use_link(link, on=on)
    user = link.user if link.user is not None and link.user.is_active else None
    return keep_claims(actor, claims, on=on, by=user, said_by=_name_of(link))


def actor_of(link: Link, *, on: date) -> Actor:
    """The actor that a link answers for.

    Raises:
        PlanUnusable: It is no actor any more, or the plan has ended.
    """
    rows = Actor.objects.select_related("plan", "organisation__parent")
    found = rows.filter(pk=link.subject_id or 0).first()
    if found is None:
        raise PlanUnusable("Aktören är inte längre med i planen. Du behöver inte svara.")
    return _asked_actor(found, on=on)


def _asked_actor(actor: Actor, *, on: date) -> Actor:
    if actor.left_on is not None and actor.left_on <= on:
        raise PlanUnusable(f"{actor} är inte längre med i planen. Ingen behöver svara.")
    if actor.plan.state != PlanState.ACTIVE:
        raise PlanUnusable(f"{actor.plan} är avslutad. Ingen behöver svara.")
    return actor


def _name_of(link: Link) -> str:
    """Who answers: the account's name, else that of the one person with the address, else the address."""
    if link.user is not None:
        return str(link.user)
    people = list(Person.objects.filter(email__iexact=link.address)[:2])
    return people[0].name if len(people) == 1 else link.address


def _letter(actor: Actor, *, by: User) -> str:
    return (
        f"Hej!\n\n{by} undrar var {actor.organisation.name} står i {actor.plan.name}. Det tar en minut att "
        f"svara, också på telefonen. Det som sades senast är ifyllt, så om allt är oförändrat "
        f"är det ett tryck:\n\n"
        f"{LINK}\n\nSvaret är ert eget ord om er själva. Alla som läser registret ser det.\n"
    )
