"""Actions without owner or date, gone through with the chair."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from tests import make
from tests.web import signed

from samsyn.history.models import Event
from samsyn.mail.models import OutgoingMail
from samsyn.matters.models import FollowUp
from samsyn.matters.queries.actions import Action
from samsyn.minutes.records import Kind
from samsyn.register.models import Body, Meeting, Statement

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db
FIRST, SECOND, WHOLE = "Listan skickas ut.", "Rutinen ses över.", "Planen trycks."


def filled(*, n: int = 0) -> None:
    """Two actions that lack something, and one that does not."""
    said = [
        make.Said(text=FIRST, kind=Kind.ASSIGNMENT, action=True),
        make.Said(text=SECOND, kind=Kind.ASSIGNMENT, action=True, owner="Processledarna"),
        make.Said(text=WHOLE, kind=Kind.ASSIGNMENT, action=True, owner="Processledarna", due=make.DAY),
        *[make.Said(text=f"Sak {k}.", kind=Kind.ASSIGNMENT, action=True) for k in range(n)],
    ]
    make.meeting(said=tuple(said))


def settle(client: Client, text: str, **fields: object) -> str:
    """What is shown after something was settled."""
    said = Statement.objects.get(text=text)
    return client.post(f"/genomgang/{said.pk}/", {"gor": "spara", **fields}, follow=True).content.decode()


def test_the_first_is_shown_alone() -> None:
    """With how many there are; what lacks nothing is not among them."""
    filled()
    text = signed.page(signed.anna(), "/genomgang/")
    assert (FIRST in text, SECOND in text, "1 av 2" in text) == (True, False, True)


def test_skipping_leads_to_the_next() -> None:
    """And back."""
    filled()
    text = signed.page(signed.anna(), "/genomgang/?nr=1")
    assert (SECOND in text, 'href="/genomgang/?nr=2"' in text, 'data-key="k" href="/genomgang/"' in text) == (
        True,
        True,
        True,
    )


def test_what_is_settled_is_laid_over_the_notes() -> None:
    """And the next one is shown."""
    filled()
    text = settle(signed.anna(), SECOND, agare="Processledarna", tid="1 maj 2027", nr=1)
    said = Statement.objects.get(text=SECOND)
    assert (said.due_words, Action(said).due.due_words, "Det som bestämts i dag" in text) == (
        "",
        "1 maj 2027",
        True,
    )


def test_what_still_lacks_something_is_passed() -> None:
    """It comes again when one begins anew."""
    filled()
    text = settle(signed.anna(), FIRST, agare="", tid="1 maj 2027", nr=0)
    assert SECOND in text


def test_nothing_written_is_told() -> None:
    """And the same is shown again."""
    filled()
    text = settle(signed.anna(), FIRST, agare="", tid="")
    assert ("hoppa över" in text, FIRST in text, FollowUp.objects.exists()) == (True, True, False)


def test_what_is_not_needed_is_ended_with_why() -> None:
    """A reason is asked for."""
    filled()
    anna = signed.anna()
    settle(anna, FIRST, gor="behovs-inte", varfor="")
    before = FollowUp.objects.filter(ended_on__isnull=False).count()
    settle(anna, FIRST, gor="behovs-inte", varfor="Det är gjort i ett annat spår.")
    assert (before, FollowUp.objects.get(ended_on__isnull=False).ended_because) == (
        0,
        "Det är gjort i ett annat spår.",
    )


def test_it_can_be_undone() -> None:
    """As any follow-up."""
    filled()
    anna = signed.anna()
    settle(anna, FIRST, agare="", tid="1 maj 2027")
    anna.post("/angra/", {"handelse": Event.objects.get(what="followup.due_changed").pk})
    assert not Action(Statement.objects.get(text=FIRST)).due.due_words


def test_two_at_once_are_told() -> None:
    """Nothing is overwritten unseen."""
    filled()
    text = settle(signed.anna(), FIRST, agare="", tid="1 maj 2027", sett="0" * 16)
    assert ("Inget är överskrivet" in text, FollowUp.objects.filter(due_changed=True).exists()) == (
        True,
        False,
    )


def test_the_printed_list_has_all_of_them() -> None:
    """One after the other."""
    filled()
    text = signed.page(signed.anna(), "/genomgang/?visa=lista")
    assert [words in text for words in (FIRST, SECOND, WHOLE)] == [True, True, False]


def test_what_was_settled_today_is_told() -> None:
    """And nothing else."""
    filled()
    anna = signed.anna()
    settle(anna, FIRST, agare="", tid="1 maj 2027")
    text = signed.page(anna, "/genomgang/?visa=klart")
    assert (FIRST in text, SECOND in text) == (True, False)


@pytest.mark.parametrize(
    ("state", "n"), [pytest.param("finalised", 1, id="finished"), pytest.param("draft", 0, id="draft")]
)
def test_it_is_sent_to_the_chair(state: str, n: int) -> None:
    """Of finished notes alone."""
    filled()
    anna = signed.anna()
    settle(anna, FIRST, agare="", tid="1 maj 2027")
    Meeting.objects.update(notes_state=state)
    anna.post("/genomgang/brev/", {"organ": Body.objects.get().pk, "till": "ordf@exempel.se"})
    assert OutgoingMail.objects.filter(text__contains=FIRST, text__endswith="1 maj 2027\n").count() == n


def test_a_letter_to_no_address_is_refused() -> None:
    """And told."""
    filled()
    anna = signed.anna()
    settle(anna, FIRST, agare="", tid="1 maj 2027")
    fields = {"organ": Body.objects.get().pk, "till": "ingen"}
    anna.post("/genomgang/brev/", fields)
    assert not OutgoingMail.objects.exists()


def test_a_secretary_goes_through_their_own() -> None:
    """And not what another body's notes say."""
    filled()
    make.meeting(bodies=("Andra gruppen",), said=(make.Said(text="Något annat.", action=True),), name="b.txt")
    client = Client()
    client.force_login(make.secretary(Body.objects.get(name="Nätverket för prov")))
    text = signed.page(client, "/genomgang/?visa=lista")
    other = Body.objects.get(name="Andra gruppen").pk
    assert (FIRST in text, "Något annat." in text) == (True, False)
    assert "Något annat." not in signed.page(client, f"/genomgang/?visa=lista&organ={other}")


def test_with_nothing_left_it_says_so() -> None:
    """An empty page is no blank one."""
    make.meeting()
    assert "Alla åtgärder har ägare och datum." in signed.page(signed.anna(), "/genomgang/")


@pytest.mark.parametrize("n", [1, 9])
@pytest.mark.parametrize(
    ("address", "questions"),
    [
        pytest.param("/genomgang/", 10, id="one"),
        pytest.param("/genomgang/?visa=lista", 10, id="list"),
        pytest.param("/genomgang/?visa=klart", 11, id="settled"),
    ],
)
def test_questions_do_not_grow(
    n: int, address: str, questions: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """However many there are."""
    filled(n=n)
    anna = signed.anna()
    settle(anna, FIRST, agare="", tid="1 maj 2027")
    with django_assert_num_queries(questions):
        signed.page(anna, address)
