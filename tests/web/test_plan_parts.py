"""A plan is made and changed on its pages."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests import make
from tests.plan import plans
from tests.web import signed

from samsyn.plan import service
from samsyn.plan.models import Checking, Part, Period, Plan, Wording
from samsyn.register.models import Body, Person, Statement

if TYPE_CHECKING:
    from django.test import Client
    from django.test.client import _MonkeyPatchedWSGIResponse

pytestmark = pytest.mark.django_db

OUTLINE = """# Plan 2
## Arbetssätt
- Veta: Ledningen vet. (till årsskiftet)
- Pröva (test)
## Styrning
- Veta
"""


def sent(client: Client, address: str, **fields: object) -> _MonkeyPatchedWSGIResponse:
    """What a form was answered with; a redirect is followed."""
    return client.post(address, fields, follow=True)


def text(response: _MonkeyPatchedWSGIResponse) -> str:
    """Its page."""
    return response.content.decode()


def part(*, versions: int = 1) -> Part:
    """A step with so many versions of its words."""
    step = plans.step_of(plans.area_of(plans.plan()), 1)
    anna = make.user(email="e@exempel.se", name="Elsa Ek", is_administrator=True)
    for number in range(2, versions + 1):
        service.write_wording(step, service.WordingWanted(f"Ledningen vet {number}.", "Svepande."), by=anna)
    return step


def test_a_plan_is_made_by_hand() -> None:
    """Each area gets all steps, one of them the test."""
    sent(
        signed.anna(), "/plan/ny/", name="Plan 2", areas="Arbetssätt\nStyrning", steps="Veta\nPröva", test=2,
        target="Alla barn får stöd.", gor="plan",
    )  # fmt: skip
    steps = Part.objects.filter(kind="step").order_by("parent", "number")
    assert list(steps.values_list("parent__name", "name", "meaning")) == [
        ("Arbetssätt", "Veta", ""),
        ("Arbetssätt", "Pröva", "test"),
        ("Styrning", "Veta", ""),
        ("Styrning", "Pröva", "test"),
    ]


def test_an_outline_is_shown_before_it_is_kept() -> None:
    """As it was understood, and nothing is made."""
    response = sent(signed.anna(), "/plan/ny/", satt="disposition", name="Plan 2", outline=OUTLINE)
    assert ("Så förstås texten" in text(response), Plan.objects.count()) == (True, 0)


def test_a_plan_is_made_of_an_outline() -> None:
    """With words, times and what steps mean."""
    actor = plans.organisation("Flens skola")
    sent(
        signed.anna(),
        "/plan/ny/",
        satt="disposition",
        name="Plan 2",
        outline=OUTLINE,
        gor="plan",
        aktor=actor.pk,
    )
    plan = Plan.objects.get()
    assert (
        list(plan.parts.filter(kind="area").values_list("name", flat=True)),
        list(Wording.objects.values_list("text", flat=True)),
        Period.objects.get().words,
        plan.actors.get().organisation,
    ) == (["Arbetssätt", "Styrning"], ["Ledningen vet."], "till årsskiftet", actor)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"areas": "A", "steps": "B"}, "Skriv vad planen ska heta."),
        ({"name": "Plan", "steps": "B"}, "Skriv minst ett område."),
        ({"name": "Plan", "areas": "A"}, "Skriv minst ett steg."),
        ({"name": "Plan", "satt": "disposition"}, "Klistra in områdena"),
    ],
    ids=["name", "areas", "steps", "outline"],
)
def test_what_is_missing_is_said(fields: dict[str, str], said: str) -> None:
    """And nothing is made."""
    response = sent(signed.anna(), "/plan/ny/", gor="plan", **fields)
    assert (said in text(response), Plan.objects.count()) == (True, 0)


CHANGES = [
    pytest.param({"gor": "lagg-till", "sort": "area", "namn": "Ledning"}, "Ledning", id="add-area"),
    pytest.param({"gor": "lagg-till", "namn": "Sprida"}, "Sprida", id="add-step"),
    pytest.param({"gor": "namn", "namn": "Metoder"}, "Metoder", id="rename"),
    pytest.param({"gor": "ner"}, "Delen är flyttad.", id="move"),
    pytest.param({"gor": "upp"}, "står redan först", id="cannot-move"),
    pytest.param({"gor": "stryk", "varfor": "Ingår i ett annat."}, "Ingår i ett annat.", id="withdraw"),
    pytest.param({"gor": "stryk"}, "Skriv varför delen stryks", id="no-reason"),
    pytest.param({"gor": "avsluta"}, "Planen är avslutad.", id="end"),
    pytest.param(
        {"gor": "uppgifter", "name": "Plan 3", "evidence_months": 9},
        "Planens uppgifter är sparade.",
        id="facts",
    ),
    pytest.param(
        {"gor": "uppgifter", "name": "Plan 3", "evidence_months": 0}, "mellan 1 och 60", id="bad-facts"
    ),
]


@pytest.mark.parametrize(("fields", "said"), CHANGES)
def test_the_plan_is_changed_on_its_page(fields: dict[str, object], said: str) -> None:
    """And the page says what became of it."""
    plan = plans.plan()
    own = {} if "sort" in fields else {"del": plans.area_of(plan).pk}
    assert said in text(sent(signed.anna(), f"/plan/{plan.pk}/redigera/", **own, **fields))


def test_a_plan_asks_a_fixed_number_of_questions() -> None:
    """However many parts it has."""
    small, large = plans.plan(areas=("A",)), plans.plan(areas=tuple("BCDEFGH"), n_steps=6)
    client = signed.anna()
    with CaptureQueriesContext(connection) as first:
        client.get(f"/plan/{small.pk}/redigera/")
    with CaptureQueriesContext(connection) as second:
        client.get(f"/plan/{large.pk}/redigera/")
    assert len(second) <= len(first) <= 16


def test_a_new_wording_stands_on_the_page() -> None:
    """With why, and the one before it below."""
    step = part()
    html = text(
        sent(
            signed.anna(), f"/plan/delar/{step.pk}/ny-lydelse/", gor="spara", sedd=1,
            lydelse="Ledningen har fått en genomgång.", varfor="Går att följa upp.",
        )
    )  # fmt: skip
    assert [words in html for words in ("Ledningen har fått en genomgång.", "Går att följa upp.")] == [
        True,
        True,
    ]


def test_a_wording_without_reason_is_kept_in_the_form() -> None:
    """Nothing that was typed is lost."""
    step = part()
    html = text(
        sent(signed.anna(), f"/plan/delar/{step.pk}/ny-lydelse/", gor="spara", sedd=1, lydelse="Nya ord.")
    )
    assert ("Skriv varför" in html, ">Nya ord.</textarea>" in html, step.wordings.count()) == (True, True, 1)


def test_the_words_that_asked_are_found_and_kept() -> None:
    """Searched for on the form, chosen, and told on the part's page."""
    make.meeting(on=date(2026, 9, 3), said=(make.Said(text="Lydelsen av första steget förenklas."),))
    said = Statement.objects.get(text__startswith="Lydelsen av")
    step, client = part(), signed.anna()
    address = f"/plan/delar/{step.pk}/ny-lydelse/"
    found = signed.page(client, f"{address}?sok=förenklas")
    shown = text(
        sent(client, address, gor="spara", sedd=1, lydelse="Nya ord.", varfor="Efter mötet.", orden=said.pk)
    )
    asked = step.wordings.get(number=2).asked_in
    assert (f'value="{said.pk}"' in found, "Lydelsen av första" in shown, asked) == (True, True, said)


def test_words_of_unfinished_notes_are_not_told() -> None:
    """Whoever does not see the notes does not see them here."""
    meeting = make.meeting(
        on=date(2026, 9, 3), said=(make.Said(text="Lydelsen av första steget förenklas."),)
    )
    step, said = part(), Statement.objects.get(text__startswith="Lydelsen av")
    Wording.objects.filter(part=step).update(asked_in=said)
    meeting.notes_state = "draft"
    meeting.save()
    assert "Lydelsen av första" not in signed.page(signed.bo(), f"/plan/delar/{step.pk}/")


def test_two_wordings_are_compared() -> None:
    """What went is struck, what came is underlined."""
    step = part(versions=3)
    html = signed.page(signed.bo(), f"/plan/delar/{step.pk}/lydelser/?fran=2&till=3")
    assert ("<del>2</del>" in html, "<ins>3</ins>" in html) == (True, True)


def test_one_wording_has_nothing_to_be_compared_with() -> None:
    """The page says so."""
    assert "bara en lydelse" in signed.page(signed.bo(), f"/plan/delar/{part().pk}/lydelser/")


STEPS = [
    pytest.param({"gor": "tid", "nar": "tidigast 2028"}, "tidigast 2028", id="time"),
    pytest.param({"gor": "tid", "nar": ""}, "Skriv när", id="no-time"),
    pytest.param({"gor": "uppfoljning", "hur": "Enkät i maj"}, "Enkät i maj", id="checking"),
    pytest.param({"gor": "uppfoljning"}, "Skriv hur det kan följas upp.", id="no-checking"),
]


@pytest.mark.parametrize(("fields", "said"), STEPS)
def test_a_part_is_changed_on_its_page(fields: dict[str, str], said: str) -> None:
    """And the page says what became of it."""
    assert said in text(sent(signed.anna(), f"/plan/delar/{part().pk}/andra/", **fields))


def test_a_time_is_reached_and_not_reached_after_all() -> None:
    """With its day and what shows it."""
    step, client = part(), signed.anna()
    address = f"/plan/delar/{step.pk}/andra/"
    sent(client, address, gor="tid", nar="i maj")
    period = Period.objects.get()
    reached = text(sent(client, address, gor="natt", tid=period.pk, dag="2026-05-04", visar="Protokollet."))
    again = text(sent(client, address, gor="inte-natt", tid=period.pk))
    assert ("Nått 4 maj 2026" in reached, "Protokollet." in reached, "Protokollet." in again) == (
        True, True, False,
    )  # fmt: skip


def test_a_day_that_is_none_is_said_to_be_so() -> None:
    """And nothing is kept."""
    step, client = part(), signed.anna()
    sent(client, f"/plan/delar/{step.pk}/andra/", gor="tid", nar="i maj")
    period = Period.objects.get()
    html = text(
        sent(client, f"/plan/delar/{step.pk}/andra/", gor="natt", tid=period.pk, dag="i går", visar="x")
    )
    assert "Skriv dagen som" in html


def test_a_milestone_without_answer_asks() -> None:
    """Until somebody says how, by whom and when."""
    plan = plans.plan()
    milestone = Part.objects.create(
        plan=plan, kind="milestone", parent=plans.step_of(plans.area_of(plan), 1), name="Alla vet"
    )
    client = signed.anna()
    asked = signed.page(client, f"/plan/{plan.pk}/redigera/")
    Checking.objects.create(part=milestone, how="Enkät", who="Processledarna", when_words="i maj")
    answered = signed.page(client, f"/plan/{plan.pk}/redigera/")
    assert ("Hur kan det följas upp?" in asked, "Hur kan det följas upp?" in answered) == (True, False)


def test_a_reader_sees_no_way_to_change_a_part() -> None:
    """The page has no buttons for it."""
    html = signed.page(signed.bo(), f"/plan/delar/{part().pk}/")
    assert [word in html for word in ("Skriv ny lydelse", "Sätt tid", "Svara")] == [False, False, False]


def somebody(name: str = "Siv Sandelin") -> Person:
    """A person of the register."""
    return Person.objects.create(name=name, key=name.lower())


def answered(step: Part, who: str, *, chosen: str = "", client: Client | None = None) -> Checking:
    """The answer to how a step is followed up, sent from its page."""
    said = {"hur": "Enkät", "vem": who, "nar": "i maj", "vald": chosen}
    sent(client or signed.anna(), f"/plan/delar/{step.pk}/andra/", gor="uppfoljning", **said)
    return Checking.objects.get(part=step)


def test_whoever_follows_up_can_be_one_of_the_register() -> None:
    """A body, an organisation or a person, chosen or written just so; a link leads there."""
    step = plans.step_of(plans.area_of(plans.plan()), 1)
    body = Body.objects.create(name="Styrgruppen", key="styrgruppen")
    school, siv = plans.organisation("Flens skola"), somebody()
    client = signed.anna()
    found = [
        answered(step, "Styrgruppen", chosen=f"body-{body.pk}", client=client).body,
        answered(step, "Flens skola", client=client).organisation,
        answered(step, "Siv Sandelin", chosen=f"person-{siv.pk}", client=client).person,
    ]
    page = signed.page(client, f"/plan/delar/{step.pk}/")
    assert (found, f'href="/personer/{siv.pk}/"' in page) == ([body, school, siv], True)


@pytest.mark.parametrize("who", ["Rektorerna", "Styrgruppen och Siv", "siv"])
def test_words_that_mean_nobody_in_the_register_stay_words(who: str) -> None:
    """Also where somebody else was chosen before they were written; nobody is added."""
    step = plans.step_of(plans.area_of(plans.plan()), 1)
    siv = somebody()
    check = answered(step, who, chosen=f"person-{siv.pk}")
    assert (check.who, check.whose, Person.objects.count()) == (who, "", 1)


def test_two_of_one_name_are_told_apart_by_the_choice() -> None:
    """Without one the words stay words; with one it stays when the rest is changed."""
    step, client = plans.step_of(plans.area_of(plans.plan()), 1), signed.anna()
    first, second = somebody(), somebody()
    assert answered(step, "Siv Sandelin", client=client).whose == ""
    assert answered(step, "Siv Sandelin", chosen=f"person-{second.pk}", client=client).person == second
    page = signed.page(client, f"/plan/delar/{step.pk}/")
    assert (f'name="vald" value="person-{second.pk}"' in page, first.pk == second.pk) == (True, False)


def test_letters_give_those_who_can_be_chosen() -> None:
    """Bodies, organisations and people."""
    Body.objects.create(name="Sivs grupp", key="sivs grupp")
    somebody()
    page = signed.page(signed.anna(), "/plan/av-vem/?ord=siv")
    assert ("Sivs grupp" in page, "Siv Sandelin" in page) == (True, True)
