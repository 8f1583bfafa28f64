"""The first page, the list of meetings, and the questions of what is the same."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests import make
from tests.web import signed, specimens

from samsyn.register.models import Meeting, Person, Suggestion

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

pytestmark = pytest.mark.django_db


def headings(html: str) -> list[str]:
    """The headings of the concerns, in order."""
    return [words.strip() for words in re.findall(r'concern-body">\s*<h3>(.*?)</h3>', html, flags=re.DOTALL)]


def test_what_is_hardest_to_recover_comes_first() -> None:
    """Ownerless before late, late before absent, and what the machine only doubts last."""
    make.imported(specimens.steering_group(), specimens.joint_meeting())
    assert headings(signed.page(signed.bo(), "/")) == [
        "Beslut och åtgärder utan ägare eller datum",
        "Åtgärd vars datum har passerat",
        "Beslut som ingen har följt upp",
        "Möte som bestämde utan att alla var på plats",
        "Möten som saknar anteckningar",
        "Tveksamheter i det som lästs",
        "Beslut och åtgärder som är lästa, inte bekräftade",
    ]


def test_the_source_words_lead_to_their_place() -> None:
    """Each example is a link to the very row of its meeting."""
    make.imported(specimens.joint_meeting())
    html = signed.page(signed.bo(), "/")
    assert re.search(r'<a class="source" href="/moten/\d+/\?rad=statement-(\d+)#statement-\1">', html)


def test_only_the_first_action_is_primary() -> None:
    """One primary button on a page."""
    make.imported(specimens.steering_group(), specimens.joint_meeting())
    assert signed.page(signed.bo(), "/").count("button primary") == 1


@pytest.mark.parametrize(("who", "offered"), [(signed.anna, True), (signed.bo, False)], ids=["anna", "bo"])
def test_an_empty_register_says_how_to_begin(who: Callable[[], Client], offered: bool) -> None:
    """The first day has a sentence for all, and the way for those who may read notes in."""
    html = signed.page(who(), "/")
    assert ("Inga anteckningar än." in html, "samsyn import mapp" in html) == (True, offered)


def news(html: str) -> list[str]:
    """The rows of what is new, as words."""
    rows = re.findall(r'<ul class="news".*?</ul>', html, flags=re.DOTALL)
    items = re.findall(r"<li>(.*?)</li>", "".join(rows), flags=re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", "", row).split()) for row in items]


def test_what_is_new_is_told() -> None:
    """What has been read in of late, the last first, and how many more."""
    for day in range(1, 6):
        make.meeting(bodies=("Provnätet",), on=date(2026, 3, day), name=f"{day}.txt")
    assert news(signed.page(signed.bo(), "/")) == [
        "Fem möten inlästa: Provnätet 5 mar, Provnätet 4 mar, Provnätet 3 mar och två till."
    ]


def test_of_notes_in_draft_no_news_is_told() -> None:
    """Whoever does not see them does not hear of them here."""
    make.meeting()
    Meeting.objects.update(notes_state="draft")
    assert (news(signed.page(signed.bo(), "/")), len(news(signed.page(signed.anna(), "/")))) == ([], 1)


def test_a_coming_meeting_is_shown_with_its_day() -> None:
    """A day that notes announce stands beside the list."""
    day = timezone.localdate() + timedelta(days=30)
    make.meeting(on=timezone.localdate(), next_on=day)
    html = signed.page(signed.bo(), "/")
    assert (
        "Känt genom andra mötens anteckningar" in html[html.index('id="narmast"') : html.index('id="senast"')]
    )


def test_all_is_well_is_said() -> None:
    """A register where nothing waits says so, and leads on."""
    make.meeting(on=timezone.localdate())
    html = signed.page(signed.bo(), "/")
    assert ("Inget behöver uppmärksamhet i dag." in html, "Inget väntar." in html) == (True, True)


def test_meetings_are_listed_by_year() -> None:
    """Latest first; those only spoken of say that notes are missing."""
    make.imported(specimens.steering_group(), specimens.joint_meeting())
    html = signed.page(signed.bo(), "/moten/")
    days = re.findall(r'cell-day nowrap">(.*?)</td>', html)
    assert days == ["9 okt", "26 maj", "12 mar", "3 feb"]
    assert html.count("Anteckningar saknas") == 2


def test_meetings_of_one_body() -> None:
    """The choice of a body narrows the list."""
    make.imported(specimens.steering_group(), specimens.joint_meeting())
    html = signed.page(signed.bo(), "/moten/")
    code = re.findall(r'<option value="(\d+)">Styrgruppen', html)[0]
    narrowed = signed.page(signed.anna(), f"/moten/?organ={code}")
    assert re.findall(r'cell-day nowrap">(.*?)</td>', narrowed) == ["26 maj", "3 feb"]


def test_an_undated_meeting_stands_last() -> None:
    """It has a heading of its own, and its missing day is said."""
    make.imported(make.reading(), make.reading(on=None, bodies=("Annat nätverk",), name="b.txt"))
    html = signed.page(signed.bo(), "/moten/")
    assert re.findall(r'scope="rowgroup" colspan="7">(.*?)</th>', html) == ["2026", "Utan datum"]


def pair() -> Suggestion:
    """Two people with near-equal names."""
    left = Person.objects.create(name="Elsa Berg", key="elsa berg")
    right = Person.objects.create(name="Else Berg", key="else berg")
    return Suggestion.objects.create(
        kind="person", left_id=left.pk, right_id=right.pk, reason="Nästan samma namn."
    )


@pytest.mark.parametrize(("answer", "people"), [("samma", 1), ("olika", 2)])
def test_a_person_answers_whether_two_are_one(answer: str, people: int) -> None:
    """Nothing is merged before that; refused ones are not asked about again."""
    suggestion, client = pair(), signed.anna()
    client.post(f"/forslag/{suggestion.pk}/", {"svar": answer})
    assert (Person.objects.count(), "Inga frågor väntar." in signed.page(client, "/forslag/")) == (
        people,
        True,
    )


def test_a_question_shows_both_names_and_why() -> None:
    """Both as written, with the reason."""
    pair()
    html = signed.page(signed.anna(), "/forslag/")
    assert ("Elsa Berg" in html, "Else Berg" in html, "Nästan samma namn." in html) == (True, True, True)


@pytest.mark.parametrize("answer", ["olika", "samma"])
def test_either_answer_can_be_undone(answer: str) -> None:
    """The page says so before, and offers it after."""
    suggestion, client = pair(), signed.anna()
    assert "Båda svaren går att ångra, utom när två möten slås ihop." in signed.page(client, "/forslag/")
    client.post(f"/forslag/{suggestion.pk}/", {"svar": answer})
    assert signed.page(client, "/forslag/").count('name="handelse"') == 1


@pytest.mark.parametrize(("chosen", "kept"), [("dark", ' data-theme="dark"'), ("", ""), ("lila", "")])
def test_the_chosen_look_stays(chosen: str, kept: str) -> None:
    """Light or dark is kept in a cookie; anything else is the computer's own."""
    client = signed.bo()
    client.post("/utseende/", {"theme": chosen, "next": "/moten/"})
    assert f'<html lang="sv"{kept}>' in signed.page(client, "/moten/")
