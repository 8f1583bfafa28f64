"""Where an actor stands: claim and evidence kept apart, each with its own day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.plan.standing import NOT_BEGUN, Claim, Move, Shown, View, months_between, standing

TODAY = date(2026, 9, 15)
DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))
STEPS = st.integers(NOT_BEGUN, 4)
CLAIMS = st.lists(st.builds(Claim, DAYS, STEPS), max_size=6).map(
    lambda rows: sorted(rows, key=lambda one: one.on)
)
EVIDENCE = st.lists(st.builds(Shown, DAYS, st.integers(1, 4)), max_size=6)


def test_whoever_said_nothing_is_not_assessed() -> None:
    """Not a step, and not a zero."""
    found = standing([], [Shown(TODAY, 3)], on=TODAY)
    assert (found.claim, found.is_assessed, found.lacks_evidence) == (None, False, False)


def test_a_claim_that_nothing_shows_lacks_evidence() -> None:
    """Evidence of a lower step shows that step only."""
    found = standing([Claim(TODAY, 3)], [Shown(TODAY, 2)], on=TODAY)
    assert (found.lacks_evidence, found.shown_step, found.months) == (True, 2, None)


def test_not_begun_needs_no_evidence() -> None:
    """There is nothing to show."""
    assert not standing([Claim(TODAY, NOT_BEGUN)], [], on=TODAY).lacks_evidence


def test_a_higher_step_shows_a_lower_one() -> None:
    """Who has decided a routine knows of the model."""
    assert standing([Claim(TODAY, 1)], [Shown(TODAY, 2)], on=TODAY).shown_on == TODAY


@pytest.mark.parametrize(("months", "old"), [(5, False), (6, True), (7, True)])
def test_evidence_grows_old(months: int, *, old: bool) -> None:
    """By its own day, not by the claim's."""
    shown = date(2026, 9 - months, 15)
    found = standing([Claim(TODAY, 2)], [Shown(shown, 2)], on=TODAY, old_after=6)
    assert (found.months, found.is_old) == (months, old)


@pytest.mark.parametrize(
    ("before", "now", "move"), [(2, 3, Move.UP), (3, 1, Move.DOWN), (2, 2, Move.SAME), (None, 2, Move.NEW)]
)
def test_a_move_is_against_the_claim_of_a_day(before: int | None, now: int, move: Move) -> None:
    """What was claimed in spring beside what is claimed today."""
    earlier = [] if before is None else [Claim(date(2026, 2, 1), before)]
    assert standing([*earlier, Claim(TODAY, now)], [], on=TODAY, since=date(2026, 3, 1)).move == move


@pytest.mark.parametrize(("said", "holds", "older"), [(1, 2, True), (2, 2, False), (None, 2, False)])
def test_a_claim_against_older_words_says_so(said: int | None, holds: int, *, older: bool) -> None:
    """The step's words have changed since."""
    found = standing([Claim(TODAY, 3, wording=said)], [], on=TODAY, wordings={3: holds})
    assert found.is_older_wording == older


def test_withdrawn_evidence_counted_until_then() -> None:
    """And the map as it was on that day still shows it."""
    shown = [Shown(date(2026, 5, 1), 2, until=date(2026, 8, 1))]
    claims = [Claim(date(2026, 5, 1), 2)]
    found = [standing(claims, shown, on=on).lacks_evidence for on in (date(2026, 7, 31), date(2026, 8, 1))]
    assert found == [False, True]


@given(CLAIMS, EVIDENCE, DAYS)
def test_what_comes_later_changes_no_earlier_day(
    claims: list[Claim], evidence: list[Shown], on: date
) -> None:
    """The map as it was on a day is what could be known then."""
    known = standing(
        [one for one in claims if one.on <= on], [one for one in evidence if one.on <= on], on=on
    )
    assert standing(claims, evidence, on=on) == known


@given(DAYS, st.integers(0, 900))
def test_months_are_full_ones(first: date, days: int) -> None:
    """Never more than the days allow, and none is left over."""
    months = months_between(first, first + timedelta(days))
    assert months * 28 <= days < (months + 1) * 31 + 1


def claim(on: date, step: int, who: str, *seen: View) -> Claim:
    """What somebody says, and reviewers of it."""
    return Claim(on, step, who=who, seen=seen)


@pytest.mark.parametrize(
    ("claims", "views"),
    [
        pytest.param([claim(date(2026, 9, 1), 3, "Kim")], [("Kim", 3)], id="one"),
        pytest.param(
            [claim(date(2026, 9, 1), 3, "Kim", View("Petra", 2))], [("Kim", 3), ("Petra", 2)], id="reviewer"
        ),
        pytest.param(
            [claim(date(2026, 9, 1), 2, "Ola"), claim(date(2026, 9, 20), 3, "Kim")],
            [("Kim", 3), ("Ola", 2)],
            id="two-of-one-time",
        ),
        pytest.param(
            [claim(date(2026, 3, 1), 2, "Ola"), claim(date(2026, 9, 20), 3, "Kim")],
            [("Kim", 3)],
            id="half-a-year-between",
        ),
        pytest.param(
            [claim(date(2026, 9, 1), 2, "Kim"), claim(date(2026, 9, 20), 3, "Kim")],
            [("Kim", 3)],
            id="who-says-something-else-since",
        ),
        pytest.param(
            [claim(date(2026, 9, 1), 2, "Kim", View("Petra", 1)), claim(date(2026, 9, 20), 3, "Kim")],
            [("Kim", 3)],
            id="reviewed-before-the-last-claim",
        ),
    ],
)
def test_who_says_what_of_the_same_time(claims: list[Claim], views: list[tuple[str, int]]) -> None:
    """Each one's latest word; what was said of another time is no disagreement."""
    assert list(standing(claims, [], on=date(2026, 11, 1)).views) == views
