"""Which meeting a reading is about, and which meeting a reference means."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from samsyn.minutes.records import Certainty, Precision, Target
from samsyn.register.intake.inserting import append_drafts, insert
from samsyn.register.listening import ABSORBERS
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
from samsyn.register.recognition import body_key, is_common_name, is_head_word

if TYPE_CHECKING:
    from datetime import time

    from samsyn.minutes.records import Found, Minutes, Period
    from samsyn.minutes.records import Reference as ReadReference
    from samsyn.register.intake.actors import Actors
    from samsyn.register.intake.calendar import Calendar, KnownMeeting
    from samsyn.register.intake.files import Reading

SINGLE = (Precision.DAY, Precision.DAYS)
OWN_MEETING = "R9"  # the rule by which a meeting is one of the bodies that the notes are from
ENOUGH = 0.5  # share of words in common from which two texts are versions of one


def bodies_of(minutes: Minutes, actors: Actors) -> list[Body]:
    """The bodies of a meeting, each once."""
    found = (actors.meeting_body(body.value) for body in minutes.bodies)
    return list(dict.fromkeys(body for body in found if body is not None))


def find_own_meeting(
    reading: Reading, bodies: list[Body], calendar: Calendar
) -> tuple[Meeting | None, list[int]]:
    """The meeting that a reading belongs to, and ids of those that may be the same but must be asked about.

    The same meeting has the same bodies, day and start, and notes with most words in common; or the
    notes come from a file of the same path. One that was only planned or spoken of on the day, by at
    least one of the bodies, is that meeting too.
    """
    same, asked = _noted_meeting(reading, bodies, calendar)
    found = same or _awaited_meeting(reading.minutes, bodies, calendar)
    return (Meeting.objects.get(pk=found.id) if found else None), ([] if same else asked)


def _noted_meeting(
    reading: Reading, bodies: list[Body], calendar: Calendar
) -> tuple[KnownMeeting | None, list[int]]:
    """The meeting whose notes the reading is a version of, and the doubtful ones."""
    held = reading.minutes.held.value if reading.minutes.held else None
    start = reading.minutes.start.value if reading.minutes.start else None
    day = held.start if held else None
    wanted, asked = {body.pk for body in bodies}, []
    for known in calendar.on(day):
        if known.path is None or known.bodies != wanted or (day is None and known.path != reading.shown):
            continue
        if known.path != reading.shown and not _starts_fit(known.starts_at, start):
            continue
        current = SourceVersion.objects.filter(is_current=True, meeting=known.id)
        if words_in_common(current.values_list("text", flat=True).get(), reading.text) >= ENOUGH:
            return known, []
        asked.append(known.id)
    return None, asked


def words_in_common(left: str, right: str) -> float:
    """Share of the longer text's words that the other has too, 0 to 1."""
    a, b = Counter(left.split()), Counter(right.split())
    longest = max(a.total(), b.total())
    return (a & b).total() / longest if longest else 1.0


def _starts_fit(left: time | None, right: time | None) -> bool:
    """Two meetings of the same bodies on one day are two if both tell when they began."""
    return left is None or right is None or left == right


def _awaited_meeting(minutes: Minutes, bodies: list[Body], calendar: Calendar) -> KnownMeeting | None:
    """A meeting without notes that was planned or spoken of, and that these notes are from."""
    if minutes.held is None or minutes.held.value.start is None:
        return None
    day, wanted = minutes.held.value.start, {body.pk for body in bodies}
    on_day = [known for known in calendar.on(day) if not known.has_notes and known.precision in SINGLE]
    fitting = [known for known in on_day if known.bodies & wanted]
    if not fitting and len(on_day) == 1 and not on_day[0].bodies:
        fitting = on_day
    if not fitting:
        around = calendar.awaited_around(day, exact=SINGLE)
        fitting = [known for known in around if known.bodies == wanted][:1]
    for other in fitting[1:]:
        one, into = Meeting.objects.get(pk=other.id), Meeting.objects.get(pk=fitting[0].id)
        absorb_meeting(one, into=into)
        calendar.forget(other.id)
    return next(iter(fitting), None)


def absorb_meeting(other: Meeting, *, into: Meeting) -> None:
    """Let all that points to a meeting without notes point to another, and remove it."""
    Reference.objects.filter(target_meeting=other).update(target_meeting=into)
    Meeting.objects.filter(next_meeting=other).update(next_meeting=into)
    for attachment in other.attachments.all():
        attachment.meeting = into
        attachment.save(update_fields=["meeting"])
    for absorber in ABSORBERS:
        absorber(other, into)
    other.delete()


def ask_if_same(meeting: Meeting, others: list[int], reason: str) -> None:
    """Ask whether a new meeting is one of some older ones."""
    for other in others:
        Suggestion.objects.get_or_create(
            kind=SuggestionKind.MEETING, left_id=other, right_id=meeting.pk, defaults={"reason": reason}
        )


def find_meant_meeting(
    found: Found[ReadReference], meeting: Meeting, own: list[Body], actors: Actors
) -> int | None:
    """Id of the meeting that a reference means, made if it is spoken of with its day and not known before.

    Without a day, or with a day on which several meetings fit, it is left open; and where it is doubtful
    whose meeting or which year is meant, none is made.

    Args:
        found: The reference.
        meeting: The meeting whose notes hold it.
        own: That meeting's bodies, in order of name.
        actors: Who and what is known.
    """
    pointer = found.value
    if pointer.target is not Target.MEETING or pointer.on is None or pointer.on.start is None:
        return None
    if pointer.on.precision not in SINGLE:
        return None
    meant = own if found.rule == OWN_MEETING else [_meant_body(name, own, actors) for name in pointer.names]
    named = [body for body in meant if body is not None]
    if found.certainty is Certainty.DOUBTFUL:
        return _known_on(pointer, named, meeting, actors.calendar)
    return _meeting_on(pointer.on, named, found.words, meeting, actors.calendar)


def _known_on(pointer: ReadReference, bodies: list[Body], speaker: Meeting, calendar: Calendar) -> int | None:
    """Id of the only other known meeting that a doubtful reference may mean.

    One of the given bodies; where the notes name none, any other meeting of the day will do.
    """
    wanted, own_id = {body.pk for body in bodies}, speaker.pk
    others = [known for known in calendar.on(pointer.on.start if pointer.on else None) if known.id != own_id]
    fitting = [known for known in others if known.bodies & wanted]
    if not fitting and not pointer.names:
        fitting = others
    return fitting[0].id if len(fitting) == 1 else None


def _meant_body(name: str, own: list[Body], actors: Actors) -> Body | None:
    """The body that notes name; "styrgruppen" in the notes of "Styrgrupp Hela barnet" is that one.

    Elsewhere such a word is the one known body that is called so; where several may be meant, none is.
    """
    key = body_key(name)
    if is_common_name(name):
        return _commonly_called(key, own, actors)
    for body in own:
        if key and (body.key.startswith(key) or body.key.endswith(key)):
            return body
    return actors.body(name)


def _commonly_called(key: str, own: list[Body], actors: Actors) -> Body | None:
    """The body that a common word means, if only one may be meant; the notes' own is looked at first.

    A mere "nätverket" is the notes' own where that ends so; "styrgruppen" in those of "Länsstyrgruppen" may
    be another one.
    """
    begins = [body for body in own if body.key.startswith(key)]
    if is_head_word(key):
        begins = begins or [body for body in own if body.key.endswith(key)]
    holds = [body for body in own if key in body.key]
    known = [body for body in actors.bodies.values() if body.key.startswith(key)]
    meant = {body.pk: body for body in begins or [*holds, *known]}
    return next(iter(meant.values())) if len(meant) == 1 else None


def find_next_meeting(
    found: Found[Period], meeting: Meeting, bodies: list[Body], calendar: Calendar
) -> int | None:
    """Id of the next meeting of the same bodies, made if not known before; None where no day is given."""
    if found.value.start is None:
        return None
    if found.value.precision in SINGLE:
        return _meeting_on(found.value, bodies, found.words, meeting, calendar)
    around = _spoken_of_around(found.value, bodies, calendar)
    return around.id if around else _speak_of(found.value, bodies, found.words, calendar)


def _spoken_of_around(on: Period, bodies: list[Body], calendar: Calendar) -> KnownMeeting | None:
    """The meeting of the very same bodies that other notes gave the same uncertain time."""
    wanted = {body.pk for body in bodies}
    for known in calendar.on(on.start):
        if known.end_on == on.end and not known.has_notes and known.bodies == wanted:
            return known
    return None


def _meeting_on(
    on: Period, bodies: list[Body], words: str, speaker: Meeting, calendar: Calendar
) -> int | None:
    """Id of the meeting of some bodies on a day; None where several fit."""
    wanted, own = {body.pk for body in bodies}, calendar.by_id[speaker.pk].bodies
    if on.start == speaker.start_on and (not wanted or wanted & own):
        return None  # the notes speak of the meeting that they are from
    own_id = speaker.pk
    others = [known for known in calendar.on(on.start) if known.id != own_id]
    fitting = [known for known in others if not wanted or known.bodies & wanted]
    if not fitting and wanted:
        fitting = [known for known in others if not known.bodies and known.notes_state == NotesState.NONE]
    if not fitting:
        return _speak_of(on, bodies, words, calendar)
    if len(fitting) > 1:
        return None
    if not fitting[0].bodies:
        Meeting.objects.get(pk=fitting[0].id).set_bodies(bodies)
        fitting[0].bodies = frozenset(wanted)
    return fitting[0].id


def _speak_of(on: Period, bodies: list[Body], words: str, calendar: Calendar) -> int:
    """A meeting known only because notes speak of it."""
    bodies = list(dict.fromkeys(bodies))
    meeting = Meeting(
        start_on=on.start,
        end_on=on.end,
        precision=on.precision.value,
        day_words=words[:300],
        state=MeetingState.REFERENCED,
        body_order=[body.key for body in bodies],
    )
    insert([meeting])
    link_bodies(meeting, bodies)
    calendar.put(meeting, bodies)
    return int(meeting.pk)


def link_bodies(meeting: Meeting, bodies: list[Body]) -> None:
    """Write the bodies of a meeting that has none yet, each once: notes may name one in two ways."""
    link = Meeting.bodies.through
    append_drafts(link, [{"meeting_id": meeting.pk, "body_id": body.pk} for body in dict.fromkeys(bodies)])
