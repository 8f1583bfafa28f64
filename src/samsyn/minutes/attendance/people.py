"""An entry of a list, or a row of a table, becomes an attendee."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.descriptions import Description, describe
from samsyn.minutes.attendance.leads import name_length
from samsyn.minutes.attendance.names import is_role
from samsyn.minutes.labels import field_of
from samsyn.minutes.records import Attendee, Certainty, Found
from samsyn.minutes.texts import folded, normal
from samsyn.reading import Span

if TYPE_CHECKING:
    from samsyn.minutes.attendance.descriptions import Place
    from samsyn.minutes.attendance.pieces import Entry
    from samsyn.minutes.attendance.tables import Row
    from samsyn.minutes.lines import Line
    from samsyn.reading import Document

_SURE_RULES = frozenset({"A1", "A2"})
_OWN_GROUPS = frozenset({"A9", "A20"})  # rules that find the organisation together with the name


def is_struck(document: Document, span: Span) -> bool:
    """Whether all words of a stretch are struck through."""
    runs = [run for run in document.runs_in(span) if run.text.strip()]
    return bool(runs) and all(run.struck for run in runs)


def attendee_of_entry(document: Document, entry: Entry, *, present: bool) -> Attendee:
    """The person that an entry of a list names."""
    name = normal(document.text[slice(*entry.name)])
    said = describe(document, *entry.description, name=name)
    beside = describe(document, *entry.more, name=name) if entry.more else Description()
    struck = entry.struck or (entry.rule != "A1" and is_struck(document, Span(*entry.name)))
    certainty = Certainty.CLEAR if entry.rule in _SURE_RULES else Certainty.LIKELY
    found = _found(document, entry.name, entry.rule, certainty)
    if entry.surname:
        found = replace(found, value=f"{found.value} {normal(document.text[slice(*entry.surname)])}")
    return Attendee(
        name=found,
        present=present and not struck and not (entry.absent or said.absent or beside.absent),
        title=_optional(document, said.title or entry.title, "A6"),
        affiliation=_affiliation(document, entry, said),
        on_behalf_of=_optional(document, said.on_behalf_of, "A7"),
        role=_optional(document, said.role or beside.role or entry.role, "A5"),
        substitute_for=_optional(document, said.substitute_for or beside.substitute_for, "A7"),
        part=_optional(document, said.part or beside.part, "A5"),
    )


def attendee_of_row(document: Document, row: Row, *, present: bool) -> Attendee:
    """The person that a row of a table names; a mark of the row weighs more than the list's label."""
    stop = row.name.start + name_length(row.name.text)
    said = describe(document, stop, row.name.end, name=normal(document.text[row.name.start : stop]))
    name = Span(row.name.start, stop)
    work = _work(document, row.organisation)
    if row.present is not None:
        present = row.present
    return Attendee(
        name=_found(document, name, "A8"),
        present=present
        and said.absent is None
        and not _is_said_absent(row)
        and not is_struck(document, name),
        title=_in_cell(document, _title(row), work.title or said.title),
        affiliation=_in_cell(
            document, None if work.title else row.organisation, work.affiliation or said.affiliation
        ),
        role=_in_cell(document, _role(row), said.role),
        substitute_for=_optional(document, said.substitute_for, "A7"),
        part=_in_cell(document, row.part, said.part) if row.part else _optional(document, said.part, "A5"),
    )


def _role(row: Row) -> Line | None:
    """What the cell for the title tells of a role in the meeting ("ordförande", "enhetschef, ordf")."""
    if row.title is None or is_role(folded(row.title.text)):
        return row.title
    before, _, last = row.title.text.rpartition(",")
    words = last.strip()
    if not before or not is_role(folded(words)):
        return None
    return replace(row.title, text=words, start=row.title.end - len(words), labels={})


def _is_said_absent(row: Row) -> bool:
    """Whether the cell for the role tells that somebody was not there."""
    return row.title is not None and field_of(row.title.text) == "absent"


def _title(row: Row) -> Line | None:
    """The cell for the title without the role behind it."""
    role = _role(row)
    if row.title is None or role is None or role is row.title:
        return row.title if role is None else None
    words = row.title.text[: role.start - row.title.start].rstrip(" ,")
    return replace(row.title, text=words, labels={})


def _work(document: Document, cell: Line | None) -> Description:
    """What a cell for the organisation says, where a title stands in it too ("Rektor, Backaskolan")."""
    if cell is None:
        return Description()
    said = describe(document, cell.start, cell.end, name="")
    return said if said.title and said.affiliation else Description()


def _found(document: Document, place: Place, rule: str, certainty: Certainty = Certainty.CLEAR) -> Found[str]:
    words = document.text[place[0] : place[1]]
    return Found(normal(words).strip(" *_"), words, Span(*place), rule, certainty)


def _optional(document: Document, place: Place | None, rule: str) -> Found[str] | None:
    return _found(document, place, rule) if place else None


def _in_cell(document: Document, cell: Line | None, said: Place | None) -> Found[str] | None:
    """What a cell of its own says (rule A8), else the words behind the name (A6)."""
    return _found(document, cell.span, "A8") if cell else _optional(document, said, "A6")


def _affiliation(document: Document, entry: Entry, said: Description) -> Found[str] | None:
    """The organisation behind the name (A6), of the group (A2g) or the other column (A9)."""
    if entry.rule == "A3o":
        return _found(document, entry.name, "A3o")
    if said.affiliation:
        return _found(document, said.affiliation, "A6")
    if entry.group is None:
        return None
    return _found(document, entry.group, entry.rule if entry.rule in _OWN_GROUPS else "A2g", Certainty.LIKELY)
