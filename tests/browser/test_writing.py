"""Writing notes in a browser: by keyboard alone, without network, after a crash, two at once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests import make
from tests.browser.sites import findings_at, overflow

from samsyn.accounts.models import User
from samsyn.minutes import read_notes
from samsyn.register.models import NotesDraft
from samsyn.register.service import begin_draft

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.browser.sites import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]  # a real browser

DAY = date(2026, 11, 22)


@pytest.fixture
def draft(site: Site) -> NotesDraft:
    """Begun by Anna, with two items and two to tick."""
    came = (
        make.Came(name="Ebba Ek", affiliation="Flens kommun"),
        make.Came(name="Per Lund", affiliation="Region Prov"),
    )
    body = make.meeting(came=came).bodies.get()
    return begin_draft(body, on=DAY, agenda=["Öppnande", "Budget"], by=User.objects.get())


def write(page: Page, words: str, *, item: int = 0) -> None:
    """Type into the first block of an item."""
    page.locator("[data-item]").nth(item).locator("textarea").first.press_sequentially(words)


def tick_two(page: Page) -> None:
    """The first two of those who usually come, past the button beside the first."""
    page.get_by_role("checkbox", name="Ebba Ek").focus()
    for key in ("Space", "Tab", "Tab", "Space"):
        page.keyboard.press(key)


def expect_saved(page: Page) -> None:
    """Wait until the page says that all has come."""
    expect(page.locator("[data-writing]")).to_have_attribute("data-is-saved", "yes")


def texts_of(draft: NotesDraft) -> list[str]:
    """What is kept."""
    draft.refresh_from_db()
    return [block["text"] for item in draft.content["items"] for block in item["blocks"] if block["text"]]


def test_a_meeting_is_written_by_keyboard_alone(site: Site, draft: NotesDraft) -> None:
    """From those present to the Word file, without the mouse."""
    page = site.open(f"/skriv/{draft.pk}/")
    keys, typed = page.keyboard.press, page.keyboard.type
    tick_two(page)
    page.get_by_label("Rubrik").first.focus()
    keys("Enter")
    typed("Läget gicks igenom.")
    keys("Alt+KeyB")
    typed("Budgeten antas.")
    keys("Alt+Semicolon")
    typed("Arbetet fortsätter.")
    keys("Alt+BracketLeft")
    typed("Skicka ut planen")
    keys("Tab")
    typed("Ebba Ek")
    keys("Tab")
    typed("4 maj 2027")
    keys("Alt+KeyP")
    typed("Övrigt")
    page.get_by_role("link", name="Word").focus()
    with page.expect_download() as download:
        keys("Enter")
    minutes = read_notes(download.value.path().read_bytes(), name="x.docx").notes[0].minutes
    said = {one.kind.value.value: one.text.value for one in minutes.statements}
    assert said == {
        "information": "Läget gicks igenom.",
        "decision": "Budgeten antas.",
        "agreed_outcome": "Arbetet fortsätter.",
        "assignment": "Skicka ut planen",
    }
    assert [one.name.value for one in minutes.attendees] == ["Ebba Ek", "Per Lund"]
    assert [one.heading.value for one in minutes.items] == ["Öppnande", "Övrigt", "Budget"]


def test_what_is_written_is_handed_in(site: Site, draft: NotesDraft) -> None:
    """What was typed last is saved first; then the meeting's page shows the notes."""
    page = site.open(f"/skriv/{draft.pk}/")
    write(page, "Läget gicks igenom.")
    page.get_by_role("button", name="Klart att granska").click()
    page.get_by_text("Anteckningarna är klara att granskas.").wait_for()
    assert page.locator(".sheet").get_by_text("Läget gicks igenom.").is_visible()


def test_what_is_written_without_network_is_sent_when_it_is_back(site: Site, draft: NotesDraft) -> None:
    """The page says so meanwhile."""
    page = site.open(f"/skriv/{draft.pk}/")
    page.context.set_offline(True)
    write(page, "Utan nät.")
    page.get_by_text("Inget nät.").first.wait_for()
    page.context.set_offline(False)
    expect_saved(page)
    assert texts_of(draft) == ["Utan nät."]
    site.complaints[:] = [said for said in site.complaints if "ERR_INTERNET_DISCONNECTED" not in said]


def test_what_was_not_sent_is_offered_after_a_crash(site: Site, draft: NotesDraft) -> None:
    """The browser dies while there is no network."""
    page = site.open(f"/skriv/{draft.pk}/")
    page.context.set_offline(True)
    write(page, "Osänt.")
    page.close(run_before_unload=False)
    again = page.context.new_page()
    page.context.set_offline(False)
    again.goto(f"{site.address}/skriv/{draft.pk}/")
    again.get_by_role("button", name="Ta med den").click()
    expect(again.locator("textarea").first).to_have_value("Osänt.")
    assert texts_of(draft) == ["Osänt."]
    site.complaints[:] = [said for said in site.complaints if "ERR_INTERNET_DISCONNECTED" not in said]


def test_what_is_written_signed_out_is_saved_after_signing_in(site: Site, draft: NotesDraft) -> None:
    """In another tab, where the session and the token of forms are new ones."""
    page = site.open(f"/skriv/{draft.pk}/")
    page.context.clear_cookies()
    write(page, "Utloggad.")
    page.get_by_text("Du är utloggad.").first.wait_for()
    page.context.add_cookies([{"name": "sessionid", "value": site.session, "url": site.address}])
    page.context.new_page().goto(f"{site.address}/mitt-konto/")
    page.evaluate("window.dispatchEvent(new Event('online'))")  # instead of waiting for the next try
    expect_saved(page)
    assert texts_of(draft) == ["Utloggad."]
    site.complaints[:] = [said for said in site.complaints if "403" not in said]


def test_two_who_write_lose_nothing(site: Site, draft: NotesDraft) -> None:
    """The second sees both, and takes both."""
    first, second = (site.open(f"/skriv/{draft.pk}/") for _ in range(2))
    write(first, "Annas ord.")
    expect_saved(first)
    write(second, "Bos ord.")
    second.get_by_role("heading", name="har skrivit i samma anteckningar på ett annat ställe").wait_for()
    assert second.locator(".clash").inner_text().count("ord.") == 2
    second.get_by_role("button", name="Ta med båda").click()
    expect(second.locator("textarea").nth(1)).to_have_value("Bos ord.")
    assert texts_of(draft) == ["Annas ord.", "Bos ord."]
    assert second.locator("[data-unsent]").is_hidden()
    site.complaints[:] = [said for said in site.complaints if "409" not in said]


def test_an_identity_number_is_said_at_its_words(site: Site, draft: NotesDraft) -> None:
    """Nothing is kept until it is gone; then all is."""
    page = site.open(f"/skriv/{draft.pk}/")
    write(page, "Om 811228-9874")
    page.get_by_role("alert").get_by_text("ser ut som ett personnummer").wait_for()
    assert texts_of(draft) == []
    page.locator("textarea").first.fill("Om ärendet")
    expect_saved(page)
    assert (texts_of(draft), page.get_by_role("alert").count()) == (["Om ärendet"], 0)
    site.complaints[:] = [said for said in site.complaints if "422" not in said]


def test_what_is_removed_is_had_back(site: Site, draft: NotesDraft) -> None:
    """In the same place."""
    page = site.open(f"/skriv/{draft.pk}/")
    page.get_by_role("button", name="Ta bort punkten").first.click()
    expect(page.locator("[data-item]")).to_have_count(1)
    page.get_by_role("button", name="Ångra").click()
    assert page.locator(".item-heading").first.input_value() == "Öppnande"


def test_axe_finds_nothing_while_two_write(site: Site, draft: NotesDraft) -> None:
    """Blocks of each kind, and both texts side by side."""
    page = site.open(f"/skriv/{draft.pk}/")
    for key in ("KeyB", "Semicolon", "BracketLeft"):
        page.keyboard.press(f"Alt+{key}")
        page.keyboard.type("Något.")
    expect_saved(page)
    NotesDraft.objects.filter(pk=draft.pk).update(version=9)
    page.keyboard.type("Mer.")
    page.get_by_role("heading", name="har skrivit i samma anteckningar på ett annat ställe").wait_for()
    assert findings_at(page, (390, 1440), name="skriv-krock") == []
    page.set_viewport_size({"width": 320, "height": 800})
    assert overflow(page) == 0
    site.complaints[:] = [said for said in site.complaints if "409" not in said]


def test_without_script_it_is_a_plain_form(site: Site, draft: NotesDraft) -> None:
    """Buttons add what keys add, and all is saved with them."""
    page = site.open(f"/skriv/{draft.pk}/", java_script_enabled=False)
    page.locator("textarea").first.fill("Läget gicks igenom.")
    page.get_by_role("group", name="Lägg till i punkten").first.get_by_role("button", name="Beslut").click()
    page.get_by_label("Beslut", exact=True).fill("Budgeten antas.")
    page.get_by_role("button", name="Spara", exact=True).last.click()
    assert texts_of(draft) == ["Läget gicks igenom.", "Budgeten antas."]
