"""The same letter as a page: paragraphs, and the link in words. No pictures, nothing fetched from anywhere.

Programs that show mail drop style sheets, so the few looks there are stand with each element; none sets the
colours of running text, which is the reader's own, light or dark.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.mail.letters import Written

PAGE = (
    '<!doctype html>\n<html lang="sv">\n<head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    '<meta name="color-scheme" content="light dark"><title>{title}</title></head>\n'
    '<body style="margin:0;padding:16px;font-family:sans-serif;font-size:16px;line-height:1.5">\n'
    '<main style="max-width:36em;overflow-wrap:anywhere">\n<h1 style="font-size:20px">{title}</h1>\n'
    "{content}\n</main>\n</body>\n</html>\n"
)
BUTTON = (
    "display:inline-block;padding:10px 16px;border-radius:4px;background:#0B5C68;color:#FFFFFF;"
    "font-weight:600;text-decoration:none"
)
SMALL = "font-size:14px"


def write_html(title: str, text: str, *, links: Sequence[Written] = (), terms: str = "") -> str:
    """A letter as HTML.

    Args:
        title: Its subject.
        text: Its words: paragraphs with an empty line between.
        links: What stands in the words where each link is to be, and where it leads.
        terms: Whom they are for and how long, last in the letter.
    """
    by_mark, parts = {one.mark: one for one in links}, []
    for paragraph in (part.strip() for part in text.split("\n\n")):
        if paragraph in by_mark:
            parts += _link(by_mark[paragraph], alone=len(links) == 1)
        elif paragraph:
            parts.append(f"<p>{_escaped(_with_addresses(paragraph, links))}</p>")
    if terms:
        parts.append(
            f'<hr style="border:0;border-top:1px solid #76827F">\n<p style="{SMALL}">{_escaped(terms)}</p>'
        )
    return PAGE.format(title=escape(title), content="\n".join(parts))


def _with_addresses(paragraph: str, links: Sequence[Written]) -> str:
    for one in links:
        paragraph = paragraph.replace(one.mark, one.address)
    return paragraph


def _link(one: Written, *, alone: bool) -> list[str]:
    """The link in words, and where it leads for whoever wants to see it first; of many the words alone."""
    button = f'<p><a href="{escape(one.address)}" style="{BUTTON}">{escape(one.word)}</a></p>'
    shown = f'<p style="{SMALL}">Länken leder till {escape(one.address)}</p>'
    return [button, shown] if alone else [button]


def _escaped(text: str) -> str:
    return escape(text).replace("\n", "<br>\n")
