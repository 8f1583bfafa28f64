"""How each value was found, and the page that tells what the rules say."""

from __future__ import annotations

import re

import pytest
from tests import make
from tests.web import signed, specimens

from samsyn.minutes.records import Certainty
from samsyn.minutes.rules import rule_groups
from samsyn.register.models import Meeting, Statement, Value
from samsyn.web import words
from samsyn.web.views.rules import Words, cut_looks

pytestmark = pytest.mark.django_db


def decision(**changed: str) -> Statement:
    """The decision of the joint meeting, its values changed as given."""
    make.imported(specimens.joint_meeting())
    said = Statement.objects.get(meeting=Meeting.objects.get(state="held"), kind="decision")
    said.values.update(**changed)
    return said


def found_by(said: Statement) -> list[str]:
    """What the meeting's page tells of how a statement's values were found."""
    html = signed.page(signed.bo(), f"/moten/{said.meeting_id}/")
    row = html[html.index(f'id="statement-{said.pk}"') :].partition("</details>")[0]
    return [
        " ".join(re.sub("<[^>]+>", "", told).split())
        for told in re.findall(r'<span class="line-rule">(.*?)</span>', row, re.DOTALL)
    ]


@pytest.mark.parametrize(
    ("certainty", "word"), [("clear", "säker"), ("likely", "trolig"), ("doubtful", "tveksam")]
)
def test_each_value_tells_its_rule_and_how_sure_it_is(certainty: str, word: str) -> None:
    """In the scale's Swedish words."""
    said = decision(rule="S10", certainty=certainty)
    assert found_by(said) == [f"Regel S10, {word}"] * said.values.count()


def test_the_whole_scale_has_words() -> None:
    """No value is without a word for how sure its rule is."""
    assert set(words.CERTAINTIES) == {str(certainty) for certainty in Certainty}


def test_what_is_confirmed_still_tells_its_rule() -> None:
    """It was read all the same."""
    assert found_by(decision(rule="S10", state="confirmed"))[0] == "Regel S10, säker"


def test_what_a_person_has_put_in_has_no_rule() -> None:
    """No rule found the value that a correction shows."""
    assert found_by(decision(rule="S10", state="corrected")) == []


def test_the_rule_leads_to_its_own_row() -> None:
    """The link opens the page at the rule, whatever signs its number has."""
    said = decision(rule="I3§")
    html = signed.page(signed.bo(), f"/moten/{said.meeting_id}/")
    assert 'Regel <a href="/regler/#I3%C2%A7">I3§</a>' in html


def test_an_open_row_of_the_list_tells_the_rules_too() -> None:
    """Decisions and actions are shown in the same way."""
    said = decision(rule="S10")
    html = signed.page(signed.bo(), f"/beslut/?oppen={said.pk}")
    assert html.count('Regel <a href="/regler/#S10">') == Value.objects.filter(statement=said).count()


def test_every_rule_has_its_row() -> None:
    """Each number is an anchor, once and in order."""
    html = signed.page(signed.bo(), "/regler/")
    assert re.findall(r'<tr id="([^"]+)">', html) == [
        rule.number for group in rule_groups() for rule in group.rules
    ]


def test_an_example_looks_as_in_the_notes() -> None:
    """Struck words are struck, line follows on line, and it is set as the source's words are."""
    html = signed.page(signed.bo(), "/regler/")
    assert [
        sign in html
        for sign in (
            '<td class="source"><s>Siv Fjällgren</s></td>',
            '<td class="source">Trygga barn<br>Minnesanteckningar Styrgruppsmöte</td>',
        )
    ] == [True, True]


@pytest.mark.parametrize(
    ("line", "cut"),
    [
        pytest.param("Datum: 260410", [Words("Datum: 260410")], id="plain"),
        pytest.param("~~Siv~~, Flen", [Words("Siv", "s"), Words(", Flen")], id="struck"),
        pytest.param("**A** och **B**", [Words("A", "b"), Words(" och "), Words("B", "b")], id="bold"),
        pytest.param("4 ** 2", [Words("4 ** 2")], id="signs-alone"),
    ],
)
def test_a_line_is_cut_by_its_looks(line: str, cut: list[Words]) -> None:
    """What stands between two signs has their look."""
    assert cut_looks(line) == cut


@pytest.mark.parametrize("address", ["/", "/moten/", "/beslut/", "/forslag/", "/moten/{meeting}/"])
def test_every_page_leads_to_the_rules(address: str) -> None:
    """In its foot, or below the reading."""
    filled = address.format(meeting=decision().meeting_id)
    assert '<a href="/regler/">Så läses anteckningarna</a>' in signed.page(signed.bo(), filled)
