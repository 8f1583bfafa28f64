"""Words that lie in a page without being shown: they stay in the original, so they are searched."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote

from samsyn.reading.formats import Unshown

if TYPE_CHECKING:
    from collections.abc import Iterator

WHERE = "i sidans källkod"
IN_LINE = re.compile(
    r"</?(?:a|abbr|b|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|nobr|o:p|q|s|samp|small|span|strike"
    r"|strong|su[bp]|time|tt|u|var|wbr)\b[^<>]*>",
    re.IGNORECASE,
)
TAG = re.compile(r"<[^<>]*>")


def find_unshown(source: str) -> Iterator[Unshown]:
    """The source as it stands, with its signs written out, and its words without tags."""
    yield Unshown(WHERE, source)
    plain = unescape(source)
    yield Unshown(WHERE, plain)
    yield Unshown(WHERE, unescape(TAG.sub("\n\n", IN_LINE.sub("", source))))
    if "%" in source:
        yield Unshown(WHERE, unquote(plain))
