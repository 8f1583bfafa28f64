"""Signs of pages within a stream: their numbers, and the head that runs on each of them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from samsyn.minutes.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.run_together.streams.stream import Stream

_PAGE_HEAD = re.compile(r"(?<!\S)\d{1,2}\s+(?P<words>[A-ZÅÄÖ][^\d()]{2,60}?)\s\((?P<pages>\d{1,2})\)")


def running_heads(streams: Sequence[Stream]) -> set[str]:
    """Words that stand between a page's number and the number of pages, on more than one page."""
    found = Counter(match["words"] for stream in streams for match in _PAGE_HEAD.finditer(stream.text))
    return {words for words, count in found.items() if count > 1}


def page_signs(text: str, heads: set[str]) -> list[tuple[int, int]]:
    """Where the signs of pages stand in a text."""
    signs = [match.span() for match in lexicon().pattern("page_sign").finditer(text)]
    return signs + [match.span() for match in _PAGE_HEAD.finditer(text) if match["words"] in heads]


def is_page_sign(text: str, heads: set[str]) -> bool:
    """Whether a piece of a stream is a sign of a page and nothing more."""
    match = _PAGE_HEAD.fullmatch(text)
    return lexicon().pattern("page_sign").fullmatch(text) is not None or (
        match is not None and match["words"] in heads
    )
