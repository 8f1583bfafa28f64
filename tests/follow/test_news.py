"""What is new on the first page."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from tests import make

from samsyn.follow import see_news
from samsyn.register.sight import EVERYTHING, FINISHED

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(("since", "kinds"), [(-HOUR, ["meeting.imported"]), (HOUR, [])], ids=["new", "old"])
def test_only_what_has_happened_since_is_told(since: timedelta, kinds: list[str]) -> None:
    """What happened before the moment is no news."""
    make.meeting()
    assert [news.what for news in see_news(since=timezone.now() + since, sees=EVERYTHING)] == kinds


def test_a_new_version_is_news_of_its_own() -> None:
    """What has gone furthest stands first, and a meeting read twice counts once."""
    make.meeting(said=(make.Said(text="Planen godkänns."),))
    for name in ("ny.txt", "nyare.txt"):
        make.imported(make.reading(said=(make.Said(text="Planen godkänns."),), also=(name,), name=name))
    told = [(news.what, news.count) for news in see_news(since=timezone.now() - HOUR, sees=FINISHED)]
    assert told == [("meeting.imported", 1), ("meeting.revised", 1)]
