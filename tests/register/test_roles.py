"""Roles: what each lets somebody do, to what, and for how long."""

from __future__ import annotations

from datetime import date, timedelta
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection
from django.utils import timezone
from tests import make

from samsyn.accounts.models import User
from samsyn.accounts.permissions import may
from samsyn.history.models import Event
from samsyn.register.actions.uniting import unite
from samsyn.register.models import Body, Meeting, Organisation, Role, RoleKind, Suggestion
from samsyn.register.recognition.keys import body_key
from samsyn.register.roles import bodies_of, roles_of
from samsyn.register.service import (
    RoleUnusable,
    RoleWanted,
    confirm_row,
    confirm_value,
    end_role,
    grant_role,
    import_content,
)

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db

WRITING = (
    "register.import_notes",
    "register.confirm_value",
    "register.reject_value",
    "register.correct_value",
    "register.undo_event",
    "register.settle_doubt",
)
DAY = date(2026, 3, 1)
NOTE = "Minnesanteckningar\nStyrgruppen för skola\nDatum: 2026-03-12\n\nBeslut: Planen godkänns.\n"


def meeting_of(name: str = "Nätverket för prov") -> Meeting:
    """A meeting of a body with a decision."""
    return make.meeting(bodies=(name,), said=(make.Said(text="Planen godkänns."),))


def body(name: str) -> Body:
    """A body with a name."""
    return Body.objects.get_or_create(name=name, key=body_key(name))[0]


def wanted(kind: str = "reader", **fields: Any) -> RoleWanted:
    """A role from a day on."""
    return RoleWanted(kind=RoleKind(kind), **{"start_on": DAY, **fields})


@pytest.mark.parametrize("kind", ["reader", "secretary", "process_leader", "archivist"])
def test_every_role_reads(kind: str) -> None:
    """The register is a shared view."""
    assert may(make.role(make.user(), kind).user, "register.read")


def test_an_account_without_role_does_not_read() -> None:
    """Somebody must have said what a person may do."""
    assert not may(make.user(), "register.read")


@pytest.mark.parametrize("permission", WRITING)
@pytest.mark.parametrize(
    ("kind", "writes"),
    [
        ("reader", False),
        ("archivist", False),
        ("secretary", True),
        ("process_leader", True),
    ],
)
def test_who_writes_everywhere(permission: str, kind: str, writes: bool) -> None:
    """Roles that are for no body in particular are for all of them."""
    assert may(make.role(make.user(), kind).user, permission, meeting_of()) is writes


@pytest.mark.parametrize("permission", WRITING)
@pytest.mark.parametrize(("own", "writes"), [("Nätverket för prov", True), ("Styrgruppen", False)])
def test_a_secretary_writes_the_notes_of_her_body(permission: str, own: str, writes: bool) -> None:
    """And of no other."""
    meeting = meeting_of()
    disa = make.secretary(Body.objects.filter(name=own).first() or body(own))
    assert may(disa, permission, meeting) is writes


def test_a_secretary_of_a_body_may_at_all() -> None:
    """Asked without a thing, the rule says whether there is anything she may do."""
    assert may(make.secretary(body("Styrgruppen")), "register.confirm_value")


def test_a_meeting_of_two_bodies_is_written_by_the_secretary_of_either() -> None:
    """A joint meeting is both's."""
    meeting = make.meeting(bodies=("Nätverket för prov", "Styrgruppen"))
    disa = make.secretary(Body.objects.get(name="Styrgruppen"))
    assert may(disa, "register.confirm_value", meeting)


def test_things_of_a_meeting_are_of_its_bodies() -> None:
    """Values, statements and events are written by whoever writes the meeting."""
    meeting = meeting_of()
    value = meeting.values.get(field="text")
    event = confirm_value(value, by=make.administrator())
    own = {Body.objects.get().pk}
    assert [bodies_of(thing) for thing in (value, meeting.statements.get(), event)] == [own] * 3


def test_a_secretary_of_one_body_makes_nobody_one() -> None:
    """That two people are one changes the notes of all bodies."""
    asked = Suggestion.objects.create(kind="person", left_id=1, right_id=2, reason="Lika?")
    assert not may(make.secretary(body("Styrgruppen")), "register.settle_suggestion", asked)


def test_a_row_of_another_body_is_not_confirmed() -> None:
    """Not even with nothing left to confirm before the first value is looked at."""
    values = list(meeting_of().values.all())
    with pytest.raises(PermissionDenied):
        confirm_row(values, by=make.secretary(body("Styrgruppen")))


def test_a_secretary_takes_in_the_notes_of_her_body() -> None:
    """The file says whose they are."""
    import_content(NOTE.encode(), name="m.txt", by=make.secretary(body("Styrgruppen för skola")))
    assert Meeting.objects.count() == 1


def test_a_secretary_takes_in_no_notes_of_others() -> None:
    """They are refused whole: nothing of them is kept."""
    with pytest.raises(PermissionDenied):
        import_content(NOTE.encode(), name="m.txt", by=make.secretary(body("Nätverket för prov")))
    assert not Meeting.objects.exists()


@pytest.mark.parametrize(
    ("days", "holds"),
    [
        pytest.param((0, None), True, id="from-today"),
        pytest.param((1, None), False, id="from-tomorrow"),
        pytest.param((-9, 1), True, id="until-tomorrow"),
        pytest.param((-9, 0), False, id="until-today"),
    ],
)
def test_a_role_holds_from_day_to_day(days: tuple[int, int | None], holds: bool) -> None:
    """The first day is one with the role, the last is one without."""
    start, end = (None if n is None else timezone.localdate() + timedelta(days=n) for n in days)
    bo = make.role(make.user(), start_on=start, end_on=end).user
    assert bool(roles_of(bo)) is holds


def test_a_closed_account_has_no_roles() -> None:
    """Whoever has left may nothing, whatever is still written down."""
    bo = make.reader()
    bo.is_active = False
    assert not may(bo, "register.read")


def test_roles_are_asked_for_once(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    """However often a page asks what its reader may."""
    bo = make.user()
    make.role(bo)
    with django_assert_num_queries(1):
        assert [may(bo, "register.read"), may(bo, "register.confirm_value")] == [True, False]


def test_granting_is_recorded() -> None:
    """Who gave whom what, from when."""
    anna, bo = make.administrator(), make.user()
    role = grant_role(bo, wanted("secretary", body=body("Styrgruppen")), by=anna)
    event = Event.objects.about(role).get()
    assert (event.by, event.what, event.after["kind"], event.after["start_on"]) == (
        anna, "role.granted", "secretary", "2026-03-01",
    )  # fmt: skip


def test_others_grant_no_roles() -> None:
    """Nobody raises oneself."""
    leader = make.role(make.user(), "process_leader").user
    with pytest.raises(PermissionDenied):
        grant_role(leader, wanted("archivist"), by=leader)


@pytest.mark.parametrize(
    ("kind", "fields", "said"),
    [
        pytest.param("contributor", {}, "Välj vilken organisation", id="for-nobody"),
        pytest.param("reader", {"organisation": True}, "Bara uppgiftslämnare", id="organisation"),
        pytest.param("reader", {"body": True}, "Bara sekreterare", id="body"),
        pytest.param("reader", {"end_on": DAY}, "slutar innan", id="no-time"),
    ],
)
def test_a_role_that_cannot_be_is_refused(kind: str, fields: dict[str, Any], said: str) -> None:
    """With what to do about it."""
    made = {"body": body("Styrgruppen"), "organisation": Organisation.objects.create(name="Flen", key="flen")}
    filled = {name: made.get(name, value) for name, value in fields.items()}
    with pytest.raises(RoleUnusable, match=said):
        grant_role(make.user(), wanted(kind, **filled), by=make.administrator())


@pytest.mark.parametrize(
    ("start", "end"),
    [
        pytest.param(date(2026, 1, 1), date(2026, 3, 1), id="before"),
        pytest.param(date(2026, 4, 1), None, id="after"),
    ],
)
def test_the_same_role_may_be_given_for_another_time(start: date, end: date | None) -> None:
    """Somebody comes back."""
    bo, anna = make.user(), make.administrator()
    grant_role(bo, wanted(end_on=date(2026, 4, 1)), by=anna)
    grant_role(bo, wanted(start_on=start, end_on=end), by=anna)
    assert bo.roles.count() == 2


@pytest.mark.parametrize("start", [date(2026, 1, 1), date(2026, 3, 31)], ids=["around", "over-the-end"])
def test_the_same_role_is_not_given_twice_at_once(start: date) -> None:
    """Ending one of them would change nothing."""
    bo, anna = make.user(), make.administrator()
    grant_role(bo, wanted(end_on=date(2026, 4, 1)), by=anna)
    with pytest.raises(RoleUnusable, match="har redan den rollen"):
        grant_role(bo, wanted(start_on=start), by=anna)


def test_the_database_keeps_no_role_for_the_wrong_thing() -> None:
    """Also where rows come in past the action."""
    with pytest.raises(IntegrityError):
        make.role(make.user(), "reader", body=body("Styrgruppen"))


def test_an_ended_role_lets_nothing_be_done() -> None:
    """From that day on, and the history says who ended it."""
    bo = make.reader()
    event = end_role(bo.roles.get(), on=timezone.localdate(), by=make.administrator())
    assert (event.what, roles_of(User.objects.get(pk=bo.pk))) == ("role.ended", [])


def test_a_role_ends_once() -> None:
    """The second is told."""
    role, anna = make.role(make.user()), make.administrator()
    end_role(role, on=DAY, by=anna)
    with pytest.raises(RoleUnusable, match="redan avslutad"):
        end_role(role, on=DAY, by=anna)


def test_others_end_no_roles() -> None:
    """A secretary cannot shut out another."""
    role = make.role(make.user())
    with pytest.raises(PermissionDenied):
        end_role(role, on=DAY, by=make.secretary())


def test_a_role_follows_its_body_when_two_become_one() -> None:
    """The secretary of the second name is secretary of the one that stands."""
    left, right = body("Styrgruppen"), body("Styrgruppn")
    disa = make.secretary(right)
    unite(left, right)
    assert Role.objects.get(user=disa).body == left


def test_whoever_had_an_account_becomes_a_reader() -> None:
    """A register from before roles goes on as it was: all could read, administrators need no role."""
    make.user()
    make.administrator()
    User.objects.create_user(email="ella@exempel.se", is_active=False)
    step = import_module("samsyn.register.migrations.0005_readers")
    step.make_readers(apps, connection.schema_editor())
    assert list(Role.objects.values_list("user__email", "kind")) == [("bo@exempel.se", "reader")]
