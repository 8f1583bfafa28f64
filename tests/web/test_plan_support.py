"""The pages of support, lessons and what lasts."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests import make
from tests.plan import plans
from tests.web import signed

from samsyn.plan.models import Actor, Support

pytestmark = pytest.mark.django_db
PAGES = ["/plan/stod/", "/plan/lardomar/", "/plan/vidmakthallande/"]


def filled() -> Actor:
    """The actor that has said most, of a plan with one in each state."""
    return Actor.objects.get(pk=plans.fill_states(on=timezone.localdate())["actor"])


@pytest.mark.parametrize("address", PAGES)
def test_without_a_plan_the_page_says_so(address: str) -> None:
    """Nothing breaks."""
    assert signed.page(signed.bo(), address)


@pytest.mark.parametrize("address", PAGES)
def test_whoever_only_reads_is_offered_no_form(address: str) -> None:
    """Only what can be read."""
    filled()
    assert "plan-act" not in signed.page(signed.bo(), address)


def test_support_is_asked_for_and_given_on_the_page() -> None:
    """From wish to answer."""
    actor, anna = filled(), signed.anna()
    anna.post("/plan/stod/andra/", {"gor": "be-om", "aktor": actor.pk, "stod": "En mall", "av": "Kim Ek"})
    wish = Support.objects.get(asked="En mall")
    assert "av Kim Ek" in signed.page(anna, "/plan/stod/")
    anna.post("/plan/stod/andra/", {"gor": "ge", "onskemal": wish.pk, "vad": "Mallen finns.", "av": "FoU"})
    assert "Mallen finns." in signed.page(anna, f"/plan/aktorer/{actor.pk}/")


def test_a_lesson_is_written_on_the_page() -> None:
    """With who told it."""
    actor, anna = filled(), signed.anna()
    anna.post("/plan/lardomar/ny/", {"plan": actor.plan_id, "lardom": "Ta med rektorerna.", "av": "Kim Ek"})
    page = signed.page(anna, "/plan/lardomar/")
    assert ("Ta med rektorerna." in page, "Kim Ek" in page) == (True, True)


def test_what_lasts_is_answered_on_the_page() -> None:
    """The fourth step was reached 230 days ago."""
    actor, anna = filled(), signed.anna()
    fields = {"aktor": actor.pk, "omrade": plans.area_of(actor.plan, 2).pk, "manader": 6}
    said = dict.fromkeys(("routine", "annual_cycle", "introduction", "measured"), "yes")
    assert "Håller det i sig efter 6 månader?" in signed.page(anna, "/plan/vidmakthallande/")
    anna.post("/plan/vidmakthallande/svara/", fields | said)
    assert "Allt på plats efter 6 månader" in signed.page(anna, "/plan/vidmakthallande/")


@pytest.mark.parametrize("address", PAGES)
def test_more_rows_cost_no_more_questions(address: str) -> None:
    """Twenty actors cost as many as one."""
    actor, anna = filled(), signed.anna()
    area, costs = plans.area_of(actor.plan), []
    for n in (0, 20):
        for at in range(n):
            other = plans.actor(actor.plan, f"Enhet {at}", number=9 + at)
            plans.assessment(other, area, 4, on=timezone.localdate() - timedelta(400))
            Support.objects.create(actor=other, asked="Tid", asked_on=timezone.localdate())
        with CaptureQueriesContext(connection) as asked:
            anna.get(address)
        costs.append(len(asked))
    assert costs[0] == costs[1]


def test_the_first_page_tells_a_process_leader_what_waits() -> None:
    """Questions without answer, wishes, and whether it lasts."""
    filled()
    page = signed.page(signed.anna(), "/")
    told = [
        "En aktör har inte svarat var den står",
        "Ett önskemål om stöd väntar på svar",
        "En fråga om det håller i sig väntar på svar",
    ]
    assert [words for words in told if words not in page] == []


def test_the_first_page_asks_whoever_tells_for_an_actor() -> None:
    """With the way to the answer; once it is given, nothing waits."""
    filled()
    silent = Actor.objects.get(organisation__name="Gnestas skola")
    kim = make.user(email="kim@exempel.se", name="Kim Ek")
    make.role(kim, "contributor", organisation=silent.organisation)
    client = Client()
    client.force_login(kim)
    assert "Säg var Gnestas skola står" in signed.page(client, "/")
    area = plans.area_of(silent.plan)
    client.post(f"/plan/bedom/{silent.pk}/", {f"steg-{area.pk}": plans.step_of(area, 1).pk})
    assert "Säg var" not in signed.page(client, "/")


def test_the_first_page_tells_nobody_else() -> None:
    """Who only reads has nothing to answer."""
    filled()
    assert 'id="planen-vantar"' not in signed.page(signed.bo(), "/")
