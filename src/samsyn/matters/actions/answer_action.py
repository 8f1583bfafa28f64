"""Answer how an action goes by the link in a letter: for that action, that person, until a day, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.mail.service import use_link
from samsyn.matters.errors import FollowUpUnusable
from samsyn.matters.queries.own import people_at
from samsyn.register.models import Person, Statement
from samsyn.register.reporting import tells_for
from samsyn.register.service import Told, keep_report
from samsyn.register.sight import FINISHED

if TYPE_CHECKING:
    from datetime import date

    from samsyn.mail.service import Link
    from samsyn.register.models import ActionReport

ANSWERING = "answer_action"  # the purpose of the links


@transaction.atomic
def answer_action(link: Link, *, state: str, text: str, on: date) -> ActionReport:
    """Keep what somebody answers to a letter; the link is the leave to do it.

    Args:
        link: As `find_link` gave it.
        state: One of `ReportState`.
        text: A line about it, may be empty; where help is needed it says with what.
        on: Today.

    Raises:
        LinkUnusable: It works no more; of two who use it at once the second is told so.
        FollowUpUnusable: There is no such action any more.
        ReportUnusable: There is no such state, the line is too long, lacks or holds an identity number.
    """
    statement = action_of(link)
    use_link(link, on=on)
    user = link.user if link.user is not None and link.user.is_active else None
    organisation = tells_for(user, statement) if user is not None else None
    told = Told(
        state, text, by=user, person=person_of(link, statement), address=link.address,
        said_for=organisation.name if organisation else "",
    )  # fmt: skip
    return keep_report(statement, told)


def action_of(link: Link) -> Statement:
    """The action that a link is about.

    Raises:
        FollowUpUnusable: There is none any more, or its notes are being written anew.
    """
    rows = Statement.objects.filter(FINISHED.seen(), pk=_where_it_went(link), is_action=True, removed=False)
    found = rows.select_related("meeting", "item", "follow_up").prefetch_related("meeting__bodies").first()
    if found is None:
        raise FollowUpUnusable("Åtgärden finns inte längre i anteckningarna. Du behöver inte svara.")
    return found


def _where_it_went(link: Link) -> int:
    """The statement that the link's own was made one with since, however many steps away."""
    now, passed = link.subject_id or 0, set[int]()
    while now not in passed:
        passed.add(now)
        into = Statement.objects.filter(pk=now, removed=True).values_list("merged_into", flat=True).first()
        now = into or now
    return now


def person_of(link: Link, statement: Statement) -> Person | None:
    """Who answers: the owner, where the letter went to them; else whoever alone has that address."""
    people = people_at(link.address)
    over = getattr(statement, "follow_up", None)
    owner = over.owner_person_id if over is not None and over.owner_changed else statement.owner_person_id
    if owner in people:
        return Person.objects.get(pk=owner)
    return Person.objects.get(pk=people[0]) if len(people) == 1 else None
