"""Bodies are shown by their names in basic form, however notes bend them, and in the notes' order."""

from __future__ import annotations

from datetime import date

import pytest
from tests import make

from samsyn.register.actions.uniting import unite
from samsyn.register.models import Body, Meeting
from samsyn.register.queries import open_suggestions
from samsyn.register.recognition import without_genitive, without_shouting


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


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        pytest.param("SKOLCHEFSNÄTVERKET I NYKÖPING", "Skolchefsnätverket i Nyköping", id="municipality"),
        pytest.param("NÄTVERKET I SÖRMLAND", "Nätverket i Sörmland", id="region"),
    ],
)
def test_shouting_leaves_places_their_capitals(written: str, shown: str) -> None:
    """A letterhead in capitals gives a name as it is written elsewhere."""
    assert without_shouting(written) == shown


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
    unite(left, right)
    assert names(meeting) == ["Österrådet", "Länsgruppen"]


def meant(*, own: str, word: str) -> list[str]:
    """The bodies of the meeting that notes mean by a common word and another day."""
    make.meeting(bodies=("Styrgrupp Hela barnet",), on=date(2026, 1, 8))
    make.meeting(bodies=("Nätverket för elevhälsochefer",), on=date(2026, 1, 9))
    said = make.Said(text="Frågan kom därifrån.", refers_to=date(2026, 2, 2), refers_to_bodies=(word,))
    make.meeting(bodies=(own,), on=date(2026, 3, 3), said=(said,))
    return names(Meeting.objects.get(start_on=date(2026, 2, 2)))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("own", "word", "body"),
    [
        pytest.param("Arbetsgrupp Norra", "gruppen", "Arbetsgrupp Norra", id="its-own"),
        pytest.param("Arbetsgrupp Norra", "Styrgruppen", "Styrgrupp Hela barnet", id="the-only-one"),
        pytest.param("Styrgrupp Nära vård", "styrgruppen", "Styrgrupp Nära vård", id="its-own-of-two"),
        pytest.param("Skolchefsnätverket", "nätverket", "Skolchefsnätverket", id="what-its-own-ends-with"),
    ],
)
def test_a_common_word_means_the_body_that_it_can_mean(own: str, word: str, body: str) -> None:
    """ "Gruppen" and "styrgruppen" are no bodies of their own."""
    assert meant(own=own, word=word) == [body]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("own", "word"),
    [
        pytest.param("Arbetsgrupp Norra", "nämnden", id="none-known"),
        pytest.param("Länsstyrgruppen", "styrgruppen", id="part-of-its-own-name"),
    ],
)
def test_a_common_word_that_may_mean_several_means_none(own: str, word: str) -> None:
    """No body is made of it, and none is guessed."""
    assert meant(own=own, word=word) == []


@pytest.mark.django_db
def test_a_name_that_goes_on_is_asked_about() -> None:
    """A body that was renamed, or that one secretary names more fully, may be the same; nobody merges it."""
    make.meeting(bodies=("Beredningsgrupp Barn",), on=date(2026, 1, 8))
    make.meeting(bodies=("Beredningsgrupp Barn och unga",), on=date(2026, 2, 8))
    asked = [(str(pair.left), str(pair.right), pair.suggestion.reason) for pair in open_suggestions()]
    reason = "Det ena namnet är början på det andra."
    assert asked == [("Beredningsgrupp Barn", "Beredningsgrupp Barn och unga", reason)]
