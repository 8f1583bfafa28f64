"""Write what hangs on a meeting's objects: values, doubts, references, and who presents what."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from samsyn.register.intake.columns import Room, draft_of
from samsyn.register.intake.inserting import append_drafts, insert_columns, take_ids
from samsyn.register.intake.meetings import find_meant_meeting
from samsyn.register.intake.plain_values import ReadValue, place_asked_about
from samsyn.register.models import Body, Doubt, Meeting, Presenter, Reference, Value

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from samsyn.minutes.records import Found, Minutes
    from samsyn.minutes.records import Reference as ReadReference
    from samsyn.register.intake.actors import Actors


@dataclass(slots=True)
class Rows:
    """Ids of the rows of one meeting, by position in the reading."""

    meeting: Meeting
    bodies: list[Body] = field(default_factory=list)
    attendances: Sequence[int] = ()
    items: Sequence[int] = ()
    statements: Sequence[int] = ()


VALUE_COLUMNS = (
    "id", "meeting_id", "attendance_id", "item_id", "statement_id", "field", "value", "words",
    "start", "end", "rule", "certainty", "state", "lost", "decided_by_id", "decided_at",
)  # fmt: skip


def write_values(values: Sequence[ReadValue], rows: Rows) -> list[int]:
    """Write values, proposed as they were read; gives their ids in the same order."""
    ids, meeting_id = take_ids(Value, len(values)), rows.meeting.pk
    drafts = []
    for id_, read in zip(ids, values, strict=True):
        owner, found = read.owner, read.found
        drafts.append((
            id_, meeting_id,
            rows.attendances[read.index] if owner == "attendance" else None,
            rows.items[read.index] if owner == "item" else None,
            rows.statements[read.index] if owner == "statement" else None,
            read.field, read.plain, found.words, *found.span, found.rule, str(found.certainty),
            "proposed", False, None, None,
        ))  # fmt: skip
    insert_columns(Value, VALUE_COLUMNS, drafts)
    return ids


def write_references(minutes: Minutes, rows: Rows, actors: Actors) -> None:
    """Write what the meeting and its statements refer to."""
    said = [
        (found, rows.statements[index])
        for index, statement in enumerate(minutes.statements)
        for found in statement.references
    ]
    drafts = [_reference_draft(found, rows, None, actors) for found in minutes.references]
    drafts += [_reference_draft(found, rows, statement, actors) for found, statement in said]
    append_drafts(Reference, drafts)


def write_doubts(
    minutes: Minutes,
    meeting: Meeting,
    values: Mapping[str, int],
    *,
    answered: Collection[tuple[str, str]] = (),
    decided: Collection[int] = (),
) -> None:
    """Write the doubts, each with the value that it is about where there is one.

    Args:
        minutes: The reading.
        meeting: Whose doubts they are.
        values: Id of each value by its place in the reading, as `place_of` gives it.
        answered: What each doubt is about and its reason, for those that a person has answered before.
        decided: Ids of values that a person has confirmed or corrected; they are not doubted again.
    """
    asked = [(doubt, values.get(place_asked_about(doubt))) for doubt in minutes.doubts]
    drafts = [
        {
            "meeting_id": meeting.pk,
            "value_id": value,
            "about": doubt.about[:100],
            "reason": doubt.reason,
            "start": doubt.span.start,
            "end": doubt.span.end,
            "rule": doubt.rule,
        }
        for doubt, value in asked
        if (doubt.about[:100], doubt.reason) not in answered and value not in decided
    ]
    append_drafts(Doubt, drafts)


def write_presenters(minutes: Minutes, items: Sequence[int], room: Room, actors: Actors) -> None:
    """Write who presents what."""
    presenters = [
        draft_of({"person": room.find(found.value, actors)}, item_id=id_, name=found.value[:300])
        for id_, item in zip(items, minutes.items, strict=True)
        for found in item.presenters
    ]
    append_drafts(Presenter, presenters)


def _reference_draft(
    found: Found[ReadReference], rows: Rows, statement: int | None, actors: Actors
) -> dict[str, Any]:
    """A reference as a row to be, with the meeting that it means."""
    on = found.value.on
    return {
        "meeting_id": rows.meeting.pk,
        "statement_id": statement,
        "target": found.value.target.value,
        "names": list(found.value.names),
        "start_on": on.start if on else None,
        "end_on": on.end if on else None,
        "precision": on.precision.value if on else "",
        "target_meeting_id": find_meant_meeting(found, rows.meeting, rows.bodies, actors),
        "words": found.words,
        "start": found.span.start,
        "end": found.span.end,
    }
