"""Tell how something goes that was decided or promised: done, under way, or in need of help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.reading import find_identity_numbers
from samsyn.register.errors import ReportUnusable
from samsyn.register.models import ActionReport, ReportState
from samsyn.register.reporting import tells_for
from samsyn.register.roles import writes

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.register.models import Statement

LONGEST = 500


@transaction.atomic
def report_action(statement: Statement, *, state: str, text: str, by: User) -> ActionReport:
    """Keep what somebody says of an action; the notes and what was read in them stay as they are.

    Args:
        statement: An action.
        state: One of `ReportState`.
        text: A line about it, may be empty; where help is needed it says with what.
        by: Who tells.

    Raises:
        PermissionDenied: It is no action of theirs.
        ReportUnusable: There is no such state, the line is too long, lacks or holds an identity number.
    """
    require(by, "register.report_action", statement)
    line = " ".join(text.split())
    _check(state, line)
    organisation = None if writes(by, statement) else tells_for(by, statement)
    before = statement.reports.last()
    report = ActionReport.objects.create(
        statement=statement, state=state, text=line, by=by, said_for=organisation.name if organisation else ""
    )
    Event.objects.create(
        by=by,
        what="action.reported",
        subject_type="statement",
        subject_id=statement.pk,
        before=_columns(before) if before else {},
        after=_columns(report),
    )
    return report


def _columns(report: ActionReport) -> dict[str, str]:
    return {"state": report.state, "said_for": report.said_for, "text": report.text}


def _check(state: str, line: str) -> None:
    if state not in ReportState.values:
        raise ReportUnusable("Välj hur det går.")
    if state == ReportState.NEEDS_HELP and not line:
        raise ReportUnusable("Skriv vad ni behöver hjälp med.")
    if len(line) > LONGEST:
        raise ReportUnusable(f"Skriv högst {LONGEST} tecken.")
    if find_identity_numbers(line):
        raise ReportUnusable("Raden innehåller något som ser ut som ett personnummer: ta bort det.")
