"""Cut a run of attendance into persons: where each name stands, and the words that describe them.

Rule A1: bold words are names and what follows describes them. A2: one person a line. A4: one run
of text, cut at commas, "och" and before names that follow an organisation.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.brackets import names_in_brackets
from samsyn.minutes.attendance.names import (
    is_given_name,
    is_municipality,
    is_name,
    is_organisation_word,
    is_role,
    is_title_word,
    organisation_length,
    place_length,
    without_nickname,
)
from samsyn.minutes.attendance.pieces import BRACKET, Entry, Stretch, segments
from samsyn.minutes.lexicon import lexicon, remembered
from samsyn.minutes.texts import normal

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from samsyn.minutes.attendance.listed import Listed
    from samsyn.reading import Document, Span


_Word = tuple[str, int, int]
_WORD = re.compile(r"\S+")


_GIVEN_FROM = re.compile(r"(?P<name>[^\W\d_]+(?: [A-ZÅÄÖ]\.?)?) (?:på|från|hos|vid) \w[\w -]*")


def bold_entries(document: Document, span: Span) -> list[Entry]:
    """Persons in a run where the names are bold (rule A1); empty where none is."""
    names: list[tuple[int, int, bool]] = []
    reach = -1  # where the last bold run ended, blank or not
    for run in document.runs_in(span):
        start, end = max(run.start, span.start), min(run.end, span.end)
        if not run.bold:
            continue
        goes_on, reach = start == reach, end
        if not document.text[start:end].strip(" ,.:;\n"):
            continue
        if names and _is_same_name(document, names[-1], start, struck=run.struck, goes_on=goes_on):
            names[-1] = (names[-1][0], end, run.struck)
        else:
            names.append((start, end, run.struck))
    found = []
    for order, (start, end, struck) in enumerate(names):
        stop = names[order + 1][0] if order + 1 < len(names) else span.end
        begin, finish = _trim(document.text, start, end)
        if is_name(normal(document.text[begin:finish]), alone=True):
            found.append(Entry((begin, finish), (end, stop), "A1", struck))
    return found


def _is_same_name(
    document: Document, name: tuple[int, int, bool], start: int, *, struck: bool, goes_on: bool
) -> bool:
    """Whether bold words from `start` go on a name; struck ones do so only within the one line drawn."""
    between = document.text[name[1] : start]
    if between.strip():
        return False
    return (goes_on and struck and "\n" not in between) if name[2] else not struck


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip(" ,;:\n\t"))
    return start + lead, start + len(piece.rstrip(" ,;:\n\t")) if piece.strip(" ,;:\n\t") else start + lead


_MIN_PLACES = 3


class _Run:
    """Persons found so far in a run; describing words are added to the last one.

    `words_behind` tells that words in small letters stand straight behind a name in it.
    """

    def __init__(self, rule: str) -> None:
        self.entries: list[Entry] = []
        self.rule = rule
        self.words_behind = False

    def add(self, start: int, end: int, stop: int) -> None:
        """Begin a person: the name from start to end, the description up to stop."""
        self.entries.append(Entry((start, end), (end, stop), self.rule))

    def describe(self, stop: int) -> None:
        """Let the description of the last person reach up to stop."""
        if self.entries:
            last = self.entries[-1]
            begin, end = last.description
            self.entries[-1] = last._replace(description=(begin, max(stop, end)))


def run_entries(
    text: str, start: int, *, listed: Listed, rule: str, alone: bool = False, described: bool = False
) -> list[Entry]:
    """Persons in a run of text (rule A4).

    Args:
        text: The run, as it stands.
        start: Its place in `Document.text`.
        listed: What the other lists of the notes tell.
        rule: Number to give the entries.
        alone: Single given names count as names.
        described: What follows a name describes the person, even where it looks like a name.
    """
    found = _Run(rule)
    group: tuple[int, int] | None = None
    known = listed.organisations
    placed = listed.placed or _names_places(text, start)
    for number, stretch in enumerate(segments(text, start)):
        piece = stretch
        if match := _group_before(stretch.text):
            party = lexicon().pattern("group_label").match(match["group"])
            group = (stretch.start + (party.start("who") if party else 0), stretch.start + match.end("group"))
            piece = Stretch(stretch.text[match.end() :], stretch.start + match.end())
        if not piece.text.strip(" -–"):
            continue  # nobody came from there
        before = len(found.entries)
        if placed and (cut := placed_length(piece.text)):
            found.add(piece.start, piece.start + cut, piece.end)
        elif described and number == 1 and len(found.entries) == 1 and is_name(normal(piece.text)):
            found.describe(piece.end)
        else:
            _take(piece, found, known, alone=alone)
        for at in range(before, len(found.entries)) if group else ():
            found.entries[at] = found.entries[at]._replace(group=group)
    return _with_shared(found.entries, text, start)


_SHARED = re.compile(r"\s[–—-]\s+(?P<holder>[A-ZÅÄÖ][^;,()]+?)\s*(?=;|$)")


def _with_shared(entries: list[Entry], text: str, start: int) -> list[Entry]:
    """Names before a semicolon share the organisation behind a dash at the end ("A, B – Flen; C – Trosa")."""
    if ";" not in text:
        return entries
    shared = list(entries)
    for match in _SHARED.finditer(text):
        begin = start + text.rfind(";", 0, match.start()) + 1
        holder = (start + match.start("holder"), start + match.end("holder"))
        for at, entry in enumerate(shared):
            if begin <= entry.name[0] < holder[0] and entry.group is None and not is_name(match["holder"]):
                shared[at] = entry._replace(group=holder)
    return shared


_GROUP = re.compile(r"(?P<group>[A-ZÅÄÖ][\wåäöÅÄÖ-]+(?: [\wåäöÅÄÖ-]+){0,3}):\s+(?=[A-ZÅÄÖ]|[-–]+\s*$)")
_GROUP_DASH = re.compile(r"(?P<group>[A-ZÅÄÖ][\wåäöÅÄÖ-]+(?: [\wåäöÅÄÖ-]+){0,3})\s+[–—-]\s+(?=[A-ZÅÄÖ])")


@remembered
def _group_before(text: str) -> re.Match[str] | None:
    """A group that stands before its people ("Region Sörmland: Rut Vifell", "Trosa – Tage Wrangmark")."""
    if match := _GROUP.match(text):
        return match if not is_role(match["group"].casefold()) else None
    match = _GROUP_DASH.match(text)
    words = match["group"].split() if match else []
    known = match is not None and (place_length(words) or is_organisation_word(words[-1]))
    return match if known else None


def _names_places(text: str, start: int) -> bool:
    """Whether a run gives people their municipalities, each behind a comma."""
    return sum(1 for piece in segments(text, start) if is_municipality(piece.text)) >= _MIN_PLACES


def behind_group(text: str) -> str:
    """The words behind a group at their head, the words themselves where none stands there."""
    match = _group_before(text)
    return text[match.end() :] if match else text


@remembered
def placed_length(text: str) -> int:
    """Length of the name in "Rut Vifell Flen", where a municipality stands straight behind it; else 0."""
    words = text.split()
    if len(words) < 3 or not is_municipality(words[-1]) or not is_name(" ".join(words[:-1])):
        return 0
    return len(text) - len(words[-1]) - 1


def _take(piece: Stretch, found: _Run, known: Collection[str], *, alone: bool) -> None:
    """Add what a piece between two commas holds: a name, or words that describe the last one."""
    bracket = BRACKET.search(piece.text)
    head = piece.text[: bracket.start()].rstrip() if bracket else piece.text
    given = alone and is_given_name(head)
    if _take_behind_role(piece, found) or (not given and _take_in_brackets(piece, found)):
        return
    words = [(match[0], match.start(), match.end()) for match in _WORD.finditer(head)]
    name = without_nickname(normal(head))
    if _take_behind_place(piece, found, words):
        return
    if is_name(name) or given or (alone and is_given_name(name)):
        _take_name(piece, found, words)
    elif alone and (cut := given_length(head)):
        origin = (piece.start + head.index(" ", cut + 1) + 1, piece.start + len(head))
        place, nothing = (piece.start, piece.start + cut), (piece.end, piece.end)
        found.entries.append(Entry(place, nothing, found.rule, group=origin))
    elif not (
        _take_behind_organisation(piece, found, words, known) or _take_described(piece, found, words, known)
    ):
        found.describe(piece.end)


@remembered
def given_length(words: str) -> int:
    """Length of the given name in "Mia på soc"; 0 for other words."""
    origin = _GIVEN_FROM.fullmatch(words)
    return origin.end("name") if origin and is_given_name(origin["name"]) else 0


def _take_name(piece: Stretch, found: _Run, words: Sequence[_Word]) -> None:
    """A name; four long words are the names of two persons between whom the comma is missing."""
    end = piece.start + words[-1][2]
    if len(words) == 4 and all(len(word) > 2 and word[0].isupper() for word, *_ in words):
        middle = piece.start + words[1][2]
        found.add(piece.start, middle, middle)
        found.add(piece.start + words[2][1], end, piece.end)
    else:
        found.add(piece.start, end, piece.end)


def _take_behind_place(piece: Stretch, found: _Run, words: Sequence[_Word]) -> bool:
    """A name straight behind the municipality of the person before ("…, Flen Rut Vifell, …")."""
    names = " ".join(word for word, *_ in words[1:])
    if not (found.entries and len(words) > 2 and is_municipality(words[0][0]) and is_name(names)):
        return False
    found.describe(piece.start + words[0][2])
    found.add(piece.start + words[1][1], piece.start + words[-1][2], piece.end)
    return True


def _take_behind_organisation(
    piece: Stretch, found: _Run, words: Sequence[_Word], known: Collection[str]
) -> bool:
    """An organisation that ends the description of the last person, and the next one's name."""
    tokens = [word for word, *_ in words]
    cut = organisation_length(tokens, known) or _role_length(tokens)
    if not (0 < cut < len(tokens) and found.entries and is_name(" ".join(tokens[cut:]))):
        return False
    found.describe(piece.start + words[cut - 1][2])
    found.add(piece.start + words[cut][1], piece.start + words[-1][2], piece.end)
    return True


_ROLE_FIRST = re.compile(
    r"(?P<role>[^\W\d][\w. ]{2,30}?)\s*(?:\s[-–—]\s|:\s|\s(?=[A-ZÅÄÖ]))\s*(?P<name>[^(,]+)"
)


@remembered
def behind_role(text: str) -> re.Match[str] | None:
    """The role and the name that a text begins with ("Kassör - Rut Vifell", "Kassör Rut Vifell")."""
    match = _ROLE_FIRST.match(text)
    named = match and _tells_role(match["role"].casefold()) and is_name(normal(match["name"]))
    return match if named else None


def _tells_role(words: str) -> bool:
    """Whether words are a role, in any form ("suppleanten"), or end in a title ("vår rektor")."""
    last = words.rsplit(maxsplit=1)[-1]
    forms = (words, last, last.removesuffix("n"), last.removesuffix("en"))
    return any(is_role(form) for form in forms) or (len(words.split()) < 3 and is_title_word(last))


def _take_behind_role(piece: Stretch, found: _Run) -> bool:
    """A name behind the role; the role describes the person."""
    match = behind_role(piece.text)
    if match is None:
        return False
    begin, end = match.span("name")
    name = (piece.start + begin, piece.start + begin + len(match["name"].rstrip()))
    role = (piece.start + match.start("role"), piece.start + match.end("role"))
    found.entries.append(Entry(name, (name[1], piece.start + end), found.rule, role=role))
    found.describe(piece.end)
    return True


def _take_in_brackets(piece: Stretch, found: _Run) -> bool:
    """Names in brackets behind their organisation or initials."""
    entries = names_in_brackets(piece, found.rule)
    found.entries += entries
    return bool(entries)


def _role_length(tokens: Sequence[str]) -> int:
    """How many of the first words are a role or title in small letters ("vice ordförande")."""
    for size in (2, 1):
        key = " ".join(tokens[:size])
        if key.islower() and (is_role(key) or (size == 1 and is_title_word(key))):
            return size
    return 0


def _take_described(piece: Stretch, found: _Run, words: Sequence[_Word], known: Collection[str]) -> bool:
    """A name with describing words straight behind it."""
    tokens = [word for word, *_ in words]
    for size in range(min(4, len(tokens) - 1), 1, -1):
        telling = not tokens[size][0].isupper() and (
            not found.entries or found.words_behind or _role_length(tokens[size:]) >= len(tokens) - size
        )
        if is_name(" ".join(tokens[:size])) and (telling or organisation_length(tokens[size:], known)):
            found.add(piece.start, piece.start + words[size - 1][2], piece.end)
            found.words_behind = found.words_behind or not tokens[size][0].isupper()
            return True
    return False


_HEAD = re.compile(r"(?P<name>[^,;(\t]+?)(?=\s*[,;(\t]|\s{2,}|\s[–—-]\s|$)")


def name_length(text: str) -> int:
    """How far the words reach that stand before a comma, bracket, dash or wide gap."""
    head = _HEAD.match(text)
    return head.end("name") if head else len(text)


def begins_with_name(text: str) -> bool:
    """Whether the words before a comma, bracket, dash or wide gap are a name."""
    head = _HEAD.match(text)
    return head is not None and is_name(without_nickname(normal(head["name"]).rstrip(".")))
