"""Words in notes are looked for and pointed out in the forms of the plan."""

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

from samsyn.accounts.models import User
from samsyn.history.models import Event
from samsyn.plan.models import Actor, Evidence, Lesson, Outside, Period, Support, Wording
from samsyn.register.models import Meeting, Statement
from samsyn.register.service import undo_event

if TYPE_CHECKING:
    from collections.abc import Callable

    from samsyn.plan.models import Part

pytestmark = pytest.mark.django_db
ADDRESS = "/plan/ord-i-anteckningarna/"
SAID = (
    make.Said(text="Flen har prövat hjulet i två skolor."),
    make.Said(text="Alla skolor använder hjulet."),
)
FORMS = {
    "underlag": "/plan/aktorer/{actor}/",
    "stod": "/plan/stod/",
    "lardom": "/plan/lardomar/",
    "ingar-inte": "/plan/{plan}/aktorer/",
    "tid": "/plan/delar/{area}/",
    "lydelse": "/plan/delar/{area}/ny-lydelse/",
}


def filled() -> tuple[Actor, Part, list[Statement]]:
    """An actor, its first area, and what a meeting said."""
    actor = Actor.objects.get(pk=plans.fill_states(on=timezone.localdate())["actor"])
    make.meeting(on=date(2026, 3, 5), said=SAID)
    return actor, plans.area_of(actor.plan), list(Statement.objects.order_by("pk"))


def shown(actor: Actor, area: Part, said: list[Statement]) -> dict[str, object]:
    """What the form sends where words show a step."""
    step = plans.step_of(area, 2).pk
    return {"gor": "lagg-till", "omrade": area.pk, "steg": step, "orden": [one.pk for one in said]}


@pytest.mark.parametrize(("code", "address"), FORMS.items(), ids=FORMS)
def test_each_form_looks_for_words(code: str, address: str) -> None:
    """By the same field, which knows which form it stands in."""
    actor, area, _said = filled()
    places = {"actor": actor.pk, "plan": actor.plan_id, "area": area.pk}
    page = signed.page(signed.anna(), address.format(**places))
    assert ("data-pick" in page, f'"{code}"' in page or f"for={code}" in page) == (True, True)


def test_what_is_found_says_body_day_and_place() -> None:
    """With the words lit, and what was pointed out before still there."""
    actor, _area, said = filled()
    asked = f"{ADDRESS}?for=underlag&om={actor.pk}&falt=a&sok=prövat&orden={said[1].pk}"
    found = signed.anna().get(asked, headers={"HX-Request": "true"}).content.decode()
    told = ("<mark", "Nätverket för prov", "5 mars 2026", f"statement-{said[0].pk}", "checked", said[1].text)
    assert [words for words in told if words not in found] == []


def test_without_script_the_rest_of_the_form_follows_along() -> None:
    """As fields that nobody sees, but for the token of the form that was left."""
    actor, area, said = filled()
    sent = {"for": "underlag", "om": actor.pk, "sok": "hjulet", "underlag": "Två skolor", "omrade": area.pk}
    page = signed.anna().post(ADDRESS, sent | {"csrfmiddlewaretoken": "gammal"}).content.decode()
    told = ('name="underlag" value="Två skolor"', f'name="omrade" value="{area.pk}"', 'value="lagg-till"')
    assert [words for words in told if words not in page] == []
    assert (f'value="{said[0].pk}"' in page, "gammal" in page) == (True, False)


@pytest.mark.parametrize("asked", ["for=finns-inte&om=1", "for=underlag", "for=underlag&om=x"])
def test_a_form_that_is_not_there_is_not_found(asked: str) -> None:
    """No address is made of what somebody sends."""
    assert signed.anna().get(f"{ADDRESS}?{asked}").status_code == 404


def test_words_show_a_step_from_the_day_of_their_meeting() -> None:
    """Each a row of its own, and one press takes all of them back."""
    actor, area, said = filled()
    client = signed.anna()
    client.post(f"/plan/aktorer/{actor.pk}/andra/", shown(actor, area, said))
    rows = Evidence.objects.filter(kind="words")
    assert list(rows.values_list("statement", "dated_on").order_by("statement")) == [
        (one.pk, date(2026, 3, 5)) for one in said
    ]
    assert said[0].text in signed.page(client, f"/plan/aktorer/{actor.pk}/")
    (leader,) = User.objects.all()
    undone = [
        undo_event(event, by=leader).what
        for event in Event.objects.filter(what="evidence.added").order_by("-pk")[:2]
    ]
    assert undone == ["evidence.undone"] * 2


def test_the_same_words_show_a_step_once() -> None:
    """The second time nothing is kept, not even what is new beside them."""
    actor, area, said = filled()
    client, address = signed.anna(), f"/plan/aktorer/{actor.pk}/andra/"
    client.post(address, shown(actor, area, said[:1]))
    response = client.post(address, shown(actor, area, said), follow=True)
    assert "redan underlag" in response.content.decode()
    assert Evidence.objects.filter(kind="words").count() == 1


def test_words_of_unfinished_notes_are_not_pointed_out_by_others() -> None:
    """Neither found nor kept, whatever number somebody sends."""
    actor, area, said = filled()
    Meeting.objects.filter(statements=said[0]).update(notes_state="draft")
    kim = make.user(email="kim@exempel.se", name="Kim Ek")
    make.role(kim, "contributor", organisation=actor.organisation)
    client = signed.stranger()
    client.force_login(kim)
    found = client.get(f"{ADDRESS}?for=underlag&om={actor.pk}&sok=hjulet&orden={said[0].pk}")
    client.post(f"/plan/aktorer/{actor.pk}/andra/", shown(actor, area, said))
    assert (said[0].text in found.content.decode(), Evidence.objects.filter(kind="words").count()) == (
        False,
        0,
    )


def asks(actor: Actor, _area: Part, said: int) -> tuple[str, dict[str, object]]:
    """A wish for support."""
    return "/plan/stod/andra/", {"gor": "be-om", "aktor": actor.pk, "stod": "En mall", "orden": said}


def gives(actor: Actor, _area: Part, said: int) -> tuple[str, dict[str, object]]:
    """Support that was given."""
    wish = Support.objects.create(actor=actor, asked="Mall", asked_on=timezone.localdate() - timedelta(9))
    return "/plan/stod/andra/", {"gor": "ge", "onskemal": wish.pk, "vad": "Mallen", "orden": said}


def learns(actor: Actor, _area: Part, said: int) -> tuple[str, dict[str, object]]:
    """A lesson that nobody but the words told."""
    return "/plan/lardomar/ny/", {"plan": actor.plan_id, "lardom": "Börja smått.", "orden": said}


def leaves(actor: Actor, area: Part, said: int) -> tuple[str, dict[str, object]]:
    """An area that an actor is no part of."""
    sent = {"gor": "ingar-inte", "aktor": actor.pk, "del": area.pk, "varfor": "Ingen skola", "orden": said}
    return f"/plan/{actor.plan_id}/aktorer/andra/", sent


def times(_actor: Actor, area: Part, said: int) -> tuple[str, dict[str, object]]:
    """When an area is to be reached."""
    return f"/plan/delar/{area.pk}/andra/", {"gor": "tid", "nar": "tidigast 2027", "orden": said}


def words(_actor: Actor, area: Part, said: int) -> tuple[str, dict[str, object]]:
    """Words of an area."""
    return f"/plan/delar/{area.pk}/ny-lydelse/", {"gor": "spara", "lydelse": "Nya ord.", "sedd": 0,
                                                 "orden": said}  # fmt: skip


@pytest.mark.parametrize(
    ("form", "kept", "column", "page"),
    [
        pytest.param(asks, Support, "statement", FORMS["stod"], id="asked-for"),
        pytest.param(gives, Support, "given_in", FORMS["stod"], id="given"),
        pytest.param(learns, Lesson, "statement", FORMS["lardom"], id="lesson"),
        pytest.param(leaves, Outside, "source", FORMS["ingar-inte"], id="outside"),
        pytest.param(times, Period, "source", FORMS["tid"], id="time"),
        pytest.param(words, Wording, "asked_in", FORMS["tid"], id="wording"),
    ],
)
def test_words_are_kept_and_shown_with_their_meeting(
    form: Callable[..., tuple[str, dict[str, object]]], kept: type, column: str, page: str
) -> None:
    """Wherever a form points them out."""
    actor, area, said = filled()
    client = signed.anna()
    address, sent = form(actor, area, said[0].pk)
    client.post(address, sent)
    assert kept.objects.filter(**{column: said[0]}).count() == 1  # type: ignore[attr-defined]
    shown_on = page.format(actor=actor.pk, plan=actor.plan_id, area=area.pk)
    assert f"statement-{said[0].pk}" in signed.page(client, shown_on)


def test_words_that_are_gone_keep_nothing() -> None:
    """Rather than a row without what shows it."""
    actor, _area, said = filled()
    address, sent = learns(actor, _area, said[0].pk)
    Statement.objects.filter(pk=said[0].pk).update(removed=True)
    page = signed.anna().post(address, sent, follow=True).content.decode()
    assert ("Orden finns inte längre" in page, Lesson.objects.filter(text="Börja smått.").exists()) == (
        True,
        False,
    )


def test_looking_costs_the_same_however_much_is_found() -> None:
    """One hit or eight."""
    actor, _area, _said = filled()
    make.meeting(on=date(2026, 4, 2), said=(make.Said(text="Hjulet."),) * 9, name="fler.txt")
    client, costs = signed.anna(), []
    for sought in ("prövat", "prövat", "hjulet"):  # the first one takes in the words of what is new
        with CaptureQueriesContext(connection) as asked:
            client.get(f"{ADDRESS}?for=underlag&om={actor.pk}&sok={sought}")
        costs.append(len(asked))
    assert costs[1] == costs[2]
