"""The picture of a matter's way: days in their places, lanes in an order, words that nothing lies over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samsyn.web.thread.drawing import LONG_SILENCE, draw
from samsyn.web.thread.lanes import crossings, order_lanes
from samsyn.web.thread.parts import Mark, Picture, Tie, Way
from samsyn.web.thread.scale import Scale

TODAY = date(2026, 11, 22)
START = date(2025, 3, 1)


def way(*steps: tuple[int, str], is_open: bool = True) -> Way:
    """A way by days after the first and lane, each tied to the next."""
    marks = [
        Mark(f"m{at}", lane, START + timedelta(days=days), "held", f"dag {days}", "Överenskommet")
        for at, (days, lane) in enumerate(steps)
    ]
    ties = [Tie(one.key, other.key, "next") for one, other in pairwise(marks)]
    return Way({lane: lane for _, lane in steps}, marks, ties, TODAY, is_open)


def drawn(*steps: tuple[int, str], is_open: bool = True) -> Picture:
    """The picture of a way."""
    found = draw(way(*steps, is_open=is_open))
    assert found is not None
    return found


WAYS = st.lists(st.tuples(st.integers(0, 900), st.sampled_from("ABCDEF")), min_size=1, max_size=25).map(
    sorted
)


@settings(max_examples=60, deadline=None)
@given(WAYS)
def test_no_words_lie_over_others(steps: list[tuple[int, str]]) -> None:
    """However many meetings there are, and however near they are to one another."""
    boxes = [dot.label.box for dot in drawn(*steps).dots if dot.label is not None]
    assert [pair for pair in combinations(boxes, 2) if pair[0].overlaps(pair[1])] == []


@settings(max_examples=60, deadline=None)
@given(WAYS)
def test_marks_of_a_lane_are_seen_each_for_itself(steps: list[tuple[int, str]]) -> None:
    """Also where two meetings were on one day."""
    places = sorted((dot.y, dot.x) for dot in drawn(*steps).dots)
    near = [(one, other) for one, other in pairwise(places) if one[0] == other[0] and other[1] - one[1] < 18]
    assert near == []


@settings(max_examples=60, deadline=None)
@given(WAYS)
def test_the_same_way_gives_the_same_picture(steps: list[tuple[int, str]]) -> None:
    """Nothing moves when the page is opened again."""
    assert draw(way(*steps)) == draw(way(*steps))


@settings(max_examples=60, deadline=None)
@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(0, 9000), st.integers(0, 9000))
def test_later_days_stand_further_to_the_right(first: date, length: int, later: int) -> None:
    """And all of them within the scale."""
    last = first + timedelta(days=length)
    scale, on = Scale.around(first, last, left=200, right=960), first + timedelta(days=min(later, length))
    assert 200 <= scale.x(first) <= scale.x(on) <= scale.x(last) <= 960


@settings(max_examples=60, deadline=None)
@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(0, 9000))
def test_words_on_the_scale_can_be_read(first: date, length: int) -> None:
    """Over months as over decades."""
    ticks = Scale.around(first, first + timedelta(days=length), left=200, right=960).ticks()
    assert [pair for pair in pairwise(ticks) if pair[1].x - pair[0].x < 40] == []


def test_lanes_are_ordered_so_that_arrows_do_not_cross() -> None:
    """Two that go to and fro between their own bodies lie side by side."""
    edges = [((0, "A"), (3, "C")), ((1, "D"), (2, "B"))]
    assert (crossings("ABCD", edges), crossings(order_lanes("ABCD", edges), edges)) == (1, 0)


@pytest.mark.parametrize("n", [5, 9], ids=["all-orders", "by-swaps"])
def test_lanes_without_arrows_stay_as_they_came(n: int) -> None:
    """In the order in which the matter came to them."""
    lanes = [f"lane {at}" for at in range(n)]
    assert order_lanes(lanes, []) == lanes


@settings(max_examples=40, deadline=None)
@given(WAYS)
def test_an_order_has_all_lanes_and_no_more_crossings(steps: list[tuple[int, str]]) -> None:
    """It never gets worse than the order in which they came."""
    lanes = list(dict.fromkeys(lane for _, lane in steps))
    edges = [((float(a), one), (float(b), other)) for (a, one), (b, other) in pairwise(steps) if one != other]
    found = order_lanes(lanes, edges)
    assert (sorted(found), crossings(found, edges) <= crossings(lanes, edges)) == (sorted(lanes), True)


@pytest.mark.parametrize(
    ("last", "is_open", "days"),
    [(LONG_SILENCE, False, []), (LONG_SILENCE + 1, False, [61]), (0, True, [(TODAY - START).days])],
    ids=["short", "long", "until-today"],
)
def test_long_silence_is_told_in_days(last: int, *, is_open: bool, days: list[int]) -> None:
    """Between meetings, and from the last one as long as the matter is followed."""
    silences = drawn((0, "A"), (last, "A"), is_open=is_open).silences
    assert [silence.days for silence in silences] == days


@pytest.mark.parametrize(("waits", "told"), [(True, [False, True]), (False, [False, False])])
def test_what_was_put_off_waits_until_today(*, waits: bool, told: list[bool]) -> None:
    """The last silence says so; one before it was broken."""
    found = draw(replace(way((0, "A"), (200, "A")), waits=waits))
    assert found is not None
    assert [silence.waits for silence in found.silences] == told


def test_a_line_arrives_from_above_or_below() -> None:
    """And leaves sideways."""
    picture = drawn((0, "A"), (200, "B"))
    start, end = picture.dots
    path = picture.strokes[0].path
    assert (path.startswith(f"M{start.x + 11} {start.y}C"), path.endswith(f"{end.x} {end.y - 12}")) == (
        True,
        True,
    )


def test_what_was_missed_is_stopped_by_a_bar() -> None:
    """Before the mark."""
    found = way((0, "A"), (200, "B"))
    picture = draw(Way(found.lanes, found.marks, [Tie("m0", "m1", "missed")], TODAY))
    assert picture is not None
    assert (bool(picture.strokes[0].bar), picture.strokes[0].head) == (True, "")


def test_nothing_is_drawn_of_a_matter_without_days() -> None:
    """The page says so instead."""
    assert draw(Way({}, [], [], TODAY)) is None
