"""What somebody sees of unfinished notes, as a condition that can be joined with others."""

from __future__ import annotations

import pytest
from django.db.models import Q
from tests import make

from samsyn.register.models import Statement
from samsyn.register.sight import EVERYTHING, FINISHED

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("other", [Q(text="finns inte"), Q(pk=None)])
def test_whoever_sees_everything_sees_it_beside_any_other_condition(other: Q) -> None:
    """An empty condition would be left out of an "or"."""
    meeting = make.meeting(said=(make.Said(text="Planen godkänns."),))
    assert Statement.objects.filter(other | EVERYTHING.seen()).count() == meeting.statements.count() > 0


def test_others_see_nothing_of_a_draft() -> None:
    """Neither alone nor beside another condition."""
    meeting = make.meeting(said=(make.Said(text="Planen godkänns."),))
    meeting.notes_state = "draft"
    meeting.save()
    assert not Statement.objects.filter(Q(text="finns inte") | FINISHED.seen()).exists()
