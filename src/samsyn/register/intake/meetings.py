"""Which meeting a reading is about, and which meeting a reference means."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from samsyn.minutes.records import Precision, Target
from samsyn.register.models import (
    Body,
    Meeting,
    MeetingState,
    NotesState,
    Reference,
    SourceVersion,
    Suggestion,
    SuggestionKind,
)
from samsyn.register.recognition import body_key

if TYPE_CHECKING:
    from datetime import time

    from samsyn.minutes.records import Found, Minutes, Period
    from samsyn.minutes.records import Reference as ReadReference
    from samsyn.register.intake.actors import Actors
    from samsyn.register.intake.files import Reading

SINGLE = (Precision.DAY, Precision.DAYS)
ENOUGH = 0.5  # share of words in common from which two texts are versions of one


def bodies_of(minutes: Minutes, actors: Actors) -> list[Body]:
    """The bodies of a meeting, each once."""
    found = (actors.meeting_body(body.value) for body in minutes.bodies)
    return list(dict.fromkeys(body for body in found if body is not None))


def find_own_meeting(reading: Reading, bodies: list[Body]) -> tuple[Meeting | None, list[Meeting]]:
    """The meeting that a reading belongs to, and those that may be the same but that must be asked about.

    The same meeting has the same bodies, day and start, and notes with most words in common; or the
    notes come from a file of the same path. One that was only planned or spoken of on the day, by at
    least one of the bodies, is that meeting too.
    """
    same, asked = _noted_meeting(reading, bodies)
    return (same, []) if same else (_awaited_meeting(reading.minutes, bodies), asked)


def _noted_meeting(reading: Reading, bodies: list[Body]) -> tuple[Meeting | None, list[Meeting]]:
    """The meeting whose notes the reading is a version of, and the doubtful ones."""
    held = reading.minutes.held.value if reading.minutes.held else None
    start = reading.minutes.start.value if reading.minutes.start else None
    day = held.start if held else None
    wanted, asked = {body.pk for body in bodies}, []
    versions = SourceVersion.objects.filter(is_current=True, meeting__start_on=day)
    versions = versions.defer("document").select_related("meeting").prefetch_related("meeting__bodies")
    if day is None:
        versions = versions.filter(path=reading.shown)
    for version in versions.order_by("meeting_id"):
        if {body.pk for body in version.meeting.bodies.all()} != wanted:
            continue
        if version.path != reading.shown and not _starts_fit(version.meeting.starts_at, start):
            continue
        if words_in_common(version.text, reading.text) >= ENOUGH:
            return version.meeting, []
        asked.append(version.meeting)
    return None, asked


def words_in_common(left: str, right: str) -> float:
    """Share of the longer text's words that the other has too, 0 to 1."""
    a, b = Counter(left.split()), Counter(right.split())
    longest = max(a.total(), b.total())
    return (a & b).total() / longest if longest else 1.0


def _starts_fit(left: time | None, right: time | None) -> bool:
    """Two meetings of the same bodies on one day are two if both tell when they began."""
    return left is None or right is None or left == right


def _awaited_meeting(minutes: Minutes, bodies: list[Body]) -> Meeting | None:
    """A meeting without notes that was planned or spoken of, and that these notes are from."""
    if minutes.held is None or minutes.held.value.start is None:
        return None
    day, wanted = minutes.held.value.start, {body.pk for body in bodies}
    without_notes = Meeting.objects.filter(versions=None).prefetch_related("bodies").order_by("id")
    on_day = list(without_notes.filter(start_on=day, precision__in=SINGLE))
    fitting = [meeting for meeting in on_day if {body.pk for body in meeting.bodies.all()} & wanted]
    if not fitting and len(on_day) == 1 and not on_day[0].bodies.all():
        fitting = on_day
    if not fitting:
        around = without_notes.filter(start_on__lte=day, end_on__gt=day).exclude(precision__in=SINGLE)
        fitting = [meeting for meeting in around if {b.pk for b in meeting.bodies.all()} == wanted][:1]
    for other in fitting[1:]:
        absorb_meeting(other, into=fitting[0])
    return next(iter(fitting), None)


def absorb_meeting(other: Meeting, *, into: Meeting) -> None:
    """Let all that points to a meeting without notes point to another, and remove it."""
    Reference.objects.filter(target_meeting=other).update(target_meeting=into)
    Meeting.objects.filter(next_meeting=other).update(next_meeting=into)
    for attachment in other.attachments.all():
        attachment.meeting = into
        attachment.save(update_fields=["meeting"])
    other.delete()


def ask_if_same(meeting: Meeting, others: list[Meeting], reason: str) -> None:
    """Ask whether a new meeting is one of some older ones."""
    for other in others:
        Suggestion.objects.get_or_create(
            kind=SuggestionKind.MEETING, left_id=other.pk, right_id=meeting.pk, defaults={"reason": reason}
        )


def find_meant_meeting(found: Found[ReadReference], meeting: Meeting, actors: Actors) -> Meeting | None:
    """The meeting that a reference means, made if it is spoken of with its day and not known before.

    Without a day, or with a day on which several meetings fit, it is left open.
    """
    pointer = found.value
    if pointer.target is not Target.MEETING or pointer.on is None or pointer.on.start is None:
        return None
    if pointer.on.precision not in SINGLE:
        return None
    own = list(meeting.bodies.all())
    named = [body for name in pointer.names if (body := _meant_body(name, own, actors)) is not None]
    return _meeting_on(pointer.on, named, found.words, meeting)


def _meant_body(name: str, own: list[Body], actors: Actors) -> Body | None:
    """The body that notes name; "styrgruppen" in the notes of "Styrgrupp Hela barnet" is that one."""
    key = body_key(name)
    for body in own:
        if key and (body.key.startswith(key) or body.key.endswith(key)):
            return body
    return actors.body(name)


def find_next_meeting(found: Found[Period], meeting: Meeting, bodies: list[Body]) -> Meeting | None:
    """The next meeting of the same bodies, made if it is not known before; None where no day is given."""
    if found.value.start is None:
        return None
    if found.value.precision in SINGLE:
        return _meeting_on(found.value, bodies, found.words, meeting)
    return _spoken_of_around(found.value, bodies) or _speak_of(found.value, bodies, found.words)


def _spoken_of_around(on: Period, bodies: list[Body]) -> Meeting | None:
    """The meeting of the very same bodies that other notes gave the same uncertain time."""
    known = Meeting.objects.filter(start_on=on.start, end_on=on.end, versions=None).order_by("id")
    wanted = {body.pk for body in bodies}
    for meeting in known.prefetch_related("bodies"):
        if {body.pk for body in meeting.bodies.all()} == wanted:
            return meeting
    return None


def _meeting_on(on: Period, bodies: list[Body], words: str, speaker: Meeting) -> Meeting | None:
    """The meeting of some bodies on a day; None where several fit."""
    wanted = {body.pk for body in bodies}
    own = {body.pk for body in speaker.bodies.all()}
    if on.start == speaker.start_on and (not wanted or wanted & own):
        return None  # the notes speak of the meeting that they are from
    that_day = Meeting.objects.filter(start_on=on.start).exclude(pk=speaker.pk)
    known = list(that_day.prefetch_related("bodies").order_by("id"))
    fitting = [row for row in known if not wanted or {body.pk for body in row.bodies.all()} & wanted]
    if not fitting and wanted:
        fitting = [row for row in known if not row.bodies.all() and row.notes_state == NotesState.NONE]
    if not fitting:
        return _speak_of(on, bodies, words)
    if len(fitting) > 1:
        return None
    if not fitting[0].bodies.all():
        fitting[0].set_bodies(bodies)
    return fitting[0]


def _speak_of(on: Period, bodies: list[Body], words: str) -> Meeting:
    """A meeting known only because notes speak of it."""
    meeting = Meeting.objects.create(
        start_on=on.start,
        end_on=on.end,
        precision=on.precision.value,
        day_words=words[:300],
        state=MeetingState.REFERENCED,
        body_order=[body.key for body in bodies],
    )
    meeting.bodies.set(bodies)
    return meeting
