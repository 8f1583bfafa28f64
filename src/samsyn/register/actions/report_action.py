"""Tell how something goes that was decided or promised: done, under way, or in need of help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

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
    from samsyn.register.models import Person, Statement

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
    organisation = None if writes(by, statement) else tells_for(by, statement)
    return keep_report(
        statement, Told(state, text, said_for=organisation.name if organisation else "", by=by)
    )


@dataclass(frozen=True, slots=True)
class Told:
    """What was told of an action, and by whom.

    Attributes:
        state: One of `ReportState`.
        text: A line about it, may be empty.
        said_for: The name of the organisation that it is told for.
        by: Whose account.
        person: Who, where the register knows.
        address: That of the letter that asked; empty where no letter did.
    """

    state: str
    text: str
    said_for: str = ""
    by: User | None = None
    person: Person | None = None
    address: str = ""


def keep_report(statement: Statement, told: Told) -> ActionReport:
    """Keep what was told, and record it. Whoever calls has asked whether they may tell it.

    Raises:
        ReportUnusable: There is no such state, the line is too long, lacks or holds an identity number.
    """
    line = " ".join(told.text.split())
    _check(told.state, line)
    before = statement.reports.last()
    report = ActionReport.objects.create(
        statement=statement, state=told.state, text=line, by=told.by, said_for=told.said_for,
        person=told.person, address=told.address,
    )  # fmt: skip
    Event.objects.create(
        by=told.by,
        what="action.reported",
        subject_type="statement",
        subject_id=statement.pk,
        before=_columns(before) if before else {},
        after=_columns(report),
    )
    return report


def _columns(report: ActionReport) -> dict[str, Any]:
    columns = {"state": report.state, "said_for": report.said_for, "text": report.text}
    # Who told it is said by the event, but where nobody was signed in.
    return columns if report.by_id else columns | {"person": report.person_id, "address": report.address}


def _check(state: str, line: str) -> None:
    if state not in ReportState.values:
        raise ReportUnusable("Välj hur det går.")
    if state == ReportState.NEEDS_HELP and not line:
        raise ReportUnusable("Skriv vad ni behöver hjälp med.")
    if len(line) > LONGEST:
        raise ReportUnusable(f"Skriv högst {LONGEST} tecken.")
    if find_identity_numbers(line):
        raise ReportUnusable("Raden innehåller något som ser ut som ett personnummer: ta bort det.")
