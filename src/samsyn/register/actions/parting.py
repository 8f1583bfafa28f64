"""Part two that were made one: what moved goes back, and what has changed since stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samsyn.register.actions.naming import ALIASES, MODELS, find_holder, kind_of
from samsyn.register.actions.pointers import model_named
from samsyn.register.actions.uniting import written_rows
from samsyn.register.errors import CannotUndo
from samsyn.register.intake.turns import wait_for_turn
from samsyn.register.models import Body, Meeting, Suggestion

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.db.models import Model

    from samsyn.history.models import Event
    from samsyn.register.actions.naming import Actor

AT_ONCE = 5000
NOT_KEPT = "De slogs ihop innan det gick att ångra: hur det var finns inte kvar."
PARTED = "De är redan isär."


def why_not_part(event: Event) -> str:
    """Why two that were made one cannot be parted, as a sentence in Swedish; empty where they can."""
    merge = event.after.get("merge")
    if merge is None:
        return NOT_KEPT
    model, gone = MODELS[event.subject_type], merge["gone"]["id"]
    there = set(model._default_manager.filter(pk__in=[event.subject_id, gone]).values_list("pk", flat=True))
    if event.subject_id not in there:
        return "Den som blev kvar har i sin tur slagits ihop: ångra det först."
    return PARTED if gone in there else ""


def part(standing: Actor, event: Event) -> None:
    """Make the one that went anew, with what was its own.

    A row that moved, and has been given to somebody else since, stays there. A row that has come since,
    and gives a name that only the other had, goes with it; meetings that have come since stay.

    Raises:
        CannotUndo: They cannot be parted, or something else has the name now.
    """
    reason = why_not_part(event)
    if reason:
        raise CannotUndo(reason)
    wait_for_turn()
    kind, merge = kind_of(standing), event.after["merge"]
    ALIASES[kind]._default_manager.filter(pk=merge["alias"], **{kind: standing}).delete()
    _refuse_taken(kind, merge["gone"])
    gone = _make(MODELS[kind], merge["gone"])
    _take_back_filled(standing, merge["filled"])
    _move_back(standing, gone, event.after["moved"])
    if isinstance(standing, Body):
        _part_meetings(standing, gone, merge["meetings"])
    for model, columns in merge["removed"]:
        _make_unless_there(model_named(model), columns)
    _follow_names(kind, standing, gone, merge["stayed"])
    _ask_again(kind, merge.get("suggestions", ()), taken=merge.get("taken"))


def _refuse_taken(kind: str, gone: Mapping[str, Any]) -> None:
    holder = None if kind == "person" else find_holder(kind, gone["key"])
    if holder is not None:
        raise CannotUndo(f"{holder} har fått namnet {gone['name']} sedan dess: byt eller ta bort det först.")


def _make(model: type[Model], columns: Mapping[str, Any]) -> Any:
    """A row with the columns and the id that it had; without what it pointed to, where that has gone."""
    values = {}
    for name, value in columns.items():
        field: Any = model._meta.get_field(name)
        pointed = field.is_relation and value is not None
        is_gone = pointed and not field.related_model.objects.filter(pk=value).exists()
        values[field.attname] = None if value is None or is_gone else field.to_python(value)
    row = model(**values)
    row.save(force_insert=True)
    return row


def _make_unless_there(model: type[Model], columns: Mapping[str, Any]) -> None:
    """A row that gave way; where somebody has gone that it was about, or the same is there, it stays away."""
    fields: list[Any] = [model._meta.get_field(name) for name in columns]
    pointed = [field for field in fields if field.is_relation]
    about = {field.name: columns[field.name] for field in pointed}
    are_there = all(field.related_model.objects.filter(pk=columns[field.name]).exists() for field in pointed)
    if are_there and (len(pointed) < 2 or not model._default_manager.filter(**about).exists()):
        _make(model, columns)


def _take_back_filled(standing: Actor, filled: Mapping[str, list[Any]]) -> None:
    """What was taken over goes, if nobody has put in something else."""
    for name, (before, after) in filled.items():
        field: Any = standing._meta.get_field(name)
        if getattr(standing, field.attname) == after:
            setattr(standing, field.attname, before)
            standing.save(update_fields=[name])


def _move_back(standing: Actor, gone: Actor, moved: Mapping[str, list[int]]) -> None:
    for at, ids in moved.items():
        model, column = at.split(".")
        if (model, column) == ("meeting", "bodies"):
            continue
        rows = model_named(model)._default_manager.filter(**{column: standing})
        for start in range(0, len(ids), AT_ONCE):
            rows.filter(pk__in=ids[start : start + AT_ONCE]).update(**{column: gone})


def _part_meetings(standing: Body, gone: Body, kept: list[list[Any]]) -> None:
    """Meetings that were the other's are so again, as far as they are still the standing one's."""
    known = standing.meetings.in_bulk([meeting for meeting, *_ in kept])
    for pk, was_both, before, after in kept:
        meeting = known.get(pk)
        if meeting is None:
            continue
        meeting.bodies.add(gone)
        if not was_both:
            meeting.bodies.remove(standing)
        meeting.body_order = before if meeting.body_order == after else _renamed(meeting, standing, gone)
    Meeting.objects.bulk_update(known.values(), ["body_order"], batch_size=500)


def _renamed(meeting: Meeting, standing: Body, gone: Body) -> list[str]:
    """An order of bodies that somebody has changed since, with the one's key for the other's."""
    return [gone.key if key == standing.key else key for key in meeting.body_order]


def _follow_names(kind: str, standing: Actor, gone: Actor, stayed: Mapping[str, list[int]]) -> None:
    """Rows that have come since go with the name that they give."""
    own = {standing.key, *standing.aliases.values_list("key", flat=True)}
    others = {gone.key, *gone.aliases.values_list("key", flat=True)} - own
    for at, ids in written_rows(kind, standing, others).items():
        model, column = at.split(".")
        since = set(ids) - set(stayed.get(at, ()))
        model_named(model)._default_manager.filter(pk__in=since).update(**{column: gone})


def _ask_again(kind: str, kept: Any, *, taken: int | None) -> None:
    """Questions about the two are as they were; an answer that was given since stands."""
    for was in kept:
        pair = {"kind": kind, "left_id": was["left_id"], "right_id": was["right_id"]}
        if Suggestion.objects.filter(**pair).exclude(pk=was["id"]).exists():
            continue
        row = Suggestion.objects.filter(pk=was["id"]).first() or Suggestion(**was)
        is_answered_since = row.state not in (was["state"], "taken" if was["id"] == taken else was["state"])
        row.left_id, row.right_id = was["left_id"], was["right_id"]
        row.state = row.state if is_answered_since else was["state"]
        row.save()
