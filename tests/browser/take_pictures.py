"""Takes the pictures of the user guide; run by `make guide`, and by nobody else.

They are small WebP files beside the style sheets, of pages of the example county: the latest joint meeting is
being reviewed, and the next one is called to and being written.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from PIL import Image
from tests import make
from tests.browser.sites import Site
from tests.project.files import SOURCE

from samsyn.accounts.models import User
from samsyn.register.actions.import_notes import Intake, limits
from samsyn.register.intake.files import read_content
from samsyn.register.models import Body, Meeting, Person, Statement
from samsyn.register.protection import NOBODY
from samsyn.register.queries.statements import StatementFilter, statements
from samsyn.register.service import begin_draft_of, confirm_value, settle_doubt
from samsyn.register.sight import EVERYTHING
from samsyn.register.writing.called import called_agenda

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser
    from pytest_django.live_server_helper import LiveServer


FOLDER = SOURCE / "web" / "static" / "web" / "guide"
EXAMPLE = SOURCE / "example"
NOTES = sorted(path.with_suffix("") for path in EXAMPLE.glob("*.json"))
REVIEWED, CALLED = "2026-10-02", "2027-01-29"


def reviewed() -> Meeting:
    """The meeting whose notes are being looked through."""
    return Meeting.objects.get(start_on=REVIEWED)


def said() -> Statement:
    """An action of it with an owner."""
    return (
        Statement.objects.filter(meeting=reviewed(), is_action=True).exclude(owner_name="").order_by("pk")[0]
    )


def first_of(words: str) -> Statement:
    """What stands first in the list of what was decided with some words in it."""
    return statements(StatementFilter(words=words, sees=EVERYTHING))[0]


def written() -> str:
    """What is being written of the meeting to come, from its notice."""
    meeting = Meeting.objects.get(start_on=CALLED)
    agenda = called_agenda(meeting, hidden=NOBODY)
    return f"/skriv/{begin_draft_of(meeting, agenda=agenda, by=anna()).pk}/"


def anna() -> User:
    """Who is signed in."""
    return User.objects.get(email="anna@exempel.se")


def changed() -> str:
    """The history of the meeting, once some of what was read is confirmed and a question is answered."""
    for value in reviewed().values.filter(field__in=("held", "place", "chair")):
        confirm_value(value, by=anna())
    for doubt in reviewed().doubts.filter(state="open").order_by("pk")[:1]:
        settle_doubt(doubt, by=anna())
    return f"/historik/meeting/{reviewed().pk}/"


PICTURES: dict[str, tuple[str, Callable[[], str]]] = {
    "laget": ("laget", lambda: "/"),
    "las-in": ("las-in", lambda: "/moten/las-in/"),
    "granska": ("mote", lambda: f"/moten/{reviewed().pk}/?rad=statement-{said().pk}"),
    "fardigstall": ("fardigstall", lambda: f"/moten/{reviewed().pk}/fardigstall/"),
    "skriva": ("skriv-ett", written),
    "beslut": ("beslut", lambda: f"/beslut/?ord=skolcheferna&oppen={first_of('skolcheferna').pk}"),
    "sok": ("sok", lambda: "/sok/?ord=hjälpmedel"),
    "organ": ("organ-ett", lambda: f"/organ/{Body.objects.get(name='Länsstyrgruppen').pk}/"),
    "skydd": (
        "skydd",
        lambda: f"/personer/{Person.objects.filter(attendances__meeting=reviewed())[0].pk}/skydd/",
    ),
    "historik": ("historik-mote", changed),
    "roll": ("anvandare-ny", lambda: "/anvandare/ny/"),
    "mitt-konto": ("mitt-konto", lambda: "/mitt-konto/"),
}  # the picture's name, its page among those of the accessibility tests, and the address in the county


def take_in_example() -> None:
    """The county's notes, the latest still a draft."""
    intake = Intake(None)
    for stem in NOTES:
        path = next(one for one in EXAMPLE.glob(f"{stem.name}.*") if one.suffix not in (".json", ".toml"))
        intake.take(read_content(path.read_bytes(), name=path.name, shown=path.name, limits=limits()))
    Meeting.objects.filter(start_on=REVIEWED).update(notes_state="draft")


@pytest.fixture
def county(browser: Browser, live_server: LiveServer, unlocked: None) -> Site:
    """The pages of the example county, as Anna sees them."""
    client = Client()
    client.force_login(make.administrator())
    take_in_example()
    return Site(browser, live_server.url, client.cookies["sessionid"].value)


@pytest.mark.browser
@pytest.mark.parametrize("name", PICTURES)
def test_take(county: Site, name: str) -> None:
    """A window of 1200 by 750, in light."""
    _, address = PICTURES[name]
    page = county.open(address(), width=1200, color_scheme="light")
    page.set_viewport_size({"width": 1200, "height": 750})
    page.evaluate("document.fonts.ready")
    taken = Image.open(BytesIO(page.screenshot()))
    taken.save(FOLDER / f"{name}.webp", quality=50, method=6)
    county.close()
    assert (FOLDER / f"{name}.webp").stat().st_size < 80_000
