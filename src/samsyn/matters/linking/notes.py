"""Topics out of notes as they were read, without a register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.matters.linking.topics import Heading, Meeting, Pointer, Topic, topics_of
from samsyn.minutes import Target
from samsyn.register.search.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samsyn.minutes import Minutes


def topics_of_notes(minutes: Minutes, text: str, *, key: int | str) -> list[Topic]:
    """The topics of notes.

    Args:
        minutes: What was read.
        text: Of the document that it was read from; all places are counted in it.
        key: Of the meeting.
    """
    headings = [
        Heading(
            at,
            item.heading.value,
            item.number.value if item.number else "",
            item.parent,
            item.span.start,
            item.span.end,
        )
        for at, item in enumerate(minutes.items)
    ]
    held = minutes.held.value.start if minutes.held else None
    names = (words_of(attendee.name.value) for attendee in minutes.attendees)
    meeting = Meeting(
        key,
        held,
        tuple(body.value for body in minutes.bodies),
        frozenset(word for name in names for word in name),
    )
    return topics_of(meeting, headings, text, list(_pointers(minutes)))


def _pointers(minutes: Minutes) -> Iterator[Pointer]:
    said = (one for statement in minutes.statements for one in statement.references)
    for found in (*said, *minutes.references):
        reference = found.value
        if reference.target == Target.DOCUMENT:
            continue
        day = reference.on.start if reference.on else None
        yield Pointer(found.words, day, tuple(reference.names), start=found.span.start)
