"""Add what the reading missed: words chosen in the notes become a statement, a person or an item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Max

from samsyn.accounts.permissions import require
from samsyn.minutes.records import Kind
from samsyn.register.actions.finalise_notes import lock_version
from samsyn.register.actions.reshaping import make_value, record_reshaping
from samsyn.register.corrections.naming import organisation_named, person_named
from samsyn.register.corrections.understanding import GIVES_ACTION
from samsyn.register.errors import CorrectionUnusable
from samsyn.register.intake.columns import search_text
from samsyn.register.models import AgendaItem, Attendance, Statement, Value
from samsyn.register.search.keeping import mark_meeting

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import Model

    from samsyn.accounts.models import User
    from samsyn.history.models import Event
    from samsyn.register.models import Meeting

    Rows = list[tuple[Model, dict[str, Any]]]

LONGEST = 4000  # characters; more is no statement


@dataclass(frozen=True, slots=True)
class RowWanted:
    """What the chosen words become.

    Attributes:
        what: "person", "item", or a kind of statement.
        start: Where they stand in the text of the version that holds, half-open with `end`.
    """

    what: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Chosen:
    """Words in the notes, with their place and who chose them."""

    meeting: Meeting
    words: str
    start: int
    by: User

    @property
    def text(self) -> str:
        """The words without line breaks."""
        return " ".join(self.words.split())


@transaction.atomic
def add_row(meeting: Meeting, wanted: RowWanted, *, seen: int, by: User) -> tuple[Model, Event]:
    """Make a row out of words in the notes; it keeps their place, and says that a person put it in.

    Args:
        meeting: Whose notes.
        wanted: Which words, and what they become.
        seen: Number of the version in which they were chosen.
        by: Who adds.

    Returns:
        The row, and the event.

    Raises:
        PermissionDenied: They may not.
        ChangedMeanwhile: Another version holds by now.
        CorrectionUnusable: No words are chosen, or too many.
    """
    require(by, "register.correct_value", meeting)
    if wanted.what not in {*MAKERS, *Kind}:
        raise CorrectionUnusable("Välj vad orden ska bli.")
    text = lock_version(meeting, seen=seen).text[max(0, wanted.start) : max(0, wanted.end)]
    words = text.strip()
    if not words or len(words) > LONGEST:
        raise CorrectionUnusable("Markera de ord som ska bli en rad: minst ett ord och högst en sida.")
    chosen = Chosen(meeting, words, max(0, wanted.start) + len(text) - len(text.lstrip()), by)
    make = MAKERS.get(wanted.what, _statement_of(wanted.what))
    row, rows = make(chosen)
    mark_meeting(meeting.pk)
    return row, record_reshaping(f"{row._meta.model_name}.added", row, rows, made=[row], by=by)


def _statement_of(kind: str) -> Callable[[Chosen], tuple[Model, Rows]]:
    def make(chosen: Chosen) -> tuple[Model, Rows]:
        before = _said_before(chosen)
        item = _item_around(chosen)
        row = Statement.objects.create(
            meeting=chosen.meeting, item=item, position=before.position if before else 0, kind=kind,
            text=chosen.text, is_action=kind in GIVES_ACTION, search_text=search_text(chosen.text, ""),
        )  # fmt: skip
        make_value(row, "text", row.text, by=chosen.by, words=chosen.words, start=chosen.start)
        make_value(row, "kind", kind, by=chosen.by)
        return row, []

    return make


def _person(chosen: Chosen) -> tuple[Model, Rows]:
    """A name, and behind a comma where they are from."""
    name, _comma, origin = chosen.text.partition(",")
    rows = Attendance.objects.filter(meeting=chosen.meeting)
    person = person_named(chosen.meeting, name, chosen="", by=chosen.by).row
    origin = origin.strip()
    from_there = organisation_named(origin, chosen="", by=chosen.by).row if origin else None
    row = Attendance.objects.create(
        meeting=chosen.meeting, position=1 + (rows.aggregate(last=Max("position"))["last"] or 0),
        name=name[:300], person=person, affiliation=origin[:300], organisation=from_there,
    )  # fmt: skip
    words = chosen.words.partition(",")[0]
    make_value(row, "name", name, by=chosen.by, words=words, start=chosen.start)
    if origin:
        make_value(row, "affiliation", origin, by=chosen.by)
    return row, []


def _item(chosen: Chosen) -> tuple[Model, Rows]:
    """A heading: what follows it within the item around it belongs to it from now on."""
    around = _item_around(chosen)
    items = AgendaItem.objects.filter(meeting=chosen.meeting)
    last = items.aggregate(last=Max("position"))["last"] or 0
    end = around.end if around and around.end else chosen.start + len(chosen.words)
    row = AgendaItem.objects.create(
        meeting=chosen.meeting, position=around.position if around else last + 1,
        heading=chosen.text, start=chosen.start, end=end,
    )  # fmt: skip
    make_value(row, "heading", row.heading, by=chosen.by, words=chosen.words, start=chosen.start)
    below = Value.objects.filter(
        meeting=chosen.meeting, field="text", start__gte=chosen.start, start__lt=end, statement__item=around
    ).select_related("statement")
    moved: Rows = [(value.statement, {"item": row.pk}) for value in below if value.statement]
    return row, ([(around, {"end": chosen.start})] if around else []) + moved


MAKERS: dict[str, Callable[[Chosen], tuple[Model, Rows]]] = {"person": _person, "item": _item}


def _said_before(chosen: Chosen) -> Statement | None:
    """The last statement whose words begin before the chosen ones."""
    texts = Value.objects.filter(meeting=chosen.meeting, field="text", start__lte=chosen.start)
    value = texts.exclude(statement=None).select_related("statement").order_by("start").last()
    return value.statement if value else None


def _item_around(chosen: Chosen) -> AgendaItem | None:
    """The innermost item that the words stand in."""
    around = AgendaItem.objects.filter(meeting=chosen.meeting, start__lte=chosen.start, end__gt=chosen.start)
    return around.order_by("start", "level").last()
