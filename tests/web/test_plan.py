"""The plan's map on screen."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests.plan import plans
from tests.web import signed

from samsyn.plan.models import AssessmentRequest, Outside, Period, Plan, Support

if TYPE_CHECKING:
    from django.db.models import Model
    from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db


def filled() -> Plan:
    """Four actors: one with evidence, one without, one that has said nothing, one that is no part of it."""
    plan, day = plans.plan(areas=("Styrning",)), timezone.localdate() - timedelta(20)
    area = plans.area_of(plan)
    names = ("Flens skola", "Gnestas skola", "Trosas skola", "Vingåkers skola")
    shown, claimed, _silent, gone = (plans.actor(plan, name) for name in names)
    plans.assessment(shown, area, 2, on=day, needs="Tid för rektorerna")
    plans.evidence(shown, area, 2, on=day)
    plans.assessment(claimed, area, 3, on=day)
    Outside.objects.create(actor=gone, why="Har ingen skola.")
    return plan


def test_without_a_plan_the_page_says_what_will_be_here() -> None:
    """Nothing is drawn."""
    assert "Ingen plan än" in signed.page(signed.bo(), "/plan/")


@pytest.mark.parametrize(
    ("words", "times"),
    [
        ("utan underlag", 2),  # once in the legend
        ("ej bedömd", 2),
        ("ingår inte", 2),  # once below the map
        ("Har ingen skola.", 2),  # beside the cell and in the last column
        ("denna mån", 1),
        ("Tid för rektorerna", 1),
        ("Inte tillfrågad", 1),
        ("Två av tre aktörer har bedömt sig.", 1),
    ],
)
def test_each_state_is_a_word(words: str, times: int) -> None:
    """What colour and hatching say stands there in words."""
    filled()
    assert signed.page(signed.bo(), "/plan/").count(words) == times


def test_whoever_was_asked_and_has_not_answered_is_shown_so() -> None:
    """Not as one who has been left out."""
    plan = filled()
    AssessmentRequest.objects.create(actor=plan.actors.get(organisation__name="Trosas skola"))
    page = signed.page(signed.bo(), "/plan/")
    assert ("inget svar" in page, "Inte tillfrågad" in page) == (True, False)


@pytest.mark.parametrize(("ago", "told"), [(30, False), (10, True)])
def test_the_map_as_it_was(ago: int, *, told: bool) -> None:
    """An earlier day shows what was known then."""
    filled()
    day = timezone.localdate() - timedelta(ago)
    assert ("Tid för rektorerna" in signed.page(signed.bo(), f"/plan/?dag={day:%Y-%m-%d}")) == told


@pytest.mark.parametrize(
    "asked", ["plan=x", "plan=99999999999", "dag=igår", "dag=2026-13-45", "dag=0001-01-01", "dag=9999-12-31"]
)
def test_what_makes_no_sense_is_passed_over(asked: str) -> None:
    """The plan of today is shown."""
    filled()
    assert "Styrning" in signed.page(signed.bo(), f"/plan/?{asked}")


def test_the_page_asks_fewer_than_ten_questions(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    """All that surrounds the map among them."""
    filled()
    client = signed.bo()
    client.get("/plan/")
    with django_assert_num_queries(9):
        client.get("/plan/")


def test_an_area_tells_who_stands_where() -> None:
    """In a sentence, and a row for each step, also where nobody is."""
    plan = filled()
    page = signed.page(signed.bo(), f"/plan/omraden/{plans.area_of(plan).pk}/")
    assert "En på steg 2 och en på steg 3." in page
    assert page.count('<th scope="row"><span class="plan-cell key') == 4


def test_from_test_to_everyday_nothing_is_forecast() -> None:
    """And before it only with eight moves."""
    page = signed.page(signed.bo(), f"/plan/omraden/{plans.area_of(filled()).pk}/")
    assert ("Prognos ges inte från test till vardag" in page, "Det behövs åtta." in page) == (True, True)


def test_those_on_the_test_without_a_plan_are_counted() -> None:
    """Gnesta tests, and nothing is said of what comes next."""
    filled()
    page = signed.page(signed.bo(), "/plan/mellan-test-och-vardag/")
    assert ("En aktör testar i ett område" in page, "Inget sagt" in page) == (True, True)


@pytest.mark.parametrize(
    ("model", "columns"),
    [
        (Support, {"asked": "Utbildning", "asked_on": date(2026, 9, 1)}),
        (Period, {"words": "till årsskiftet"}),
    ],
    ids=["asked", "time"],
)
def test_whoever_has_said_what_comes_next_is_not(model: type[Model], columns: dict[str, object]) -> None:
    """A wish for support, or a time of their own for the next step."""
    plan = filled()
    step = plans.step_of(plans.area_of(plan), 4)
    who = plan.actors.get(organisation__name="Gnestas skola")
    of = {"area": step.parent} if model is Support else {"part": step}
    model._default_manager.create(actor=who, **of, **columns)
    page = signed.page(signed.bo(), "/plan/mellan-test-och-vardag/")
    assert ("Inget sagt" in page, "Alla som testar" in page) == (False, True)


@pytest.mark.parametrize(
    ("asked", "n_rows"),
    [
        ("", 4),
        ("visa=ej-bedomd", 1),
        ("visa=utan-underlag", 1),
        ("visa=ingar-inte", 1),
        ("visa=aldre-lydelse", 0),
        ("visa=annat", 4),
        ("omrade=x", 4),
        ("dag=2020-01-01", 4),
    ],
)
def test_the_table_shows_what_is_chosen(asked: str, n_rows: int) -> None:
    """A row for each actor and area; what makes no sense is passed over."""
    filled()
    page = signed.page(signed.bo(), f"/plan/tabell/?{asked}")
    assert page.count('<td class="cell-actor">') == n_rows


def test_the_file_holds_the_rows_of_the_table() -> None:
    """With the step, what shows it and its day, and what lacks."""
    filled()
    response = signed.bo().get("/plan.csv")
    rows = response.content.decode("utf-8-sig").splitlines()
    day = timezone.localdate() - timedelta(20)
    assert rows[1] == (
        f"Flens skola;Flens skola;Styrning;2;Steg 2;{day};{day};Rutin antagen.;{day};Tid för rektorerna;"
    )
    assert [row.rsplit(";", 1)[1] for row in rows[1:]] == ["", "Utan underlag", "Ej bedömda", "Ingår inte"]


def test_without_a_plan_there_is_no_file() -> None:
    """Rather than an empty one."""
    assert signed.bo().get("/plan.csv").status_code == 404


def test_the_first_page_has_the_plan_in_short() -> None:
    """How many on each step, and how many have said nothing."""
    filled()
    page = signed.page(signed.bo(), "/")
    row = page.split('<table class="plan-short">')[1].split("<tbody>")[1].split("</table>")[0]
    assert [int(count) for count in re.findall(r">(\d+)<", row)] == [0, 1, 1, 0, 1]


def test_without_a_plan_the_first_page_says_nothing_of_one() -> None:
    """An empty table tells nothing."""
    assert "Planen i korthet" not in signed.page(signed.bo(), "/")
