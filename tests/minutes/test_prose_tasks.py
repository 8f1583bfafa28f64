"""Tasks in running text: people whom no list names, verbs before their subjects, tasks behind other words."""

from __future__ import annotations

import pytest
from tests.minutes.make_notes import said

Task = tuple[str | None, str | None]


def tasks(body: str) -> list[Task]:
    """Owner and due of each action in the item, as written."""
    return [
        (one.owner.words if one.owner else None, one.due.words if one.due else None)
        for one in said(body)
        if one.action
    ]


UNLISTED = {
    "given-name": ("Fredrik kontaktar banken under nästa vecka.", ("Fredrik", "under nästa vecka")),
    "short-form": ("Lollo fixar lås till förrådet.", ("Lollo", None)),
    "two": ("Gun-Britt och Simon tar fram ett program.", ("Gun-Britt och Simon", None)),
    "in-full": ("Gösta Ekvall målar skylten.", ("Gösta Ekvall", None)),
    "behind-a-comma": ("Lokal saknas 8/4, Karl löser det under december.", ("Karl", "december")),
    "decided": ("Det beslutades att Nicolas ska skapa en lista.", ("Nicolas", None)),
}


@pytest.mark.parametrize(("body", "task"), UNLISTED.values(), ids=UNLISTED)
def test_a_common_given_name_acts_without_a_list(body: str, task: Task) -> None:
    """Who bears a common given name may have a task, though no list of people names them."""
    assert tasks(body) == [task]


FRONTED = {
    "coming-meeting": ("Till nästa möte tar Rut fram siffror.", ("Rut", "Till nästa möte")),
    "season": ("Under våren kontaktar Tage skolorna.", ("Tage", "våren")),
    "everybody-by-a-day": ("Senast fredag ska alla ha lagt in önskemål.", ("alla", "fredag")),
    "municipalities": ("Före jul ska kommunerna skicka in svar.", ("kommunerna", "Före jul")),
    "then": ("Därefter bokar Tage lokal.", ("Tage", None)),
}


@pytest.mark.parametrize(("body", "task"), FRONTED.values(), ids=FRONTED)
def test_a_verb_before_its_subject(body: str, task: Task) -> None:
    """Where a sentence opens with a time, its verb stands before its subject."""
    assert tasks(body) == [task]


TOLD_IN_PROSE = {
    "must": ("Rut måste skicka in ansökan.", ("Rut", None)),
    "meets": (
        "Att göra: Rut och Tage träffas om gränsen före midsommar.",
        ("Rut och Tage", "före midsommar"),
    ),
    "somebody-to-be-told": ("Tage meddelar båda.", ("Tage", None)),
    "to-be-informed": ("Rut informerar rektorerna.", ("Rut", None)),
    "day-before-the-agent": ("Ronden görs 7/11 av Rut och Tage.", ("Rut och Tage", "7/11")),
    "asked-by": ("Spelmannen tillfrågas av Tage.", ("Tage", None)),
    "today": ("Rut ändrar adressen på listan idag.", ("Rut", None)),
    "time-in-a-clause": ("Vi beslöt att Rut i veckan lägger upp inbjudan.", ("Rut", "i veckan")),
    "starts-something": ("Rut startar en tråd om vårträffen.", ("Rut", None)),
}


@pytest.mark.parametrize(("body", "task"), TOLD_IN_PROSE.values(), ids=TOLD_IN_PROSE)
def test_more_ways_to_tell_a_task(body: str, task: Task) -> None:
    """Somebody is to do something, whatever the words around it."""
    assert tasks(body) == [task]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Gösta Ekvall berättar om resan.", id="unlisted-who-tells"),
        pytest.param("Fredrik arbetar med ansökan.", id="unlisted-at-work"),
        pytest.param("På mötet presenterar Rut siffrorna.", id="fronted-telling"),
        pytest.param("I höst börjar Tage på en ny skola.", id="fronted-beginning"),
        pytest.param("Vid oro kontaktar rektorn socialtjänsten.", id="what-a-role-does-each-time"),
        pytest.param("Rut informerar rektorerna om mötet.", id="what-is-told"),
        pytest.param("Tage informerar nätverket.", id="told-at-the-meeting"),
        pytest.param("Rut behöver vila.", id="need"),
        pytest.param("Tage arbetar heltid i dag.", id="so-today"),
        pytest.param("Styrelsen planerar inför årsmötet den 17/4.", id="planning"),
        pytest.param("Rut erbjuder församlingshemmet utan hyra.", id="offer"),
        pytest.param("Boken skrevs av Rut.", id="done-by"),
        pytest.param("Rapporten tas fram i år av konsulten.", id="agent-far-off-is-no-person"),
    ],
)
def test_what_is_no_task(body: str) -> None:
    """What people tell, are at, or always do gives nobody anything to do."""
    assert tasks(body) == []
