"""Document -> Minutes: the steps in order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.attendance import read_attendance
from samsyn.minutes.attendance.names import is_name
from samsyn.minutes.bodies import read_bodies
from samsyn.minutes.days import find_mentions
from samsyn.minutes.errors import NotMeetingNotes
from samsyn.minutes.header import read_header
from samsyn.minutes.header.persons import read_chair_in_text
from samsyn.minutes.header.times import read_opening_and_closing
from samsyn.minutes.header.title import find_title_line, is_front_text
from samsyn.minutes.headings import find_headings
from samsyn.minutes.items import read_items
from samsyn.minutes.labels import find_label
from samsyn.minutes.lines import aside_lines, lines_of
from samsyn.minutes.next_meeting import read_next_meeting
from samsyn.minutes.presenters import read_presenters
from samsyn.minutes.records import Certainty, Doubt, Found, Minutes, Precision
from samsyn.minutes.statements import read_statements
from samsyn.minutes.statements.scene import Scene
from samsyn.minutes.subjects import cast_of
from samsyn.minutes.texts import normal
from samsyn.minutes.years import Direction, date_mention
from samsyn.reading import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.header.parts import Header
    from samsyn.minutes.headings.kinds import Heading
    from samsyn.minutes.lines import Line
    from samsyn.minutes.records import Attendee
    from samsyn.reading import Document

READER_VERSION = "1"

_RUNNING_HEAD = 4

_HEADER_LABELS = frozenset(
    {
        "date",
        "time",
        "place",
        "place_and_time",
        "present",
        "absent",
        "called",
        "chair",
        "secretary",
        "adjuster",
    }
)


def read_minutes(document: Document, *, name: str = "") -> Minutes:
    """Read meeting notes into a record.

    Args:
        document: What `samsyn.reading` made of the file.
        name: Name of the file, for messages and as last resort for the day.

    Raises:
        NotMeetingNotes: The text is no note of a meeting.
    """
    lines = lines_of(document)
    title_line = find_title_line(lines)
    headings, first = _headings(lines, title_line)
    head = lines[: first if first > title_line else title_line + _RUNNING_HEAD]
    header = read_header(document, head, aside_lines(document), title_line)
    read_opening_and_closing(header, lines)
    attendees, doubts = read_attendance(document, lines, first)
    bodies = read_bodies(document, head, aside_lines(document), header)
    if header.held is None and name:
        _day_from_name(header, name, doubts)
    met_on = header.held.value.start if header.held else None
    upcoming, unsure = (
        read_next_meeting(lines, met_on, max(0, title_line + 1)) if not header.notice else (None, False)
    )
    if upcoming and unsure:
        doubts.append(Doubt("Vilket år är nästa möte?", "next_meeting", upcoming.span, "Y2"))
    header.chair = header.chair or _with_role(attendees, "chair")
    read_chair_in_text(header, lines)
    cast = cast_of(attendees, [found.value for found in (header.chair, header.secretary) if found])
    items, unknown = read_presenters(read_items(document, headings), document.text, cast)
    scene = Scene(document, items, cast, met_on, upcoming.value.start if upcoming else None)
    read_statements(scene, lines, _taken(headings), first)
    minutes = Minutes(
        title=header.title,
        bodies=bodies,
        held=header.held,
        start=header.start,
        end=header.end,
        place=header.place,
        chair=header.chair,
        secretary=header.secretary or _with_role(attendees, "secretary"),
        attendees=tuple(attendees),
        items=tuple(items),
        statements=tuple(scene.statements),
        next_meeting=upcoming,
        doubts=(*doubts, *unknown, *scene.doubts),
        notice=header.notice and not attendees,
    )
    if not _is_note(minutes, lines):
        raise NotMeetingNotes(name)
    return _undated(minutes)


def _headings(lines: Sequence[Line], title_line: int) -> tuple[list[Heading], int]:
    """The headings of items, and the first line that is not part of the head of the notes."""
    sections = any(re.match(r"§", line.text) for line in lines[: max(0, title_line)])
    start = 0 if sections else title_line + 1
    headings = [h for h in find_headings(lines, start) if not _in_head(lines, h)]
    listed = [at for at in range(start, len(lines)) if _is_list_label(lines[at])]
    if listed:
        later = [h for h in headings if h.line > listed[0] or h.number]
        headings = later
    if headings:
        return headings, min(h.line for h in headings)
    return [], _end_of_head(lines, start)


def _is_list_label(line: Line) -> bool:
    label = find_label(line)
    return label is not None and label.field in {"present", "date", "time", "place_and_time"}


def _in_head(lines: Sequence[Line], heading: Heading) -> bool:
    """Whether a heading tells day, page, title or a group of attendees, and so heads no item."""
    line = lines[heading.line]
    if is_front_text(line):
        return True
    if heading.rule == "I1b" and not heading.number:
        following = lines[heading.last_line + 1] if heading.last_line + 1 < len(lines) else None
        if is_name(normal(line.text)) or (
            following
            and _starts_with_name(following)
            and not following.heading
            and "." not in following.text[-1:]
        ):
            return True
    return False


def _starts_with_name(line: Line) -> bool:
    return is_name(normal(re.split(r"[,(]|\s{2,}|\t", line.text)[0]))


def _end_of_head(lines: Sequence[Line], start: int) -> int:
    """Notes without headings: the head ends behind the last label at the top."""
    end = start
    for at in range(start, len(lines)):
        label = find_label(lines[at])
        if label and label.field in _HEADER_LABELS:
            end = at + 1
            if label.value_at >= len(lines[at].text) or label.field in {"present", "absent"}:
                while end < len(lines) and (
                    lines[end].block == lines[at].block or _starts_with_name(lines[end])
                ):
                    end += 1
    return end


def _taken(headings: Sequence[Heading]) -> frozenset[int]:
    return frozenset(at for heading in headings for at in range(heading.line, heading.last_line + 1))


def _day_from_name(header: Header, name: str, doubts: list[Doubt]) -> None:
    """Rule H4: the file's name tells the day where the notes do not; a doubt asks."""
    for mention in find_mentions(re.sub(r"[_]+", " ", name)):
        if mention.year is not None and mention.precision is Precision.DAY:
            period = date_mention(mention, met_on=None, direction=Direction.UNKNOWN).period
            header.held = Found(period, "", Span(0, 0), "H4", Certainty.DOUBTFUL)
            doubts.append(Doubt("Dagen står bara i filens namn. Stämmer den?", "held", Span(0, 0), "H4"))
            return


def _with_role(attendees: Sequence[Attendee], role: str) -> Found[str] | None:
    from samsyn.minutes.lexicon import lexicon  # noqa: PLC0415 - one use

    words = lexicon().words("attendance", role)
    roles = [(person, person.role.value.casefold().strip("() ")) for person in attendees if person.role]
    named = next((person.name for person, said in roles if said in words), None)
    if named or role != "chair":
        return named
    return next((person.name for person, said in roles if re.search(r"(?<!vice )\bordförande$", said)), None)


def _is_note(minutes: Minutes, lines: Sequence[Line]) -> bool:
    """Rule H0: notes have two of day, attendance, title word, items, binding statements; a notice is let through."""
    if minutes.notice:
        return True
    signs = [
        minutes.held is not None and minutes.held.rule != "H4",
        len(minutes.attendees) >= 2,
        minutes.title is not None and minutes.title.certainty is Certainty.CLEAR,
        sum(1 for item in minutes.items if item.number) >= 2,
        any(statement.kind.rule in {"S1", "S2", "S3", "S10", "S6"} for statement in minutes.statements),
    ]
    return sum(signs) >= 2


def _undated(minutes: Minutes) -> Minutes:
    from dataclasses import replace  # noqa: PLC0415 - one use

    if minutes.held is not None:
        return minutes
    doubt = Doubt("Vilken dag hölls mötet? Anteckningarna säger det inte.", "held", Span(0, 0), "H3")
    return replace(minutes, doubts=(doubt, *minutes.doubts))


__all__ = ["READER_VERSION", "read_minutes"]
