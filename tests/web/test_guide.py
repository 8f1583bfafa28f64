"""The user guide: it names only what there is, and each page opens."""

from __future__ import annotations

import ast
import re

import pytest
from tests.browser.take_pictures import PICTURES
from tests.browser.test_accessibility import PAGES
from tests.project.files import SOURCE, python_files
from tests.web import signed

from samsyn.web.guides import FOLDER, NAMES, guides, read_guide

pytestmark = pytest.mark.django_db

STATIC = SOURCE / "web" / "static" / "web" / "guide"
FILES = {path.stem: path.read_text("utf-8") for path in sorted(FOLDER.glob("*.md"))}
SAID = re.compile(r"""_\(\s*(?:"([^"]+)"|'([^']+)')""")
names = pytest.mark.parametrize("name", NAMES)


def words_on_screen() -> set[str]:
    """All that pages call things: what templates and views say, and words out of tables."""
    templates = [path.read_text("utf-8") for path in (SOURCE / "web" / "templates").rglob("*.html")]
    said = {first or second for text in templates for first, second in SAID.findall(text)}
    return said | {
        text for path in python_files(SOURCE / "web") for text in texts_in(path.read_text("utf-8"))
    }


def texts_in(source: str) -> set[str]:
    """All texts of a module."""
    nodes = ast.walk(ast.parse(source))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_every_file_is_in_the_list() -> None:
    """No page of the guide is written and never shown."""
    assert set(FILES) == set(NAMES)


@names
def test_the_guide_names_what_is_on_the_screen(name: str) -> None:
    """A button that is called something else by now is told about no more."""
    bold = set(re.findall(r"(?<!\*)\*\*([^*]+)\*\*", FILES[name]))
    in_lists = {words for words in bold if words.endswith(".")}  # what a paragraph of a list is about
    assert bold - in_lists - words_on_screen() == set()


@names
def test_the_guide_names_keys_that_are_listed(name: str) -> None:
    """What stands as a key is one that `?` shows."""
    listed = (SOURCE / "web" / "templates" / "web" / "parts" / "keys.html").read_text("utf-8")
    keys = set(re.findall(r"`([^`]+)`", FILES[name]))
    assert keys - set(re.findall(r"<kbd>([^<]+)</kbd>", listed)) == set()


def test_every_picture_is_shown_and_taken() -> None:
    """What the guide shows is what is taken, and what is kept."""
    shown = set(re.findall(r"/static/web/guide/([\w-]+)\.webp", "".join(FILES.values())))
    assert (shown, {path.stem for path in STATIC.iterdir()}) == (set(PICTURES), set(PICTURES))


def test_every_picture_is_of_a_page_that_is_tried() -> None:
    """Its page is one of those that axe looks at."""
    assert {page for page, _ in PICTURES.values()} - set(PAGES) == set()


def test_pictures_are_small() -> None:
    """All of them together are half a megabyte at most."""
    assert sum(path.stat().st_size for path in STATIC.iterdir()) < 500_000


@names
def test_a_lead_is_plain_text(name: str) -> None:
    """The signs of the file's marks are no part of it."""
    assert not {*"*`[]"} & {*read_guide(name).lead}


@names
def test_a_page_opens(name: str) -> None:
    """For somebody without a role too: its title, and a way on or back."""
    text = signed.page(signed.cilla(), f"/hjalp/{name}/")
    assert (f"<h1>{read_guide(name).title}</h1>" in text, 'href="/hjalp/"' in text) == (True, True)


def test_links_lead_to_pages() -> None:
    """Not to files."""
    assert [guide.name for guide in guides() if ".md" in guide.body] == []


def test_the_contents_name_all() -> None:
    """In order."""
    text = signed.page(signed.bo(), "/hjalp/")
    assert re.findall(r'href="/hjalp/([\w-]+)/"', text) == list(NAMES)


def test_there_is_no_other_page() -> None:
    """A name that is none of the guide's is not looked for among files."""
    assert signed.bo().get("/hjalp/..%2Fviews/").status_code == 404
