"""A page's source as tags and words, each with its place.

A walk over the source and no tree: a tree of a page can be a thousand times the page, since a browser
opens again in each paragraph what was left open in the one before. And the parsers that build one do not
tell where in the file a word stood.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# Quoted values end before the next tag, so that a quote left open costs no search through the file.
TAG = re.compile(
    r"""<(/?)([a-zA-Z][^\s/<>]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*+)>""",
)
BARE_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/<>]*)([^<>]*)>")
OTHER_MARKUP = re.compile(r"<[!?/][^<>]*>")
ATTRIBUTE = re.compile(
    r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"<]*)"|'([^'<]*)'|([^\s"'<>]+)))?""",
)
# Elements whose content is no markup.
RAW = frozenset(
    ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript", "svg")
)
RAW_ENDS = {name: re.compile(f"</{name}", re.IGNORECASE | re.ASCII) for name in RAW}
VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)


class Token(NamedTuple):
    """A tag, or a stretch of words between two tags.

    Attributes:
        kind: "start", "end", "words" or "raw" (the content of a script and the like).
        name: The tag's name in small letters; empty for words.
        start: Where it begins in the source: words at their first character, tags at their bracket.
        end: Where it ends.
        attributes: What a start tag says, as it stands.
        closed: Whether a start tag closes itself.
    """

    kind: str
    start: int
    end: int
    name: str = ""
    attributes: str = ""
    closed: bool = False


def find_tokens(source: str) -> Iterator[Token]:
    """The tokens of a page, in order."""
    at, words_from, missing = 0, 0, set[str]()
    while at < len(source):
        if not source.startswith("<", at):
            end = source.find("<", at)
            at = len(source) if end < 0 else end
            continue
        end, token = _find_markup(source, at, missing)
        if end < 0:  # a bracket that is a word of its own
            at += 1
            continue
        if words_from < at:
            yield Token("words", words_from, at)
        at = words_from = end
        if token:
            yield token
            at = words_from = _find_raw_end(source, token, missing)
            if at > token.end:
                yield Token("raw", token.end, at, token.name)
    if words_from < at:
        yield Token("words", words_from, at)


def _find_markup(source: str, at: int, missing: set[str]) -> tuple[int, Token | None]:
    """Where the markup at a bracket ends, -1 for none; and the tag, where it is one."""
    end = _find_remark_end(source, at, missing)
    if end:
        return end, None
    match = TAG.match(source, at) or BARE_TAG.match(source, at)
    if match:
        return match.end(), _tag(match)
    other = OTHER_MARKUP.match(source, at)
    return (other.end() if other else -1), None


def _find_remark_end(source: str, at: int, missing: set[str]) -> int:
    """Where a remark ends; 0 where none begins, or none that is ended."""
    if not source.startswith("<!--", at) or "-->" in missing:
        return 0
    end = source.find("-->", at + 4)
    if end < 0:
        missing.add("-->")
        return 0
    return end + 3


def _find_raw_end(source: str, token: Token, missing: set[str]) -> int:
    """Where the content of a script and the like ends; for all other tags, where the tag does."""
    if token.kind == "end" or token.name not in RAW or token.closed or token.name in missing:
        return token.end
    end = RAW_ENDS[token.name].search(source, token.end)
    if end is None:
        missing.add(token.name)
    return end.start() if end else token.end


def read_attributes(written: str) -> dict[str, str]:
    """What a tag says, by names in small letters; the first of two counts."""
    found: dict[str, str] = {}
    for name, double, single, bare in ATTRIBUTE.findall(written):
        found.setdefault(name.lower(), unescape(double or single or bare))
    return found


def _tag(match: re.Match[str]) -> Token:
    kind, name, attributes = "end" if match[1] else "start", match[2].lower(), match[3]
    closed = name in VOID or attributes.endswith("/")
    return Token(kind, match.start(), match.end(), name, attributes, closed)
