"""Who is reminded of what, when: the pace that each has chosen, never more than one letter a day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from tests import make
from tests.matters.following import action, anna

from samsyn.follow import digests, remind_all, reminders
from samsyn.follow.reminders import is_due
from samsyn.mail.models import OutgoingMail
from samsyn.matters.models import Reminder, ReminderChoice, ReminderPace
from samsyn.matters.service import change_due, change_owner, end_action
from samsyn.register.models import Body, Meeting, Organisation, Person, Statement
from samsyn.register.service import report_action

if TYPE_CHECKING:
    from pytest_django.fixtures import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db

MONDAY = date(2026, 4, 20)


def late(**fields: object) -> Statement:
    """Something that Greta, who has an e-mail address, was to do five days before Monday."""
    said = action(**fields)  # type: ignore[arg-type]
    Person.objects.filter(name="Greta Gran").update(email="Greta@exempel.se")
    return said


def told(on: date = MONDAY) -> dict[str, tuple[int, int, int]]:
    """How many late, soon and recurring actions each is to be reminded of."""
    return {one.address: (len(one.late), len(one.soon), len(one.duties)) for one in digests(on=on, days=7)}


@pytest.mark.parametrize(
    ("due", "counts"),
    [
        pytest.param(MONDAY - timedelta(1), (1, 0, 0), id="passed"),
        pytest.param(MONDAY, (0, 1, 0), id="today"),
        pytest.param(MONDAY + timedelta(7), (0, 1, 0), id="in-a-week"),
    ],
)
def test_whoever_owns_it_is_reminded_before_and_after(due: date, counts: tuple[int, int, int]) -> None:
    """At the address that the register has."""
    late(due=due)
    assert told() == {"greta@exempel.se": counts}


@pytest.mark.parametrize("due", [MONDAY + timedelta(8), None], ids=["far-ahead", "no-day"])
def test_what_is_not_near_is_not_spoken_of(due: date | None) -> None:
    """No letter says nothing."""
    late(due=due)
    assert told() == {}


def test_what_is_closed_is_not_spoken_of() -> None:
    """Neither what is done nor what was ended."""
    by = anna()
    report_action(late(), state="done", text="", by=by)
    end_action(late(on=date(2026, 3, 6), name="b.txt"), why="Nej.", on=MONDAY, by=by)
    assert told() == {}


def test_the_time_and_the_owner_are_those_that_hold_now() -> None:
    """Put off and given to somebody else, it is theirs and later."""
    said, by = late(), anna()
    hans = Person.objects.create(name="Hans Hed", key="hans hed", email="hans@exempel.se")
    change_owner(said, "Hans Hed", chosen=f"person-{hans.pk}", by=by)
    change_due(said, "2026-04-24", on=MONDAY, by=by)
    assert told() == {"hans@exempel.se": (0, 1, 0)}


def test_whoever_has_just_answered_is_not_asked_again() -> None:
    """Until the next week."""
    said = late()
    report_action(said, state="under_way", text="", by=anna())
    today = timezone.localdate()
    assert (told(today), told(today + timedelta(7))) == ({}, {"greta@exempel.se": (1, 0, 0)})


def test_contributors_are_reminded_of_what_their_people_have() -> None:
    """Where the person has no address; the organisation is where they came from to that meeting."""
    action()
    flen = Organisation.objects.get(name__startswith="Flen")
    make.role(make.user(), "contributor", organisation=flen)
    assert told() == {"bo@exempel.se": (1, 0, 0)}


def test_nobody_is_told_of_somebody_protected() -> None:
    """A contributor does not learn what a protected person is to do."""
    action()
    flen = Organisation.objects.get(name__startswith="Flen")
    make.role(make.user(), "contributor", organisation=flen)
    Person.objects.update(is_protected=True)
    assert told() == {}


def test_nothing_is_told_of_unfinished_notes() -> None:
    """Not even to the owner."""
    late()
    Meeting.objects.update(notes_state="draft")
    assert told() == {}


def test_a_closed_account_gets_no_letters() -> None:
    """Nor does the person behind it."""
    late()
    user = make.user(email="greta@exempel.se")
    user.is_active = False
    user.save()
    assert told() == {}


def test_a_recurring_duty_is_spoken_of_before_each_meeting() -> None:
    """And only then."""
    said = late(due=None)
    change_due(said, "varje möte", on=MONDAY, by=anna())
    before = told()
    coming = Meeting.objects.create(state="planned", start_on=MONDAY + timedelta(5))
    coming.bodies.set(Body.objects.all())
    assert (before, told()) == ({}, {"greta@exempel.se": (0, 0, 1)})


def test_one_letter_a_day_however_often_it_is_run() -> None:
    """The second run writes none."""
    late()
    first, second = remind_all(on=MONDAY, days=7), remind_all(on=MONDAY, days=7)
    assert (len(first.written), len(second.written), OutgoingMail.objects.count()) == (1, 0, 1)


def test_two_at_once_write_one() -> None:
    """Whoever comes second finds the day taken."""
    late()
    Reminder.objects.create(address="greta@exempel.se", on=MONDAY)
    ReminderChoice.objects.create(address="greta@exempel.se", pace="daily")
    assert remind_all(on=MONDAY, days=7).written == []


def test_an_address_that_is_none_stops_nobody_else() -> None:
    """It is told, and the others get theirs."""
    late()
    Person.objects.update(email="greta@")
    hans = Person.objects.create(name="Hans Hed", key="hans hed", email="hans@exempel.se")
    said = action("Hans ringer.", on=date(2026, 3, 6), name="b.txt")
    change_owner(said, "Hans Hed", chosen=f"person-{hans.pk}", by=anna())
    done = remind_all(on=MONDAY, days=7)
    assert ([one.address for one in done.written], done.refused[0][0]) == (["hans@exempel.se"], "greta@")


def test_the_questions_do_not_grow_with_the_letters(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    """Ten owners cost what one does."""
    by = anna()
    for number in range(5):
        person = Person.objects.create(name=f"P {number}", key=f"p {number}", email=f"p{number}@exempel.se")
        said = action(f"Nummer {number}.", on=date(2026, 3, 5 + number), name=f"{number}.txt")
        change_owner(said, person.name, chosen=f"person-{person.pk}", by=by)
    with django_assert_max_num_queries(16):
        assert len(digests(on=MONDAY, days=7)) == 5


def test_a_letter_shows_the_first_and_says_how_many_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """The list has the rest."""
    monkeypatch.setattr(reminders, "MOST", 1)
    late(text="Den första.")
    late(text="Den andra.", due=date(2026, 4, 16), on=date(2026, 3, 6), name="b.txt")
    remind_all(on=MONDAY, days=7)
    text = OutgoingMail.objects.get().text
    shown = [
        word in text for word in ("Den första.", "Den andra.", "2 åtgärder", "1 till står under Åtgärder")
    ]
    assert shown == [True, False, True, True]


def test_brackets_in_notes_are_no_place_for_a_link() -> None:
    """What somebody has written in notes does not become a link."""
    late(text="Skriv [[länk 1]] och [[länk 9]].")
    remind_all(on=MONDAY, days=7)
    assert OutgoingMail.objects.get().text.count("[[länk 1]]") == 1


PACES = st.sampled_from(ReminderPace)
DAYS = st.integers(0, 60).map(lambda n: MONDAY + timedelta(n))


@given(PACES, st.lists(DAYS, unique=True), st.lists(DAYS, max_size=4))
def test_never_more_than_the_pace(pace: ReminderPace, runs: list[date], meetings: list[date]) -> None:
    """Never two a day; in a week one for those who want one a week; one a meeting for those who want that."""
    last, sent = None, []
    for on in sorted(runs + runs):
        due = is_due(pace, on=on, last=last, meetings=meetings)
        sent += [on] if due else []
        last = on if due else last
    most = {
        ReminderPace.OFF: 0,
        ReminderPace.DAILY: len(runs),
        ReminderPace.WEEKLY: len({on.isocalendar()[:2] for on in runs}),
        ReminderPace.BEFORE_MEETINGS: len(set(meetings)),
    }
    assert len(sent) == len(set(sent)) <= most[pace]


@given(DAYS, st.lists(st.integers(0, 6), min_size=1, unique=True))
def test_each_week_with_a_run_has_its_letter(start: date, days: list[int]) -> None:
    """A Monday without a run is made up for."""
    monday = start - timedelta(start.weekday())
    runs = [monday + timedelta(day) for day in sorted(days)]
    assert is_due(ReminderPace.WEEKLY, on=runs[0], last=monday - timedelta(1))
