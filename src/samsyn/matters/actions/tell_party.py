"""Tell what a party has done with something that every party decides for itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import uuid4

from django.db import transaction
from django.utils import timezone

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.matters.actions.saying import as_event, said_columns
from samsyn.matters.models import Matter, PartyLine, PartyState
from samsyn.register.service import ChangedMeanwhile, ReportUnusable

if TYPE_CHECKING:
    from uuid import UUID

    from samsyn.accounts.models import User
    from samsyn.register.models import Organisation, Statement

UNTOLD = ("told_on", "refused", "source")  # seen from the row itself


class Party(NamedTuple):
    """One party of one thing: what permission is asked of."""

    subject: Statement | Matter
    organisation: Organisation


class PartySaid(NamedTuple):
    """What somebody says of a party.

    Attributes:
        state: One of `PartyState`.
        when: The day in words; may be empty.
        number: The party's number of the case.
        text: A line.
        seen: Id of the party's line as it was shown; None where it had none.
    """

    state: str
    when: str = ""
    number: str = ""
    text: str = ""
    seen: int | None = None


@transaction.atomic
def tell_party(party: Party, said: PartySaid, *, by: User) -> Event:
    """Keep what is said; what was said before stays in the history.

    Raises:
        PermissionDenied: They may not tell it for this party.
        ReportUnusable: There is no such state, or what is written cannot be kept.
        ChangedMeanwhile: Somebody else has told something of the party since the page was shown.
    """
    require(by, "matters.tell_party", party)
    if said.state not in PartyState.values:
        raise ReportUnusable("Välj vad parten har gjort.")
    latest = latest_line(party)
    if (latest.pk if latest else None) != said.seen:
        raise ChangedMeanwhile("Någon annan har sagt något om parten under tiden: läs det och säg igen.")
    today = timezone.localdate()
    ahead = said.state in (PartyState.PENDING, PartyState.ON_AGENDA)
    columns = said_columns(when=said.when, text=said.text, number=said.number, on=today, ahead=ahead)
    return keep_line(party, {"state": said.state, "told_on": today, **columns}, by=by)


def latest_line(party: Party) -> PartyLine | None:
    """What holds of a party."""
    return PartyLine.objects.filter(
        **of(party.subject), organisation=party.organisation, refused=False
    ).last()


def of(subject: Statement | Matter) -> dict[str, Any]:
    """The columns that say what a line is about."""
    return {"matter": subject} if isinstance(subject, Matter) else {"statement": subject}


def keep_line(party: Party, columns: dict[str, Any], *, by: User, batch: UUID | None = None) -> Event:
    """Add a line and its event; the columns are the model's, without what the line is about."""
    before = latest_line(party)
    line = PartyLine.objects.create(**of(party.subject), organisation=party.organisation, by=by, **columns)
    shown = {name: value for name, value in columns.items() if name not in UNTOLD}
    return Event.objects.create(
        by=by,
        what="partyline.refused" if line.refused else "partyline.told",
        subject_type="partyline",
        subject_id=line.pk,
        before={"state": before.state} if before else {},
        after=as_event({"organisation": party.organisation.pk, **shown}),
        batch=batch or uuid4(),
    )
