"""What became of the hand-overs of labelled notes once they lie in the register, beside what a reader saw."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz
from tests.matters.handed import notes_beside
from tests.matters.labels import SENT, path_of

from samsyn.matters.models import HandOver
from samsyn.matters.service import catch_up, read_and_follow
from samsyn.register.models import Meeting
from samsyn.register.service import import_notes

if TYPE_CHECKING:
    from samsyn.minutes.evaluation import HandOver as Labelled

SAME_STEM = 9  # letters of a receiver by which it is known again: "skolchefer", "skolchefsnätverk"
OPEN = {"open": "sent"}
DEALT_WITH = ("answered", "taken_up")


@dataclass(frozen=True, slots=True)
class Fates:
    """Of the labelled hand-overs that were found: how many stand as labelled.

    Attributes:
        found: Those that were found.
        state: Those whose state is the labelled one.
        taken: Those told as taken up or answered, or as not, as labelled.
        placed: Those that labels and register both place in a later meeting.
        right: Of these, those in the same meeting.
    """

    found: int
    state: int
    taken: int
    placed: int
    right: int


def fates(folder: str) -> Fates:
    """Read a folder of labelled notes into the register, and compare what became of its hand-overs."""
    list(import_notes(notes_beside(folder)))
    catch_up()
    read_and_follow(list(Meeting.objects.values_list("pk", flat=True)))
    rows = [*HandOver.objects.select_related("meeting", "taken_up_in", "missed_in")]
    found = [(label, row) for label in SENT[folder].sent if (row := _row(label, rows)) is not None]
    said = [(label, at) for label, row in found if (at := row.taken_up_in or row.missed_in) and label.at]
    return Fates(
        len(found),
        sum(OPEN.get(label.became.value, label.became.value) == row.state for label, row in found),
        sum((label.became.value in DEALT_WITH) == bool(row.taken_up_in_id) for label, row in found),
        len(said),
        sum(_is_note(folder, label, at) for label, at in said),
    )


def _squeezed(words: str) -> str:
    return re.sub(r"\W+", "", words).lower()


def _row(label: Labelled, rows: list[HandOver]) -> HandOver | None:
    """The hand-over of those words; of several the one that goes to the same."""
    wanted = _squeezed(label.sent.words)
    fits = [row for row in rows if wanted in _squeezed(f"{row.heading} {row.asked}")]
    return max(fits, key=lambda row: _likeness(label.to, row), default=None)


def _likeness(to: str, row: HandOver) -> float:
    names = [one.name for one in row.bodies.all()] or [row.to_words]
    return max(fuzz.partial_ratio(to.lower()[:SAME_STEM], name.lower()) for name in names)


def _is_note(folder: str, label: Labelled, meeting: Meeting) -> bool:
    note = path_of(folder, label.at.note).stem if label.at else ""
    return note[:10] == str(meeting.start_on)
