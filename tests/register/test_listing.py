"""Long lists a page at a time: the same rows as the whole list has there."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests import make

from samsyn.register.models import Meeting, Statement
from samsyn.register.queries import Listing, StatementFilter, list_statements, quick_counts, statements
from samsyn.register.queries.listing import Sums

pytestmark = pytest.mark.django_db
N_SAID = (1, 3, 2, 4)
PLACES = [(0, 1), (0, 4), (1, 3), (3, 4), (3, 9), (4, 10), (9, 10), (0, 10), (5, 5), (8, 20)]


@pytest.fixture(autouse=True)
def _register() -> None:
    """Meetings with a few decisions each, a week apart."""
    for number, n_said in enumerate(N_SAID):
        said = tuple(make.Said(text=f"Punkt {number} {at}.") for at in range(n_said))
        make.imported(
            make.reading(on=date(2026, 3, 2) + timedelta(weeks=number), said=said, name=f"{number}.txt")
        )


@pytest.mark.parametrize("order", ["latest", "oldest", "due", "owner"])
@pytest.mark.parametrize(("start", "end"), PLACES)
def test_a_page_has_the_rows_of_its_places(order: str, start: int, end: int) -> None:
    """In every order, across meetings, and where the list ends."""
    wanted = StatementFilter(order=order)
    listed = list_statements(wanted, quick_counts(date(2026, 5, 1), wanted).all)
    assert listed[start:end] == list(statements(wanted)[start:end])


def test_a_filter_narrows_the_pages() -> None:
    """What is left out has no place."""
    wanted = StatementFilter(words="1.")
    assert [row.text for row in list_statements(wanted, 3)[0:3]] == ["Punkt 3 1.", "Punkt 2 1.", "Punkt 1 1."]


def test_what_is_shown_beside_is_asked_of_the_page_alone() -> None:
    """Each row has all that the question says of it."""
    listed = Listing(Meeting.objects.order_by("-start_on"), len(N_SAID))
    assert (len(listed), listed[1], [row.start_on for row in listed[2:4]]) == (
        4,
        Meeting.objects.get(start_on="2026-03-16"),
        [date(2026, 3, 9), date(2026, 3, 2)],
    )


def test_all_rows_can_be_gone_through() -> None:
    """In their order."""
    rows = Statement.objects.order_by("pk")
    assert list(Listing(rows, rows.count())) == list(rows)


def test_rows_are_added_up_by_meeting() -> None:
    """Each meeting's rows end where the next one's begin."""
    sums = Sums.of([(7, 1), (3, 4), (9, 2)])
    assert (list(sums.meetings), list(sums.ends)) == ([7, 3, 9], [1, 5, 7])
