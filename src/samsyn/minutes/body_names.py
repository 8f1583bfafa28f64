"""Names of bodies without their meetings, forms and columns, and those of associations (rule B6)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.minutes.body_words import has_body_word
from samsyn.minutes.days import find_mentions
from samsyn.minutes.labels import find_label
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import Certainty, Found
from samsyn.minutes.texts import normal
from samsyn.reading import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.header.parts import Header
    from samsyn.minutes.lines import Line

_WIDE_CELL = re.compile(r"\s{3,}|\t")
_COLUMNS = 3  # lines that one line with columns was cut into
_LONGEST = 90
_TOP = 6


def without_meeting(found: Found[str]) -> Found[str] | None:
    """A body without its meeting ("Byalagets extra årsmöte"); None where the meeting is all there is."""
    if lexicon().pattern("mere_meeting").fullmatch(found.value):
        return None
    match = lexicon().pattern("meeting_of_body").fullmatch(found.words)
    if match is None:
        return found
    words = match[match.lastgroup or "a"]
    start = found.span.start + match.start(match.lastgroup or "a")
    return replace(found, value=normal(words), words=words, span=Span(start, start + len(words)))


def of_title(header: Header) -> tuple[Found[str], ...]:
    """Whose meeting the title tells ("Byns konstituerande möte 2026")."""
    match = lexicon().pattern("meeting_of_body").fullmatch(header.title.words) if header.title else None
    found = without_meeting(header.title) if match and header.title else None
    return (replace(found, rule="B2", certainty=Certainty.LIKELY),) if found else ()


def sender(front: Sequence[Line]) -> Found[str] | None:
    """The body that sent the mail in which the notes stand."""
    for line in front[:_TOP]:
        sent = lexicon().pattern("mail_sender").match(line.text)
        if sent and has_body_word(sent["who"]):
            start = line.start + sent.start("who")
            span = Span(start, start + len(sent["who"]))
            return Found(normal(sent["who"]), sent["who"], span, "B6", Certainty.LIKELY)
    return None


def association(front: Sequence[Line]) -> tuple[Found[str], ...]:
    """Rule B6: an association's name on a line of the head, alone or in its first column."""
    for line in front[:_TOP]:
        words = _WIDE_CELL.split(line.text)[0].strip("*_# ")
        if line.marker or line.cell or find_label(line) or words.endswith((".", "!", ":")):
            continue
        if len(words) <= _LONGEST and lexicon().pattern("association").search(words):
            if lexicon().whole_words("title", "notes").search(words) or any(find_mentions(words)):
                continue
            start = line.start + line.text.index(words)
            return (Found(normal(words), words, Span(start, start + len(words)), "B6", Certainty.LIKELY),)
    return ()


def with_first_part(found: Found[str], front: Sequence[Line]) -> Found[str]:
    """A name whose first part stands above it in a column ("Barn- och utbildnings-" / "nämnden")."""
    if " " in found.value or not found.value[:1].islower():
        return found
    for at, line in enumerate(front):
        if _WIDE_CELL.split(line.text)[0] == found.value:
            parts = [_WIDE_CELL.split(above.text)[0] for above in front[max(0, at - _COLUMNS) : at]]
            part = next((words for words in parts if words.endswith("-") and words[0].isupper()), None)
            return replace(found, value=normal(part).removesuffix("-") + found.value) if part else found
    return found
