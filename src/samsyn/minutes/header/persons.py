"""Chair and secretary: rules H8 and H9."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.names import is_name
from samsyn.minutes.header.hints import may_hold
from samsyn.minutes.labels import field_of
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import Certainty, Found
from samsyn.minutes.texts import folded, normal
from samsyn.reading import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.header.parts import Field, Header, Reader
    from samsyn.minutes.lines import Line

_GIVEN_NAME = re.compile(
    r"(?!(?:Ej|Ingen|Nej|Ja|Alla|Vakant)\b)[A-ZÅÄÖ][a-zåäöé]{2,}(?:-[A-ZÅÄÖ][a-zåäö]+)?(?: [A-ZÅÄÖ]\.?)?"
)
_DOTS = re.compile(r"\.{2,}.*$")
_COLUMN = re.compile(r"\s{3,}|\t")
_LONGEST_ROLE = 60  # characters, marks and gaps among them
_NAME_END = re.compile(r"[,(;\n]")


def read_persons(reader: Reader, fields: Sequence[Field]) -> None:
    """Rule H8: chair and secretary by label; a name must stand there."""
    for each in fields:
        if each.name not in {"chair", "secretary"} or getattr(reader.header, each.name) is not None:
            continue
        words = _NAME_END.split(_COLUMN.split(each.text)[0])[0].strip(" *_").lstrip(".")
        words = _DOTS.sub("", words)
        if is_name(normal(words)) or (_GIVEN_NAME.fullmatch(words) and field_of(words) is None):
            begin = each.start + each.text.index(words)
            found = Found(normal(words), words, Span(begin, begin + len(words)), "H8")
            setattr(reader.header, each.name, found)


def read_secretary_in_text(header: Header, lines: Sequence[Line]) -> None:
    """Rule H9: the secretary by a sentence that says who took the notes."""
    if header.secretary is not None:
        return
    told = may_hold("secretary_told", lines)
    for at, line in enumerate(lines):
        if header.secretary is not None:
            return
        match = lexicon().search("secretary_told", line.text) if told else None
        if match:
            header.secretary = _named(
                match[match.lastgroup or "a"], line.start + match.start(match.lastgroup or "a")
            )
        elif _names_notes(lines, at):
            header.secretary = _named(lines[at + 1].text, lines[at + 1].start)
        elif at + 1 < len(lines) and field_of(_COLUMN.split(line.text)[0]) == "secretary":
            header.secretary = _named(_COLUMN.split(lines[at + 1].text)[0], lines[at + 1].start)


def _names_notes(lines: Sequence[Line], at: int) -> bool:
    """Whether a cell holds a mere word for notes, beside whoever took them ("Anteckningar | Rut")."""
    cell, beside = lines[at].cell, lines[at + 1].cell if at + 1 < len(lines) else None
    if cell is None or beside is None or cell.column or (beside.table, beside.row) != (cell.table, cell.row):
        return False
    return lexicon().whole_words("title", "notes").fullmatch(lines[at].text) is not None


def read_chair_in_text(header: Header, lines: Sequence[Line]) -> None:
    """Rule H9: the chair by a sentence, by the words with which a meeting is opened, or by the signature."""
    if header.chair is not None:
        return
    told = may_hold("chair_opens", lines)
    for at, line in enumerate(lines):
        if header.chair is not None:
            return
        match = lexicon().search("chair_opens", line.text) if told else None
        if match:
            name, start = match[match.lastgroup or "a"], line.start + match.start(match.lastgroup or "a")
            header.chair = _named(name, start)
        elif (
            at
            and len(line.text) <= _LONGEST_ROLE
            and folded(line.text) in lexicon().words("header", "chair_below_name")
        ):
            named = lines[at + 1] if _signs_below(lines, at) else lines[at - 1]
            header.chair = _named(named.text, named.start)


def _is_role_of_chair(words: str) -> bool:
    return len(words) <= _LONGEST_ROLE and folded(words) in lexicon().words("header", "chair_below_name")


def _signs_below(lines: Sequence[Line], at: int) -> bool:
    """Whether the name stands below the role, as in a signature whose role before it has its own name."""
    below = at + 1 < len(lines) and is_name(normal(lines[at + 1].text))
    return below and (at < 2 or field_of(lines[at - 2].text) is not None)


def _named(words: str, start: int) -> Found[str] | None:
    if not is_name(normal(words)):
        return None
    return Found(normal(words), words, Span(start, start + len(words)), "H9", Certainty.LIKELY)
