"""Keep what people have said of items in step with the notes: a version may lose an item, or have it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.history.models import Event
from samsyn.matters.models import Knot, LinkState, MatterLink
from samsyn.register.models import AgendaItem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samsyn.register.models import Meeting

SIDES = ("left", "right")


def mend_knots(meetings: Sequence[int]) -> None:
    """Find items again that knots and answered proposals have lost, by their headings.

    Args:
        meetings: Ids of meetings whose notes have changed.
    """
    for meeting in meetings:
        with transaction.atomic():
            _mend(meeting)


def absorb_knots(other: Meeting, into: Meeting) -> None:
    """Let what belongs to matters of a meeting that becomes a part of another wait there for its items."""
    for side in SIDES:
        answered = MatterLink.objects.exclude(state=LinkState.OPEN).filter(**{f"{side}_meeting": other})
        answered.update(**{f"{side}_meeting": into, f"{side}_item": None})
    Knot.objects.filter(meeting=other).update(meeting=into, item=None, statement=None, lost=True)


def _mend(meeting: int) -> None:
    lost = list(Knot.objects.filter(meeting=meeting, lost=True, statement=None).exclude(heading=""))
    links = {side: list(_unplaced(meeting, side)) for side in SIDES}
    if not lost and not any(links.values()):
        return
    items = _by_heading(meeting)
    found = sum(_tie_again(knot, items) for knot in lost)
    for side, rows in links.items():
        for link in rows:
            item = items.get(_key(getattr(link, f"{side}_heading")))
            if item is not None:
                MatterLink.objects.filter(pk=link.pk).update(**{f"{side}_item": item})
                found += 1
    if found:
        Event.objects.create(
            what="knots.found", subject_type="meeting", subject_id=meeting, after={"n_rows": found}
        )


def _tie_again(knot: Knot, items: Mapping[str, int]) -> bool:
    """Tie a knot to the item with its heading, unless the matter has that item already."""
    item = items.get(_key(knot.heading))
    if item is None or Knot.objects.filter(matter=knot.matter_id, item=item, statement=None).exists():
        return False
    return bool(Knot.objects.filter(pk=knot.pk).update(item=item, lost=False))


def _unplaced(meeting: int, side: str) -> list[MatterLink]:
    rows = MatterLink.objects.exclude(state=LinkState.OPEN).exclude(**{f"{side}_heading": ""})
    return list(rows.filter(**{f"{side}_meeting": meeting, f"{side}_item": None}))


def _by_heading(meeting: int) -> dict[str, int]:
    """Items by heading, without those that share theirs."""
    found: dict[str, int | None] = {}
    for pk, heading in AgendaItem.objects.filter(meeting=meeting).values_list("pk", "heading"):
        found[_key(heading)] = None if _key(heading) in found else pk
    return {key: pk for key, pk in found.items() if pk is not None}


def _key(heading: str) -> str:
    return " ".join(heading.casefold().split())
