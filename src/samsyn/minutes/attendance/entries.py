"""Cut a run of attendance into persons, at commas, "och" and before names that follow an organisation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.brackets import given_names_in_brackets
from samsyn.minutes.attendance.leads import (
    behind_role,
    dashed_group,
    group_before,
    placed_length,
    placed_name,
    tells_role,
)
from samsyn.minutes.attendance.names import is_given_name, is_municipality, is_name
from samsyn.minutes.attendance.pieces import Entry, Stretch, segments
from samsyn.minutes.attendance.taking import Run, take
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.texts import normal

if TYPE_CHECKING:
    from samsyn.minutes.attendance.descriptions import Place
    from samsyn.minutes.attendance.listed import Listed

_MIN_PLACES = 3
_COUNTED = re.compile(r"(?i:vi|de)\s+(?:var|är)\b")  # "Vi var fem: Rut Vifell …" names no group
_AND = re.compile(r"\s(?:och|samt|o|&)\s")


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
    found = Run(rule)
    group: Place | None = None
    known = listed.organisations
    placed = listed.placed or _names_places(text, start) or _names_in_full(text, start)
    at = start
    pieces = list(segments(text, start))
    if given := given_names_in_brackets(pieces, rule) if text.count("(") > 1 else []:
        return given
    dashed = _groups_dashed(text)
    for number, stretch in enumerate(pieces):
        piece, group = _with_group(stretch, group, dashed=dashed)
        bare = piece.text.rpartition(": ")[2].strip(" -–")
        if not bare or lexicon().pattern("nobody_came").match(bare):
            continue  # nobody came from there
        before = len(found.entries)
        if cut := (placed and placed_length(piece.text)) or listed.name_before(piece.text):
            found.add(piece.start, piece.start + cut, piece.end)
        elif described and not group and _is_second(number, found) and is_name(normal(piece.text)):
            found.describe(piece.end)
        else:
            beside = found.is_bare_at(at) and _AND.search(text, at - start, piece.start - start) is not None
            if alone or not _take_couple(pieces[number : number + 2], text, start, found):
                take(piece, found, known, alone=alone, beside=beside)
        at = piece.end
        for order in range(before, len(found.entries)) if group else ():
            found.entries[order] = found.entries[order]._replace(group=group)
    return _with_replaced(_with_shared(found.entries, text, start), text, start, rule)


def _is_second(number: int, found: Run) -> bool:
    """Whether a piece stands straight behind the first name."""
    return number == 1 and len(found.entries) == 1


def _take_couple(pair: list[Stretch], text: str, start: int, found: Run) -> bool:
    """A given name that shares the surname of the person behind "och" ("Eva och Jörgen Tallmo")."""
    if len(pair) < 2 or " " in pair[0].text or not is_given_name(pair[0].text) or tells_role(pair[0].text):
        return False
    one, other = pair
    name = other.text.split("(")[0].split()
    joined = _AND.fullmatch(text, one.end - start, other.start - start)
    if not joined or len(name) != 2 or not is_name(" ".join(name)):
        return False
    surname = other.start + other.text.index(name[1], len(name[0]))
    behind = (surname + len(name[1]), other.end)
    found.entries.append(Entry((one.start, one.end), behind, "A4", surname=(surname, behind[0])))
    return True


def _groups_dashed(text: str) -> bool:
    """Whether all that semicolons part opens with a group and a dash ("Ådö – Rut Vifell; Ö – Jon Ek")."""
    parts = [part.strip() for part in text.split(";") if part.strip()] if ";" in text else []
    groups = [match["group"] for part in parts if (match := dashed_group(part))]
    return len(parts) > 1 and len(groups) == len(parts) and not all(map(is_name, groups))


def _with_group(stretch: Stretch, group: Place | None, *, dashed: bool) -> tuple[Stretch, Place | None]:
    """The piece without the group that opens it, and the group that holds from here on."""
    match = group_before(stretch.text) or (dashed_group(stretch.text) if dashed else None)
    if match and _COUNTED.match(match["group"]):
        return Stretch(stretch.text[match.end() :], stretch.start + match.end()), None
    if match:
        party = lexicon().pattern("group_label").match(match["group"])
        begin = stretch.start + (party.start("who") if party else 0)
        rest = Stretch(stretch.text[match.end() :], stretch.start + match.end())
        return rest, (begin, stretch.start + match.end("group"))
    ends = ":" in stretch.text and behind_role(stretch.text) is not None
    return stretch, None if ends else group


def _with_replaced(entries: list[Entry], text: str, start: int, rule: str) -> list[Entry]:
    """With whoever came in somebody's place, and whoever is told in brackets to be missed."""
    for match in (
        lexicon().pattern("replaced_by").finditer(text) if "rsatt" in text or "rsätt" in text else ()
    ):
        place = (start + match.start("who"), start + match.end("who"))
        if is_name(normal(match["who"])) and all(entry.name[0] != place[0] for entry in entries):
            entries.append(Entry(place, (place[1], start + len(text)), rule))
    for match in lexicon().pattern("absent_in_brackets").finditer(text) if "(" in text else ():
        group = match.lastgroup or "a"
        place = (start + match.start(group), start + match.end(group))
        if is_name(normal(match[group])) or (group == "a" and is_given_name(match[group])):
            entries.append(Entry(place, (place[1], place[1]), rule, absent=True))
    return entries


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


def _names_in_full(text: str, start: int) -> bool:
    """Whether a run has a municipality or region in full straight behind a name."""
    if "ommun" not in text and "Region" not in text:
        return False
    return any(placed_name(piece.text.split()) for piece in segments(text, start))


def _names_places(text: str, start: int) -> bool:
    """Whether a run gives people their municipalities, each behind a comma."""
    return sum(1 for piece in segments(text, start) if is_municipality(piece.text)) >= _MIN_PLACES
