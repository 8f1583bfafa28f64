"""The list of actions: as they stand now, whose they are, what is late."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from tests.matters.following import TODAY, action, anna, now, texts

from samsyn.accounts.models import User
from samsyn.matters.models import FollowUp
from samsyn.matters.queries import action_lists
from samsyn.matters.queries.action_lists import list_actions
from samsyn.matters.queries.actions import (
    OPEN_STATES,
    Action,
    ActionFilter,
    ActionState,
    actions,
    count_actions,
)
from samsyn.matters.service import change_due, change_owner, end_action
from samsyn.register.models import ActionReport, Body, Meeting, Organisation, Person, Statement
from samsyn.register.service import report_action
from samsyn.register.sight import EVERYTHING

if TYPE_CHECKING:
    from pytest_django.fixtures import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("told", "state"),
    [
        pytest.param((), "open", id="nothing"),
        pytest.param(("under_way",), "under_way", id="once"),
        pytest.param(("done", "needs_help"), "needs_help", id="the-last-holds"),
        pytest.param(("under_way", "done"), "done", id="done"),
    ],
)
def test_the_state_is_what_was_told_last(told: tuple[str, ...], state: str) -> None:
    """Until then nothing is known of how it goes."""
    said, by = action(), anna()
    for one in told:
        report_action(said, state=one, text="Hjälp med listan.", by=by)
    assert now(said).state == state


def test_what_is_ended_is_ended_whatever_was_told() -> None:
    """A person said that nothing more is to be done."""
    said, by = action(), anna()
    report_action(said, state="needs_help", text="Tid.", by=by)
    end_action(said, why="Behövs inte.", on=TODAY, by=by)
    assert now(said).state == "ended"


@pytest.mark.parametrize(
    ("due", "n_days"),
    [
        pytest.param(date(2026, 4, 19), 1, id="yesterday"),
        pytest.param(date(2026, 4, 20), 0, id="today-is-in-time"),
        pytest.param(date(2026, 4, 15), 5, id="five-days-ago"),
        pytest.param(None, 0, id="no-day"),
    ],
)
def test_how_late_it_is(due: date | None, n_days: int) -> None:
    """Days after the last day; the last day itself is in time."""
    assert now(action(due=due)).n_days_late(TODAY) == n_days


def test_another_time_moves_what_is_late() -> None:
    """What was put off is not late by the notes' day."""
    said = action()
    change_due(said, "15 maj", on=TODAY, by=anna())
    assert (texts(late=True), now(said).n_days_late(TODAY)) == ([], 0)


def test_ones_own_follows_the_owner_now() -> None:
    """Whom it was taken from has it no longer, whom it was given to has it."""
    said = action()
    greta = Person.objects.get(name="Greta Gran")
    hans = Person.objects.create(name="Hans Hed", key="hans hed")
    change_owner(said, "Hans Hed", chosen=f"person-{hans.pk}", by=anna())
    assert (texts(people=(greta.pk,)), texts(people=(hans.pk,))) == ([], [said.text])


def test_an_organisations_are_those_of_its_people_too() -> None:
    """Of those who came from it to that very meeting."""
    said = action()
    flen = Organisation.objects.get(name__startswith="Flen")
    other = Organisation.objects.create(name="Trosa", key="trosa")
    assert (texts(organisations=(flen.pk,)), texts(organisations=(other.pk,))) == ([said.text], [])


def test_a_bodys_are_those_of_its_meetings() -> None:
    """And those that it owns itself."""
    said = action()
    other = Body.objects.create(name="Annat", key="annat")
    own = Body.objects.exclude(pk=other.pk).get()
    assert (texts(bodies=(own.pk,)), texts(bodies=(other.pk,))) == ([said.text], [])


def test_the_owner_now_is_found_by_words() -> None:
    """What was put in since is looked for too."""
    said = action()
    change_owner(said, "Ärendegruppen", chosen="role", by=anna())
    assert texts(words="ärendegr lista") == [said.text]


@pytest.mark.parametrize("field", ["has_owner", "has_due"])
def test_what_is_lacking_is_lacking_now(field: str) -> None:
    """An owner and a time that were put in since count."""
    said = action(owner="", due=None)
    by = anna()
    lacking: Any = {field: False}
    before = texts(**lacking)
    change_owner(said, "Processledarna", chosen="role", by=by)
    change_due(said, "15 maj", on=TODAY, by=by)
    assert (before, texts(**lacking)) == ([said.text], [])


def test_drafts_are_seen_by_those_who_write_them() -> None:
    """Nothing is told of unfinished notes."""
    said = action()
    said.meeting.notes_state = "draft"
    said.meeting.save()
    assert (texts(), texts(sees=EVERYTHING)) == ([], [said.text])


def test_the_most_late_comes_first_and_the_undated_last() -> None:
    """By the time that holds now."""
    for number, day in enumerate((date(2026, 5, 1), None, date(2026, 4, 1))):
        action(f"Nummer {number}.", due=day, on=date(2026, 3, 5 + number), name=f"{number}.txt")
    change_due(Statement.objects.get(text="Nummer 0."), "2026-03-20", on=TODAY, by=anna())
    assert texts() == ["Nummer 0.", "Nummer 2.", "Nummer 1."]


@pytest.mark.parametrize("order", ["due", "due_last"])
def test_the_first_of_a_list_are_found_in_its_order(order: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those with another time since lie among the others, by time, then the latest meeting first."""
    monkeypatch.setattr(action_lists, "KEPT_ROWS", 6)
    said = [_said(day) for day in (None, TODAY, TODAY, date(2026, 4, 1), None, date(2026, 5, 1), TODAY)]
    for number, day in ((0, TODAY + timedelta(1)), (2, None), (3, date(2026, 6, 1)), (6, date(2026, 3, 1))):
        FollowUp.objects.create(statement=said[number], due_changed=True, due_end=day)
    wanted = ActionFilter(order=order)
    shown = list_actions(wanted, len(said), on=TODAY)[:6]
    assert shown == list(actions(wanted, on=TODAY)[:6])


def test_counts_say_what_each_choice_leaves() -> None:
    """Of open ones, late ones and so on, within whose they are."""
    said, by = action(), anna()
    report_action(action("B.", on=date(2026, 3, 6), name="b.txt"), state="done", text="", by=by)
    end_action(action("C.", on=date(2026, 3, 7), name="c.txt"), why="Nej.", on=TODAY, by=by)
    action("D.", owner="", due=None, on=date(2026, 3, 8), name="d.txt")
    counts = count_actions(ActionFilter(), on=TODAY)
    assert said.pk
    assert (counts.all, counts.open, counts.late, counts.done, counts.ended) == (4, 2, 1, 1, 1)
    assert (counts.without_owner, counts.without_due, counts.recurring) == (1, 1, 0)


def test_a_page_asks_as_much_however_many_there_are(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    """The rows, with meetings, bodies and reports."""
    for number in range(4):
        action(f"Nummer {number}.", on=date(2026, 3, 5 + number), name=f"{number}.txt")
    report_action(Statement.objects.all()[0], state="under_way", text="", by=anna())
    listing = list_actions(ActionFilter(), 4, on=TODAY)
    with django_assert_num_queries(4):
        rows = listing[0:4]
        assert [Action(row).state for row in rows].count(ActionState.OPEN) == 3


STEPS = st.lists(
    st.one_of(
        st.sampled_from(["done", "under_way", "needs_help", "ended", "reopened"]),
        st.integers(-40, 40),
        st.sampled_from(["nobody", "Gruppen"]),
    ),
    max_size=5,
)


class Laws(TestCase):
    """What holds of every action, whatever was said of it."""

    @settings(deadline=None, max_examples=30)
    @given(st.lists(st.tuples(STEPS, st.sampled_from([None, TODAY - timedelta(9)])), max_size=4))
    def test_counts_say_the_same_as_the_filters(self, drawn: list[tuple[list[str | int], Any]]) -> None:
        """As many as each filter finds."""
        for steps, due in drawn:
            _follow(_said(due), steps)
        counts = count_actions(ActionFilter(), on=TODAY)
        wanted: dict[str, dict[str, Any]] = {
            "all": {}, "open": {"state": OPEN_STATES}, "late": {"late": True},
            **{state: {"state": (state,)} for state in ("needs_help", "done", "ended")},
            "without_owner": {"state": OPEN_STATES, "has_owner": False},
            "without_due": {"state": OPEN_STATES, "has_due": False},
            "recurring": {"state": OPEN_STATES, "recurring": True},
        }  # fmt: skip
        found = {name: actions(ActionFilter(**one), on=TODAY).count() for name, one in wanted.items()}
        assert asdict(counts) == found

    @settings(deadline=None, max_examples=60)
    @given(STEPS, st.sampled_from([None, TODAY - timedelta(9), TODAY + timedelta(9)]))
    def test_filters_say_the_same_as_the_action(self, steps: list[str | int], due: date | None) -> None:
        """Each filter finds it if and only if it says so of itself."""
        said = _said(due)
        _follow(said, steps)
        found = now(said)
        wanted: dict[str, dict[str, Any]] = {
            **{state: {"state": (state,)} for state in ActionState},
            "late": {"late": True},
            "owned": {"has_owner": True},
            "due": {"has_due": True},
            "recurring": {"recurring": True},
        }
        shown = {name for name, one in wanted.items() if _is_in(said, ActionFilter(**one))}
        assert shown == {
            found.state,
            *(["late"] if found.n_days_late(TODAY) else []),
            *(["owned"] if found.owner.owner_name else []),
            *(["due"] if found.due.due_words else []),
            *(["recurring"] if found.is_recurring else []),
        }


def _is_in(said: Statement, wanted: ActionFilter) -> bool:
    return actions(wanted, on=TODAY).filter(pk=said.pk).exists()


def _said(due: date | None) -> Statement:
    meeting = Meeting.objects.create(start_on=date(2026, 3, 5))
    return Statement.objects.create(
        meeting=meeting, position=0, kind="assignment", text="Gör en lista.", is_action=True,
        owner_name="Gruppen", owner_kind="role", due_words=str(due or ""),
        due_start=due, due_end=due + timedelta(1) if due else None, due_precision="day" if due else "",
    )  # fmt: skip


def _follow(said: Statement, steps: list[str | int]) -> None:
    """Lay what was drawn over an action, in order, an hour apart."""
    over = FollowUp.objects.create(statement=said)
    by = User.objects.get_or_create(email="bo@exempel.se", name="Bo")[0]
    for number, step in enumerate(steps):
        at = timezone.now() + timedelta(hours=number)
        if step in ("done", "under_way", "needs_help"):
            ActionReport.objects.create(statement=said, state=step, by=by, at=at)
        elif step in ("ended", "reopened"):
            over.ended_on = TODAY if step == "ended" else None
            over.reopened_at = at if step == "reopened" else over.reopened_at
        elif isinstance(step, int):
            day = TODAY + timedelta(step)
            over.due_changed, over.due_end, over.due_words = True, day, str(day)
            over.due_precision = "recurring" if step % 3 == 0 else "day"
        else:
            over.owner_changed, over.owner_name = True, "" if step == "nobody" else step
    over.save()
