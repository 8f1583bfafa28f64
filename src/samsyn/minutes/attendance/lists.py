"""The entries of one list, however it is set: bold names, two columns, one a line or one run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.minutes.attendance.bold import bold_entries
from samsyn.minutes.attendance.clauses import tells_attendance
from samsyn.minutes.attendance.entries import run_entries
from samsyn.minutes.attendance.habits import (
    find_marks,
    is_described,
    is_marked_absent,
    is_of_given_names,
    is_of_one,
    is_one_a_line,
)
from samsyn.minutes.attendance.holders import behind_holders, bold_holder
from samsyn.minutes.attendance.leads import begins_with_name
from samsyn.minutes.attendance.names import (
    is_name,
    is_organisation_word,
    place_length,
    without_nickname,
)
from samsyn.minutes.attendance.pieces import Entry, segments
from samsyn.minutes.attendance.surnames import are_inverted, inverted_entry
from samsyn.minutes.attendance.telling import absence_in_sentence, presence_in_sentence
from samsyn.minutes.attendance.told import told_entries
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.texts import normal, sentences
from samsyn.reading import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.minutes.attendance.listed import Listed
    from samsyn.minutes.attendance.region import Region
    from samsyn.minutes.lines import Line
    from samsyn.reading import Document

_MOST_GROUP_WORDS = 8
_FEWEST_HELD = 2  # lines with an organisation in bold before the names
_FEWEST_KNOWN = 3  # organisations by which the others of a list are some too


def entries_of(document: Document, region: Region, listed: Listed) -> list[Entry]:
    """The persons of a list; its organisations where it holds nothing else.

    Args:
        document: The whole document.
        region: The lines of the list.
        listed: All lists of the notes.
    """
    paragraphs = _paragraphs(region)
    below = region.lines[1:] if region.skip else region.lines
    held = sum(1 for line in below if bold_holder(line)) >= _FEWEST_HELD
    if not held and not all(line.bold for line in region.lines):
        spans = [Span(lines[0].start + skip, lines[-1].end) for lines, skip in paragraphs]
        bold = [entry for span in spans for entry in bold_entries(document, span)]
        if bold:
            return bold
    listing = _Listing(document, region, listed)
    return listing.read(paragraphs) or _organisations(document, region)


class _Listing:
    """Reads a list line by line or as one run, with what its lines have in common."""

    def __init__(self, document: Document, region: Region, listed: Listed) -> None:
        self.document = document
        self.listed = listed
        start = region.lines[0].start + region.skip
        self.alone = (
            listed.given_names
            or listed.is_of_given_names(_names_of(document.text[start : region.lines[-1].end]))
            or is_of_given_names(region)
            or is_of_one(document, region)
        )
        self.described = is_described(region)
        self.group = _group_of_label(region) or region.group
        self.found: list[Entry] = []
        self.marks = find_marks(region)
        self.inverted = are_inverted(region.lines, region.skip)

    def read(self, paragraphs: Sequence[tuple[list[Line], int]]) -> list[Entry]:
        """The persons of all paragraphs."""
        base = self.group
        for whole, label in paragraphs:
            lines, holders = behind_holders(whole, label)
            skip = label if lines[0] is whole[0] else 0  # cut off with the organisation
            texts = [lines[0].text[skip:], *(line.text for line in lines[1:])]
            one_each = bool(holders) or self.inverted or self.alone or is_one_a_line(texts)
            for line, text, at in _pieces(self.document, lines, skip, one_each=one_each):
                self.group = holders.get(line.start, base) if holders else self.group
                end = _end_of_list(text)
                if end:
                    self._take(line, text[:end], at, one_each=one_each)
                self.found.extend(told_entries(text[end:], at + end, alone=self.alone))
        return self.found

    def _take(self, line: Line, text: str, at: int, *, one_each: bool) -> None:
        if self.inverted:
            self.found.append(inverted_entry(text, at))
            return
        told = _in_sentence(text, at, self.listed)
        if told or absence_in_sentence(text):
            self.found.extend(told)
            return
        entries = run_entries(
            text,
            at,
            listed=self.listed,
            rule="A2" if one_each else "A4",
            alone=self.alone,
            described=self.described and one_each,
        )
        if entries:
            gone = is_marked_absent(text, self.marks)
            self.found.extend(self._grouped(entry, gone=gone) for entry in entries)
        elif _is_group(line, text, one_each=one_each):
            self.group = (at, at + len(text.rstrip(" :")))

    def _grouped(self, entry: Entry, *, gone: bool) -> Entry:
        """The entry with its group; a given name alone is found by a rule of its own (A21)."""
        full = is_name(without_nickname(normal(self.document.text[slice(*entry.name)])))
        return entry._replace(
            group=entry.group or self.group,
            rule=entry.rule if full or entry.surname else "A21",
            absent=entry.absent or gone,
        )


def _group_of_label(region: Region) -> tuple[int, int] | None:
    """The group that the label itself names ("Deltagare (för regionen):")."""
    line = region.lines[0]
    match = lexicon().pattern("list_for").search(line.text, 0, region.skip) if region.skip else None
    return (line.start + match.start("who"), line.start + match.end("who")) if match else None


def _names_of(text: str) -> str:
    """A list without the sentences behind it that tell more."""
    return text[: _end_of_list(text)] if "." in text and "\n" not in text else text


def _end_of_list(text: str) -> int:
    """Where sentences begin that tell more of attendance ("Rut, Tage. Från skolan kom Siv.")."""
    (_, stop), *more = sentences(text) if "." in text else [(0, len(text))]
    first = text[:stop]
    if text.rstrip().endswith(".") and lexicon().pattern("gone_before").match(text):
        return 0
    if first.endswith(".") and lexicon().search("gone_behind", first) and not absence_in_sentence(first):
        return 0
    return next((begin for begin, end in more if _ends_names(text[begin:end])), len(text))


def _ends_names(sentence: str) -> bool:
    """Whether a sentence tells more of attendance, of nobody ("Ingen från Trosa kom"), or who had a role."""
    first = sentence.split(None, 1)[0].casefold()
    if first in lexicon().words("persons", "nobody") or tells_attendance(sentence):
        return True
    return any(lexicon().search(name, sentence) is not None for name in ("chair_told", "secretary_by_name"))


def _in_sentence(text: str, at: int, listed: Listed) -> list[Entry]:
    """Persons in a sentence that tells who was there or not (rule A11)."""
    gone = absence_in_sentence(text)
    if gone:
        lead = len(text) - len(text.lstrip("( "))
        found = run_entries(text[lead : gone.start()], at + lead, listed=listed, rule="A11")
        return [entry._replace(absent=True) for entry in found]
    there = presence_in_sentence(text)
    if there is None or begins_with_name(text):
        return []  # "deltog" behind a name tells of that one: a part of the meeting
    origin = lexicon().pattern("from_whom").search(text[: there.start()])
    group = (at + origin.start("who"), at + there.start() - 1) if origin else None
    found = run_entries(text[there.end() :], at + there.end(), listed=listed, rule="A11")
    return [entry._replace(group=group) for entry in found]


def _paragraphs(region: Region) -> list[tuple[list[Line], int]]:
    """The region's lines by block, with the characters to skip in the first line."""
    blocks: list[tuple[list[Line], int]] = []
    for line in region.lines:
        if blocks and blocks[-1][0][-1].block == line.block:
            blocks[-1][0].append(line)
        else:
            blocks.append(([line], region.skip if line is region.lines[0] else 0))
    return blocks


def _pieces(
    document: Document, lines: Sequence[Line], skip: int, *, one_each: bool
) -> Iterator[tuple[Line, str, int]]:
    """The stretches to be read each alone: lines, the sentences that tell attendance, or one run."""
    if one_each:
        for order, line in enumerate(lines):
            cut = skip if order == 0 else 0
            if order and _is_broken(lines[order - 1], line):
                continue  # taken with the line above
            stop = order
            while stop + 1 < len(lines) and _is_broken(lines[stop], lines[stop + 1]):
                stop += 1
            yield line, document.text[line.start + cut : lines[stop].end], line.start + cut
        return
    start = lines[0].start + skip
    text = document.text[start : lines[-1].end]
    told = absence_in_sentence(text) or presence_in_sentence(text)
    for begin, end in sentences(text) if told else [(0, len(text))]:
        yield lines[0], text[begin:end], start + begin


def _is_broken(line: Line, following: Line) -> bool:
    """Whether a name or a list is broken over two lines, the second set further in than the first began."""
    last = line.text.rstrip()[-1:]
    return (
        "," in line.text
        and last.isalpha()
        and line.indent == following.indent > 0
        and line.block == following.block
        and not begins_with_name(following.text)
        and following.text[0].isupper()
    )


def _is_group(line: Line, text: str, *, one_each: bool) -> bool:
    """A line between persons that names the group they belong to."""
    words = text.split()
    if len(words) > _MOST_GROUP_WORDS or text.endswith("."):
        return False
    return one_each or line.first or line.italic or text.endswith(":") or is_organisation_word(words[-1])


def _organisations(document: Document, region: Region) -> list[Entry]:
    """Organisations, where the list holds nothing else (rule A3)."""
    start, end = region.lines[0].start + region.skip, region.lines[-1].end
    pieces = [piece for piece in segments(document.text[start:end], start) if piece.text[0].isupper()]
    known = [piece for piece in pieces if _is_organisation(piece.text.split("(")[0].split())]
    several = len(known) >= _FEWEST_KNOWN and len(known) * 2 > len(pieces)
    return [
        Entry((piece.start, piece.end), (piece.end, piece.end), "A3o")
        for piece in (pieces if several else known)
    ]


def _is_organisation(words: list[str]) -> bool:
    return is_organisation_word(words[-1]) or is_organisation_word(words[0]) or place_length(words) > 0
