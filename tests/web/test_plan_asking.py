"""Actors are asked where they stand by a letter whose link answers for them, once."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests import make
from tests.plan import plans
from tests.web import signed

from samsyn.mail.links import renew_token
from samsyn.mail.models import Link, OutgoingMail
from samsyn.plan import service
from samsyn.plan.models import Actor, Assessment, AssessmentRequest, Evidence
from samsyn.plan.queries.asking import actors_to_ask
from samsyn.register.models import Body, Person, Seat, Source

if TYPE_CHECKING:
    from samsyn.plan.models import Part

pytestmark = pytest.mark.django_db
ADDRESS = "/plan/be-om-bedomning/"


def filled() -> tuple[Actor, Part]:
    """A plan with an actor in each state; the one that has said most, and the first area."""
    ids = plans.fill_states(on=timezone.localdate())
    actor = Actor.objects.get(pk=ids["actor"])
    return actor, plans.area_of(actor.plan)


def link_to(actor: Actor) -> str:
    """Where the link of a letter to Kim leads."""
    by = make.administrator(email="petra@exempel.se", name="Petra Palm")
    service.ask_for_assessment(actor, "kim@exempel.se", on=timezone.localdate(), by=by)
    return reverse("link", args=[renew_token(Link.objects.get())])


def test_whoever_is_ticked_gets_a_letter() -> None:
    """With a link; one without address is asked on the pages only."""
    actor, _area = filled()
    silent = Actor.objects.get(organisation__name="Gnestas skola")
    AssessmentRequest.objects.all().delete()
    fields = {"aktor": [actor.pk, silent.pk], f"till-{actor.pk}": "kim@exempel.se, bo@exempel.se"}
    response = signed.anna().post(ADDRESS, fields, follow=True)
    assert "Två aktörer har fått frågan." in response.content.decode()
    letters = OutgoingMail.objects.order_by("pk")
    assert list(letters.values_list("address", flat=True)) == ["kim@exempel.se", "bo@exempel.se"]
    assert AssessmentRequest.objects.filter(actor=silent, address="").exists()


def test_an_address_that_is_none_asks_nobody() -> None:
    """All or none, and what was written stands there."""
    actor, _area = filled()
    before = AssessmentRequest.objects.count()
    response = signed.anna().post(ADDRESS, {"aktor": actor.pk, f"till-{actor.pk}": "kim@"})
    assert (response.status_code, AssessmentRequest.objects.count()) == (422, before)


def test_others_may_not_ask() -> None:
    """Only a process leader."""
    actor, _area = filled()
    with pytest.raises(PermissionDenied):
        service.ask_for_assessment(actor, "", on=timezone.localdate(), by=make.reader())


def test_nobody_is_asked_twice_a_day() -> None:
    """At one address."""
    actor, _area = filled()
    link_to(actor)
    by = make.administrator()
    with pytest.raises(service.PlanUnusable):
        service.ask_for_assessment(actor, "KIM@exempel.se", on=timezone.localdate(), by=by)


def test_the_link_answers_without_signing_in() -> None:
    """What is said is said by the name that belongs to the address."""
    actor, area = filled()
    Person.objects.create(name="Kim Ek", key="kim ek", email="kim@exempel.se")
    address, step = link_to(actor), plans.step_of(area, 4)
    fields = {f"steg-{area.pk}": step.pk, f"underlag-{area.pk}": "Årshjulet."}
    response = Client().post(address, fields)
    said = Assessment.objects.order_by("pk").last()
    assert said is not None
    assert (response.status_code, said.step, said.said_by, said.by) == (200, step, "Kim Ek", None)
    assert Evidence.objects.filter(text="Årshjulet.", step=step).exists()


def test_opening_the_link_says_nothing() -> None:
    """Programs that look through letters open links."""
    actor, _area = filled()
    before, address = Assessment.objects.count(), link_to(actor)
    page = Client().get(address).content.decode()
    assert ("Allt är oförändrat" in page, Assessment.objects.count()) == (True, before)


def test_the_link_works_once() -> None:
    """The second time it tells what was said."""
    actor, _area = filled()
    address = link_to(actor)
    Client().post(address, {"gor": "oforandrat"})
    before = Assessment.objects.count()
    response = Client().post(address, {"gor": "oforandrat"})
    page = response.content.decode()
    assert (response.status_code, "Steg 3" in page, Assessment.objects.count()) == (410, True, before)


def test_a_used_link_tells_nothing_of_what_is_said_later() -> None:
    """Nor anything at all when its time has passed: it may have been handed on."""
    actor, area = filled()
    address = link_to(actor)
    Client().post(address, {"gor": "oforandrat"})
    tomorrow = timezone.localdate() + timedelta(days=1)
    step = plans.step_of(area, 3)
    Assessment.objects.create(actor=actor, area=area, step=step, needs="En hemlighet", on=tomorrow)
    soon = Client().get(address).content.decode()
    Link.objects.update(last_on=timezone.localdate() - timedelta(days=1))
    late = Client().get(address).content.decode()
    assert ("Steg 3" in soon, "hemlighet" in soon, "Steg 3" in late) == (True, False, False)


def test_what_cannot_be_kept_leaves_the_link_as_it_was() -> None:
    """It can be tried again."""
    actor, area = filled()
    address = link_to(actor)
    fields = {f"steg-{area.pk}": "0", f"sedan-{area.pk}": "2099", f"behov-{area.pk}": "Tid"}
    response = Client().post(address, fields)
    assert (response.status_code, "Tid" in response.content.decode()) == (422, True)
    assert Client().post(address, {"gor": "oforandrat"}).status_code == 200


def test_the_link_is_for_one_person() -> None:
    """Somebody else who is signed in is turned away."""
    actor, _area = filled()
    address = link_to(actor)
    assert signed.bo().post(address, {"gor": "oforandrat"}).status_code == 410


def test_the_link_of_an_actor_that_left_says_so() -> None:
    """Nothing is asked of it any more."""
    actor, _area = filled()
    address = link_to(actor)
    Actor.objects.filter(pk=actor.pk).update(left_on=timezone.localdate())
    response = Client().get(address)
    assert (response.status_code, "inte längre med i planen" in response.content.decode()) == (410, True)


def test_those_without_an_answer_stand_first() -> None:
    """And whoever was asked yesterday is not due again."""
    actor, _area = filled()
    today = timezone.localdate()
    rows = {str(one.actor): one for one in actors_to_ask(actor.plan, on=today)}
    assert (rows["Gnestas skola"].is_due, rows["Gnestas skola"].waits) == (False, True)
    later = actors_to_ask(actor.plan, on=today + timedelta(400))
    assert later[0].is_due


def test_addresses_are_those_who_tell_and_those_who_sit_for_it() -> None:
    """Whoever tells first; protected people are left out."""
    actor, _area = filled()
    today = timezone.localdate()
    teller = make.user(email="kim@exempel.se", name="Kim Ek")
    make.role(teller, "contributor", organisation=actor.organisation)
    body = Body.objects.create(name="Gruppen", key="gruppen")
    people = [
        Person.objects.create(name=name, key=name, email=f"{name}@exempel.se") for name in ("siv", "ola")
    ]
    Seat.objects.bulk_create(
        Seat(person=one, body=body, organisation=actor.organisation, start_on=today) for one in people
    )
    rows = actors_to_ask(actor.plan, on=today, hidden={people[1].pk})
    found = next(one for one in rows if one.actor == actor)
    assert found.addresses == ["kim@exempel.se", "siv@exempel.se"]


def sent_file(area: Part, *, name: str = "rutin.txt", content: bytes = b"Rutin") -> dict[str, object]:
    """The fourth step of an area, with a file that shows it."""
    file = SimpleUploadedFile(name, content)
    return {f"steg-{area.pk}": plans.step_of(area, 4).pk, f"fil-{area.pk}": file}


def test_a_file_comes_by_the_link() -> None:
    """It shows the step that is said with it, and goes out as it came."""
    actor, area = filled()
    response = Client().post(link_to(actor), sent_file(area))
    shown = Evidence.objects.get(kind="file")
    assert (response.status_code, shown.step, shown.file_name, shown.by) == (
        200, plans.step_of(area, 4), "rutin.txt", None,
    )  # fmt: skip
    got = signed.bo().get(reverse("evidence_file", args=[shown.pk]))
    assert (got.content, "attachment" in got["Content-Disposition"]) == (b"Rutin", True)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("virus.exe", b"MZ", "ingen sort"),
        ("sida.html", b"<script>", "ingen sort"),
        ("makron.docm", b"PK", "ingen sort"),
        ("elev.txt", b"Elev 811218-9876.", "personnummer"),
        ("tom.txt", b"", "tom"),
        ("stor.txt", b"x" * 1_000_001, "större än 1 MB"),
        ("trasig.docx", b"PK\x03\x04trasig", "fil"),
    ],
)
def test_a_file_that_cannot_be_kept_leaves_all_as_it_was(
    name: str, content: bytes, told: str, settings: Any
) -> None:
    """Nothing is said, nothing is stored, and the link still works."""
    settings.SAMSYN_MAX_BYTES = 1_000_000
    actor, area = filled()
    before, address = (Assessment.objects.count(), Source.objects.count()), link_to(actor)
    response = Client().post(address, sent_file(area, name=name, content=content))
    assert (response.status_code, told in response.content.decode()) == (422, True)
    assert (Assessment.objects.count(), Source.objects.count()) == before
    assert Client().post(address, {"gor": "oforandrat"}).status_code == 200


def test_a_file_of_another_area_than_the_actors_is_not_kept() -> None:
    """A link answers for one actor in its own areas; other fields are nobody's."""
    actor, area = filled()
    elsewhere = plans.area_of(plans.plan(name="En annan plan"))
    Client().post(link_to(actor), sent_file(elsewhere) | {f"steg-{area.pk}": "0"})
    assert not Evidence.objects.filter(kind="file").exists()


def test_the_same_link_brings_no_second_file() -> None:
    """It was used."""
    actor, area = filled()
    address = link_to(actor)
    Client().post(address, sent_file(area))
    again = Client().post(address, sent_file(area, name="mer.txt", content=b"Mer"))
    assert (again.status_code, Evidence.objects.filter(kind="file").count()) == (410, 1)
