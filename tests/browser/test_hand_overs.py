"""Hand-overs in a browser: from the overview to one that was lost, its answer, and a new one by hand."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests import make
from tests.browser.sites import overflow

from samsyn.matters.service import catch_up
from samsyn.minutes.records import Kind

if TYPE_CHECKING:
    from tests.browser.sites import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]  # a real browser

PASSED = make.Said(text="Frågan lyfts till Provrådet.", kind=Kind.NEXT_STEP, item=0)


def lost() -> None:
    """A question that the council did not take up."""
    for body, on, said in (
        ("Provrådet", date(2026, 1, 8), ()),
        ("Arbetsgrupp Prov", date(2026, 3, 5), (PASSED,)),
        ("Provrådet", date(2026, 4, 9), ()),
    ):
        heading = "Kontakten" if said else "Budget"
        make.imported(make.reading(bodies=(body,), on=on, said=said, headings=(heading,), name=f"{on}.txt"))
    catch_up()


def test_what_was_lost_is_found_from_the_overview_and_answered(site: Site) -> None:
    """It stands on the first page; an answer in words is shown, and can be taken back."""
    lost()
    page = site.open("/")
    page.get_by_role("link", name="Frågan lyfts till Provrådet.", exact=False).click()
    page.get_by_label("Svara med ord").fill("Skolsköterskan ringer.")
    page.get_by_role("button", name="Svara", exact=True).click()
    page.get_by_text("”Skolsköterskan ringer.”", exact=False).first.wait_for()
    page.get_by_role("button", name="Ångra", exact=False).click()
    page.get_by_text("Provrådet tog inte upp det 9 april 2026.").wait_for()
    assert page.get_by_label("Svara med ord").input_value() == ""


def test_a_new_one_is_written_on_a_phone(site: Site) -> None:
    """From the page of its meeting; it is followed at once."""
    lost()
    page = site.open("/medskick/", width=390)
    page.locator(".hand-over summary").first.click()
    page.get_by_role("link", name="Visa i anteckningarna").first.click()
    page.get_by_role("link", name="Nytt medskick").click()
    page.get_by_label("Vad som lämnas vidare").fill("Vem ringer på sommaren?")
    page.get_by_label("Till organ").select_option(label="Provrådet")
    page.get_by_role("button", name="Skicka medskicket").click()
    page.get_by_role("heading", name="Medskick till Provrådet").wait_for()
    assert (overflow(page), page.locator(".lead").inner_text()) == (
        0,
        "Provrådet tog inte upp det 9 april 2026.",
    )
