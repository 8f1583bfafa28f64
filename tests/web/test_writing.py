"""The page where notes are written: saved as typed and as a plain form, handed in, out as files."""

from __future__ import annotations

import io
import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from tests import make
from tests.web import signed

from samsyn.accounts.models import User
from samsyn.publish.service import own_template
from samsyn.reading import read_bytes
from samsyn.register.models import Body, Meeting, MeetingState, NotesDraft, NotesState, Statement
from samsyn.register.service import begin_draft, finalise_notes

if TYPE_CHECKING:
    from django.http import HttpResponse

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 22)


@pytest.fixture
def client() -> Client:
    """Anna, who may everything."""
    return signed.anna()


@pytest.fixture
def draft(client: Client) -> NotesDraft:
    """Begun for a body that has met once."""
    body = make.meeting(came=(make.Came(name="Ebba Ek", affiliation="Flens kommun"),)).bodies.get()
    return begin_draft(body, on=DAY, agenda=["Budget"], by=User.objects.get(email="anna@exempel.se"))


def content_of(draft: NotesDraft, **changed: Any) -> dict[str, Any]:
    """What is kept, some of it changed."""
    draft.refresh_from_db()
    return {**draft.content, **changed}


def type_in(client: Client, draft: NotesDraft, content: dict[str, Any], *, version: int = 1) -> HttpResponse:
    """What the page sends as somebody types."""
    sent = json.dumps({"version": version, "content": content})
    return client.post(f"/skriv/{draft.pk}/", sent, content_type="application/json")  # type: ignore[return-value]


def form_of(draft: NotesDraft, **changed: Any) -> dict[str, Any]:
    """The page's form as a browser without script sends it."""
    item = content_of(draft)["items"][0]
    block = item["blocks"][0]
    return {
        "version": draft.version,
        "day": draft.content["day"],
        "people": ["0", "1"],
        "people-0-name": "Ebba Ek",
        "people-0-organisation": "Flens kommun",
        "people-0-present": "1",
        "people-1-name": "Per Lund",
        "people-1-organisation": "Region Prov",
        "people-1-present": "1",
        "item": [item["id"]],
        f"item-{item['id']}": item["heading"],
        "block": [f"{item['id']}:{block['id']}:text"],
        f"text-{block['id']}": "Läget gicks igenom.",
        **changed,
    }


def test_a_new_meeting_is_begun(client: Client) -> None:
    """With the agenda that was typed."""
    body = Body.objects.create(name="Styrgruppen", key="styrgruppen")
    sent = {"organ": body.pk, "dag": "2026-11-22", "dagordning": "Öppnande\n\nBudget"}
    response = client.post("/skriv/", sent)
    draft = NotesDraft.objects.get()
    assert response["Location"] == f"/skriv/{draft.pk}/"
    assert [item["heading"] for item in draft.content["items"]] == ["Öppnande", "Budget"]


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        pytest.param({"dag": "2026-11-22"}, "Välj vilket organ som möts.", id="no-body"),
        pytest.param({"organ": "1", "dag": ""}, "Välj mötets dag.", id="no-day"),
    ],
)
def test_what_is_missing_is_said(client: Client, sent: dict[str, str], said: str) -> None:
    """Nothing is begun."""
    body = Body.objects.create(name="Styrgruppen", key="styrgruppen")
    response = client.post("/skriv/", {**sent, **({"organ": body.pk} if "organ" in sent else {})})
    assert said in response.content.decode()


def test_a_planned_meeting_is_listed_and_begun(client: Client) -> None:
    """One press, with the agenda of last time."""
    body = make.meeting(headings=("Öppnande",)).bodies.get()
    planned = Meeting.objects.create(state=MeetingState.PLANNED, start_on=timezone.localdate())
    planned.set_bodies([body])
    assert f"/skriv/mote/{planned.pk}/" in signed.page(client, "/skriv/")
    client.post(f"/skriv/mote/{planned.pk}/")
    draft = NotesDraft.objects.get()
    assert (draft.meeting, draft.content["items"][0]["heading"]) == (planned, "Öppnande")


def test_saved_as_typed(client: Client, draft: NotesDraft) -> None:
    """The page learns the new version's number."""
    response = type_in(client, draft, content_of(draft, place="Flen"))
    assert (json.loads(response.content)["version"], content_of(draft)["place"]) == (2, "Flen")


def test_two_who_write_both_see_what_is_written(client: Client, draft: NotesDraft) -> None:
    """The second is shown both, and nothing is overwritten."""
    type_in(client, draft, content_of(draft, place="Flen"))
    response = type_in(client, draft, content_of(draft, place="Trosa"))
    html = json.loads(response.content)["html"]
    assert (response.status_code, "Flen" in html, "Trosa" in html) == (409, True, True)
    assert content_of(draft)["place"] == "Flen"


def test_an_identity_number_is_said_at_its_words(client: Client, draft: NotesDraft) -> None:
    """With the name of the field."""
    response = type_in(client, draft, content_of(draft, place="811228-9874"))
    assert (response.status_code, json.loads(response.content)["field"]) == (422, "place")


@pytest.mark.parametrize("sent", ["nej", "[]", '{"version":1,"content":7}'])
def test_what_is_no_content_is_refused(client: Client, draft: NotesDraft, sent: str) -> None:
    """Whatever is sent."""
    response = client.post(f"/skriv/{draft.pk}/", sent, content_type="application/json")
    assert response.status_code == 422


def test_a_plain_form_saves(client: Client, draft: NotesDraft) -> None:
    """Without script the whole page is sent."""
    client.post(f"/skriv/{draft.pk}/", form_of(draft, place="Flen"))
    kept = content_of(draft)
    assert (kept["place"], kept["people"][0]["present"]) == ("Flen", True)
    assert kept["items"][0]["blocks"][0]["text"] == "Läget gicks igenom."


@pytest.mark.parametrize(
    ("button", "found"),
    [
        pytest.param("add-item", (2, 1, 2), id="item"),
        pytest.param("add-block:{item}:decision", (1, 2, 2), id="decision"),
        pytest.param("add-block:{item}:nonsense", (1, 1, 2), id="no-such-kind"),
        pytest.param("add-person", (1, 1, 3), id="person"),
        pytest.param("drop-person:0", (1, 1, 1), id="without-person"),
        pytest.param("drop-block:{block}", (1, 0, 2), id="without-block"),
        pytest.param("drop-item:{item}", (0, 0, 2), id="without-item"),
    ],
)
def test_a_plain_form_adds_and_takes_away(
    client: Client, draft: NotesDraft, button: str, found: tuple[int, int, int]
) -> None:
    """With buttons that send the form."""
    item = content_of(draft)["items"][0]
    wanted = button.format(item=item["id"], block=item["blocks"][0]["id"])
    client.post(f"/skriv/{draft.pk}/", form_of(draft, do=wanted))
    kept = content_of(draft)
    n_blocks = sum(len(one["blocks"]) for one in kept["items"][:1])
    assert (len(kept["items"]), n_blocks, len(kept["people"])) == found


def test_a_plain_form_that_comes_late_shows_both(client: Client, draft: NotesDraft) -> None:
    """And offers to put them together."""
    late = form_of(draft, place="Trosa")
    type_in(client, draft, content_of(draft, place="Flen"))
    html = client.post(f"/skriv/{draft.pk}/", late).content.decode()
    assert ("Ta med båda" in html, "Flen" in html, "Trosa" in html) == (True, True, True)


@pytest.mark.parametrize(
    ("do", "place", "headings"),
    [
        pytest.param("merge", "Trosa", ["Budget", "Övrigt"], id="both"),
        pytest.param("keep-own", "Trosa", ["Budget"], id="own"),
    ],
)
def test_two_versions_are_settled(
    client: Client, draft: NotesDraft, do: str, place: str, headings: list[str]
) -> None:
    """As the second of two chooses."""
    own = json.dumps(content_of(draft, place="Trosa"))
    more = [*draft.content["items"], {"id": "x", "heading": "Övrigt", "blocks": []}]
    type_in(client, draft, content_of(draft, items=more))
    client.post(f"/skriv/{draft.pk}/", {"do": do, "version": 2, "own": own})
    kept = content_of(draft)
    assert (kept["place"], [item["heading"] for item in kept["items"]]) == (place, headings)


def test_handed_in_notes_are_the_meetings(client: Client, draft: NotesDraft) -> None:
    """The Word file is the original, and its reading the record."""
    item = content_of(draft)["items"][0]["id"]
    sent = form_of(draft, block=[f"{item}:b:decision"], **{"text-b": "Budgeten antas."})
    response = client.post(f"/skriv/{draft.pk}/klar/", sent)
    meeting = Meeting.objects.get(start_on=DAY)
    assert response["Location"] == f"/moten/{meeting.pk}/"
    assert meeting.notes_state == NotesState.DRAFT
    assert Statement.objects.get(meeting=meeting, kind="decision").text == "Budgeten antas."


def test_handing_in_again_is_a_new_version(client: Client, draft: NotesDraft) -> None:
    """As long as the notes are open."""
    client.post(f"/skriv/{draft.pk}/klar/", form_of(draft))
    client.post(f"/skriv/{draft.pk}/klar/", form_of(draft, place="Flen"))
    assert Meeting.objects.get(start_on=DAY).versions.count() == 2


def test_a_script_hands_in_what_is_saved(client: Client, draft: NotesDraft) -> None:
    """By the number of the version alone; with an older one nothing is handed in."""
    headings = [{"id": "a" * (at + 1), "heading": "Punkt", "blocks": []} for at in range(2)]
    type_in(client, draft, content_of(draft, items=headings))
    client.post(f"/skriv/{draft.pk}/klar/", {"version": 1})
    assert not Meeting.objects.filter(start_on=DAY).exists()
    client.post(f"/skriv/{draft.pk}/klar/", {"version": 2})
    assert Meeting.objects.filter(start_on=DAY).exists()


def test_handing_in_the_same_again_is_nothing_new(client: Client, draft: NotesDraft) -> None:
    """The same words are the same file."""
    client.post(f"/skriv/{draft.pk}/klar/", form_of(draft))
    client.post(f"/skriv/{draft.pk}/klar/", form_of(draft))
    assert Meeting.objects.get(start_on=DAY).versions.count() == 1


def test_too_little_to_be_notes_is_said(client: Client, draft: NotesDraft) -> None:
    """What is missing is named, and all that is written stays."""
    html = client.post(f"/skriv/{draft.pk}/klar/", form_of(draft, people=[])).content.decode()
    assert ("kryssa i vilka som var på plats" in html, "Läget gicks igenom." in html) == (True, True)


def test_finalised_notes_are_not_written_on(client: Client, draft: NotesDraft) -> None:
    """What is handed in then is refused, and the page leads to the meeting."""
    client.post(f"/skriv/{draft.pk}/klar/", form_of(draft))
    meeting = Meeting.objects.get(start_on=DAY)
    finalise_notes(meeting, seen=1, addresses=[], by=User.objects.get(email="anna@exempel.se"), on=DAY)
    html = client.post(f"/skriv/{draft.pk}/klar/", form_of(draft, place="Flen")).content.decode()
    assert ("färdigställda" in html, meeting.versions.count()) == (True, 1)
    assert client.get(f"/skriv/{draft.pk}/")["Location"] == f"/moten/{meeting.pk}/"


def test_a_meeting_without_day_is_not_handed_in(client: Client, draft: NotesDraft) -> None:
    """It is asked for."""
    html = client.post(f"/skriv/{draft.pk}/klar/", form_of(draft, day="")).content.decode()
    assert "Mötets dag saknas" in html


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_a_draft_comes_out_as_a_file(client: Client, draft: NotesDraft, ending: str) -> None:
    """Readable as what it is called."""
    response = client.get(f"/skriv/{draft.pk}/utkast.{ending}")
    document = read_bytes(response.content, name=f"x.{ending}")
    assert (document.format, "Budget" in document.text) == (ending, True)


@pytest.mark.parametrize(
    ("state", "status"), [("draft", 404), ("finalised", 200), ("finalised_elsewhere", 200)]
)
def test_finished_notes_come_as_pdf(client: Client, state: str, status: int) -> None:
    """Those that are still open do not."""
    meeting = make.meeting()
    Meeting.objects.filter(pk=meeting.pk).update(notes_state=state)
    assert client.get(f"/moten/{meeting.pk}/anteckningar.pdf").status_code == status


def test_a_draft_is_thrown_away(client: Client, draft: NotesDraft) -> None:
    """And had back."""
    client.post(f"/skriv/{draft.pk}/ta-bort/", {"version": 1})
    assert client.get(f"/skriv/{draft.pk}/").status_code == 404
    client.post(f"/skriv/{draft.pk}/ta-tillbaka/")
    assert client.get(f"/skriv/{draft.pk}/").status_code == 200


def test_a_template_is_sent_and_fetched(client: Client, draft: NotesDraft) -> None:
    """And said to hold."""
    file = SimpleUploadedFile("vår mall.docx", own_template())
    client.post(f"/skriv/mall/{draft.body_id}/", {"fil": file})
    assert "vår mall.docx" in signed.page(client, f"/skriv/mall/{draft.body_id}/")
    assert client.get(f"/skriv/mall/{draft.body_id}/mall.docx").content == own_template()


def test_a_template_that_cannot_be_used_is_refused(client: Client, draft: NotesDraft) -> None:
    """With what to do."""
    response = client.post(f"/skriv/mall/{draft.body_id}/", {"fil": io.BytesIO(b"nej")})
    assert "Fält som mallen kan ha" in response.content.decode()


@pytest.mark.parametrize("address", ["/skriv/{}/", "/skriv/{}/utkast.docx", "/skriv/{}/utkast.pdf"])
def test_secretaries_of_other_bodies_see_nothing(draft: NotesDraft, address: str) -> None:
    """What is being written is not yet for others."""
    other = Client()
    other.force_login(make.secretary(Body.objects.create(name="Annat råd", key="annat råd")))
    assert other.get(address.format(draft.pk)).status_code == 403


def test_secretaries_see_the_drafts_of_their_own_bodies(draft: NotesDraft) -> None:
    """In the list, and not those of others."""
    other = Client()
    other.force_login(make.secretary(Body.objects.create(name="Annat råd", key="annat råd")))
    assert f"/skriv/{draft.pk}/" not in signed.page(other, "/skriv/")


@pytest.mark.parametrize("n_items", [1, 40])
def test_the_page_asks_the_database_as_often_for_long_notes(
    client: Client, draft: NotesDraft, n_items: int, django_assert_num_queries: Any
) -> None:
    """All that is written lies in one row."""
    items = [{"id": "i" * (at + 1), "heading": "Punkt", "blocks": []} for at in range(n_items)]
    type_in(client, draft, content_of(draft, items=items))
    with django_assert_num_queries(4):
        signed.page(client, f"/skriv/{draft.pk}/")


def test_a_planned_meeting_offers_to_write(client: Client) -> None:
    """On its page, to those who may."""
    planned = Meeting.objects.create(state=MeetingState.PLANNED, start_on=DAY)
    planned.set_bodies([Body.objects.create(name="Styrgruppen", key="styrgruppen")])
    address = f"/moten/{planned.pk}/"
    assert f"/skriv/mote/{planned.pk}/" in signed.page(client, address)
    assert f"/skriv/mote/{planned.pk}/" not in signed.page(signed.bo(), address)


def test_open_notes_that_were_written_here_are_gone_on_with(client: Client, draft: NotesDraft) -> None:
    """From the meeting's page."""
    address = client.post(f"/skriv/{draft.pk}/klar/", form_of(draft))["Location"]
    assert f"/skriv/{draft.pk}/" in signed.page(client, address)


def test_a_meeting_with_notes_is_not_begun(client: Client) -> None:
    """The page says why."""
    meeting = make.meeting()
    response = client.post(f"/skriv/mote/{meeting.pk}/", follow=True)
    assert "Mötet har redan anteckningar" in response.content.decode()


@pytest.mark.parametrize("n_drafts", [1, 12])
def test_the_list_asks_the_database_as_often_for_many(
    client: Client, draft: NotesDraft, n_drafts: int, django_assert_num_queries: Any
) -> None:
    """Drafts and meetings to come are each one question."""
    for at in range(1, n_drafts + 1):
        planned = Meeting.objects.create(state=MeetingState.PLANNED, start_on=timezone.localdate())
        planned.set_bodies([draft.body])
        begin_draft(draft.body, on=date(2027, 1, at), agenda=(), by=draft.begun_by)
    with django_assert_num_queries(8):
        signed.page(client, "/skriv/")


def item(id_: str, block: str, text: str) -> dict[str, Any]:
    """An item of the agenda with a block, as the page sends it."""
    return {"id": id_, "heading": "", "blocks": [{"id": block, "kind": "text", "text": text}]}


LINES = "a\n" * 4999 + "a"  # the most of them


@pytest.mark.parametrize(
    "sent",
    [
        "[" * 100_000,
        '{"a":' * 100_000,
        json.dumps({"content": {"items": [{"id": "a", "blocks": [{"id": "b", "kind": []}]}]}}),
        json.dumps({"content": {"items": [item("a", "b", LINES), item("c", "d", "a")]}}),
    ],
    ids=["lists-in-lists", "rows-in-rows", "kind-that-is-none", "too-many-lines"],
)
def test_what_no_page_sends_is_refused(client: Client, draft: NotesDraft, sent: str) -> None:
    """With a sentence, not as a fault."""
    assert client.post(f"/skriv/{draft.pk}/", sent, content_type="application/json").status_code == 422
