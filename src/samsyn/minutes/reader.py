"""Document -> Minutes: the steps in order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from samsyn.minutes.attachments import read_attachments
from samsyn.minutes.attendance import read_attendance
from samsyn.minutes.bodies import read_bodies
from samsyn.minutes.body_words import proper_name
from samsyn.minutes.casts import cast_of
from samsyn.minutes.days import find_mentions
from samsyn.minutes.errors import NotMeetingNotes
from samsyn.minutes.file_doubts import read_file_doubts
from samsyn.minutes.former import without_former
from samsyn.minutes.framing import find_frame
from samsyn.minutes.gate import is_agenda, is_note
from samsyn.minutes.header import read_header
from samsyn.minutes.header.roles import Frame, read_roles
from samsyn.minutes.header.times import read_opening_and_closing
from samsyn.minutes.header.title import find_title_line
from samsyn.minutes.header.told_times import read_told_place, read_told_times
from samsyn.minutes.items import read_items
from samsyn.minutes.label_columns import labels_beside_values
from samsyn.minutes.lexicon import speaking
from samsyn.minutes.lines import aside_lines, lines_of
from samsyn.minutes.next_meeting import read_next_meeting
from samsyn.minutes.presenters import read_presenters
from samsyn.minutes.records import Certainty, Doubt, Found, Minutes, Precision
from samsyn.minutes.references import read_heading_references
from samsyn.minutes.run_together import cut_apart
from samsyn.minutes.statements import read_statements
from samsyn.minutes.statements.scene import Scene
from samsyn.minutes.years import Direction, date_mention
from samsyn.reading import Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samsyn.minutes.header.parts import Header
    from samsyn.minutes.headings.kinds import Heading
    from samsyn.minutes.lexicon import Lexicon
    from samsyn.minutes.lines import Line
    from samsyn.minutes.records import Attendee, Period
    from samsyn.reading import Document

__all__ = ["READER_VERSION", "read_minutes"]

READER_VERSION = "3"

_RUNNING_HEAD = 4
_NOWHERE = Span(0, 0)


def read_minutes(document: Document, *, name: str = "", lexicon: Lexicon | None = None) -> Minutes:
    """Read meeting notes into a record.

    Args:
        document: What `samsyn.reading` made of the file.
        name: Name of the file, for messages and as last resort for the day.
        lexicon: Words of one's own (`read_own_words`); None for the Swedish lexicon as it is.

    Raises:
        NotMeetingNotes: The text is no note of a meeting.
    """
    with speaking(lexicon):
        return _read_minutes(document, name)


def _read_minutes(document: Document, name: str) -> Minutes:
    lines, former = without_former(_lines(document))
    aside = aside_lines(document)
    title_line = find_title_line(lines)
    headings, first = find_frame(lines, title_line)
    begun = first > title_line + 1 or (first > title_line and bool(headings))
    head = lines[: first if begun else title_line + 1 + _RUNNING_HEAD]
    header = read_header(document, head, aside, title_line)
    read_opening_and_closing(header, lines)
    attendees, doubts = read_attendance(document, lines, first)
    doubts += _read_day_in_name(header, name)
    doubts += read_told_times(header, document, lines, first)
    read_told_place(header, document, lines, first)
    doubts += read_roles(header, document, lines, Frame(head, first, headings), attendees)
    met_on = header.held.value.start if header.held else None
    upcoming, unsure = _next_meeting(header, lines, met_on)
    scene = _read_contents(document, lines, headings, first, _Known(header, attendees, upcoming))
    minutes = Minutes(
        title=header.title,
        bodies=_proper(read_bodies(document, lines, head, aside, header)),
        held=header.held,
        start=header.start,
        end=header.end,
        place=header.place,
        chair=header.chair,
        secretary=header.secretary,
        attendees=tuple(attendees),
        items=tuple(scene.items),
        statements=tuple(scene.statements),
        next_meeting=upcoming,
        references=read_heading_references(scene.items, met_on),
        doubts=(*read_file_doubts(document), *former, *doubts, *unsure, *scene.doubts),
        attachments=read_attachments(document, lines, scene.items),
        notice=header.notice and not attendees,
    )
    if is_agenda(minutes, lines):
        minutes = replace(minutes, notice=True, next_meeting=None)
    if not is_note(minutes, lines, document.text, _end_of_head(document, lines, first)):
        raise NotMeetingNotes(name)
    return minutes


def _lines(document: Document) -> list[Line]:
    return labels_beside_values(cut_apart(lines_of(document), len(document.blocks)))


def _end_of_head(document: Document, lines: Sequence[Line], first: int) -> int:
    return lines[first].start if first < len(lines) else len(document.text)


def _proper(bodies: Sequence[Found[str]]) -> tuple[Found[str], ...]:
    """The bodies by their proper names, where they are known by others too."""
    return tuple(replace(found, value=proper_name(found.value)) for found in bodies)


class _Known(NamedTuple):
    """What the head tells, for the reading of what is below it."""

    header: Header
    attendees: Sequence[Attendee]
    upcoming: Found[Period] | None


def _read_contents(
    document: Document, lines: Sequence[Line], headings: Sequence[Heading], first: int, known: _Known
) -> Scene:
    """Items with presenters, and statements, from line `first` on."""
    header, upcoming = known.header, known.upcoming
    named = [found.value for found in (header.chair, header.secretary) if found]
    cast = cast_of(known.attendees, named)
    items, doubts = read_presenters(read_items(document, headings), document.text, cast)
    met_on = header.held.value.start if header.held else None
    next_on = upcoming.value.start if upcoming else None
    scene = Scene(document, items, cast, met_on, next_on, known=_places(known), doubts=doubts)
    taken = {at: one.end for one in headings for at in range(one.line, one.last_line + 1)}
    read_statements(scene, lines, taken, first)
    return scene


def _places(known: _Known) -> list[Span]:
    """Where the words stand that the head and the lists of those present were read from."""
    header = known.header
    values = (header.held, header.start, header.end, header.place, header.chair, header.secretary)
    told = [found.span for found in (*values, header.title, known.upcoming) if found]
    return [*told, *(person.name.span for person in known.attendees)]


def _next_meeting(
    header: Header, lines: Sequence[Line], met_on: date | None
) -> tuple[Found[Period] | None, list[Doubt]]:
    """The next meeting, with a doubt where its year is unsure; a notice tells the meeting itself."""
    if header.notice:
        return None, []
    upcoming, unsure = read_next_meeting(lines, met_on, max(0, header.title_line + 1))
    if upcoming is None or not unsure:
        return upcoming, []
    return upcoming, [Doubt("Vilket år är nästa möte?", "next_meeting", upcoming.span, "Y2")]


def _read_day_in_name(header: Header, name: str) -> list[Doubt]:
    """Rule H4: the file's name tells the day where the notes do not; a doubt asks."""
    if header.held is not None:
        return []
    for mention in find_mentions(name.replace("_", " ")):
        if mention.year is not None and mention.precision is Precision.DAY:
            period = date_mention(mention, met_on=None, direction=Direction.UNKNOWN).period
            header.held = Found(period, "", _NOWHERE, "H4", Certainty.DOUBTFUL)
            return [Doubt("Dagen står bara i filens namn. Stämmer den?", "held", _NOWHERE, "H4")]
    return [Doubt("Vilken dag hölls mötet? Anteckningarna säger det inte.", "held", _NOWHERE, "H3")]
