"""Was it carried out: the page of a decision, what its parties do, and the list."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from tests import make
from tests.matters.committees import PARTIES, decision, matter_of, party, told
from tests.web import signed

from samsyn.accounts.models import User
from samsyn.history.models import Event
from samsyn.matters import service
from samsyn.matters.models import Execution, PartyLine
from samsyn.matters.queries import party_proposals
from samsyn.matters.queries.parties import likely_parties
from samsyn.register.models import Meeting, Organisation, Statement
from samsyn.web.parties import sentence_of

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db
LATER = date(2026, 6, 12)


@pytest.fixture
def said() -> Statement:
    """A decision that three municipalities take for themselves, and later notes that tell of it."""
    found = decision()
    matter_of([found.meeting, told("Flens nämnd antog den i maj.", "Gnesta återstår.", on=LATER)])
    return found


@pytest.fixture
def anna() -> Client:
    """Somebody who may do everything."""
    return signed.anna()


def post(client: Client, said: Statement, what: str, **fields: object) -> str:
    """What is shown after a form was sent."""
    return client.post(f"/beslut/{said.pk}/{what}/", fields, follow=True).content.decode()


def test_the_page_asks_whether_it_was_carried_out(said: Statement, anna: Client) -> None:
    """With a button for each answer."""
    text = signed.page(anna, f"/beslut/{said.pk}/")
    codes = ("to_do", "under_way", "carried_out", "not_relevant")
    assert [code for code in codes if f'name="lage" value="{code}"' not in text] == []


def test_what_was_said_is_shown(said: Statement, anna: Client) -> None:
    """With the day, the line and who said it; what was written is no HTML."""
    text = post(anna, said, "verkstallt", lage="carried_out", nar="12 maj 2026", rad="Gäller <b>nu</b>.")
    assert [
        words for words in ("12 maj 2026", "Gäller &lt;b&gt;nu&lt;/b&gt;.", "Anna Alm") if words not in text
    ] == []


def test_it_can_be_undone_at_once(said: Statement, anna: Client) -> None:
    """From the message."""
    post(anna, said, "verkstallt", lage="carried_out")
    event = Event.objects.get(what="execution.told")
    anna.post("/angra/", {"handelse": event.pk})
    assert not Execution.objects.exists()


def test_a_refusal_is_told(said: Statement, anna: Client) -> None:
    """And nothing is kept."""
    text = post(anna, said, "verkstallt", lage="not_relevant")
    assert ("Skriv varför" in text, Execution.objects.exists()) == (True, False)


def test_readers_are_offered_nothing(said: Statement) -> None:
    """Bo sees what is said, and no form."""
    text = signed.page(signed.bo(), f"/beslut/{said.pk}/")
    assert ('name="gor"' in text, 'name="lage"' in text, "Flens nämnd antog den i maj." in text) == (
        False,
        False,
        True,
    )


def test_each_party_gets_a_line(said: Statement, anna: Client) -> None:
    """Those that were chosen."""
    post(anna, said, "parter", gor="oppna", part=[party(name).pk for name in PARTIES])
    assert PartyLine.objects.count() == 3


def test_all_proposals_are_taken_at_once(said: Statement, anna: Client) -> None:
    """Those that were shown; the sentence says where it stands."""
    keys = [one.key for one in proposals(said)]
    post(anna, said, "parter", gor="oppna", part=[party(name).pk for name in PARTIES])
    text = post(anna, said, "parter", gor="stammer alla", visat=keys)
    assert "en av tre har antagit det" in text.lower()


def test_a_proposal_is_refused(said: Statement, anna: Client) -> None:
    """It is not shown again."""
    first = proposals(said)[0]
    post(anna, said, "parter", gor=f"inte {first.key}")
    assert first.key not in [one.key for one in proposals(said)]


def test_a_contributor_says_how_it_is(said: Statement, anna: Client) -> None:
    """For its own municipality, with the number of the case."""
    bo = make.role(make.user(), "contributor", organisation=party("Trosa")).user
    service.open_parties(said, likely_parties(said), by=User.objects.get(email="anna@exempel.se"))
    line = PartyLine.objects.get(organisation=party("Trosa"))
    client = Client()
    client.force_login(bo)
    text = post(
        client, said, "parter", gor=f"sag {party('Trosa').pk}", lage="adopted", dnr="TN 2026/9", sett=line.pk
    )
    assert ("TN 2026/9" in text, f"sag {party('Flen').pk}" in text) == (True, False)


def test_a_decision_in_a_draft_is_not_found(said: Statement) -> None:
    """Whoever does not see the notes sees no page of them, and says nothing."""
    Meeting.objects.filter(pk=said.meeting_id).update(notes_state="draft")
    bo = make.role(make.user(), "contributor", organisation=party("Trosa")).user
    client = Client()
    client.force_login(bo)
    answers = [client.get(f"/beslut/{said.pk}/"), client.post(f"/beslut/{said.pk}/parter/", {"gor": "oppna"})]
    assert [one.status_code for one in answers] == [404, 404]


@pytest.mark.parametrize(
    ("states", "sentence"),
    [
        pytest.param(["pending"] * 3, "Ingen av tre har antagit det än.", id="nobody-yet"),
        pytest.param(["adopted"] * 3, "Alla tre har antagit det.", id="everybody"),
        pytest.param(
            ["adopted", "pending", "outside"], "En av två har antagit det. B väntar. C ingår inte.", id="some"
        ),
        pytest.param(["outside"], "A ingår inte.", id="only-who-is-outside"),
        pytest.param(
            ["adopted", *["pending"] * 4],
            "En av fem har antagit det. Fyra till väntar.",
            id="too-many-to-name",
        ),
        pytest.param([], "", id="nobody"),
    ],
)
def test_the_sentence_counts_in_words(states: list[str], sentence: str) -> None:
    """Who is outside counts as nobody."""
    lines = [
        PartyLine(organisation=Organisation(name=name), state=state)
        for name, state in zip("ABCDE", states, strict=False)
    ]
    assert sentence_of(lines) == sentence


def test_the_list_shows_what_nobody_has_followed_up(said: Statement, anna: Client) -> None:
    """And not what somebody has."""
    make.meeting(said=(make.Said(text="Listan skickas."),), name="b.txt", bodies=("Andra gruppen",))
    post(anna, said, "verkstallt", lage="carried_out")
    text = signed.page(anna, "/beslut/uppfoljning/?uppfoljning=ingen")
    assert ("Listan skickas." in text, said.text in text) == (True, False)


@pytest.mark.parametrize("n", [1, 5])
@pytest.mark.parametrize(
    ("address", "questions"),
    [
        pytest.param("/beslut/uppfoljning/", 16, id="list"),
        pytest.param("/beslut/{}/", 34, id="decision"),
    ],
)
def test_questions_do_not_grow(
    n: int, address: str, questions: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """However many decisions and parties there are."""
    found = decision()
    anna = signed.anna()
    by = User.objects.get(email="anna@exempel.se")
    for _number in range(n):
        service.tell_execution(found, service.ExecutionSaid("under_way"), by=by)
    more = [
        Organisation.objects.create(name=f"Ort {k}", key=f"ort {k}", kind="municipality") for k in range(n)
    ]
    service.open_parties(found, more, by=by)
    matter_of([found.meeting, told(*["Flens nämnd antog den i maj."] * n, on=LATER)])
    with django_assert_num_queries(questions):
        signed.page(anna, address.format(found.pk))


def proposals(said: Statement) -> list[party_proposals.PartyProposal]:
    """What is proposed."""
    return party_proposals.party_proposals(said)
