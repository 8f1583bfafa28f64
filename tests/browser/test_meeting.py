"""One meeting in the browser: the two sides follow each other, and one click or key decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.browser.reviewing import let_settle
from tests.browser.sites import lit_words

from samsyn.register.models import Doubt, Meeting, Statement

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page
    from tests.browser.sites import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]  # a real browser

DECISION = "Beslut:Den nya överenskommelsen godkänns."


def joint(site: Site, query: str = "", **options: object) -> Page:
    """The joint meeting's page."""
    meeting = Meeting.objects.get(state="held", start_on="2026-03-12")
    return site.open(f"/moten/{meeting.pk}/{query}", **options)  # type: ignore[arg-type]


def said(kind: str) -> Statement:
    """The joint meeting's statement of a kind."""
    return Statement.objects.get(kind=kind, meeting__start_on="2026-03-12")


def row(page: Page, statement: Statement) -> Locator:
    """A statement's row."""
    return page.locator(f"#statement-{statement.pk}")


def go_to(page: Page, key: str, field: Locator) -> None:
    """Press the key of a field once what was saved is in place, and wait until it can be written in."""
    let_settle(page)
    page.keyboard.press(key)
    expect(field).to_be_focused()


def states(statement: Statement) -> set[str]:
    """The states of a statement's values."""
    return set(statement.values.values_list("state", flat=True))


def test_choosing_a_row_lights_its_place(site: Site) -> None:
    """All words that its values were read from, and no others."""
    page = joint(site)
    row(page, said("decision")).locator("> details > summary").click()
    expect(page.locator(".said.lit").first).to_be_in_viewport()
    assert lit_words(page) == DECISION


def test_choosing_a_place_opens_its_row(site: Site) -> None:
    """The row opens, comes into view and has the focus."""
    page = joint(site)
    page.locator(".sheet").get_by_text("Frågan får mer tid på").click()
    opened = row(page, said("agreed_outcome"))
    expect(opened.locator("> details")).to_have_attribute("open", "")
    expect(opened.locator("> details > summary")).to_be_focused()
    expect(opened).to_be_in_viewport()


def test_only_one_row_is_open(site: Site) -> None:
    """Choosing another closes the first and moves the light."""
    page = joint(site)
    row(page, said("assignment")).locator("> details > summary").click()
    row(page, said("decision")).locator("> details > summary").click()
    expect(page.locator(".row > details[open]")).to_have_count(1)
    assert lit_words(page) == DECISION


def test_one_click_confirms_a_row(site: Site) -> None:
    """The row, the count and the line in the notes follow at once."""
    page = joint(site)
    decision = said("decision")
    row(page, decision).get_by_role("button", name="Bekräfta raden").click()
    expect(row(page, decision).locator("> details > summary .state")).to_have_text("Bekräftat")
    expect(page.locator(f"#plats-statement-{decision.pk}")).to_have_class("said said-confirmed")
    expect(page.locator("#framsteg b")).to_contain_text("2 av")
    assert states(decision) == {"confirmed"}


def test_a_rejected_row_leaves_and_comes_back(site: Site) -> None:
    """Rejecting takes it out of the list; undo brings it back."""
    page = joint(site)
    decision = said("decision")
    row(page, decision).locator("> details > summary").click()
    row(page, decision).get_by_role("button", name="Avvisa", exact=False).last.click()
    expect(row(page, decision)).to_have_count(0)
    page.get_by_role("button", name="Ångra").click()
    expect(row(page, decision)).to_have_count(1)
    assert states(decision) == {"proposed"}


def test_the_count_of_a_section_follows(site: Site) -> None:
    """Confirming somebody in the list of attendance counts both name and organisation."""
    page = joint(site)
    page.locator("[id^=attendance]").first.get_by_role("button", name="Bekräfta raden").click()
    expect(page.locator("#antal-narvaro")).to_contain_text("2 av")


def test_keys_alone_go_through_the_reading(site: Site) -> None:
    """J goes through the doubts and opens, Enter confirms and goes on to the next, Z takes it back."""
    page = joint(site)
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator(".question.is-chosen button").first).to_be_focused()
    page.keyboard.press("j")
    expect(row(page, said("decision")).locator("> details > summary")).to_be_focused()
    page.keyboard.press("Enter")
    expect(row(page, said("assignment")).locator("> details > summary")).to_be_focused()
    assert states(said("decision")) == {"confirmed"}
    page.keyboard.press("z")
    expect(page.get_by_text("Ångrat.")).to_be_visible()
    assert states(said("decision")) == {"proposed"}


def test_a_doubt_is_answered_by_a_key(site: Site) -> None:
    """And the next one comes."""
    page = joint(site)
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator(".question")).to_have_count(1)
    expect(page.locator(".question button").first).to_be_focused()


def test_keys_correct_a_row(site: Site) -> None:
    """The kind by a figure, the owner as it is written, the date with the days it is taken for."""
    page, decision = joint(site), said("decision")
    facts = row(page, decision).locator(".row-facts").first
    row(page, decision).locator("> details > summary").click()
    page.keyboard.press("2")
    expect(facts).to_contain_text("Överenskommet")
    go_to(page, "o", row(page, decision).locator("[data-field=owner] [data-goes]"))
    page.keyboard.type("berit")
    page.keyboard.press("Enter")
    expect(facts).to_contain_text("Berit Alm")
    go_to(page, "d", row(page, decision).locator("[data-field=due] [data-goes]"))
    page.keyboard.type("v 12")
    expect(row(page, decision).locator("[data-field=due] .help")).to_have_text("Tas för 16–22 mars 2026.")
    page.keyboard.press("Enter")
    expect(facts).to_contain_text("v 12")
    decision.refresh_from_db()
    assert (decision.kind, decision.owner_name) == ("agreed_outcome", "Berit Alm")


def test_words_chosen_by_keys_become_a_row(site: Site) -> None:
    """L and the arrows choose, a figure says what they are."""
    page, decision = joint(site), said("decision")
    row(page, decision).locator("> details > summary").click()
    page.keyboard.press("l")
    page.keyboard.press("Shift+ArrowRight")
    expect(page.locator("#valda-ord")).to_be_visible()
    page.keyboard.press("3")
    expect(page.get_by_text("Raden är tillagd.")).to_be_visible()


def test_a_row_is_split_by_keys(site: Site) -> None:
    """S shows where, Enter cuts there."""
    page, decision = joint(site), said("decision")
    row(page, decision).locator("> details > summary").click()
    page.keyboard.press("s")
    expect(row(page, decision).locator(".split textarea")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Raden är delad i två.")).to_be_visible()


def test_k_goes_back(site: Site) -> None:
    """Past both doubts, two forward, one back."""
    page = joint(site)
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(row(page, said("decision")).locator("> details > summary")).to_be_focused()


def test_single_keys_can_be_switched_off(site: Site) -> None:
    """For those whose voice or switch would press them by mistake."""
    page = joint(site)
    page.keyboard.press("?")
    page.get_by_label("Stäng av tangenter").check()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    expect(page.locator(".row > details[open]")).to_have_count(0)


def test_writing_in_a_field_presses_no_keys(site: Site) -> None:
    """A search for ”jacka?” is a search."""
    page = site.open("/beslut/")
    page.locator("#ord").click()
    page.keyboard.type("jacka?")
    expect(page.locator("dialog[open]")).to_have_count(0)
    assert page.locator("#ord").input_value() == "jacka?"


def test_a_doubt_leads_to_its_row(site: Site) -> None:
    """The question opens the row that it is about."""
    page = joint(site)
    page.locator(".question").first.get_by_role("link", name="Visa raden").click()
    expect(page.locator("[id^=attendance] > details[open]")).to_have_count(1)
    assert "Egon Falk" in lit_words(page)


def test_a_doubt_can_be_come_to_from_the_first_page(site: Site) -> None:
    """The link there leads to the question, with its words lit."""
    page = site.open("/")
    page.get_by_role("link", name="Vilket möte avses?").click()
    expect(page.locator(".question.is-chosen")).to_be_in_viewport()
    expect(page.locator(".said.lit", has_text="ett kommande möte")).to_be_in_viewport()


def test_a_settled_doubt_leaves_the_list(site: Site) -> None:
    """And the count in the head with it."""
    page = joint(site)
    page.locator(".question").first.get_by_role("button", name="Läsningen stämmer").click()
    expect(page.locator(".question")).to_have_count(1)
    expect(page.locator("#framsteg")).to_contain_text("1 tveksam kvar")


def test_z_opens_a_settled_doubt_again(site: Site) -> None:
    """Answered by mistake, and back in the list by one key."""
    page = joint(site)
    page.locator(".question").first.get_by_role("button", name="Läsningen stämmer").click()
    expect(page.locator(".question")).to_have_count(1)
    page.keyboard.press("z")
    expect(page.locator(".question")).to_have_count(2)


def test_the_other_answer_is_given_by_one_click(site: Site) -> None:
    """The struck person was there: the page shows it, and Z takes it back."""
    Doubt.objects.filter(about="attendees[3].present").update(rule="A10")
    page = joint(site)
    page.get_by_role("button", name="Nej, var på plats").click()
    egon = page.locator(".row", has_text="Egon Falk").last
    expect(egon).not_to_contain_text("Inte på plats")
    page.keyboard.press("z")
    expect(page.get_by_role("button", name="Nej, var på plats")).to_be_visible()


def test_without_script_choosing_works_by_address(site: Site) -> None:
    """A place in the notes is a link that opens the row and lights the words."""
    page = joint(site, java_script_enabled=False)
    page.locator(".sheet").get_by_text("Den nya överenskommelsen").click()
    expect(row(page, said("decision")).locator("> details")).to_have_attribute("open", "")
    assert lit_words(page) == DECISION


def test_without_script_a_row_is_confirmed(site: Site) -> None:
    """By the same button."""
    page = joint(site, java_script_enabled=False)
    row(page, said("decision")).get_by_role("button", name="Bekräfta raden").click()
    expect(page.get_by_text("2 uppgifter bekräftade.")).to_be_visible()
    assert states(said("decision")) == {"confirmed"}


def test_on_a_phone_the_reading_comes_first(site: Site) -> None:
    """And the notes are one touch away."""
    page = joint(site, width=390)
    reading, notes = page.locator("#lasningen").bounding_box(), page.locator("#anteckningarna").bounding_box()
    assert reading is not None
    assert notes is not None
    assert reading["y"] < notes["y"]
    page.get_by_role("link", name="Anteckningarna", exact=True).click()
    expect(page.locator(".sheet h3").first).to_be_in_viewport()
