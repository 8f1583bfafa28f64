"""Links between meetings of the register: proposed when notes come in, never asked twice."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests import make

from samsyn.matters.models import LinkState, MatterLink, Strength
from samsyn.matters.proposing import links
from samsyn.matters.proposing.links import propose_links, waiting
from samsyn.matters.service import catch_up
from samsyn.register.models import Meeting
from samsyn.register.service import import_content

if TYPE_CHECKING:
    from samsyn.accounts.models import User

pytestmark = pytest.mark.django_db

STEERING = """# Minnesanteckningar styrgruppen
Datum: 2026-03-31
Närvarande: Disa Dahl, Flen
## 1. Skolskjuts till Näshulta
Bussarna går för sällan. Frågan tas vidare vid länsgruppens möte den 10/4.
## 2. Lokaler
Huset målas om i höst av en firma från Kumla.
"""
COUNTY = """# Minnesanteckningar länsgruppen
Datum: 2026-04-10
Närvarande: Disa Dahl, Flen
## 1. Bussarna till Näshulta
Skolskjutsen behöver mer tid.
## 2. Simundervisning
Hallen är stängd.
"""


@pytest.fixture
def anna() -> User:
    """Somebody who may do everything."""
    return make.administrator()


def taken_in(text: str, *, by: User, name: str) -> Meeting:
    """Notes in the register."""
    (outcome,) = import_content(text.encode(), name=name, by=by)
    return Meeting.objects.get(pk=outcome.meeting_id or 0)


@pytest.fixture
def two(anna: User) -> tuple[Meeting, Meeting]:
    """A question raised in one body and taken up in another."""
    return taken_in(STEERING, by=anna, name="a.md"), taken_in(COUNTY, by=anna, name="b.md")


def headings(links: list[MatterLink]) -> list[tuple[str, str]]:
    """What each ties together, the surest first."""
    return [(link.left_heading, link.right_heading) for link in links]


def test_the_question_is_followed_to_the_next_body(two: tuple[Meeting, Meeting]) -> None:
    """The earlier item stands on the left, and the day is the first reason."""
    found = propose_links(two[1].pk)
    assert headings(found)[0] == ("Skolskjuts till Näshulta", "Bussarna till Näshulta")
    assert (found[0].strength, found[0].reasons[0]["code"]) == (Strength.STRONG, "date")


def test_other_items_are_not_tied(two: tuple[Meeting, Meeting]) -> None:
    """Premises and swimming have nothing to do with one another."""
    assert ("Lokaler", "Simundervisning") not in headings(propose_links(two[1].pk))


@pytest.mark.usefixtures("two")
def test_meetings_wait_once() -> None:
    """Those that have been compared wait no more."""
    assert len(waiting()) == 2
    assert (catch_up(at_most=1), catch_up(), len(waiting())) == (1, 0, 0)


def test_a_new_version_waits_again(two: tuple[Meeting, Meeting], anna: User) -> None:
    """Its items may be others."""
    catch_up()
    taken_in(COUNTY.replace("Hallen", "Simhallen"), by=anna, name="b.md")
    assert waiting() == [two[1].pk]


def test_what_was_refused_is_not_proposed_again(two: tuple[Meeting, Meeting]) -> None:
    """Neither from the one meeting nor from the other."""
    first = propose_links(two[1].pk)[0]
    MatterLink.objects.filter(pk=first.pk).update(state=LinkState.REFUSED)
    again = propose_links(two[1].pk) + propose_links(two[0].pk)
    assert ("Skolskjuts till Näshulta", "Bussarna till Näshulta") not in headings(again)
    assert MatterLink.objects.get(pk=first.pk).state == LinkState.REFUSED


def test_a_refusal_outlives_a_new_version(two: tuple[Meeting, Meeting], anna: User) -> None:
    """Items keep their identity, and what was said of them."""
    MatterLink.objects.filter(pk=propose_links(two[1].pk)[0].pk).update(state=LinkState.REFUSED)
    taken_in(COUNTY.replace("Hallen", "Simhallen"), by=anna, name="b.md")
    catch_up()
    open_links = list(MatterLink.objects.filter(state=LinkState.OPEN))
    assert ("Skolskjuts till Näshulta", "Bussarna till Näshulta") not in headings(open_links)


def test_links_of_other_weights_are_proposed_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new version of Samsyn looks at what an older one proposed."""
    make.meeting(on=date(2026, 3, 12))
    catch_up()
    monkeypatch.setattr(links, "fingerprint", lambda: "other")
    assert len(waiting()) == 1
