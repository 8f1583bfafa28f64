"""Events told in Swedish: what was done to what, and each thing that changed, before and after."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.utils.translation import gettext as _

from samsyn.web import words
from samsyn.web.column_words import COLUMNS, QUIET, REFERS, write_column
from samsyn.web.subjects import Subject, find_subjects

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.db.models import QuerySet

    from samsyn.history.models import Event

    Names = dict[tuple[str, int], str]  # of rows, by the label of their model and id
    Columns = dict[str, Any]

# What the names of some rows are made of.
WITH = {"register.seat": ("person", "body"), "plan.actor": ("organisation",)}


@dataclass(frozen=True, slots=True)
class ToldChange:
    """One thing that changed; empty where there was nothing, or is nothing now."""

    column: str
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Told:
    """An event as people read it."""

    event: Event
    word: str
    subject: Subject
    changes: Sequence[ToldChange]


def tell(events: Sequence[Event]) -> list[Told]:
    """Tell events, in the same order; the number of questions does not depend on how many they are."""
    subjects, names = find_subjects(events), _find_names(events)
    gone = Subject(_("Finns inte längre"))
    return [
        Told(
            event,
            word_of(event.what),
            subjects.get((event.subject_type, event.subject_id), gone),
            _changes(event, names),
        )
        for event in events
    ]


def word_of(what: str) -> str:
    """What an event is called."""
    return _(words.EVENTS[what]) if what in words.EVENTS else _("Annan ändring")


def _changes(event: Event, names: Names) -> list[ToldChange]:
    """What changed, in the order in which the event names it; what stayed as it was is left out."""
    before, after = _told_columns(event, event.before), _told_columns(event, event.after)
    found = []
    for key in dict.fromkeys((*before, *after)):
        model, _pk, column = key
        old = write_column(column, before.get(key), model, names)
        new = write_column(column, after.get(key), model, names)
        if old != new:
            word = COLUMNS.get(f"{model}.{column}", COLUMNS.get(column, "Annat"))
            found.append(ToldChange(column, _(word), old, new))
    return found


def _told_columns(event: Event, kept: Columns) -> dict[tuple[str, int, str], Any]:
    """Columns of the subject and of other rows that changed with it, by model, id and name."""
    rows = [(event.subject_type, event.subject_id, kept), *kept.get("rows", ())]
    return {
        (model, pk, column): value
        for model, pk, columns in rows
        if isinstance(columns, dict)
        for column, value in columns.items()
        if column not in QUIET
    }


def _find_names(events: Iterable[Event]) -> Names:
    """The names of the rows that columns refer to by id."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for event in events:
        for kept in (event.before, event.after):
            for (_model, _pk, column), value in _told_columns(event, kept).items():
                if column in REFERS:
                    ids = value if isinstance(value, list) else [value]
                    wanted[REFERS[column]].update(one for one in ids if isinstance(one, int))
    return {
        (label, pk): str(row)
        for label, ids in wanted.items()
        for pk, row in _named_rows(label).in_bulk(list(ids)).items()
    }


def _named_rows(label: str) -> QuerySet[Any]:
    """The rows of a model with what their names are made of."""
    rows: QuerySet[Any] = apps.get_model(label)._default_manager.all()
    return rows.select_related(*WITH[label]) if label in WITH else rows
