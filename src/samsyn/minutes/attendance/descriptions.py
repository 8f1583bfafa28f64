"""What stands behind a name: title, organisation, body represented, role, part of the meeting.

Rules A5 (roles and marks), A6 (title before organisation), A7 (whom somebody represents or replaces).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.names import (
    initials_of,
    is_organisation_word,
    is_strong_organisation,
    is_title_word,
    organisation_length,
    place_length,
    roles_in,
)
from samsyn.minutes.lexicon import lexicon, per_lexicon
from samsyn.minutes.texts import folded, normal
from samsyn.reading import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samsyn.reading import Document

Place = tuple[int, int]


@dataclass(slots=True)
class Description:
    """Places in `Document.text` of what is said of a person."""

    title: Place | None = None
    affiliation: Place | None = None
    on_behalf_of: Place | None = None
    role: Place | None = None
    substitute_for: Place | None = None
    part: Place | None = None
    absent: Place | None = None
    candidates: list[Place] = field(default_factory=list)
    beside_title: list[Place] = field(default_factory=list)


def describe(document: Document, start: int, end: int, *, name: str) -> Description:
    """Read the words between two positions as a description of the person named before them."""
    found = Description()
    if start >= end:
        return found
    initials = initials_of(name)
    for begin, stop in _parts(document, start, end):
        words = document.text[begin:stop]
        if words.rstrip("123456789") not in initials and not _is_handle(words, name):
            _sort(document.text, begin, stop, found)
    places = [place for place in (*found.candidates, *found.beside_title) if not _tells(document, place)]
    if places:
        strong = [place for place in places if is_strong_organisation(normal(document.text[slice(*place)]))]
        found.affiliation = (strong or places)[0]
    return found


def _is_handle(words: str, name: str) -> bool:
    """Whether a word in small letters is what somebody is called in a chat ("torer" of Tor Erlander)."""
    if not (words.isascii() and words.isalnum() and words.islower()):
        return False
    plain = [part.casefold().translate(_PLAIN)[:_NICK] for part in name.replace("-", " ").split()]
    return any(part in words for part in plain if len(part) == _NICK)


def _tells(document: Document, place: Place) -> bool:
    """Whether words are part of a sentence, and so no organisation ("som bor här")."""
    return lexicon().pattern("in_a_sentence").search(document.text, *place) is not None


_PLAIN = str.maketrans("åäöé", "aaoe")
_NICK = 3  # letters that a handle shares with the name
_LONGEST_PART = 12
_TELLING_NOTHING = ("yes_marks", "reasons")
_SHORT = re.compile(r"[A-ZÅÄÖ]{3,6}")  # an office by its letters ("avdelningschef IFO")
_NAMES_PLACE = re.compile(r"[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ]?[a-zåäöé]+)?")  # "skolchef Nybrosund"
_PREPOSITIONS = frozenset({"på", "i", "för", "vid", "från", "hos", "inom"})
_CUT = re.compile(
    r"[,;]|\t+|\s{2,}(?=\S)|\s[–—-]\s|\(|\)|\s(?=§|(?:pkt|punkt|p\.|p)\s?\d)|(?<=\w)\.(?=\s+[A-ZÅÄÖ])"
)


def _parts(document: Document, start: int, end: int) -> Iterator[Place]:
    """The pieces between commas, brackets and changes to or from italics."""
    text = document.text
    cuts = [
        (match.start() + start, match.end() + start)
        for match in _CUT.finditer(text[start:end])
        if not (_in_abbreviation(text, match.start() + start) or _goes_on(text, match.start() + start))
    ]
    cuts += _italic_edges(document, start, end)
    begin = start
    for cut_start, cut_end in [*sorted(cuts), (end, end)]:
        if cut_start >= begin:
            yield from _trimmed(text, begin, cut_start)
            begin = cut_end


def _in_abbreviation(text: str, at: int) -> bool:
    return text[at] == "." and lexicon().pattern("abbreviated").search(text[max(0, at - 8) : at]) is not None


def _goes_on(text: str, at: int) -> bool:
    """Whether a gap before a paragraph's number stands behind a word that belongs to it ("t.o.m. § 5")."""
    if not text[at : at + 2].strip() or text[at] in ",;()":
        return False
    before = text[max(0, at - _LONGEST_PART) : at].split()
    return bool(before) and before[-1].strip("(").casefold() in lexicon().words("attendance", "part")


def _italic_edges(document: Document, start: int, end: int) -> list[Place]:
    runs = [run for run in document.runs_in(Span(start, end)) if run.text.strip(" ,\n")]
    return [(max(b.start, start), max(b.start, start)) for a, b in pairwise(runs) if a.italic != b.italic]


def _trimmed(text: str, start: int, end: int) -> Iterator[Place]:
    piece = text[start:end]
    kept = piece.strip(" .:;/\n\t*_~")
    if not kept:
        return
    lead = piece.index(kept)
    stop = start + lead + len(kept)
    if text[stop : stop + 1] == "." and stop < end and lexicon().pattern("short_role").search(kept):
        stop += 1
    yield start + lead, stop


def _sort(text: str, start: int, end: int, found: Description) -> None:
    """Put one piece where it belongs: role, mark, person replaced, body, part, title or organisation."""
    words = text[start:end]
    key = folded(words)
    role = _role(key)
    if role:
        if not found.role or role in {"chair", "secretary"}:
            found.role = (start, end)
    elif not found.role and len(key.split()) <= 3 and lexicon().pattern("chair_of").search(key):
        found.role = (start, end)
    elif "@" in words:
        return
    elif key in lexicon().words("attendance", "absent_marks"):
        found.absent = (start, end)
    elif not any(key in lexicon().words("attendance", name) for name in _TELLING_NOTHING):
        _sort_words(text, start, end, found)


@per_lexicon
def _kinds_of_roles() -> dict[str, str]:
    """The list that each role stands in, also without its full stop ("ordf")."""
    found: dict[str, str] = {}
    for kind in ("chair", "vice_chair", "secretary", "other_roles"):
        for word in lexicon().words("attendance", kind):
            found.setdefault(word, kind)
            found.setdefault(word.removesuffix("."), kind)
    return found


def _role(key: str) -> str | None:
    """The list of roles that the words stand in."""
    kind = _kinds_of_roles().get(key)
    if kind:
        return kind
    several = roles_in(key)[1:]
    return _role(several[0]) if len(several) > 1 and all(_role(one) for one in several) else None


def _sort_words(text: str, start: int, end: int, found: Description) -> None:
    words = text[start:end]
    if origin := lexicon().pattern("comes_from").match(words):
        found.candidates.append((start + origin.start("who"), start + origin.end("who")))
    elif replaced := lexicon().pattern("substitute").search(words):
        found.substitute_for = (start + replaced.start("who"), start + replaced.end("who"))
    elif represented := lexicon().pattern("behalf").search(words):
        found.on_behalf_of = (start + represented.start("who"), start + represented.end("who"))
        if before := words[: represented.start()].rstrip():
            _sort(text, start, start + len(before), found)
    elif lexicon().pattern("school_class").fullmatch(words):
        found.candidates.append((start, end))
    elif lexicon().pattern("part").match(folded(words)):
        found.part = found.part or (start, end)
    else:
        _title_or_organisation(text, start, end, found)


def _title_or_organisation(text: str, start: int, end: int, found: Description) -> None:
    words = list(re.finditer(r"\S+", text[start:end]))
    tokens = [match[0] for match in words]
    at = next((i for i, token in enumerate(tokens) if is_title_word(token)), None)
    if at is None or (at and not tokens[at][0].islower() and organisation_length(tokens)):
        found.candidates.append((start, end))
        return
    cut = _organisation_from(tokens, at + 1)
    if cut < len(tokens):
        found.beside_title.append((start + words[cut].start(), end))
    last = cut - 1 if cut < len(tokens) and tokens[cut - 1] in _PREPOSITIONS else cut
    if not found.title:
        found.title = (start, start + words[last - 1].end())


def _organisation_from(tokens: list[str], first: int) -> int:
    """The position from which the words after a title name an organisation."""
    for at in range(first, len(tokens)):
        rest = tokens[at:]
        if not (rest[0][0].isupper() or (rest[0].endswith("-") and len(rest) > 2)):
            continue
        if place_length(rest):
            return at
        known = len(rest[-1]) > 3 or rest[-1].casefold() in lexicon().words("organisations", "words")
        if is_organisation_word(rest[-1]) and known and (not rest[-1].islower() or rest[0].endswith("-")):
            return at
    if len(tokens) == first + 1 and (
        _NAMES_PLACE.fullmatch(tokens[first]) or _SHORT.fullmatch(tokens[first])
    ):
        return first
    return len(tokens)
