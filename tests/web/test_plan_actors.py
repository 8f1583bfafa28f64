"""An actor's page, and the page on which it assesses itself."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests import make
from tests.plan import plans
from tests.web import signed

from samsyn.plan.models import Actor, Assessment, Evidence, Review

if TYPE_CHECKING:
    from samsyn.plan.models import Part

pytestmark = pytest.mark.django_db


def filled() -> tuple[Actor, Part]:
    """A plan with an actor in each state; the one that has said most, and the first area."""
    ids = plans.fill_states(on=timezone.localdate())
    actor = Actor.objects.get(pk=ids["actor"])
    return actor, plans.area_of(actor.plan)


def kim(actor: Actor) -> Client:
    """Kim, who tells for an actor."""
    user = make.role(
        make.user(email="kim@exempel.se", name="Kim Ek"), "contributor", organisation=actor.organisation
    ).user
    client = Client()
    client.force_login(user)
    return client


def test_the_page_says_where_an_actor_says_that_it_stands() -> None:
    """In a sentence, by its own word."""
    actor, _area = filled()
    page = signed.page(signed.bo(), f"/plan/aktorer/{actor.pk}/")
    assert "Flens skola säger sig stå på steg 4 i Styrning och på steg 3 i Arbetssätt." in page


def test_nothing_is_offered_to_whoever_only_reads() -> None:
    """No form, no button."""
    actor, _area = filled()
    page = signed.page(signed.bo(), f"/plan/aktorer/{actor.pk}/")
    assert (f"/plan/bedom/{actor.pk}/" in page, "Lägg till underlag" in page) == (False, False)


def test_what_was_said_last_is_filled_in() -> None:
    """So that what is the same is kept by one press."""
    actor, area = filled()
    client = kim(actor)
    before = Assessment.objects.filter(actor=actor).count()
    page = signed.page(client, f"/plan/bedom/{actor.pk}/")
    assert f'value="{plans.step_of(area, 3).pk}" checked' in page
    client.post(f"/plan/bedom/{actor.pk}/", {"gor": "oforandrat"})
    now = Assessment.objects.filter(actor=actor)
    assert (now.count() - before, now.filter(area=area).last().step.number) == (2, 3)  # type: ignore[union-attr]


def test_an_actor_assesses_itself() -> None:
    """With what shows it, and what it needs."""
    actor, area = filled()
    step = plans.step_of(area, 4)
    shown = SimpleUploadedFile("rutin.txt", b"Rutin")
    fields = {f"steg-{area.pk}": step.pk, f"sedan-{area.pk}": "oktober", f"behov-{area.pk}": "Tid"}
    response = kim(actor).post(f"/plan/bedom/{actor.pk}/", {**fields, f"fil-{area.pk}": shown}, follow=True)
    said = Assessment.objects.filter(actor=actor, area=area).last()
    assert said is not None
    assert (said.step, said.needs, Evidence.objects.last().file_name) == (step, "Tid", "rutin.txt")  # type: ignore[union-attr]
    assert "Bedömningen är sparad." in response.content.decode()


def test_what_cannot_be_kept_stands_in_the_form_with_the_reason() -> None:
    """Nothing has to be written twice."""
    actor, area = filled()
    fields = {f"steg-{area.pk}": 0, f"behov-{area.pk}": "En rutin", f"lank-{area.pk}": "ftp://exempel.se"}
    response = kim(actor).post(f"/plan/bedom/{actor.pk}/", fields)
    page = response.content.decode()
    assert (response.status_code, "En rutin" in page, 'role="alert"' in page) == (422, True, True)


def test_another_organisation_is_turned_away() -> None:
    """Kim tells for another actor."""
    actor, _area = filled()
    other = Actor.objects.get(organisation__name="Gnestas skola")
    assert kim(other).get(f"/plan/bedom/{actor.pk}/").status_code == 403


def test_a_comment_and_the_reply_stand_beside_each_other() -> None:
    """Below what was said."""
    actor, area = filled()
    said = Assessment.objects.filter(actor=actor, area=area).last()
    signed.anna().post(
        f"/plan/aktorer/{actor.pk}/andra/",
        {"gor": "granska", "bedomning": said.pk, "kommentar": "Hur?"},  # type: ignore[union-attr]
    )
    client = kim(actor)
    client.post(
        f"/plan/aktorer/{actor.pk}/andra/",
        {"gor": "svara", "kommentar": Review.objects.get().pk, "svar": "Så här."},
    )
    page = signed.page(client, f"/plan/aktorer/{actor.pk}/")
    assert ("Hur?" in page, "Så här." in page) == (True, True)


def test_evidence_is_added_and_withdrawn_on_the_page() -> None:
    """It stays, and counts no more."""
    actor, area = filled()
    client, address = kim(actor), f"/plan/aktorer/{actor.pk}/andra/"
    step = plans.step_of(area, 3).pk
    fields = {
        "gor": "lagg-till",
        "omrade": area.pk,
        "steg": step,
        "underlag": "Antagen.",
        "dag": "2026-01-02",
    }
    client.post(address, fields)
    made = Evidence.objects.get(text="Antagen.")
    client.post(address, {"gor": "ta-tillbaka", "underlag": made.pk, "varfor": "Upphävd."})
    page = signed.page(client, f"/plan/aktorer/{actor.pk}/")
    assert ("Antagen." in page, "Togs tillbaka" in page) == (True, True)


def test_a_file_is_downloaded_and_never_opened() -> None:
    """As the notes' own files."""
    actor, area = filled()
    wanted = SimpleUploadedFile("rutin.txt", b"Rutin")
    step = plans.step_of(area, 3).pk
    client = kim(actor)
    client.post(
        f"/plan/aktorer/{actor.pk}/andra/",
        {"gor": "lagg-till", "omrade": area.pk, "steg": step, "fil": wanted},
    )
    made = Evidence.objects.get(kind="file")
    response = client.get(f"/plan/underlag/{made.pk}/")
    assert (response.content, response["Content-Disposition"][:10]) == (b"Rutin", "attachment")


def test_a_page_of_much_said_asks_no_more() -> None:
    """Twenty claims, each with a review, cost as many questions as one."""
    actor, area = filled()
    anna = signed.anna()
    user = make.user(email="e@exempel.se", name="Elsa Ek")
    costs = []
    for n in (1, 20):
        for at in range(n):
            said = plans.assessment(actor, area, 3, on=timezone.localdate() - timedelta(n + at))
            Review.objects.create(assessment=said, text="Hur?", by=user)
            plans.evidence(actor, area, 3)
        with CaptureQueriesContext(connection) as asked:
            anna.get(f"/plan/aktorer/{actor.pk}/")
        costs.append(len(asked))
    assert costs[0] == costs[1]


def test_the_organisations_own_page_leads_to_it() -> None:
    """Where it tells how it goes, it also finds where it stands."""
    actor, _area = filled()
    page = signed.page(signed.bo(), f"/organisationer/{actor.organisation_id}/lage/")
    assert f"/plan/aktorer/{actor.pk}/" in page


def test_a_reviewer_who_sees_another_step_is_told_beside_the_actors_own() -> None:
    """On the actor's page and on the map, with who; how far all agree stands below the map."""
    actor, area = filled()
    said, client = actor.assessments.filter(area=area).latest("on"), signed.anna()
    before = signed.page(client, "/plan/")
    sent = {"gor": "granska", "bedomning": said.pk, "kommentar": "Två skolor är kvar."}
    client.post(f"/plan/aktorer/{actor.pk}/andra/", sent | {"steg": plans.step_of(area, 2).pk})
    told = "Anna Alm: steg 2"
    pages = [signed.page(client, address) for address in (f"/plan/aktorer/{actor.pk}/", "/plan/")]
    assert [(told in page, "2–3" in page) for page in pages] == [(True, True)] * 2
    assert ("har fler än en bedömt" in before, "En ruta har fler än en bedömt." in pages[1]) == (False, True)
    assert "Krippendorffs alfa" not in pages[1]


def test_a_step_of_another_area_is_no_view() -> None:
    """The comment then says none."""
    actor, area = filled()
    said = actor.assessments.filter(area=area).latest("on")
    other = plans.step_of(plans.area_of(actor.plan, 2), 2)
    sent = {"gor": "granska", "bedomning": said.pk, "kommentar": "Hm.", "steg": other.pk}
    signed.anna().post(f"/plan/aktorer/{actor.pk}/andra/", sent)
    assert Review.objects.get().step is None
