"""Every page at every width in both themes: nothing that axe finds wrong, nothing wider than the window."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.utils import timezone
from tests import make
from tests.browser.conftest import shown
from tests.browser.plan_pages import PLAN_PAGES
from tests.browser.registers import kept, put_back
from tests.browser.sites import HEIGHT, findings_at, overflow
from tests.matters import threads
from tests.plan import plans

from samsyn.accounts.models import User
from samsyn.mail.links import renew_token
from samsyn.mail.models import OutgoingMail
from samsyn.mail.service import queue_mail, send_trial
from samsyn.matters.models import HandOver, HandOverBody
from samsyn.matters.service import (
    ExecutionSaid,
    Party,
    PartySaid,
    open_parties,
    tell_execution,
    tell_party,
)
from samsyn.minutes.records import Kind
from samsyn.register.models import (
    Attendance,
    Body,
    Meeting,
    Organisation,
    Person,
    RoleKind,
    Seat,
    Statement,
    Suggestion,
    WaitingCorrection,
)
from samsyn.register.service import (
    RoleWanted,
    begin_draft,
    finalise_notes,
    invite_user,
    publish_notes,
    reject_value,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from playwright.sync_api import Browser
    from pytest_django import DjangoDbBlocker
    from pytest_django.live_server_helper import LiveServer
    from tests.browser.sites import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]  # a real browser, several widths a test

PAGES = {
    "laget": "/",
    "moten": "/moten/",
    "mote": "/moten/{meeting}/?rad=statement-{statement}",
    "granska": "/granska/",
    "mote-rad": "/moten/{meeting}/rad/statement-{statement}/",
    "mote-utan-anteckningar": "/moten/{coming}/",
    "beslut": "/beslut/?oppen={statement}",
    "beslut-tomt": "/beslut/?ord=zebra&agare=saknas",
    "atgarder": "/atgarder/?lage=alla&oppen={action}",
    "verkstalldes": "/beslut/uppfoljning/",
    "beslut-ett": "/beslut/{decision}/",
    "forslag": "/forslag/",
    "sok": "/sok/?ord=kontaktväg",
    "sok-tomt": "/sok/?ord=zebra",
    "regler": "/regler/#S10",
    "anvandare": "/anvandare/",
    "anvandare-ny": "/anvandare/ny/",
    "anvandare-en": "/anvandare/{user}/",
    "utkorg": "/utkorg/",
    "las-in": "/moten/las-in/",
    "inloggningar": "/inloggningar/",
    "mitt-konto": "/mitt-konto/",
    "losenord": "/mitt-konto/losenord/",
    "paminnelser": "/mitt-konto/paminnelser/",
    "app": "/mitt-konto/app/",
    "nyckel": "/mitt-konto/nyckel/",
    "fardigstall": "/moten/{draft}/fardigstall/",
    "synpunkter": "/moten/{draft}/synpunkter/",
    "skillnad": "/moten/{finished}/skillnad/2/",
    "ratta": "/moten/{finished}/ratta/",
    "mote-fardigt": "/moten/{finished}/",
    "vantar": "/moten/{finished}/vantar/{waiting}/",
    "publicera": "/moten/{finished}/publicera/",
    "ta-tillbaka": "/moten/{published}/ta-tillbaka/",
    "publicerat": "/publicerat/{code}/",
    "publicerat-allt": "/publicerat/",
    "historik": "/historik/",
    "historik-mote": "/historik/meeting/{meeting}/",
    "historik-mina": "/historik/mina/",
    "organ": "/organ/",
    "organ-ett": "/organ/{body}/",
    "organ-nytt": "/organ/nytt/",
    "organisationer": "/organisationer/",
    "organisation": "/organisationer/{organisation}/",
    "organisation-lage": "/organisationer/{organisation}/lage/",
    "min-organisation": "/min-organisation/",
    "genomgang": "/genomgang/",
    "genomgang-lista": "/genomgang/?visa=lista",
    "genomgang-klart": "/genomgang/?visa=klart",
    "personer": "/personer/",
    "person": "/personer/{person}/",
    "plats": "/platser/{seat}/",
    "organ-andra": "/organ/{body}/andra/",
    "organisation-andra": "/organisationer/{organisation}/andra/",
    "person-andra": "/personer/{person}/andra/?sok=e",
    "plats-ny": "/organ/{body}/platser/ny/",
    "tillganglighet": "/tillganglighet/",
    "natverk-bild": "/natverk/",
    "natverk-tabell": "/natverk/?visa=tabell",
    "arenden": "/arenden/",
    "arende": "/arenden/{matter}/",
    "arende-tabell": "/arenden/{matter}/?visa=tabell",
    "arende-andra": "/arenden/{matter}/andra/?sok=annat",
    "arende-lagg-till": "/moten/{meeting}/arende/",
    "ordlista": "/ordlista/",
    "narvaro-organ": "/organ/{rooms}/narvaro/",
    "narvaro-organisation": "/organisationer/{organisation}/narvaro/",
    "skydd": "/personer/{person}/skydd/",
    "hjalp": "/hjalp/",
    "hjalp-granska": "/hjalp/granska/",
    "utplana": "/moten/{meeting}/utplana/",
    "skriv": "/skriv/",
    "skriv-ett": "/skriv/{written}/",
    "mall": "/skriv/mall/{body}/",
    **PLAN_PAGES,
    "sprak": "/sprak/",
    "sprak-regel": "/sprak/regler/ny/",
    "medskick": "/medskick/",
    "medskick-ett": "/medskick/{hand_over}/",
    "medskick-nytt": "/moten/{meeting}/medskick/nytt/",
    "finns-inte": "/finns-inte/",
}


def begun(meeting: Meeting) -> dict[str, int]:
    """Notes that are being written, an action, and a matter of a meeting."""
    body, anna = Body.objects.all()[0], User.objects.get(email="anna@exempel.se")
    written = begin_draft(body, on=date(2026, 11, 22), agenda=["Öppnande", "Planen"], by=anna).pk
    action = Statement.objects.filter(is_action=True).order_by("pk")[0].pk
    return {"written": written, "action": action, "matter": followed(meeting)}


def followed(meeting: Meeting) -> int:
    """A matter with an item of a meeting and of a later one, a proposal for it, and another beside it."""
    anna = User.objects.get(email="anna@exempel.se")
    at = [threads.place(threads.meeting(week, body="Styrgruppen för prov")) for week in (20, 24, 28, 29)]
    threads.link(at[0], at[1])
    threads.link(at[2], at[3])
    threads.matter(by=anna, name="Ett annat ärende")
    return threads.matter(threads.place(meeting), at[0], *map(threads.place, differing()), by=anna).pk


def differing() -> list[Meeting]:
    """What one body has decided, and another has put off."""
    said = (
        make.Said(text="Stödet i väntan på utredning prövas.", kind=Kind.DECISION, item=0),
        make.Said(text="Bordläggs.", kind=Kind.POSTPONEMENT, item=0),
    )
    return [threads.meeting(30 + at, body=f"Organ {at} för prov", said=(one,)) for at, one in enumerate(said)]


def taken_apart() -> int:
    """A decision that each municipality takes for itself, with what one of them has done."""
    said = Statement.objects.filter(kind="decision", item__isnull=False)[0]
    anna = User.objects.get(email="anna@exempel.se")
    tell_execution(said, ExecutionSaid("under_way", "i maj", "Den gäller på prov."), by=anna)
    parties = Organisation.objects.filter(kind="municipality")[:2]
    open_parties(said, parties, by=anna)
    line = said.party_lines.all()[0]
    news = PartySaid("adopted", "12 maj 2026", "BN 2026/7", "", line.pk)
    tell_party(Party(said, line.organisation), news, by=anna)
    for state in ("on_agenda", "referred_back", "turned_down", "outside"):
        other = Organisation.objects.create(name=f"Part {state}", key=f"part {state}", kind="municipality")
        tell_party(Party(said, other), PartySaid(state), by=anna)
    text = f"{parties[1].name} har antagit den."
    Statement.objects.create(meeting=said.meeting, item=said.item, position=99, kind="information", text=text)
    return said.pk


def unfinished_and_finished() -> tuple[int, int]:
    """Notes that are being looked through, and notes that have been finalised."""
    draft, finished = (make.meeting(on=date(2026, 9, day)).pk for day in (1, 2))
    make.imported(make.reading(on=date(2026, 9, 2), also=("Mer",)))
    Meeting.objects.filter(pk__in=(draft, finished)).update(notes_state="draft")
    finalise_notes(
        Meeting.objects.get(pk=finished),
        seen=2,
        addresses=["elsa.berg@exempel.se"],
        by=User.objects.get(email="anna@exempel.se"),
        on=date(2026, 11, 1),
    )
    return draft, finished


def handed_over(meeting: Meeting) -> int:
    """A question that was not taken up."""
    row = HandOver.objects.create(
        meeting=meeting,
        asked="Vem ringer?",
        heading="Kontakt",
        state="missed",
        missed_in=Meeting.objects.all()[0],
    )
    HandOverBody.objects.create(hand_over=row, body=Body.objects.all()[0])
    return row.pk


def fill() -> dict[str, object]:
    """All that the pages show, and what stands in their addresses."""
    left, right = (Person.objects.create(name=name, key=name) for name in ("Elsa Berg", "Else Berg"))
    Suggestion.objects.create(kind="person", left_id=left.pk, right_id=right.pk, reason="Nästan samma namn.")
    came_back = queue_mail(to="bo@exempel.se", subject="Kallelse", text="Välkommen.")
    OutgoingMail.objects.filter(pk=came_back.pk).update(state="undelivered", error="550 okänd adress")
    send_trial(to="elsa.berg@exempel.se", by=User.objects.get(), on=date(2026, 11, 1))
    make.secretary(Body.objects.all()[0])
    seat = Seat.objects.create(person=left, body=Body.objects.all()[0], start_on=date(2026, 1, 1))
    draft, finished = unfinished_and_finished()
    published = make.meeting(on=date(2026, 9, 3), said=(make.Said(text="Planen godkänns."),))
    code = publish_notes(published, seen=1, by=User.objects.get(is_administrator=True)).code
    decided = Meeting.objects.get(state="held", start_on="2026-03-12")
    reject_value(decided.values.filter(field="kind")[0], by=User.objects.get(email="anna@exempel.se"))
    make.imported(make.reading(on=date(2026, 9, 2), also=("Annat",), name="rättad.txt"))
    return {
        "decision": taken_apart(),
        **begun(decided),
        "hand_over": handed_over(decided),
        **plans.fill_states(on=timezone.localdate()),
        "waiting": WaitingCorrection.objects.get().pk,
        "published": published.pk,
        "code": code,
        "draft": draft,
        "finished": finished,
        "user": make.reader().pk,
        "meeting": decided.pk,
        "seat": seat.pk,
        "rooms": decided.bodies.all()[0].pk,
        "body": seat.body_id,
        "person": Attendance.objects.filter(person__isnull=False)[0].person_id,
        "organisation": Organisation.objects.filter(kind="municipality")[0].pk,
        "coming": Meeting.objects.get(start_on="2026-10-09").pk,
        "statement": Statement.objects.get(kind="assignment").pk,
    }


@pytest.fixture(scope="session")
def filled(
    two_meetings: sqlite3.Connection, empty: sqlite3.Connection, django_db_blocker: DjangoDbBlocker
) -> tuple[sqlite3.Connection, dict[str, object]]:
    """A register with something on every page, and what stands in their addresses."""
    with django_db_blocker.unblock():
        put_back(two_meetings)
        found = fill()
        register = kept()
        put_back(empty)
    return register, found


@pytest.fixture
def full(
    browser: Browser,
    live_server: LiveServer,
    filled: tuple[sqlite3.Connection, dict[str, object]],
    unlocked: None,
) -> Iterator[Site]:
    """The pages of that register, as Anna sees them."""
    with shown(filled[0], browser, live_server) as site:
        yield site


@pytest.fixture
def address(name: str, filled: tuple[sqlite3.Connection, dict[str, object]]) -> str:
    """Of a page by its name."""
    return PAGES[name].format(**filled[1])


@pytest.mark.parametrize("name", PAGES)
def test_everybody_can_use_a_page(full: Site, name: str, address: str) -> None:
    """Axe finds nothing on phone, tablet and desktop, in light and dark, and 320 pixels are enough."""
    page = full.open(address, width=320)
    too_wide = overflow(page)
    page.set_viewport_size({"width": 1440, "height": HEIGHT})
    page.reload()
    assert (too_wide, findings_at(page, (390, 768, 1440), name=name)) == (0, [])
    full.complaints[:] = [said for said in full.complaints if "404" not in said]


def test_axe_finds_nothing_at_sign_in(site: Site) -> None:
    """With its error shown."""
    page = site.open("/logga-in/", signed_in=False)
    page.get_by_role("button", name="Logga in").click()
    page.get_by_text("Skriv ditt lösenord.").wait_for()
    assert findings_at(page, (390, 768, 1440), name="logga-in") == []


def test_axe_finds_nothing_where_a_password_is_forgotten(site: Site) -> None:
    """With its error shown, and with its answer."""
    page = site.open("/glomt-losenord/", signed_in=False)
    page.get_by_role("button", name="Skicka länken").click()
    found = findings_at(page, (390, 1440), name="glomt")
    page.get_by_label("E-postadress").fill("bo@exempel.se")
    page.get_by_role("button", name="Skicka länken").click()
    page.get_by_role("heading", name="Titta i din inkorg").wait_for()
    assert found + findings_at(page, (390, 1440), name="glomt-svar") == []


def test_axe_finds_nothing_where_a_number_is_stopped(site: Site) -> None:
    """The page that cuts an identity number out of what was typed."""
    page = site.open("/anvandare/ny/")
    page.get_by_label("Namn").fill("Ella 121212-" + "1212")
    page.get_by_role("button", name="Bjud in").click()
    page.get_by_role("heading", name="Ett personnummer stoppades").wait_for()
    site.complaints[:] = [said for said in site.complaints if "422" not in said]
    assert findings_at(page, (390, 1440), name="personnummer") == []


def test_axe_finds_nothing_at_the_second_step(site: Site) -> None:
    """Reached by a password, with its error shown."""
    bo = make.reader()
    bo.set_password("granskog-ljung-7")
    bo.save()
    TOTP.activate(bo, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    page = site.open("/logga-in/", signed_in=False)
    page.get_by_label("E-postadress").fill(bo.email)
    page.get_by_label("Lösenord").fill("granskog-ljung-7")
    page.get_by_role("button", name="Logga in").click()
    page.get_by_label("Kod").fill("fel")
    page.get_by_role("button", name="Logga in").click()
    page.get_by_role("link", name="Koden stämmer inte").wait_for()
    assert findings_at(page, (390, 768, 1440), name="andra-steget") == []


def test_axe_finds_nothing_where_an_invitation_leads(site: Site) -> None:
    """With what is missing said."""
    today = timezone.localdate()
    role = RoleWanted(kind=RoleKind.READER, start_on=today)
    anna = User.objects.get(is_administrator=True)
    mail = invite_user(email="ella@exempel.se", name="Ella Ek", wanted=role, by=anna, on=today)
    assert mail.link is not None
    page = site.open(f"/lank/{renew_token(mail.link)}/", signed_in=False)
    page.get_by_role("button", name="Spara lösenordet").click()
    page.get_by_role("link", name="Skriv ett nytt lösenord.").wait_for()
    assert findings_at(page, (390, 768, 1440), name="inbjuden") == []


def test_axe_finds_nothing_in_a_form_that_is_refused(site: Site) -> None:
    """The summary and the errors beside the fields."""
    page = site.open("/anvandare/ny/")
    page.get_by_role("button", name="Bjud in").click()
    page.get_by_role("link", name="Skriv personens namn.").wait_for()
    assert findings_at(page, (390, 768, 1440), name="anvandare-fel") == []


def test_axe_finds_nothing_in_what_opens(site: Site) -> None:
    """The list of keys, on top of the page."""
    page = site.open("/")
    page.keyboard.press("?")
    page.get_by_role("dialog").wait_for()
    assert findings_at(page, (1440,), name="tangenter") == []


def test_colours_of_the_system_keep_the_marks(site: Site) -> None:
    """With forced colours the marks are still drawn, in the system's own colours."""
    page = site.open("/beslut/", forced_colors="active")
    drawn = page.locator(".state .mark").first.evaluate("mark => getComputedStyle(mark).stroke")
    assert drawn not in {"none", "rgba(0, 0, 0, 0)"}


@pytest.mark.parametrize("name", ["laget", "beslut", "mote", "regler"])
def test_on_paper_there_is_nothing_to_click(full: Site, name: str, address: str) -> None:
    """Printed pages have no menu, filters or buttons, and are black on white."""
    page = full.open(address, color_scheme="dark")
    page.emulate_media(media="print")
    buttons = page.locator("button:visible, .button:visible, nav:visible, .filter:visible")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (buttons.count(), ground) == (0, "rgb(255, 255, 255)")
