"""The words of a sentence that tell that those named in it were there or not (rule A11)."""

from __future__ import annotations

import re

from samsyn.minutes.lexicon import lexicon

_BETWEEN = re.compile(r",\s[^,]+,")  # a mark between commas, which tells of the one before it
_BRACKETS = re.compile(r"\([^()]*\)")


def absence_in_sentence(text: str) -> re.Match[str] | None:
    """The words of a sentence that tell that those named were not there."""
    clear = _unbracketed(text) if not text.lstrip().startswith("(") else text
    found = lexicon().whole_words("attendance", "absence_sentence").search(clear)
    return found if found and not _BETWEEN.fullmatch(text[found.start() - 2 : found.end() + 1]) else None


def presence_in_sentence(text: str) -> re.Match[str] | None:
    """The words of a sentence that tell that those named were there."""
    return lexicon().whole_words("attendance", "presence_sentence").search(_unbracketed(text))


def _unbracketed(text: str) -> str:
    """The text with what stands in brackets replaced: it tells of one person and not of all."""
    return _BRACKETS.sub(lambda match: "x" * len(match[0]), text) if "(" in text else text
