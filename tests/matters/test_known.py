"""What has been read of meetings while hand-overs are followed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests import make

from samsyn.matters.handing import known
from samsyn.matters.handing.county import County
from samsyn.matters.handing.known import Known
from samsyn.matters.handing.reach import within_reach
from samsyn.matters.models import HandOver, HandOverBody, HandOverKind
from samsyn.register.models import Meeting

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db


def handed_over(n_later: int) -> HandOver:
    """A hand-over, and so many meetings beside its own."""
    make.imported(*(make.reading(name=f"{at}.txt", on=date(2026, at + 1, 1)) for at in range(n_later + 1)))
    first = Meeting.objects.order_by("start_on", "pk")[0]
    return HandOver.objects.create(
        meeting=first, kind=HandOverKind.MESSAGE, to_words="gruppen", asked="Svara."
    )


def test_the_first_meetings_come_in_order_however_little_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Meetings that were forgotten are read again."""
    hand_over, reading = handed_over(3), Known()
    rows = Meeting.objects.exclude(pk=hand_over.meeting_id).order_by("start_on", "pk")
    monkeypatch.setattr(known, "MOST", 2)
    first = reading.receiving(hand_over, rows, 2)
    assert [first, reading.receiving(hand_over, rows, 2)] == [list(rows[:2])] * 2


@pytest.mark.parametrize(("n_later", "is_near"), [(3, True), (4, False)], ids=["in time", "too late"])
def test_what_has_waited_through_meetings_enough_is_not_looked_at_again(
    n_later: int, *, is_near: bool
) -> None:
    """New notes decide over a hand-over when few meetings of its receiver lie between."""
    hand_over = handed_over(n_later)
    receiver = hand_over.meeting.bodies.get()
    HandOverBody.objects.create(hand_over=hand_over, body=receiver)
    last = Meeting.objects.filter(bodies=receiver).order_by("start_on")[n_later]
    near = within_reach(HandOver.objects.all(), [last.pk], County.load(), 2)
    assert near == [hand_over.pk] * is_near


def test_what_was_asked_of_a_meeting_is_not_asked_again(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    """The second hand-over of a meeting costs no question."""
    hand_over, reading = handed_over(1), Known()
    asked = hand_over.meeting_id
    for_all = (reading.linked, reading.tied, reading.pointing, reading.coming_from)
    before = [ask(asked) for ask in for_all]
    with django_assert_num_queries(0):
        assert [ask(asked) for ask in for_all] == before
