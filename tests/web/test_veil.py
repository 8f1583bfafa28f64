"""Somebody protected is in no answer to those who need not know them.

The addresses come from the routes: a page that is new is crawled without being named here.
"""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import get_resolver, reverse
from tests import make
from tests.web import signed

from samsyn.accounts.models import User
from samsyn.history.models import Event
from samsyn.mail.letters import write_letter
from samsyn.mail.service import make_link, queue_mail
from samsyn.minutes.records import Kind, OwnerKind
from samsyn.register import service
from samsyn.register.intake.attachments import keep_attachment
from samsyn.register.masking import MASKED
from samsyn.register.models import (
    Attachment,
    Attendance,
    Body,
    Doubt,
    Meeting,
    Organisation,
    Person,
    PersonAlias,
    Seat,
    Statement,
    Suggestion,
)
from samsyn.register.protection import hidden_from
from samsyn.web.urls import PERMISSIONS
from samsyn.web.veil import Veil

if TYPE_CHECKING:
    from django.http import HttpResponseBase
    from django.test import RequestFactory


pytestmark = [pytest.mark.django_db, pytest.mark.once]

NAME, BODY, DAY = "Vendela Sjökvist", "Nätverket för prov", date(2026, 3, 5)
HIS = ("open", "signed_in", "register.read")  # what readers open too
TOLD = ("vendela", "kvist", "brukslots")  # parts of the name and an alias, and a title that nobody else has
ASKED = "?ord=kontaktväg&oppen={statement_id}&vy=bild&q=ka"


def notes(name: str = "prov.txt", on: date = DAY) -> Meeting:
    """Notes that name Vendela in all ways."""
    return make.meeting(
        bodies=(BODY,),
        on=on,
        came=(
            make.Came(name=NAME, affiliation="Gnesta kommun"),
            make.Came(name="Karin Ek", affiliation="Flens kommun"),
        ),
        headings=("Vendelas fråga",),
        said=(
            make.Said(text="Sjökvist tar fram en kontaktväg.", kind=Kind.ASSIGNMENT, action=True, item=0,
                      owner=NAME, owner_kind=OwnerKind.PERSON),
            make.Said(text="Karin Ek godkänner förslaget från V. Sjökvist.", item=0),
        ),
        chair=NAME,
        doubts=("statements[0].owner",),
        also=("Kontakt: vendela.sjokvist@exempel.se", "VENDELA SJÖKVIST tackades.", "Till Lottakvist."),
        name=name,
    )  # fmt: skip


def protected() -> Person:
    """Vendela, of whom the register knows much, protected by Anna."""
    meeting = notes()
    vendela = Person.objects.get(name=NAME)
    PersonAlias.objects.create(person=vendela, text="Vendela Lottakvist", key="vendela lottakvist")
    Attendance.objects.filter(person=vendela).update(title="brukslots", role="brukslots")
    body = Body.objects.get(name=BODY)
    Seat.objects.create(
        person=vendela, body=body, role="brukslots", organisation=Organisation.objects.first()
    )
    other = Person.objects.create(name="Wendela Sjökvist", key="wendela sjökvist")
    Suggestion.objects.create(kind="person", left_id=vendela.pk, right_id=other.pk, reason=f"{NAME}?")
    keep_attachment(meeting.pk, b"x", name="Vendela Sjokvist.xlsx", by=None)
    Event.objects.create(
        what="person.renamed", subject_type="person", subject_id=vendela.pk, before={"name": NAME}, after={}
    )
    service.protect_person(vendela, why=f"{NAME} har skyddad folkbokföring", by=make.administrator())
    return vendela


def client_of(user: User) -> Client:
    """Signed in as somebody."""
    client = Client()
    client.force_login(user)
    return client


def addresses_of(name: str, vendela: Person) -> list[str]:
    """Addresses of a page about things that have to do with Vendela."""
    meeting = Meeting.objects.filter(state="held").order_by("pk")[0]
    known = {
        "meeting_id": meeting.pk,
        "statement_id": Statement.objects.order_by("pk")[0].pk,
        "person_id": vendela.pk,
        "kind": "person",
        "pk": vendela.pk,
        "body_id": Body.objects.get(name=BODY).pk,
        "organisation_id": Organisation.objects.get(name__startswith="Gnesta").pk,
        "attachment_id": meeting.attachments.get().pk,
        "doubt_id": Doubt.objects.order_by("pk")[0].pk,
        "suggestion_id": Suggestion.objects.get(reason__contains="?", right_id__gt=vendela.pk).pk,
    }
    pattern = next(one for one in get_resolver().url_patterns if getattr(one, "name", "") == name)
    kinds = pattern.pattern.converters.items()
    given = {key: known.get(key, "x" if "Str" in type(kind).__name__ else 1) for key, kind in kinds}
    plain = reverse(name, kwargs=given)
    return [plain, plain + ASKED.format(**known)]


def all_of(response: HttpResponseBase) -> str:
    """Head and body of an answer, in small letters."""
    body: bytes = b"".join(response) if response.streaming else response.content  # type: ignore[attr-defined]
    return (str(dict(response.items())) + body.decode(errors="replace")).casefold()


@pytest.mark.parametrize("name", PERMISSIONS)
def test_no_page_tells_a_reader_who_it_is(name: str) -> None:
    """Neither name, part of it, alias nor title is in any answer to Bo, whole page or part."""
    vendela, client = protected(), signed.bo()
    page, asked = addresses_of(name, vendela)
    told = all_of(client.get(page)) + all_of(client.get(asked, headers={"HX-Request": "true"}))
    assert [word for word in TOLD if word in told] == []


@pytest.mark.parametrize("name", [name for name, rule in PERMISSIONS.items() if rule not in HIS])
def test_no_page_tells_a_secretary_of_another_body(name: str) -> None:
    """Disa writes the notes of a body where Vendela has never been, and sees pages that readers do not."""
    vendela = protected()
    client = client_of(make.secretary(Body.objects.create(name="Andra nätverket", key="andranätverk")))
    told = all_of(client.get(addresses_of(name, vendela)[0]))
    assert [word for word in TOLD if word in told] == []


@pytest.mark.parametrize("name", [name for name, rule in PERMISSIONS.items() if rule == "open"])
def test_no_open_page_tells_a_stranger(name: str) -> None:
    """Whoever is not signed in sees least of all."""
    told = all_of(Client().get(addresses_of(name, protected())[0]))
    assert [word for word in TOLD if word in told] == []


@pytest.mark.parametrize("name", ["meeting", "statements", "statements_csv", "overview", "original"])
def test_without_protection_the_same_pages_tell(name: str) -> None:
    """The crawl would see the name if it were there."""
    vendela = protected()
    service.unprotect_person(vendela, why="Slut", by=make.user(email="e@exempel.se", is_administrator=True))
    answers = [all_of(signed.bo().get(at)) for at in addresses_of(name, vendela)[:1]]
    assert "kvist" in answers[0]


@pytest.mark.parametrize("kind", ["administrator", "archivist", "process_leader", "all", "own"])
def test_those_who_must_know_see_the_name(kind: str) -> None:
    """The notes are as they were for them, and the original can be fetched."""
    protected()
    body = Body.objects.get(name=BODY)
    roles = {"archivist": "archivist", "process_leader": "process_leader"}
    user = make.user(email="f@exempel.se", name="Folke Falk", is_administrator=kind == "administrator")
    known = make.role(user, roles.get(kind, "secretary"), body=body if kind == "own" else None).user
    meeting = Meeting.objects.get(state="held")
    client = client_of(known)
    page, original = (client.get(reverse(*at)) for at in [
        ("meeting", None, [meeting.pk]), ("original", None, [meeting.pk, 1])
    ])  # fmt: skip
    assert (NAME in page.content.decode(), original.status_code) == (True, 200)


def test_notes_read_in_later_are_veiled_at_once() -> None:
    """Nobody has to mark anything again."""
    protected()
    later = notes(name="senare.txt", on=date(2026, 5, 5))
    answer = all_of(signed.bo().get(reverse("meeting", args=[later.pk])))
    assert (MASKED.casefold() in answer, "kvist" in answer) == (True, False)


def test_the_place_is_not_told() -> None:
    """The list of those present does not say where the protected person comes from."""
    protected()
    meeting = Meeting.objects.get(state="held")
    answer = signed.page(signed.bo(), reverse("meeting", args=[meeting.pk]))
    assert ("Gnesta" in answer, "Flens kommun" in answer) == (False, True)


@pytest.mark.parametrize(
    "asked", ["sjökvist", "vendela", '"vendela sjökvist"', "tackades vendela", "sjök", "lotta"]
)
def test_a_search_finds_no_place_by_the_name(asked: str) -> None:
    """Not even how often it is there."""
    protected()
    answer = signed.page(signed.bo(), f"/sok/?ord={asked}").partition("<h1")[2]
    assert ("Inget hittades" in answer, 'class="hit' in answer) == (True, False)


def test_the_pages_of_the_network_do_not_tell_the_place() -> None:
    """Neither whom a body has from where, nor who has come from an organisation."""
    vendela, client = protected(), signed.bo()
    body, organisation = (
        signed.page(client, addresses_of(name, vendela)[0]) for name in ("body", "organisation")
    )
    assert (MASKED in body, "Gnesta" in body, MASKED in organisation) == (True, False, False)


@pytest.mark.parametrize("asked", ["", "sjö", "wendela", "vendela"])
def test_the_list_of_people_passes_over_the_name(asked: str) -> None:
    """It is the same whether the name is there or not; and so for whoever may be the same person."""
    protected()
    answer = signed.page(signed.bo(), f"/personer/?namn={asked}")
    assert ("Karin Ek" in answer, MASKED in answer) == (not asked, False)


def test_the_page_of_a_person_is_not_there() -> None:
    """To others than those who know, as if there were none."""
    vendela = protected()
    client = signed.bo()
    found = [client.get(addresses_of(name, vendela)[0]).status_code for name in ("person", "history_of")]
    assert found == [404, 404]


@pytest.mark.parametrize("asked", ["sjökvist", "vendela", "kvi", "brukslots"])
def test_a_list_is_not_narrowed_by_the_name(asked: str) -> None:
    """A filter that left the right rows would tell who is meant."""
    protected()
    assert MASKED not in signed.page(signed.bo(), f"/beslut/?ord={asked}")


@pytest.mark.parametrize("address", ["original", "attachment"])
def test_a_file_that_names_them_is_withheld(address: str) -> None:
    """What cannot be blotted out is not given out, and it is said why."""
    vendela = protected()
    response = signed.bo().get(addresses_of(address, vendela)[0])
    assert (response.status_code, "Skyddade uppgifter" in response.content.decode()) == (403, True)


def test_no_letter_tells_the_name() -> None:
    """Neither its subject nor its words, though it was written before."""
    meeting = notes()
    letter = queue_mail(to="x@exempel.se", subject=f"Till {NAME}", text=f"Hej! {NAME} har skrivit.")
    service.protect_person(Person.objects.get(name=NAME), why="Hot", by=make.administrator())
    assert meeting.pk
    sent = write_letter(letter)
    assert (sent.subject, sent.body) == (f"Till {MASKED}", f"Hej! {MASKED} har skrivit.")


def test_no_letter_carries_the_file() -> None:
    """An original that names somebody protected goes with nobody's letter."""
    meeting = notes()
    file = meeting.versions.get()
    letter = queue_mail(to="x@exempel.se", subject="A", text="B", enclosed=[("prov.txt", file.source.sha256)])
    service.protect_person(Person.objects.get(name=NAME), why="Hot", by=make.administrator())
    assert write_letter(letter).attachments == []


def test_a_form_with_the_veil_in_it_is_refused() -> None:
    """What stands in place of a name is never written over it."""
    protected()
    body = Body.objects.create(name="Andra nätverket", key="andranätverk")
    client = client_of(make.secretary(body))
    response = client.post("/angra/", {"text": f"{MASKED} skriver"})
    assert (response.status_code, "Skyddade uppgifter" in response.content.decode()) == (403, True)


def test_a_file_that_no_page_has_seen_to_is_withheld(rf: RequestFactory) -> None:
    """A page that is new and hands out files cannot forget the veil."""
    protected()
    request = rf.get("/")
    request.user = make.reader()
    given = Veil(lambda _: HttpResponse(b"%PDF", content_type="application/pdf"))(request)
    assert given.status_code == 403


@pytest.mark.parametrize(("email", "knows"), [("t@exempel.se", True), ("annan@exempel.se", False)])
def test_people_see_themselves(email: str, *, knows: bool) -> None:
    """Name and address prove it; the name alone is what whoever invites somebody has written."""
    vendela = protected()
    Person.objects.filter(pk=vendela.pk).update(email="T@exempel.se")
    assert bool(hidden_from(make.role(make.user(email=email, name=NAME)).user)) is not knows


def stranger_to_her() -> tuple[Client, Meeting]:
    """The secretary of another body, and a meeting of it."""
    meeting = make.meeting(
        bodies=("Andra nätverket",), came=(make.Came(name="Olle Ost"),), chair="Olle Ost",
        said=(make.Said(text="Planen ses över.", action=True, owner="Olle Ost"),), name="egen.txt",
    )  # fmt: skip
    return client_of(make.secretary(meeting.bodies.get())), meeting


def put_in(
    client: Client, subject: Meeting | Attendance | Statement, field: str, name: str, chosen: str
) -> None:
    """Correct a field, as the page does."""
    meeting = subject if isinstance(subject, Meeting) else subject.meeting
    key = f"meeting-{field}" if isinstance(subject, Meeting) else f"{subject._meta.model_name}-{subject.pk}"
    sent = {"falt": field, "varde": name, "sett": service.seen_of(subject, field), "vald": chosen}
    client.post(f"/moten/{meeting.pk}/rad/{key}/", sent)


@pytest.mark.parametrize("field", ["chair", "name", "owner"])
@pytest.mark.parametrize("chosen", ["person-{}", ""], ids=["by-number", "by-name"])
def test_pointing_at_somebody_does_not_lift_the_protection(field: str, chosen: str) -> None:
    """A secretary of another body puts her in a row of her own notes, and knows no more than before."""
    vendela = protected()
    client, meeting = stranger_to_her()
    subject: Any = {"chair": meeting, "name": meeting.attendances.get(), "owner": meeting.statements.get()}[
        field
    ]
    put_in(client, subject, field, NAME if not chosen else "Olle Ek", chosen.format(vendela.pk))
    assert client.get(f"/personer/{vendela.pk}/").status_code == 404


def test_a_seat_does_not_lift_the_protection() -> None:
    """Who sits in a body is known to its secretary, who therefore gives no seat to somebody hidden."""
    vendela = protected()
    client, meeting = stranger_to_her()
    body = meeting.bodies.get()
    client.post(f"/organ/{body.pk}/platser/ny/", {"person": NAME})
    assert (client.get(f"/personer/{vendela.pk}/").status_code, body.seats.count()) == (404, 0)


@pytest.mark.parametrize("kind", ["body", "organisation"])
def test_the_history_does_not_tell_the_place(kind: str) -> None:
    """A seat that was given says where somebody is from, also without the name."""
    vendela = protected()
    body, place = Body.objects.get(name=BODY), Organisation.objects.create(name="Hemliga bruket", key="bruk")
    wanted = service.SeatWanted(person=vendela, body=body, organisation=place, role="hemlig roll")
    service.open_seat(wanted, by=make.administrator(email="e@exempel.se"))
    pk = body.pk if kind == "body" else place.pk
    assert "hemlig roll" not in signed.page(signed.bo(), f"/historik/{kind}/{pk}/")


def test_a_link_tells_no_more_than_a_page() -> None:
    """Whoever follows a link without being signed in sees what a reader sees."""
    vendela = protected()
    meeting = Meeting.objects.get(state="held")
    link = make_link(service.COMMENTING, address="x@exempel.se", last_on=date(2030, 1, 1), subject=meeting)
    letter = queue_mail(to="x@exempel.se", subject="A", text="[[länken]]", link=link)
    token = str(write_letter(letter).body).split("/lank/")[1].split("/")[0]
    answer = all_of(Client().get(reverse("link", args=[token])))
    assert (MASKED.casefold() in answer, "kvist" in answer, vendela.is_protected) == (True, False, False)


def test_a_form_says_the_same_of_a_hidden_name_as_of_none() -> None:
    """Who asks for a seat for somebody learns nothing of whether there is such a person."""
    protected()
    client, meeting = stranger_to_her()
    address = f"/organ/{meeting.bodies.get().pk}/platser/ny/"
    hers, nobodys = (client.post(address, {"person": name}).content.decode() for name in (NAME, "Nora Nys"))
    assert ["Ingen i registret heter så. Rätta namnet" in answer for answer in (hers, nobodys)] == [
        True,
        True,
    ]


def packed(part: str, words: str) -> bytes:
    """A package with words in one of its parts."""
    content = BytesIO()
    with ZipFile(content, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr(part, f"<x><si><t>{words}</t></si></x>")
    return content.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(f"Namn;Ort\n{NAME};Gnesta\n".encode(), id="sheet-of-text"),
        pytest.param(f"Namn;Ort\n{NAME};Gnesta\n".encode("cp1252"), id="sheet-in-an-old-code"),
        pytest.param(packed("xl/sharedStrings.xml", NAME), id="sheet"),
        pytest.param(packed("docProps/core.xml", NAME), id="author-of-a-file"),
    ],
)
def test_an_attachment_that_names_her_is_withheld(content: bytes) -> None:
    """Also beside notes that do not; whoever knows her gets it."""
    protected()
    meeting = make.meeting(came=(make.Came(name="Karin Ek", affiliation="Flens kommun"),), name="annat.txt")
    Attachment.objects.all().delete()
    keep_attachment(meeting.pk, content, name="kontakter.bin", by=None)
    address = f"/moten/{meeting.pk}/bilaga/{Attachment.objects.get().pk}/"
    anna = client_of(User.objects.get(is_administrator=True))
    assert [client.get(address).status_code for client in (signed.bo(), anna)] == [403, 200]
