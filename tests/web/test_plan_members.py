"""Whom a plan is for, whom its words mean, its time and its words, on their pages."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests import make
from tests.plan import plans
from tests.web import signed

from samsyn.plan.models import Band, NamedGroup, Outside, Part, Plan, PlanComment, Wording
from samsyn.register.models import Meeting, Statement

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db


def filled() -> Plan:
    """A plan with two actors; its first step speaks of all actors."""
    plan = plans.plan(areas=("Styrning",), n_steps=2)
    for number, name in enumerate(("Flens skola", "Gnestas skola"), 1):
        plans.actor(plan, name, number=number)
    Wording.objects.filter(part=plans.step_of(plans.area_of(plan), 1)).update(text="Alla aktörer prövar.")
    return plan


def sent(client: Client, plan: Plan, **fields: object) -> str:
    """The actors' page after a form was sent."""
    return client.post(f"/plan/{plan.pk}/aktorer/andra/", fields, follow=True).content.decode()


def actor(plan: Plan, name: str = "Flens skola") -> int:
    """An actor's id."""
    return plan.actors.get(organisation__name=name).pk


def test_an_unresolved_group_is_shown_so() -> None:
    """With where it stands."""
    html = signed.page(signed.bo(), f"/plan/{filled().pk}/aktorer/")
    assert ("”alla aktörer”" in html, "olöst" in html, "Ett ord för en grupp" in html) == (True, True, True)


def test_a_group_is_written_out_and_open_again() -> None:
    """By choosing actors, with the day on which the list was decided."""
    plan, client = filled(), signed.anna()
    html = sent(
        client, plan, gor="vilka", ord="alla aktörer", aktor=[actor(plan), actor(plan, "Gnestas skola")],
        beslutad="2026-08-18",
    )  # fmt: skip
    told = "Flens skola och Gnestas skola. Listan beslutades 18 augusti 2026." in html
    again = sent(client, plan, gor="olost", ord="alla aktörer")
    assert (told, "olöst" in again, NamedGroup.objects.get().members.count()) == (True, True, 0)


ACTS = [
    pytest.param({"gor": "upp", "aktor": "Gnestas skola"}, "Ordningen är ändrad.", id="up"),
    pytest.param({"gor": "ner", "aktor": "Flens skola"}, "Ordningen är ändrad.", id="down"),
    pytest.param({"gor": "ta-bort", "aktor": "Flens skola"}, "Har lämnat planen", id="leave"),
    pytest.param(
        {"gor": "ingar-inte", "aktor": "Flens skola", "varfor": "Har ingen skola."},
        "ingår inte",
        id="outside",
    ),
    pytest.param({"gor": "ingar-inte", "aktor": "Flens skola"}, "Skriv varför", id="outside-unsaid"),
    pytest.param(
        {"gor": "ingar-inte", "aktor": "Flens skola", "varfor": "Nej.", "till": "i maj"},
        "Skriv dagen som",
        id="no-day",
    ),
]


@pytest.mark.parametrize(("fields", "said"), ACTS)
def test_actors_are_changed_on_their_page(fields: dict[str, str], said: str) -> None:
    """And the page says what became of it."""
    plan = filled()
    html = sent(signed.anna(), plan, **(fields | {"aktor": actor(plan, fields["aktor"])}))
    assert said in html


def test_an_actor_leaves_and_comes_back() -> None:
    """With its place among the others."""
    plan, client = filled(), signed.anna()
    sent(client, plan, gor="ta-bort", aktor=actor(plan))
    sent(client, plan, gor="tillbaka", aktor=actor(plan))
    assert list(plan.actors.values_list("organisation__name", "left_on")) == [
        ("Gnestas skola", None),
        ("Flens skola", None),
    ]


def test_many_are_added_and_taken_back_in_one() -> None:
    """The message's button takes all of them back."""
    plan, client = filled(), signed.anna()
    more = [plans.organisation(name).pk for name in ("Trosas skola", "Vingåkers skola")]
    html = sent(client, plan, gor="lagg-till", organisation=more)
    assert (plan.actors.count(), html.count('name="handelse"')) == (4, 2)


def test_who_is_outside_is_inside_again() -> None:
    """From today on."""
    plan = filled()
    row = Outside.objects.create(actor_id=actor(plan), why="Pausar.")
    sent(signed.anna(), plan, gor="ingar", utanfor=row.pk)
    row.refresh_from_db()
    assert row.until == timezone.localdate()


@pytest.mark.parametrize("address", ["/plan/{}/aktorer/", "/plan/lydelser/?plan={}"], ids=["actors", "words"])
def test_the_pages_ask_a_fixed_number_of_questions(address: str) -> None:
    """However many actors, parts and groups there are."""
    small, client, counts = filled(), signed.anna(), []
    large = plans.plan(areas=tuple("BCDEFG"))
    for number in range(12):
        plans.actor(large, f"Skola {number}", number=number)
    Wording.objects.filter(part__plan=large).update(text="Alla skolor och berörda parter prövar.")
    for plan in (small, large):
        group = NamedGroup.objects.create(plan=plan, words="alla skolor", is_resolved=True)
        group.members.set(plan.actors.all())
        with CaptureQueriesContext(connection) as asked:
            client.get(address.format(plan.pk))
        counts.append(len(asked))
    assert counts[1] <= counts[0] <= 22


def test_a_band_is_added_by_its_last_day() -> None:
    """Which is the last that counts."""
    signed.anna().post(
        "/plan/tider/ny/",
        {"kind": "holiday", "name": "Höstlov", "start_on": "2026-10-26", "last_on": "2026-10-30"},
    )
    band = Band.objects.get()
    assert (band.start_on, band.end_on) == (date(2026, 10, 26), date(2026, 10, 31))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"name": ""}, "Skriv vad tiden kallas"),
        ({"start_on": ""}, "Skriv första dagen."),
        ({"last_on": "2026-10-25"}, "Sista dagen måste komma efter den första."),
        ({"last_on": "snart"}, "Skriv dagen som"),
    ],
    ids=["name", "start", "backwards", "no-day"],
)
def test_a_band_that_cannot_be_is_refused(fields: dict[str, str], said: str) -> None:
    """With what to do, and nothing is kept."""
    given = {"kind": "holiday", "name": "Höstlov", "start_on": "2026-10-27", "last_on": "2026-10-30"}
    html = signed.anna().post("/plan/tider/ny/", given | fields).content.decode()
    assert (said in html, Band.objects.count()) == (True, 0)


def test_bands_are_changed_and_taken_away() -> None:
    """Those that were taken away are no longer shown."""
    today, client = timezone.localdate(), signed.anna()
    band = Band.objects.create(kind="term", name="Hösten", start_on=today, end_on=today + timedelta(9))
    days = {"start_on": today.isoformat(), "last_on": today.isoformat()}
    address = f"/plan/tider/{band.pk}/"
    changed = client.post(address, {"kind": "term", "name": "Höstterminen", **days}, follow=True)
    gone = client.post(address, {"gor": "ta-bort"}, follow=True)
    shown = [">Höstterminen<" in one.content.decode() for one in (changed, gone)]
    assert shown == [True, False]


def wished(**fields: object) -> PlanComment:
    """A wish for other words of the first step."""
    plan = filled()
    return PlanComment.objects.create(
        plan=plan, part=plans.step_of(plans.area_of(plan), 1), kind="change_request",
        **{"text": "Skriv ut vilka aktörer.", **fields},
    )  # fmt: skip


def test_what_is_decided_comes_first_among_the_wishes() -> None:
    """Then what has waited longest."""
    wish = wished()
    PlanComment.objects.create(
        plan=wish.plan, part=wish.part, kind="change_request", state="decided", text="Steget förtydligas."
    )
    html = signed.page(signed.anna(), "/plan/lydelser/")
    in_order = html.index("Steget förtydligas.") < html.index("Skriv ut vilka aktörer.")
    assert (in_order, "En beslutad" in html) == (True, True)


def test_a_wish_is_answered_by_a_new_wording() -> None:
    """It is ticked on the form that its link leads to, and waits no more."""
    wish, client = wished(), signed.anna()
    address = f"/plan/delar/{wish.part_id}/ny-lydelse/"
    form = signed.page(client, f"{address}?svarar={wish.pk}")
    client.post(
        address,
        {
            "gor": "spara",
            "sedd": 1,
            "lydelse": "Flens skola prövar.",
            "varfor": "Tydligare.",
            "svarar": wish.pk,
        },
    )
    wish.refresh_from_db()
    ticked = f'value="{wish.pk}" checked' in form
    left = "Ingen har bett om andra ord." in signed.page(client, "/plan/lydelser/")
    assert (ticked, left, wish.answer_wording) == (True, True, Wording.objects.get(number=2))


def test_a_wish_in_unfinished_notes_is_not_told() -> None:
    """To those who do not see the notes."""
    make.meeting(on=date(2026, 9, 3), said=(make.Said(text="Första steget bör skrivas om."),))
    wished(text="", statement=Statement.objects.get(text__startswith="Första steget"))
    Meeting.objects.update(notes_state="draft")
    assert "bör skrivas om" not in signed.page(signed.bo(), "/plan/lydelser/")


def test_milestones_without_answer_are_listed() -> None:
    """With the question."""
    plan = filled()
    Part.objects.create(
        plan=plan, kind="milestone", parent=plans.step_of(plans.area_of(plan), 1), name="Alla skolor vet"
    )
    html = signed.page(signed.bo(), "/plan/lydelser/")
    assert ("Alla skolor vet" in html, "Ingen har svarat än" in html) == (True, True)
