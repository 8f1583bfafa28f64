"""One meeting's page: the notes beside what was read in them."""

from __future__ import annotations

import re

import pytest
from tests import make
from tests.web import signed, specimens

from samsyn.register.models import AgendaItem, Attendance, Meeting, Statement, Value

pytestmark = pytest.mark.django_db


def joint() -> Meeting:
    """The joint meeting, taken into the register."""
    make.imported(specimens.joint_meeting())
    return Meeting.objects.get(state="held")


def shown(meeting: Meeting, query: str = "") -> str:
    """The meeting's page."""
    return signed.page(signed.anna(), f"/moten/{meeting.pk}/{query}")


def test_the_notes_are_whole() -> None:
    """What the page shows of the notes is their text, and nothing else."""
    html = shown(joint())
    sheet = html[html.index('<article class="sheet') : html.index("</article>")]
    words = re.sub(r"<svg.*?</svg>|<span class=\"marker\">.*?</span>|<[^>]+>", "", sheet, flags=re.DOTALL)
    version = Meeting.objects.get(state="held").versions.get()
    assert words.split() == version.text.split()


def test_every_value_has_its_place_in_the_notes() -> None:
    """Each value that was read is a mark in the notes, by its number."""
    html = shown(joint())
    lit = {number for found in re.findall(r'data-values="([^"]*)"', html) for number in found.split()}
    assert lit == {str(pk) for pk in Value.objects.values_list("pk", flat=True)}


def test_a_mark_leads_to_its_row_without_script() -> None:
    """The link in the notes opens the row, and the row's own link leads back."""
    said = Statement.objects.get(meeting=joint(), kind="decision")
    html = signed.page(signed.bo(), f"/moten/{said.meeting_id}/")
    assert f'href="?rad=statement-{said.pk}#statement-{said.pk}"' in html
    assert f'href="?rad=statement-{said.pk}#plats-statement-{said.pk}"' in html


def test_what_is_chosen_is_lit_on_both_sides() -> None:
    """The address alone says what is chosen: the row is open and its words are lit."""
    meeting = joint()
    said = Statement.objects.get(meeting=meeting, kind="decision")
    html = shown(meeting, f"?rad=statement-{said.pk}")
    lit = re.findall(r'class="said said-\w+ lit"[^>]*>(.*?)</a>', html)
    assert (
        "".join(re.sub("<[^>]+>", "", words) for words in lit) == "Beslut:Den nya överenskommelsen godkänns."
    )
    assert f'id="statement-{said.pk}"' in html.split("<details open>", maxsplit=1)[0]


def test_each_row_stands_once() -> None:
    """No two elements have the same id."""
    ids = re.findall(r'\sid="([^"]+)"', shown(joint()))
    assert sorted(ids) == sorted(set(ids))


def test_words_of_the_notes_are_never_code() -> None:
    """What somebody wrote in a file cannot run in the page."""
    meeting = make.meeting(said=(make.Said(text="<script>alert(1)</script><img src=x onerror=y>"),))
    html = shown(meeting)
    assert ("<script>alert" in html, "<img" in html, "&lt;script&gt;alert(1)" in html) == (False, False, True)


def test_attendance_is_told_by_organisation() -> None:
    """Those with nobody in the room come first, with how many were expected."""
    html = shown(joint())
    groups = re.findall(
        r"<h3><a [^>]*>(.*?)</a></h3>", html[html.index('id="narvaro"') : html.index('id="punkter"')]
    )
    assert groups == ["Eskilstuna kommun", "Gnesta kommun", "Flens kommun", "Region Sörmland", "Trosa kommun"]


def test_the_affiliation_stays_as_written() -> None:
    """Where a note writes the organisation otherwise, that is shown beside its name."""
    assert "Skrivet ”Trosa”" in " ".join(shown(joint()).split())


def test_missing_owner_and_date_are_said() -> None:
    """A decision without owner or date says so."""
    html = shown(joint())
    row = html[html.index("Den nya överenskommelsen godkänns.</span>") :][:900]
    assert ("Ägare saknas" in row, "Datum saknas" in row) == (True, True)


def test_doubts_are_questions_about_their_rows() -> None:
    """A doubt about somebody in the list leads to that row."""
    struck = Attendance.objects.get(meeting=joint(), name="Egon Falk")
    html = signed.page(signed.anna(), f"/moten/{struck.meeting_id}/")
    question = html[html.index('id="tveksamma"') : html.index('id="beslut"')]
    assert "Namnet är struket" in question
    assert f'data-chooses="attendance-{struck.pk}"' in question


def test_a_meeting_only_spoken_of_has_a_page() -> None:
    """It says who speaks of it, and that notes are missing."""
    joint()
    coming = Meeting.objects.get(start_on="2026-10-09")
    html = shown(coming)
    assert ("men det saknar egna" in html, "Nästa möte efter" in html) == (True, True)


def test_the_original_comes_back_byte_for_byte() -> None:
    """As a download, whatever it holds."""
    meeting = joint()
    response = signed.bo().get(f"/moten/{meeting.pk}/original/1/")
    content = meeting.versions.get().source.content
    assert (response.content, response["Content-Disposition"][:10], response["Content-Type"]) == (
        bytes(content),
        "attachment",
        "application/octet-stream",
    )


@pytest.mark.parametrize(
    "address", ["/moten/99999/", "/moten/99999/original/1/", "/beslut/99999x/", "/finns-inte/"]
)
def test_what_is_not_there_is_said_in_swedish(address: str) -> None:
    """404 with a sentence and a way on."""
    response = signed.anna().get(address)
    assert (response.status_code, "Sidan finns inte" in response.content.decode()) == (404, True)


def test_items_have_their_presenters() -> None:
    """Who presents an item stands with it."""
    item = AgendaItem.objects.get(meeting=joint(), number="2")
    html = signed.page(signed.anna(), f"/moten/{item.meeting_id}/")
    row = html[html.index(f'id="item-{item.pk}"') :][:800]
    assert "Föredrar: Cesar Dahl" in " ".join(row.split())
