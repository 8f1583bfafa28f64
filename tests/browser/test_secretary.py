"""The secretary's path from a Word file to notes in everybody's hands, in a real browser and by real mail."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Error
from tests.browser.sites import findings_at, overflow
from tests.mail.conftest import lead_to
from tests.mail.server import MailServer

import samsyn
from samsyn.mail.letters import write_letter
from samsyn.mail.models import OutgoingMail
from samsyn.mail.service import send_waiting
from samsyn.reading import read_bytes
from samsyn.register.models import Finalisation, Meeting

if TYPE_CHECKING:
    from playwright.sync_api import FileChooser, Page
    from pytest_django.fixtures import Settings
    from tests.browser.sites import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]  # a real browser

NOTES = Path(samsyn.__file__).parent / "example" / "2026-11-06-lansstyrgruppen.docx"
ELSA = "elsa.berg@exempel.se"
MOST_STEPS = 150
MOST_PRESSES = 4
HERE = """() => {
  const here = document.activeElement;
  if (!here.matches("a, button, input, textarea, summary")) return "";
  return `${here.tagName} ${here.id} ${here.name ?? ""} ${here.innerText ?? ""} ${here.value ?? ""}`;
}"""


def dropped(page: Page) -> None:
    """The file dragged from the desktop into the field, as the browser itself sees it."""
    box = page.get_by_label("Filer").bounding_box()
    assert box is not None
    files = {"items": [], "files": [str(NOTES)], "dragOperationsMask": 1}
    desktop = page.context.new_cdp_session(page)
    for step in ("dragEnter", "dragOver", "drop"):
        where = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
        desktop.send("Input.dispatchDragEvent", {"type": step, "data": files, **where})


def taken_in(page: Page) -> None:
    """New notes out of a Word file."""
    dropped(page)
    page.get_by_role("button", name="Läs in").click()
    page.get_by_text("Anteckningarna är inlästa.").wait_for()


def asked_for_comments(page: Page) -> None:
    """Elsa is asked what she says of them."""
    page.get_by_role("link", name="Be om synpunkter").click()
    page.get_by_label("Skickas till").fill(ELSA)
    page.get_by_role("button", name="Skicka").click()
    page.get_by_text("Ett brev går i väg.").wait_for()


def finalised(page: Page) -> None:
    """And the text locked, and sent to her."""
    page.get_by_role("link", name="Färdigställ och skicka").click()
    page.get_by_label("Skickas till").fill(ELSA)
    page.get_by_role("button", name="Färdigställ och skicka").click()
    page.get_by_text("Ett brev går i väg.").wait_for()


def test_from_a_word_file_to_notes_in_her_hands(site: Site, settings: Settings) -> None:
    """Taken in, commented on, finalised, sent; the file comes by mail and through its link, byte for byte."""
    page = site.open("/moten/las-in/")
    taken_in(page)
    asked_for_comments(page)
    finalised(page)
    with MailServer() as server:
        lead_to(server.port, settings)
        settings.SAMSYN_ADDRESS = site.address
        send_waiting()
        letter = server.letters[-1]
    (enclosed,) = letter.iter_attachments()
    body = letter.get_body(("html",))
    assert body is not None
    found = re.search(r'href="([^"]+)"', body.get_content())
    assert found
    there = site.open(found[1].removeprefix(site.address), signed_in=False)
    with there.expect_download() as download:
        there.get_by_role("button", name="Hämta").click()
    files = {enclosed.get_content(), download.value.path().read_bytes(), NOTES.read_bytes()}
    assert (letter["To"], len(files)) == (ELSA, 1)


def tabbed_to(page: Page, words: str) -> None:
    """Press the tab key until something with these words has the focus."""
    for _step in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if words in page.evaluate(HERE):
            return
    raise AssertionError(f"no way to {words!r} by the tab key")


def file_window(page: Page) -> FileChooser:
    """What Enter opens on a file field; pressed again where a busy machine's browser let it go."""
    for _press in range(MOST_PRESSES):
        with suppress(Error):
            with page.expect_file_chooser() as opened:
                page.keyboard.press("Enter")
            return opened.value
    raise AssertionError("no file window opens")


def test_the_same_by_keyboard_alone(site: Site) -> None:
    """From the first page on, with no other help than the tab key, letters and Enter."""
    page = site.open("/")
    tabbed_to(page, "Möten")
    page.keyboard.press("Enter")
    page.wait_for_url("**/moten/")
    tabbed_to(page, "Läs in anteckningar")
    page.keyboard.press("Enter")
    page.wait_for_url("**/las-in/")
    tabbed_to(page, "filer")
    file_window(page).set_files(NOTES)
    tabbed_to(page, "Läs in")
    page.keyboard.press("Enter")
    page.get_by_text("Anteckningarna är inlästa.").wait_for()
    tabbed_to(page, "Färdigställ och skicka")
    page.keyboard.press("Enter")
    page.wait_for_url("**/fardigstall/")
    tabbed_to(page, "adresser")
    page.keyboard.type(ELSA)
    tabbed_to(page, "Färdigställ och skicka")
    page.keyboard.press("Enter")
    page.get_by_text("Ett brev går i väg.").wait_for()
    assert Finalisation.objects.get().addresses == [ELSA]


class Looks:
    """What axe finds, and what is too wide, on each page of a path, on a phone and a desktop."""

    def __init__(self) -> None:
        """Nothing is found yet."""
        self.found = list[str]()

    def at(self, page: Page, name: str) -> None:
        """Look at a page."""
        told = findings_at(page, (1440, 390), name=f"vag-{name}")
        self.found += [f"{name} {one}" for one in told]
        self.found += [f"{name} is too wide"] if overflow(page) else []


def test_axe_finds_nothing_on_the_way(site: Site) -> None:
    """Each state of the notes, and what is refused in it; the steps are taken at 390 pixels."""
    page, looks = site.open("/moten/las-in/", width=390), Looks()
    taken_in(page)
    looks.at(page, "utkast")
    page.get_by_role("link", name="Be om synpunkter").click()
    page.get_by_role("button", name="Skicka").click()
    page.get_by_role("alert").wait_for()
    looks.at(page, "ingen-adress")
    page.get_by_role("link", name="Avbryt").click()
    asked_for_comments(page)
    looks.at(page, "granskas")
    finalised(page)
    looks.at(page, "fardiga")
    page.get_by_role("link", name="Publicera").click()
    page.get_by_role("button", name="Publicera").click()
    page.get_by_text("Anteckningarna är publicerade.").wait_for()
    looks.at(page, "publicerade")
    page.get_by_role("link", name="Den öppna sidan", exact=True).click()
    looks.at(page, "oppna")
    assert looks.found == []


def test_axe_finds_nothing_in_the_letter(site: Site) -> None:
    """As a program for mail shows it, on a phone."""
    page = site.open("/moten/las-in/")
    taken_in(page)
    finalised(page)
    (shown,) = write_letter(OutgoingMail.objects.get()).alternatives
    mail = site.open("/logga-in/", signed_in=False)
    mail.goto("about:blank")
    mail.set_content(str(shown[0]))
    assert findings_at(mail, (390, 768), name="brev") == []


def test_finished_notes_on_paper(site: Site) -> None:
    """The notes, who finalised them and the hash; nothing to click."""
    page = site.open("/moten/las-in/")
    taken_in(page)
    finalised(page)
    page.emulate_media(media="print")
    words = read_bytes(page.pdf(), name="papper.pdf").text
    told = "".join(words.split())
    act = Finalisation.objects.get(meeting=Meeting.objects.get(notes_state="finalised"))
    assert ("Färdigställda" in words, act.sha256 in told, "Rätta anteckningarna" in words) == (
        True,
        True,
        False,
    )
    assert page.locator("button:visible, .button:visible, nav:visible").count() == 0
