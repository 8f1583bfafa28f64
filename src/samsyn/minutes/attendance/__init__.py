"""Who was there and who was not, with title, organisation, role and part of the meeting.

Rules A1-A10 in docs/reading/attendance.md. An organisation in the list is no person; where nobody
but organisations is listed, they are kept as such.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.descriptions import Description, describe
from samsyn.minutes.attendance.entries import Entry, bold_entries, known_organisations, run_entries, segments
from samsyn.minutes.attendance.names import is_name, is_organisation_word, is_strong_organisation
from samsyn.minutes.attendance.regions import Region, absence_in_sentence, find_regions, presence_in_sentence
from samsyn.minutes.attendance.tables import Row, read_rows
from samsyn.minutes.records import Attendee, Certainty, Doubt, Found
from samsyn.minutes.texts import normal, sentences
from samsyn.reading import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.minutes.lines import Line
    from samsyn.reading import Document

__all__ = ["read_attendance"]


def read_attendance(
    document: Document, lines: Sequence[Line], stop: int
) -> tuple[list[Attendee], list[Doubt]]:
    """Those present and absent by the lists among the first `stop` lines.

    Returns:
        The attendees in the order of the notes, and doubts (a name struck through).
    """
    regions = find_regions(lines, stop)
    known = known_organisations([line.text for region in regions for line in region.lines])
    attendees: list[Attendee] = []
    for region in regions:
        attendees.extend(_region(document, region, known))
    attendees = _given_name_first(document, _once(_shared_affiliation(document, attendees)))
    doubts = [
        Doubt(
            f"{person.name.value} är struken i listan över närvarande. Räknas som frånvarande. Stämmer det?",
            f"attendees[{at}].present",
            person.name.span,
            "A10",
        )
        for at, person in enumerate(attendees)
        if not person.present and _is_struck(document, person.name.span)
    ]
    return attendees, doubts


def _given_name_first(document: Document, attendees: list[Attendee]) -> list[Attendee]:
    """Turn names round where the list has the surname first (rule A13).

    The notes' own text tells: it calls some of those listed by their name the other way round.
    """
    turned = 0
    for person in attendees:
        parts = person.name.value.split()
        if len(parts) == 2 and f"{parts[1]} {parts[0]}" in document.text:
            turned += 1
        elif document.text.count(person.name.value) > 1:
            turned -= 1
    if turned <= 0:
        return attendees
    return [
        replace(person, name=replace(person.name, value=_turned(person.name.value), rule="A13"))
        for person in attendees
    ]


def _turned(name: str) -> str:
    surname, _, given = name.partition(" ")
    return f"{given} {surname}" if given else name


def _is_struck(document: Document, span: Span) -> bool:
    runs = [run for run in document.runs_in(span) if run.text.strip()]
    return bool(runs) and all(run.struck for run in runs)


def _region(document: Document, region: Region, known: set[str]) -> Iterator[Attendee]:
    cells = [line for line in region.lines if line.cell is not None]
    if cells and (rows := list(read_rows(cells))):
        yield from (_from_row(document, row, region.present) for row in rows)
        return
    for entry in _entries(document, region, known):
        yield _attendee(document, entry, present=region.present)


def _entries(document: Document, region: Region, known: set[str]) -> list[Entry]:
    first = region.lines[0]
    start = first.start + region.skip
    paragraphs = _paragraphs(region)
    entries = [
        entry
        for lines, skip in paragraphs
        for entry in bold_entries(document, Span(lines[0].start + skip, lines[-1].end))
    ]
    if entries and not _whole_lines_bold(region):
        return entries
    columns = _two_columns(region)
    if columns:
        return columns
    found: list[Entry] = []
    group: tuple[int, int] | None = None
    alone = _first_names_only(document.text[start : region.lines[-1].end])
    described = _described(region)
    for lines, skip in paragraphs:
        one_each = _one_a_line(lines)
        for line, text, at in _pieces(document, lines, skip, one_each=one_each):
            told = _in_sentence(text, at, known)
            entries = told or run_entries(
                text,
                at,
                known=known,
                rule="A2" if one_each else "A4",
                alone=alone,
                described=described and one_each,
            )
            if told or absence_in_sentence(text):
                found.extend(entries)
            elif entries:
                found.extend(entry._replace(group=group) for entry in entries)
            elif _is_group(line, text, one_each=one_each):
                group = (at, at + len(text.rstrip(" :")))
    return found or _organisations(document, region)


def _in_sentence(text: str, at: int, known: set[str]) -> list[Entry]:
    """Persons in a sentence that tells who was there or not (rule A11)."""
    gone = absence_in_sentence(text)
    if gone:
        lead = len(text) - len(text.lstrip("( "))
        found = run_entries(text[lead : gone.start()], at + lead, known=known, rule="A11")
        return [entry._replace(absent=True) for entry in found]
    there = presence_in_sentence(text)
    if there is None:
        return []
    origin = re.search(r"\bFrån (?P<who>[A-ZÅÄÖ].*?)\s*(?:\([^)]*\)\s*)?$", text[: there.start()])
    group = (at + origin.start("who"), at + there.start() - 1) if origin else None
    return [
        entry._replace(group=group)
        for entry in run_entries(text[there.end() :], at + there.end(), known=known, rule="A11")
    ]


def _paragraphs(region: Region) -> list[tuple[list[Line], int]]:
    """The region's lines by block, with the characters to skip in the first line."""
    blocks: list[tuple[list[Line], int]] = []
    for line in region.lines:
        if blocks and blocks[-1][0][-1].block == line.block:
            blocks[-1][0].append(line)
        else:
            blocks.append(([line], region.skip if line is region.lines[0] else 0))
    return blocks


def _whole_lines_bold(region: Region) -> bool:
    return all(line.bold for line in region.lines)


def _described(region: Region) -> bool:
    """Whether something else than a name stands behind names in the list."""
    pieces = [[normal(piece.text) for piece in segments(line.text, 0)] for line in region.lines]
    named = [parts for parts in pieces if parts and is_name(parts[0])]
    return len(named) > 1 and any(len(parts) > 1 and not is_name(parts[1].split("(")[0]) for parts in named)


def _one_a_line(lines: Sequence[Line]) -> bool:
    """Whether each line begins with a name of its own (rule A2); lines that name a group aside."""
    lines = [
        line
        for line in lines
        if _begins_with_name(line.text) or "," in line.text or len(line.text.split()) > 6
    ] or lines
    begins = sum(1 for line in lines if _begins_with_name(line.text))
    open_ends = sum(
        1 for line in lines[:-1] if line.text.endswith(",") or re.search(r"-$|\b(?:och|samt)$", line.text)
    )
    return len(lines) == 1 or (begins * 5 >= len(lines) * 3 and open_ends == 0)


_HEAD = re.compile(r"^(?P<name>[^,;(\t]+?)(?=\s*[,;(\t]|\s{2,}|\s[–—-]\s|$)")


def _begins_with_name(text: str) -> bool:
    match = _HEAD.match(text)
    return bool(match) and is_name(normal(match["name"]).rstrip("."))


def _pieces(
    document: Document, lines: Sequence[Line], skip: int, *, one_each: bool
) -> Iterator[tuple[Line, str, int]]:
    if one_each:
        for order, line in enumerate(lines):
            cut = skip if order == 0 else 0
            yield line, line.text[cut:], line.start + cut
        return
    start = lines[0].start + skip
    text = document.text[start : lines[-1].end]
    told = absence_in_sentence(text) or presence_in_sentence(text)
    for begin, end in sentences(text) if told else [(0, len(text))]:
        yield lines[0], text[begin:end], start + begin


def _is_group(line: Line, text: str, *, one_each: bool) -> bool:
    """A line between persons that names the group they belong to."""
    if len(text.split()) > 8 or text.endswith("."):
        return False
    return (
        one_each
        or line.first
        or line.italic
        or text.endswith(":")
        or is_organisation_word(text.rsplit(maxsplit=1)[-1])
    )


def _first_names_only(text: str) -> bool:
    parts = [normal(piece.text).strip(" .") for piece in segments(text, 0)]
    single = [part for part in parts if re.fullmatch(r"[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?", part)]
    return (
        len(parts) >= 3
        and len(single) * 4 >= len(parts) * 3
        and not any(is_organisation_word(part) for part in single)
    )


def _two_columns(region: Region) -> list[Entry]:
    """All names first, then as many organisations in the same order (rule A9)."""
    lines = region.lines
    names = [line for line in lines if _begins_with_name(line.text) and "," not in line.text]
    rest = lines[len(names) :]
    if not names or len(rest) != len(names) or lines[: len(names)] != names:
        return []
    if len(names) < 3 and not all(is_strong_organisation(normal(line.text.split(",")[0])) for line in rest):
        return []
    heads = [_HEAD.match(line.text) for line in names]
    return [
        Entry((name.start, name.start + head.end("name")), (org.start, org.end), "A9")
        for name, head, org in zip(names, heads, rest, strict=True)
        if head
    ]


def _organisations(document: Document, region: Region) -> list[Entry]:
    """Organisations, where the list holds nothing else."""
    start, end = region.lines[0].start + region.skip, region.lines[-1].end
    pieces = [piece for piece in segments(document.text[start:end], start) if not piece.text.startswith("(")]
    return [
        Entry((piece.start, piece.end), (piece.end, piece.end), "A3o")
        for piece in pieces
        if is_organisation_word(piece.text.split()[-1])
    ]


def _found(
    document: Document, place: tuple[int, int], rule: str, certainty: Certainty = Certainty.CLEAR
) -> Found[str]:
    words = document.text[place[0] : place[1]]
    return Found(normal(words).strip(" *_"), words, Span(*place), rule, certainty)


def _optional(document: Document, place: tuple[int, int] | None, rule: str) -> Found[str] | None:
    return _found(document, place, rule) if place else None


def _attendee(document: Document, entry: Entry, *, present: bool) -> Attendee:
    said = describe(document, *entry.description, name=normal(document.text[slice(*entry.name)]))
    struck = entry.struck or _is_struck(document, Span(*entry.name))
    organisation = entry.rule == "A3o"
    return Attendee(
        name=_found(
            document,
            entry.name,
            entry.rule,
            Certainty.CLEAR if entry.rule in {"A1", "A2"} else Certainty.LIKELY,
        ),
        present=present and not struck and not entry.absent and said.absent is None,
        title=_optional(document, said.title, "A6"),
        affiliation=_optional(document, entry.name, "A3o")
        if organisation
        else _affiliation(document, entry, said),
        on_behalf_of=_optional(document, said.on_behalf_of, "A7"),
        role=_optional(document, said.role, "A5"),
        substitute_for=_optional(document, said.substitute_for, "A7"),
        part=_optional(document, said.part, "A5"),
    )


def _affiliation(document: Document, entry: Entry, said: Description) -> Found[str] | None:
    if said.affiliation:
        return _found(document, said.affiliation, "A6")
    return (
        _found(document, entry.group, entry.rule if entry.rule == "A9" else "A2g", Certainty.LIKELY)
        if entry.group
        else None
    )


def _from_row(document: Document, row: Row, present: bool) -> Attendee:
    head = _HEAD.match(row.name.text)
    stop = row.name.start + (head.end("name") if head else len(row.name.text))
    said = describe(document, stop, row.name.end, name=row.name.text)
    marked = row.present
    org = row.organisation
    struck = _is_struck(document, Span(row.name.start, stop))
    return Attendee(
        name=_found(document, (row.name.start, stop), "A8"),
        present=(present if marked is None else marked) and not struck and said.absent is None,
        title=_found(document, (row.title.start, row.title.end), "A8")
        if row.title
        else _optional(document, said.title, "A6"),
        affiliation=_found(document, (org.start, org.end), "A8")
        if org
        else _optional(document, said.affiliation, "A6"),
        role=_optional(document, said.role, "A5"),
        substitute_for=_optional(document, said.substitute_for, "A7"),
        part=_optional(document, said.part, "A5"),
    )


def _shared_affiliation(document: Document, attendees: list[Attendee]) -> list[Attendee]:
    """Somebody struck out without an organisation of his own has the one of his substitute."""
    found = list(attendees)
    for at, person in enumerate(found[:-1]):
        following = found[at + 1]
        if (
            not person.present
            and person.affiliation is None
            and following.substitute_for
            and following.substitute_for.value == person.name.value
        ):
            found[at] = replace(person, affiliation=following.affiliation)
    return found


def _once(attendees: list[Attendee]) -> list[Attendee]:
    """Each person once; the first mention counts."""
    seen: set[str] = set()
    kept = []
    for person in attendees:
        key = person.name.value.casefold()
        if key not in seen:
            seen.add(key)
            kept.append(person)
    return kept
