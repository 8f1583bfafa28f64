"""The user guide: pages of Markdown beside this file, shown under `/hjalp/`.

In their text **bold** is what something is called on the screen, and `code` is a key: tests hold both to what
there is. Links to pages of the guide and to pictures are written so that the files can be read as they are.
"""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from django.templatetags.static import static
from django.urls import reverse
from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

FOLDER = Path(__file__).parent / "guide"
# In the order of somebody who begins.
NAMES = (
    "borja",
    "lasa-in",
    "granska",
    "skicka",
    "skriva",
    "hitta",
    "arenden",
    "atgarder",
    "planen",
    "sprak",
    "personer",
    "historik",
    "roller",
    "inloggning",
)
AS_MARKS = {"strong_open": "<b>", "strong_close": "</b>"}


class Guide(NamedTuple):
    """A page of the guide.

    Attributes:
        lead: What one can do with its help, in plain text.
        body: The rest, as HTML.
    """

    name: str
    title: str
    lead: str
    body: Markup


def guides() -> Sequence[Guide]:
    """All pages, in order."""
    return [read_guide(name) for name in NAMES]


@cache
def read_guide(name: str) -> Guide:
    """A page: its first heading, its first paragraph, and what follows."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - few processes ever show the guide

    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    for kind, mark in AS_MARKS.items():
        reader.renderer.rules[kind] = lambda *_, mark=mark: mark  # type: ignore[attr-defined]
    reader.renderer.rules["code_inline"] = _key  # type: ignore[attr-defined]
    reader.renderer.rules["image"] = _picture  # type: ignore[attr-defined]
    tokens = reader.parse((FOLDER / f"{name}.md").read_text(encoding="utf-8"))
    _lead_on(tokens)
    body = reader.renderer.render(tokens[6:], reader.options, {})
    return Guide(name, tokens[1].content, _plain(tokens[4]), Markup(body))  # noqa: S704 - our own files


def _plain(paragraph: Token) -> str:
    """Its words without the signs that mark them."""
    pieces = paragraph.children or ()
    return "".join(" " if piece.type == "softbreak" else piece.content for piece in pieces)


def _lead_on(tokens: Sequence[Token]) -> None:
    """Let links to other files of the guide lead to their pages."""
    for token in (child for parent in tokens for child in parent.children or ()):
        name, _dot, ending = str(token.attrs.get("href", "")).rpartition(".")
        if token.type == "link_open" and ending == "md":
            token.attrs["href"] = reverse("help_page", args=[name])


def _key(tokens: Sequence[Token], at: int, *_: object) -> str:
    return f"<kbd>{escape(tokens[at].content)}</kbd>"


def _picture(tokens: Sequence[Token], at: int, *_: object) -> str:
    """A picture with what it shows; its size is that of its window, so that the text stands still."""
    source = static("web/guide/" + str(tokens[at].attrs["src"]).rpartition("/")[2])
    return (
        f'<img class="guide-picture" src="{escape(source)}" alt="{escape(tokens[at].content)}" '
        'width="1200" height="750" loading="lazy">'
    )
