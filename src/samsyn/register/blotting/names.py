"""People, organisations and bodies by name: blotted out only where it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from samsyn.register.blotting.phrases import BLOT, blot_text, telling_parts
from samsyn.register.blotting.tables import rows_with, way_to_meeting
from samsyn.register.models import (
    Body,
    BodyAlias,
    EarlierName,
    Meeting,
    Organisation,
    OrganisationAlias,
    Person,
    PersonAlias,
)

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Iterator

    from django.db.models import Model

ALIASES: dict[type[Model], tuple[type[Model], ...]] = {
    Person: (PersonAlias,),
    Organisation: (OrganisationAlias, EarlierName),
    Body: (BodyAlias,),
}


def find_names(words: str, pattern: re.Pattern[str], meetings: Collection[int] | None) -> list[Any]:
    """Those whose name, or another way to write it, holds the words.

    Args:
        words: What is blotted out.
        pattern: That finds it.
        meetings: Only those who come from nothing but these; None for all.
    """
    return [row for model in ALIASES for row in _found(model, words, pattern) if _only_from(row, meetings)]


def _found(model: type[Model], words: str, pattern: re.Pattern[str]) -> Iterator[Any]:
    parts = telling_parts(words)
    owner = str(model._meta.model_name)
    named = {row.pk for row in rows_with(model, parts) if pattern.search(str(row))}
    for other in ALIASES[model]:
        rows: QuerySet[Any] = rows_with(other, parts)
        named |= {getattr(row, f"{owner}_id") for row in rows if pattern.search(_name_in(row))}
    return QuerySet(model).filter(pk__in=named).order_by("pk").iterator()


def _name_in(row: Any) -> str:
    return str(row.name if isinstance(row, EarlierName) else row.text)


def _only_from(row: Model, meetings: Collection[int] | None) -> bool:
    if meetings is None:
        return True
    for relation in row._meta.related_objects:
        rows: QuerySet[Model] = QuerySet(relation.related_model).filter(**{relation.field.name: row.pk})
        way = way_to_meeting(relation.related_model) if not relation.many_to_many else "pk"
        if relation.related_model in ALIASES[type(row)]:
            continue
        if (rows.exclude(**{f"{way}__in": meetings}) if way else rows).exists():
            return False
    return True


def write_names(rows: Collection[Any], pattern: re.Pattern[str]) -> None:
    """Blot the names; other ways to write them go, since they would say the same."""
    for row in rows:
        becomes = blot_text(row.name, pattern)
        is_blotted = becomes != row.name
        if is_blotted:
            _rename(row, becomes)
        for other in ALIASES[type(row)]:
            written: QuerySet[Any] = QuerySet(other).filter(**{str(row._meta.model_name): row.pk})
            gone = [one.pk for one in written if is_blotted or pattern.search(_name_in(one))]
            QuerySet(other).filter(pk__in=gone).delete()


def _rename(row: Any, name: str) -> None:
    """A new name, whose key is nobody else's."""
    old, row.name, row.key = row.key, name, f"{BLOT}{row.pk}"
    row.save(update_fields=["name", "key"])
    if isinstance(row, Person):
        QuerySet(Person).filter(pk=row.pk).update(email="")
    if isinstance(row, Body):
        _rename_in_order(row, old)


def _rename_in_order(body: Body, old: str) -> None:
    """Meetings keep the order of their bodies by key."""
    for meeting in Meeting.objects.filter(bodies=body):
        meeting.body_order = [body.key if key == old else key for key in meeting.body_order]
        meeting.save(update_fields=["body_order"])
