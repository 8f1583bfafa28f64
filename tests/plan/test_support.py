"""Support that is asked for and given, lessons, and whether what was reached lasts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import given
from hypothesis import strategies as st
from tests import make
from tests.plan import plans

from samsyn.plan import service
from samsyn.plan.models import Lesson, Support, Sustainment
from samsyn.plan.queries.support import see_support
from samsyn.plan.queries.sustainment import all_dues
from samsyn.plan.standing import Claim, months_between
from samsyn.plan.sustaining import everyday_since, months_after
from samsyn.register.service import undo_event

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.plan.models import Actor

TODAY = date(2026, 11, 22)
YES = service.Lasting("yes", "yes", "yes", "yes")


def leader() -> User:
    """Petra, who leads the process."""
    return make.role(make.user(email="petra@exempel.se", name="Petra Palm"), "process_leader").user


def school() -> tuple[Actor, User]:
    """An actor, and Kim who tells for it."""
    actor = plans.actor(plans.plan())
    kim = make.user(email="kim@exempel.se", name="Kim Ek")
    return actor, make.role(kim, "contributor", organisation=actor.organisation).user


def wished(actor: Actor, by: User, *, days_ago: int = 0, asked: str = "Tid") -> Support:
    """What an actor asked for some days ago."""
    wanted = service.SupportWanted(asked, asked_on=TODAY - timedelta(days_ago))
    event = service.ask_for_support(actor, wanted, on=TODAY, by=by)
    return Support.objects.get(pk=event.subject_id)


@pytest.mark.django_db
def test_what_waits_longest_stands_first() -> None:
    """And what was settled comes after."""
    actor, kim = school()
    given_now = wished(actor, kim, days_ago=90, asked="Utbildning")
    wished(actor, kim, days_ago=3, asked="Nyss")
    wished(actor, kim, days_ago=30, asked="Länge")
    service.give_support(given_now, service.SupportGiven("En dag.", "Petra"), on=TODAY, by=leader())
    assert [one.asked for one in see_support(actor.plan)] == ["Länge", "Nyss", "Utbildning"]


@pytest.mark.django_db
def test_support_that_cannot_be_given_says_why() -> None:
    """Else nothing is kept; and it is taken back."""
    actor, kim = school()
    petra, support = leader(), wished(actor, kim)
    with pytest.raises(service.PlanUnusable):
        service.decline_support(support, " ", on=TODAY, by=petra)
    event = service.decline_support(support, "Ingen har den kunskapen.", on=TODAY, by=petra)
    undo_event(event, by=petra)
    support.refresh_from_db()
    assert (support.state, support.given) == ("asked", "")


@pytest.mark.django_db
def test_the_actor_gives_itself_nothing() -> None:
    """Only a process leader answers."""
    actor, kim = school()
    with pytest.raises(PermissionDenied):
        service.give_support(wished(actor, kim), service.SupportGiven("Tid."), on=TODAY, by=kim)


@pytest.mark.django_db
@pytest.mark.parametrize("day", [TODAY + timedelta(1), TODAY - timedelta(9)], ids=["tomorrow", "before"])
def test_support_is_given_after_it_was_asked_for(day: date) -> None:
    """And not on a day to come."""
    actor, kim = school()
    support = wished(actor, kim, days_ago=2)
    with pytest.raises(service.PlanUnusable):
        service.give_support(support, service.SupportGiven("Tid.", on=day), on=TODAY, by=leader())


@pytest.mark.django_db
def test_a_lesson_says_where_it_comes_from() -> None:
    """An actor, or who told it."""
    actor, kim = school()
    with pytest.raises(service.PlanUnusable):
        service.tell_lesson(actor.plan, service.LessonWanted("Börja smått."), on=TODAY, by=kim)
    service.tell_lesson(actor.plan, service.LessonWanted("Börja smått.", actor=actor), on=TODAY, by=kim)
    assert Lesson.objects.get().actor == actor


@pytest.mark.django_db
def test_it_is_asked_six_and_twelve_months_after_everyday() -> None:
    """By itself, from what the actor has said."""
    actor, _kim = school()
    plans.assessment(actor, plans.area_of(actor.plan), 4, on=date(2026, 3, 31))
    dues = all_dues(actor.plan, on=TODAY)
    assert [(one.due_on, one.waits(TODAY)) for one in dues] == [
        (date(2026, 9, 30), True),
        (date(2027, 3, 31), False),
    ]


@pytest.mark.django_db
def test_whoever_steps_back_is_not_asked() -> None:
    """It is not everyday work any more."""
    actor, _kim = school()
    area = plans.area_of(actor.plan)
    plans.assessment(actor, area, 4, on=date(2026, 1, 1))
    plans.assessment(actor, area, 3, on=date(2026, 5, 1))
    assert all_dues(actor.plan, on=TODAY) == []


@pytest.mark.django_db
def test_an_answer_is_kept_changed_and_taken_back() -> None:
    """One row for each time."""
    actor, kim = school()
    area = plans.area_of(actor.plan)
    plans.assessment(actor, area, 4, on=date(2026, 3, 31))
    service.tell_sustainment(actor, area, 6, YES, on=TODAY, by=kim)
    changed = service.Lasting("yes", "no", "unknown", "yes")
    event = service.tell_sustainment(actor, area, 6, changed, on=TODAY, by=kim)
    assert not Sustainment.objects.get().lasts
    undo_event(event, by=kim)
    assert Sustainment.objects.get().lasts


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("months", "said"),
    [(12, YES), (6, service.Lasting("yes", "", "yes", "yes")), (9, YES)],
    ids=["not yet", "a question without answer", "never asked"],
)
def test_what_is_not_asked_is_not_answered(months: int, said: service.Lasting) -> None:
    """Nothing is kept."""
    actor, kim = school()
    area = plans.area_of(actor.plan)
    plans.assessment(actor, area, 4, on=date(2026, 3, 31))
    with pytest.raises(service.PlanUnusable):
        service.tell_sustainment(actor, area, months, said, on=TODAY, by=kim)


DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@given(DAYS, st.integers(0, 60))
def test_months_after_are_so_many_months(day: date, months: int) -> None:
    """At most three days short of it, at the end of a short month."""
    later = months_after(day, months)
    assert later.day <= day.day
    assert months_between(day, later + timedelta(3)) >= months >= months_between(day, later)


@given(st.lists(st.tuples(DAYS, st.integers(0, 4))))
def test_everyday_is_counted_from_the_last_time_it_was_reached(said: list[tuple[date, int]]) -> None:
    """Nothing that came before a step back counts."""
    claims = [Claim(day, step) for day, step in sorted(said)]
    below = [at for at, claim in enumerate(claims) if claim.step < 4]
    rest = claims[below[-1] + 1 :] if below else claims
    assert everyday_since(claims, 4) == (rest[0].on if rest else None)
