"""The accessibility statement: what the law asks it to say, and where it is found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests import make
from tests.project.files import SOURCE
from tests.web import signed

if TYPE_CHECKING:
    from pytest_django.fixtures import Settings

pytestmark = pytest.mark.django_db

WEB = SOURCE / "web"
SCRIPTS = sorted((WEB / "static" / "web" / "js").glob("*.js"))
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))
KEYS_OF_BROWSERS = {"Escape", "Tab", "ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "Home", "End"}
SHOWN_AS = {"Enter": "↵", "Delete": "Del"}


def statement() -> str:
    """As a stranger reads it."""
    return signed.page(signed.stranger(), "/tillganglighet/")


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Länsgruppen i Flen svarar för Samsyn", id="who-answers"),
        pytest.param("delvis förenligt", id="how-well"),
        pytest.param("Vad som inte är tillgängligt", id="what-does-not-work"),
        pytest.param("oskäligt betungande", id="exceptions"),
        pytest.param("Bedömningen gjordes", id="when-reviewed"),
        pytest.param("ändrades senast", id="when-changed"),
        pytest.param("Vi har prövat själva", id="how-reviewed"),
        pytest.param('href="mailto:hjalp@exempel.se"', id="where-to-turn"),
        pytest.param('href="https://www.digg.se/tdosanmalan"', id="where-to-complain"),
        pytest.param("2018:1937", id="law"),
    ],
)
def test_the_statement_has_what_is_asked_for(words: str, settings: Settings) -> None:
    """Each part that the agency's rules name."""
    settings.SAMSYN_ORGANISATION, settings.SAMSYN_CONTACT = "Länsgruppen i Flen", "hjalp@exempel.se"
    assert words in statement()


@pytest.mark.parametrize(
    ("contact", "way"),
    [
        pytest.param("https://exempel.se/hjalp", "https://exempel.se/hjalp", id="page"),
        pytest.param("0150-123 45", "tel:015012345", id="telephone"),
    ],
)
def test_the_contact_is_followed_by_a_click(contact: str, way: str, settings: Settings) -> None:
    """Whatever it is."""
    settings.SAMSYN_CONTACT = contact
    assert f'href="{way}"' in statement()


def test_without_settings_the_gap_is_told(settings: Settings) -> None:
    """Nobody is made up."""
    settings.SAMSYN_ORGANISATION = settings.SAMSYN_CONTACT = ""
    assert "Vem som svarar för det är inte angivet" in statement()


@pytest.mark.parametrize("address", ["/logga-in/", "/", "/beslut/"])
def test_it_is_found_from_the_foot(address: str) -> None:
    """Of pages with a menu and of bare ones."""
    client = signed.stranger() if address == "/logga-in/" else signed.anna()
    assert 'href="/tillganglighet/"' in signed.page(client, address)


def keys_used() -> set[str]:
    """Every key that a script listens to, or that a button names."""
    scripts = "\n".join(path.read_text("utf-8") for path in SCRIPTS)
    templates = "\n".join(path.read_text("utf-8") for path in TEMPLATES)
    asked = set(re.findall(r'\.key === "([^"]+)"', scripts)) | set(re.findall(r"\b(\w): \(\) =>", scripts))
    return (asked | set(re.findall(r'data-key="(\w+)"', templates))) - KEYS_OF_BROWSERS


def test_every_key_is_in_the_list() -> None:
    """What `?` shows is all there is."""
    listed = (WEB / "templates" / "web" / "parts" / "keys.html").read_text("utf-8")
    shown = {key.casefold() for key in re.findall(r"<kbd>([^<]+)</kbd>", listed)}
    assert {key for key in keys_used() if SHOWN_AS.get(key, key).casefold() not in shown} == set()


@pytest.mark.parametrize("address", ["/", "/beslut/", "/moten/", "/sok/", "/mitt-konto/"])
def test_the_list_of_keys_is_on_every_page(address: str) -> None:
    """There to be opened by `?` and by a button."""
    make.meeting()
    text = signed.page(signed.anna(), address)
    assert ('<dialog id="tangenter"' in text, 'data-opens="tangenter"' in text) == (True, True)
