"""Bodies are shown by their names in basic form, however notes bend them, and in the notes' order."""

from __future__ import annotations

from datetime import date

import pytest
from tests import make

from samsyn.register.actions.merging import merge_bodies
from samsyn.register.models import Body, Meeting
from samsyn.register.recognition import without_genitive


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        pytest.param("Länsstyrgruppens", "Länsstyrgruppen", id="definite"),
        pytest.param("Socialnämnds", "Socialnämnd", id="indefinite"),
        pytest.param("Skolchefsnätverket", "Skolchefsnätverket", id="no-genitive"),
        pytest.param("Nämndens arbetsutskott", "Nämndens arbetsutskott", id="genitive-inside-the-name"),
        pytest.param(
            "Nätverket för elevhälsans chefers", "Nätverket för elevhälsans chefers", id="another-word"
        ),
    ],
)
def test_a_genitive_at_the_end_is_taken_away(written: str, shown: str) -> None:
    """Notes that speak of "Länsstyrgruppens möte" mean Länsstyrgruppen."""
    assert without_genitive(written) == shown


def names(meeting: Meeting) -> list[str]:
    """The bodies as pages name them."""
    meeting.refresh_from_db()
    return [body.name for body in meeting.named_bodies]


@pytest.mark.django_db
def test_bodies_stand_in_the_order_of_the_notes() -> None:
    """The one named first is the host; the alphabet says nothing."""
    meeting = make.meeting(bodies=("Skolnätverket", "Länsgruppen"), next_on=date(2026, 10, 9))
    assert names(meeting) == ["Skolnätverket", "Länsgruppen"]
    assert meeting.next_meeting is not None
    assert names(meeting.next_meeting) == ["Skolnätverket", "Länsgruppen"]


@pytest.mark.django_db
def test_a_new_version_may_change_the_order() -> None:
    """The current notes decide."""
    meeting = make.meeting(bodies=("Skolnätverket", "Länsgruppen"))
    make.imported(make.reading(bodies=("Länsgruppen", "Skolnätverket")))
    assert names(meeting) == ["Länsgruppen", "Skolnätverket"]


@pytest.mark.django_db
def test_a_merged_body_keeps_its_place() -> None:
    """Two names of one body are one body, where it stood."""
    meeting = make.meeting(bodies=("Skolnätverket", "Länsgruppen"))
    left = Body.objects.create(name="Österrådet", key="österråd")
    right = Body.objects.get(name="Skolnätverket")
    merge_bodies(left, right)
    assert names(meeting) == ["Österrådet", "Länsgruppen"]
