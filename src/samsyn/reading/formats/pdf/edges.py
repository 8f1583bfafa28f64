"""Page headers, footers and page numbers: what comes back at one place page after page."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.reading.formats.pdf.geometry import Line
    from samsyn.reading.formats.pdf.pages import Page

MARGIN = 0.12  # of the page's height
N_LINES = 6
SAME_HEIGHT = 4.0
DIGITS = re.compile(r"\d+")
PAGE_NUMBER = re.compile(
    r"(?:sida|sid\.?|s\.)?\s*\d{1,3}(?:\s*(?:\(\s*\d{1,4}\s*\)|(?:av|/|of)\s*\d{1,4}))?$", re.IGNORECASE
)
BARE_NUMBER = re.compile(r"\d{1,4}$")


class Edges(NamedTuple):
    """Lines that belong to the page: those to show once, and those that only repeat them."""

    headers: list[Line]
    footers: list[Line]
    repeated: list[Line]


def take_edges(pages: Sequence[Page], lines: dict[int, list[Line]]) -> Edges:
    """Take page headers and footers out of the lines of each page."""
    found = Edges([], [], [])
    for at_top in (True, False):
        candidates = {page.number: _candidates(page, lines[page.number], at_top=at_top) for page in pages}
        groups: dict[str, list[Line]] = defaultdict(list)
        for some in candidates.values():
            for line in some:
                groups[DIGITS.sub("#", line.text).casefold()].append(line)
        for group in groups.values():
            running = _running(group, len(pages))
            for number, line in enumerate(running):
                into = found.repeated if number else (found.headers if at_top else found.footers)
                into.append(line)
                lines[line.page].remove(line)
    return found


def _candidates(page: Page, lines: Sequence[Line], *, at_top: bool) -> list[Line]:
    """Lines of text near an edge of the page."""
    border = page.height * MARGIN
    texts = [line for line in lines if line.words and line.words[0].turn == 0]
    near = [line for line in texts if (line.y > page.height - border if at_top else line.y < border)]
    near.sort(key=lambda line: -line.y if at_top else line.y)
    return near[:N_LINES]


def _running(group: Sequence[Line], n_pages: int) -> list[Line]:
    """The lines of a group that are no part of the running text."""
    is_numbers = all(PAGE_NUMBER.match(line.text) for line in group)
    if is_numbers and (len(group) > 1 or (n_pages <= 2 and not BARE_NUMBER.match(group[0].text))):
        return list(group)
    if len({line.page for line in group}) < max(2, 0.4 * n_pages):
        return []
    usual = sorted(line.y for line in group)[len(group) // 2]
    return [line for line in group if abs(line.y - usual) < SAME_HEIGHT]
