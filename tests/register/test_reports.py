"""How an action goes: told by contributors of the organisation, and by those who write the notes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import PermissionDenied
from tests import make

from samsyn.accounts.permissions import may
from samsyn.history.models import Event
from samsyn.minutes.records import OwnerKind
from samsyn.register.models import ActionReport, Body, Organisation, Statement
from samsyn.register.service import ReportUnusable, report_action

if TYPE_CHECKING:
    from samsyn.accounts.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def action() -> Statement:
    """Something that a school in Flen is to do."""
    said = make.Said(text="Skolan tar fram en lista.", action=True, owner="Skolan")
    meeting = make.meeting(said=(said,), came=(make.Came(name="Ebba Ek", affiliation="Flens kommun"),))
    flen = Organisation.objects.get(name__startswith="Flen")
    school = Organisation.objects.create(name="Skolan", key="skolan", parent=flen)
    Statement.objects.filter(meeting=meeting).update(owner_organisation=school)
    return Statement.objects.get(meeting=meeting)


def contributor(organisation: str) -> User:
    """Somebody who tells for an organisation."""
    known = Organisation.objects.filter(name=organisation).first()
    found = known or Organisation.objects.create(name=organisation, key=organisation.casefold())
    return make.role(make.user(), "contributor", organisation=found).user


@pytest.mark.parametrize(
    ("organisation", "allowed"),
    [
        pytest.param("Skolan", True, id="its-own"),
        pytest.param("Flens kommun", True, id="of-a-unit-below"),
        pytest.param("Trosa", False, id="of-another"),
    ],
)
def test_a_contributor_tells_of_the_organisations_own(
    action: Statement, organisation: str, allowed: bool
) -> None:
    """And of what lies below it, and of nothing else."""
    bo = contributor(organisation)
    assert may(bo, "register.report_action", action) is allowed


def test_what_somebody_from_it_is_to_do_is_its_own(action: Statement) -> None:
    """As that person came from it to that very meeting."""
    ebba = action.meeting.attendances.get().person
    Statement.objects.update(owner_organisation=None, owner_person=ebba, owner_kind=OwnerKind.PERSON)
    assert may(contributor("Flens kommun"), "register.report_action", Statement.objects.get())


def test_only_actions_are_told_of(action: Statement) -> None:
    """A decision that nobody is to do anything about is not."""
    Statement.objects.update(is_action=False)
    assert not may(contributor("Skolan"), "register.report_action", Statement.objects.get())


@pytest.mark.parametrize("kind", ["reader", "archivist"])
def test_others_do_not_tell(action: Statement, kind: str) -> None:
    """A reader reads."""
    with pytest.raises(PermissionDenied):
        report_action(action, state="done", text="", by=make.role(make.user(), kind).user)


def test_the_secretary_of_the_body_tells_too(action: Statement) -> None:
    """In nobody's name."""
    report = report_action(action, state="done", text="", by=make.secretary(Body.objects.get()))
    assert report.said_for == ""


def test_what_is_told_is_kept_with_the_organisations_name(action: Statement) -> None:
    """As it was then; all of it is kept, and the latest holds."""
    bo = contributor("Flens kommun")
    report_action(action, state="under_way", text="Vi börjar i mars.", by=bo)
    report_action(action, state="done", text="", by=bo)
    told = list(ActionReport.objects.values_list("state", "said_for", "text"))
    assert told == [("under_way", "Flens kommun", "Vi börjar i mars."), ("done", "Flens kommun", "")]


def test_telling_is_in_the_history(action: Statement) -> None:
    """With what was said before."""
    bo = contributor("Skolan")
    report_action(action, state="under_way", text="", by=bo)
    report_action(action, state="done", text="Klar.", by=bo)
    event = Event.objects.filter(what="action.reported").latest("pk")
    assert (event.before["state"], event.after) == (
        "under_way", {"state": "done", "said_for": "Skolan", "text": "Klar."},
    )  # fmt: skip


def test_the_notes_stay_as_they_are(action: Statement) -> None:
    """What an organisation says is no reading."""
    before = Statement.objects.values().get()
    report_action(action, state="done", text="", by=contributor("Skolan"))
    assert Statement.objects.values().get() == before


@pytest.mark.parametrize(
    ("state", "text", "says"),
    [
        pytest.param("", "", "Välj hur det går", id="no-state"),
        pytest.param("needs_help", " ", "behöver hjälp med", id="help-with-nothing"),
        pytest.param("done", "a" * 501, "högst 500", id="long"),
        pytest.param("done", "121212-" + "1212", "personnummer", id="identity-number"),
    ],
)
def test_what_cannot_be_kept_is_refused(action: Statement, state: str, text: str, says: str) -> None:
    """With a sentence that says what to do."""
    with pytest.raises(ReportUnusable, match=says):
        report_action(action, state=state, text=text, by=contributor("Skolan"))


def test_a_role_that_has_ended_tells_nothing(action: Statement) -> None:
    """As with all roles."""
    flen = Organisation.objects.get(name="Skolan")
    bo = make.role(make.user(), "contributor", organisation=flen, end_on=date(2025, 6, 1)).user
    assert not may(bo, "register.report_action", action)
