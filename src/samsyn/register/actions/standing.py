"""Why a change cannot be taken back: one rule, asked of one event or of a page of them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from django.db.models import Max, Q

from samsyn.history.models import Event
from samsyn.register.actions.deciding import columns_of
from samsyn.register.actions.inverses import INVERSES
from samsyn.register.actions.pointers import model_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.db.models import Model

    Named = tuple[str, int]  # model and id

NO_WAY_BACK = "Den här ändringen kan inte ångras."
GONE = "Det som ändrades finns inte längre."
TOUCHED = "Uppgiften har ändrats efter detta: ladda om sidan."


def why_it_stands(events: Sequence[Event]) -> dict[int, str]:
    """For each event that cannot be taken back, why, as a sentence in Swedish.

    The number of questions depends on how many kinds of things the events are about, not on how many events.
    """
    undoable = [event for event in events if event.what in INVERSES]
    latest = _latest(undoable)
    rows = _rows({name for event in undoable for name, _columns in _left_by(event)})
    there = _there(undoable)
    reasons = {event.pk: NO_WAY_BACK for event in events if event.what not in INVERSES}
    for event in undoable:
        subject, why_not = (event.subject_type, event.subject_id), INVERSES[event.what].why_not
        if (INVERSES[event.what].model, event.subject_id) not in there:
            reasons[event.pk] = GONE
        elif why_not is not None:
            if reason := why_not(event):
                reasons[event.pk] = reason
        elif latest[subject] != event.pk or any(_differs(*left, rows) for left in _left_by(event)):
            reasons[event.pk] = TOUCHED
    return reasons


def _latest(events: Iterable[Event]) -> dict[Named, int]:
    """The latest event about each subject."""
    wanted = _by_model((event.subject_type, event.subject_id) for event in events)
    if not wanted:
        return {}
    condition = Q()
    for subject_type, ids in wanted.items():
        condition |= Q(subject_type=subject_type, subject_id__in=ids)
    found = Event.objects.filter(condition).order_by().values("subject_type", "subject_id")
    return {
        (row["subject_type"], row["subject_id"]): row["latest"] for row in found.annotate(latest=Max("id"))
    }


def _there(events: Iterable[Event]) -> set[tuple[type[Model], int]]:
    """The subjects that are still there."""
    wanted: dict[type[Model], set[int]] = defaultdict(set)
    for event in events:
        wanted[INVERSES[event.what].model].add(event.subject_id)
    return {
        (model, pk)
        for model, ids in wanted.items()
        for pk in model._default_manager.filter(pk__in=ids).values_list("pk", flat=True)
    }


def _left_by(event: Event) -> list[tuple[Named, dict[str, Any]]]:
    """The other rows that an event changed, with their columns as it left them."""
    named = event.after.get("rows", ())
    return [((model_name, pk), columns) for model_name, pk, columns in named]


def _rows(names: Iterable[Named]) -> dict[Named, Model]:
    return {
        (model_name, pk): row
        for model_name, ids in _by_model(names).items()
        for pk, row in model_named(model_name)._default_manager.in_bulk(ids).items()
    }


def _differs(name: Named, columns: dict[str, Any], rows: dict[Named, Model]) -> bool:
    """Whether something else has changed a row since; one that a later version replaced stands in no way."""
    row = rows.get(name)
    return row is not None and columns_of(row, list(columns)) != columns


def _by_model(names: Iterable[Named]) -> dict[str, list[int]]:
    by_model: dict[str, list[int]] = defaultdict(list)
    for model_name, pk in names:
        by_model[model_name].append(pk)
    return by_model
