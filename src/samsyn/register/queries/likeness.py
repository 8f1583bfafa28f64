"""Who or what may be the same as somebody or something: by name alone, for a person to choose among."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from samsyn.history.models import Event
from samsyn.register.models import Attendance, Body, Organisation, Person, Suggestion, SuggestionState
from samsyn.register.recognition import lengthened, near_names, person_key
from samsyn.register.sight import FINISHED, Sight

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import Model

MOST = 12
MODELS: dict[str, type[Model]] = {"person": Person, "organisation": Organisation, "body": Body}


@dataclass(frozen=True, slots=True)
class Alike:
    """Somebody or something that may be the same.

    Attributes:
        origin: Of a person, the organisations that they came from.
    """

    actor: Any
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Merge:
    """Two that were made one, and can be parted: the event, and the name of the one that went."""

    event: Event
    name: str


def find_alike(actor: Any, words: str = "", *, sight: Sight = FINISHED) -> list[Alike]:
    """Those whose names hold some words; without words, those whose names are nearly the same.

    Args:
        actor: A person, an organisation or a body.
        words: What somebody searched for.
        sight: Which unfinished notes may tell where a person came from.
    """
    kind = str(actor._meta.model_name)
    keys = dict(MODELS[kind]._default_manager.exclude(pk=actor.pk).order_by("name").values_list("pk", "key"))
    ids = _with_words(words, keys) if words.strip() else _near(actor, kind, keys)
    found = MODELS[kind]._default_manager.in_bulk(ids[:MOST])
    origins = _origins(ids[:MOST], sight) if kind == "person" else {}
    return [Alike(found[pk], ", ".join(origins.get(pk, ()))) for pk in ids[:MOST] if pk in found]


def merges_into(actor: Any) -> list[Merge]:
    """Those that were made one with somebody or something and have not been parted, the latest first."""
    kind = str(actor._meta.model_name)
    events = Event.objects.about(actor).filter(what=f"{kind}.merged").select_related("by").order_by("-id")
    kept = [event for event in events if "merge" in event.after]
    ids = {event.after["merge"]["gone"]["id"] for event in kept}
    parted = (
        set(MODELS[kind]._default_manager.filter(pk__in=ids).values_list("pk", flat=True)) if ids else set()
    )
    return [
        Merge(event, event.after["merge"]["gone"]["name"])
        for event in kept
        if event.after["merge"]["gone"]["id"] not in parted
    ]


def _with_words(words: str, keys: dict[int, str]) -> list[int]:
    wanted = person_key(words).split()
    return [pk for pk, key in keys.items() if all(word in key for word in wanted)]


def _near(actor: Any, kind: str, keys: dict[int, str]) -> list[int]:
    """Those that have been asked about, those of the very same name, and those whose names are near."""
    asked = Suggestion.objects.filter(kind=kind, state=SuggestionState.OPEN)
    pairs = list(asked.values_list("left_id", "right_id"))
    others = [left if right == actor.pk else right for left, right in pairs if actor.pk in (left, right)]
    same = [pk for pk, key in keys.items() if key == actor.key]
    near = [
        *near_names(actor.key, among=keys),
        *(lengthened(actor.key, among=keys) if kind == "body" else ()),
    ]
    return [pk for pk in dict.fromkeys([*others, *same, *near]) if pk in keys]


def _origins(people: Iterable[int], sight: Sight) -> dict[int, list[str]]:
    came = Attendance.objects.filter(
        sight.seen(), person__in=list(people), organisation__isnull=False, removed=False
    )
    names: dict[int, list[str]] = {}
    for person, name in (
        came.order_by("organisation__name").values_list("person", "organisation__name").distinct()
    ):
        names.setdefault(person or 0, []).append(str(name))
    return names
