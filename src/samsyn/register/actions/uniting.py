"""Make two people, organisations or bodies one, and keep what is needed to part them again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.apps import apps

from samsyn.register.actions.deciding import columns_of
from samsyn.register.actions.naming import ALIASES, KEYS, kind_of
from samsyn.register.actions.pointers import pointers_to
from samsyn.register.errors import CannotMerge
from samsyn.register.models import Body, EarlierName, Meeting, NoSeat, Organisation
from samsyn.register.queries.organisations import below

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import Model

    from samsyn.register.actions.naming import Actor

Rows = dict[str, list[int]]  # ids of rows, by model and column: "attendance.person"

# What the one that stands takes over from the other, where it has none of its own.
FILLED: dict[str, tuple[str, ...]] = {
    "person": ("email", "is_protected"),
    "organisation": ("kind", "parent"),
    "body": (),
}
# Columns that point to somebody, beside the name that the notes give: by this name a row knows whose it is.
WRITTEN: dict[str, tuple[tuple[str, str, str], ...]] = {
    "person": (
        ("attendance", "person", "name"),
        ("presenter", "person", "name"),
        ("statement", "owner_person", "owner_name"),
    ),
    "organisation": (("attendance", "organisation", "affiliation"),),
    "body": (),
}


def unite(left: Actor, right: Actor) -> dict[str, Any]:
    """Let all that points to `right` point to `left`, and take `right` out; its name becomes an alias.

    Returns:
        What an event keeps of it: the rows that moved, and how it was.

    Raises:
        CannotMerge: The two are one already, or one organisation lies below the other.
    """
    kind = kind_of(left)
    _refuse_odd(left, right)
    gone = all_columns(right)
    merge: dict[str, Any] = {
        "gone": gone,
        "stayed": _named_alike(kind, left, right),
        "removed": _remove_what_collides(left, right),
        "filled": _fill(left, right, FILLED[kind]) | _withhold(left, right),
        "meetings": _join_meetings(left, right) if isinstance(left, Body) and isinstance(right, Body) else [],
    }
    moved = _repoint(left, right)
    right.delete()
    alias, is_new = ALIASES[kind]._default_manager.get_or_create(
        **_alias_of(kind, left, gone["key"]), defaults={kind: left, "text": gone["name"]}
    )
    merge["alias"] = alias.pk if is_new else None
    if merge["meetings"]:
        moved["meeting.bodies"] = [meeting for meeting, *_ in merge["meetings"]]
    return {"moved": moved, "merge": merge}


def all_columns(row: Model) -> dict[str, Any]:
    """Every column of a row as JSON."""
    return columns_of(row, [field.name for field in row._meta.concrete_fields])


def written_rows(kind: str, actor: Actor, keys: Iterable[str]) -> Rows:
    """Rows that point to somebody and give one of some names, by model and column."""
    wanted, found = set(keys), {}
    for model, column, name in WRITTEN[kind]:
        rows = apps.get_model("register", model)._default_manager.filter(**{column: actor}).order_by("pk")
        named = rows.values_list("pk", name)
        found[f"{model}.{column}"] = [pk for pk, text in named if KEYS[kind](text) in wanted]
    return found


def _refuse_odd(left: Actor, right: Actor) -> None:
    if left.pk == right.pk:
        raise CannotMerge("De är redan en och samma.")
    both = [one for one in (left, right) if isinstance(one, Organisation)]
    if any({left.pk, right.pk} <= below(one) for one in both):
        raise CannotMerge("Den ena ligger under den andra: flytta den först.")


def _named_alike(kind: str, left: Actor, right: Actor) -> Rows:
    """Rows of the one that stands which give the other's name already: they stay when the two are parted."""
    return written_rows(kind, left, {right.key, *right.aliases.values_list("key", flat=True)})


def _remove_what_collides(left: Actor, right: Actor) -> list[list[Any]]:
    """Take out what of `right` cannot stand beside that of `left`: earlier names, and doubled refusals."""
    rows: list[Model]
    if isinstance(right, Organisation):
        rows = list(EarlierName.objects.filter(organisation=right.pk))
    else:
        mine, other = ("body", "person") if isinstance(right, Body) else ("person", "body")
        taken = list(NoSeat.objects.filter(**{mine: left.pk}).values_list(other, flat=True))
        rows = list(NoSeat.objects.filter(**{mine: right.pk, f"{other}__in": taken}))
    removed = [[row._meta.model_name, all_columns(row)] for row in rows]
    for row in rows:
        row.delete()
    return removed


def _fill(left: Actor, right: Actor, names: Iterable[str]) -> dict[str, list[Any]]:
    """Take over what the one that stands lacks; gives each column as it was and as it became."""
    filled = {}
    for name in names:
        if not getattr(left, name) and getattr(right, name):
            before = columns_of(left, [name])[name]
            setattr(left, name, getattr(right, name))
            filled[name] = [before, columns_of(left, [name])[name]]
    if filled:
        left.save(update_fields=list(filled))
    return filled


def _withhold(left: Actor, right: Actor) -> dict[str, list[Any]]:
    """Who was in the room is open only where both bodies said so; given as `_fill` gives it."""
    opens = isinstance(left, Body) and left.publishes_coverage
    if not opens or not isinstance(right, Body) or right.publishes_coverage:
        return {}
    return _set_closed(left)


def _set_closed(body: Any) -> dict[str, list[Any]]:
    body.publishes_coverage = False
    body.save(update_fields=["publishes_coverage"])
    return {"publishes_coverage": [True, False]}


def _join_meetings(left: Body, right: Body) -> list[list[Any]]:
    """Meetings of `right` are of `left`; gives each with whether it was so before, and both orders."""
    already = set(left.meetings.values_list("pk", flat=True))
    meetings = list(right.meetings.order_by("pk"))
    kept = []
    for meeting in meetings:
        before = meeting.body_order
        meeting.body_order = list(dict.fromkeys(left.key if key == right.key else key for key in before))
        kept.append([meeting.pk, meeting.pk in already, before, meeting.body_order])
    left.meetings.add(*meetings)
    Meeting.objects.bulk_update(meetings, ["body_order"], batch_size=500)
    return kept


def _repoint(left: Actor, right: Actor) -> Rows:
    """Let every row that points to `right` point to `left`."""
    moved: Rows = {}
    for model, column, rows in pointers_to(right):
        ids = list(rows.order_by("pk").values_list("pk", flat=True))
        if ids:
            rows.update(**{column: left})
            moved[f"{model}.{column}"] = ids
    return moved


def _alias_of(kind: str, left: Actor, key: str) -> dict[str, Any]:
    """What an alias is looked for by: of bodies and organisations no two share a key, of people they may."""
    return {"person": left, "key": key} if kind == "person" else {"key": key}
