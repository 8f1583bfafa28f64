"""What takes long to work out is kept until the log grows."""

from __future__ import annotations

from itertools import count

import pytest
from django.db import transaction

from samsyn.history import keeping
from samsyn.history.keeping import kept
from samsyn.history.models import Event

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _empty_shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    """What other tests kept when their logs stood so is not there."""
    monkeypatch.setattr(keeping, "SHELF", keeping._Shelf())


def happen(**fields: int) -> None:
    """Something changes."""
    Event.objects.create(what="meeting.changed", subject_type="meeting", subject_id=1, **fields)


def test_nothing_is_worked_out_twice() -> None:
    """As long as the log stands as it stood."""
    numbers = count()
    happen()
    assert [kept("number", numbers.__next__) for _ in range(3)] == [0, 0, 0]


def test_a_change_makes_it_anew() -> None:
    """Whatever the change was about."""
    numbers = count()
    before = kept("number", numbers.__next__)
    happen()
    assert (before, kept("number", numbers.__next__)) == (0, 1)


def test_an_event_may_come_in_behind_later_ones() -> None:
    """Ids are drawn before a transaction ends."""
    numbers = count()
    happen(id=1_000_007)
    before = kept("number", numbers.__next__)
    happen(id=1_000_003)
    assert (before, kept("number", numbers.__next__)) == (0, 1)


def test_each_key_has_its_own() -> None:
    """What it hangs on but the register stands in the key."""
    numbers = count()
    assert [kept(key, numbers.__next__) for key in ("one", "other", "one")] == [0, 1, 0]


def test_nothing_is_kept_of_a_transaction() -> None:
    """What is written there may be taken back."""
    numbers = count()
    with transaction.atomic():
        kept("number", numbers.__next__)
    assert kept("number", numbers.__next__) == 1


def test_no_more_than_so_much_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a server that many ask different things would grow."""
    monkeypatch.setattr(keeping, "MOST", 3)
    happen()
    [kept(key, dict) for key in range(10)]
    assert len(keeping.SHELF.values) <= 3
