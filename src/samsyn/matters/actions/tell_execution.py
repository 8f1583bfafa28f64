"""Tell whether something that was decided has been carried out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction
from django.utils import timezone

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.matters.actions.saying import as_event, said_columns
from samsyn.matters.models import Execution, ExecutionState
from samsyn.register.service import ReportUnusable

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.register.models import Statement

NEEDS_WHY = (ExecutionState.NOT_RELEVANT,)


class ExecutionSaid(NamedTuple):
    """What somebody says of a decision.

    Attributes:
        state: One of `ExecutionState`.
        when: When it was or is to be carried out, in words; may be empty.
        text: How, or why not.
        source: A statement that tells it.
    """

    state: str
    when: str = ""
    text: str = ""
    source: Statement | None = None


@transaction.atomic
def tell_execution(statement: Statement, said: ExecutionSaid, *, by: User) -> Event:
    """Keep what is said; the notes and what was read in them stay as they are.

    Raises:
        PermissionDenied: They may not.
        ReportUnusable: There is no such state, or what is written cannot be kept.
    """
    require(by, "matters.tell_execution", statement)
    if said.state not in ExecutionState.values:
        raise ReportUnusable("Välj om det är verkställt.")
    if said.state in NEEDS_WHY and not said.text.strip():
        raise ReportUnusable("Skriv varför det inte är aktuellt längre.")
    ahead = said.state in (ExecutionState.TO_DO, ExecutionState.UNDER_WAY)
    columns = said_columns(when=said.when, text=said.text, on=timezone.localdate(), ahead=ahead)
    before = statement.executions.last()
    told = Execution.objects.create(
        statement=statement, state=said.state, source=said.source, by=by, **columns
    )
    return Event.objects.create(
        by=by,
        what="execution.told",
        subject_type="execution",
        subject_id=told.pk,
        before={"state": before.state} if before else {},
        after=as_event({"state": said.state, **columns}),
    )
