"""What is kept of the first page is shared only by those who are shown the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests import make

from samsyn.follow import see_overview
from samsyn.history import keeping
from samsyn.register.models import Meeting
from samsyn.register.sight import Sight

if TYPE_CHECKING:
    from samsyn.follow import Overview

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _empty_shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    """What other tests kept when their logs stood so is not there."""
    monkeypatch.setattr(keeping, "SHELF", keeping._Shelf())


def concerns(overview: Overview) -> set[str]:
    """What the page tells of."""
    return {found.concern for found in overview.attention}


def test_a_reader_is_not_asked_what_a_secretary_is_asked() -> None:
    """Both see the same notes; only one decides on a changed file of them, whoever looked first."""
    meeting = make.meeting(said=(make.Said(text="Planen godkänns."),))
    Meeting.objects.filter(pk=meeting.pk).update(notes_state="finalised")
    make.imported(make.reading(said=(make.Said(text="Planen godkänns."),), also=("Mer",), name="ny.txt"))
    secretary = Sight(frozenset({meeting.bodies.get().pk}))
    seen = [concerns(see_overview(on=make.DAY, sees=sees)) for sees in (secretary, Sight())]
    assert ["corrections" in found for found in seen] == [True, False]
