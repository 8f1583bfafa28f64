"""Write down what a meeting hands over; what a person has said of a hand-over outlives new readings."""

from __future__ import annotations

from collections import defaultdict
from copy import copy
from typing import TYPE_CHECKING, Any

from django.db import transaction

from samsyn.history.models import Event
from samsyn.matters.handing.county import County, read_sections
from samsyn.matters.handing.recognising import Reader
from samsyn.matters.handing.words import found
from samsyn.matters.models import HandOver, HandOverBody, HandOverKind, Standing
from samsyn.register.models import Meeting, MeetingState, Organisation
from samsyn.register.recognition import recognise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.matters.handing.county import NotesRead
    from samsyn.matters.handing.records import Handed

Key = tuple[int | None, str, str]


@transaction.atomic
def record_hand_overs(meeting: Meeting, county: County | None = None) -> list[HandOver]:
    """Read a meeting's notes for hand-overs and bring the table in step with them.

    Args:
        meeting: Its notes may be new, changed or gone.
        county: As `County.load` gives it; loaded where it is left out.

    Returns:
        Those that are new or changed.
    """
    county = county or County.load()
    notes = read_sections(meeting)
    known: dict[Key, list[HandOver]] = defaultdict(list)
    for row in meeting.hand_overs.filter(by_hand=False).prefetch_related("recipients").order_by("pk"):
        known[_key(row)].append(row)
    changed: list[HandOver] = []
    if meeting.state == MeetingState.HELD:
        own = tuple(body.pk for body in meeting.named_bodies)
        reader = Reader(county.directory(own), meeting.start_on)
        for item, section in notes.sections:
            for handed in reader.read([section]):
                row = _drafted(handed, meeting, item, notes)
                for bodies in _apart(handed, _bodies(handed, row), county):
                    before = known[_key(row)]
                    changed += _write(copy(row), bodies, before.pop(0) if before else None)
    return changed + _lose([row for rows in known.values() for row in rows])


def _key(row: HandOver) -> Key:
    """What makes a hand-over the same in another reading: the statement, or the heading that says it."""
    kind = "again" if row.kind in (HandOverKind.MORE_TIME, HandOverKind.REPORT_BACK) else "on"
    return row.statement_id, "" if row.statement_id else row.heading, kind


def _drafted(handed: Handed, meeting: Meeting, item: int | None, notes: NotesRead) -> HandOver:
    day = handed.day
    row = HandOver(
        meeting=meeting,
        item_id=item,
        statement_id=handed.line,
        heading=notes.items[item].heading if item else "",
        kind=handed.kind,
        to_words=handed.to.words[:300],
        asked=handed.asked,
        target_meeting_id=_meant(handed, notes),
    )
    if day is not None:
        row.due_start, row.due_end, row.due_words = day.start, day.end, day.words[:300]
        row.due_precision = "recurring" if handed.is_recurring else day.precision
    elif handed.is_recurring:
        row.due_precision = "recurring"
    if handed.to.organisation:
        row.organisation = _organisation(handed.to.organisation)
    return row


def _meant(handed: Handed, notes: NotesRead) -> int | None:
    """The meeting that the hand-over's day means, where the reading found it."""
    if handed.day is None:
        return None
    for line in (handed.line, *handed.others, None):
        found = notes.meant.get((line, handed.day.words))
        if found is not None:
            return found
    return None


def _organisation(name: str) -> Organisation:
    """The organisation outside, made if nobody has come from it yet."""
    meant = recognise(name)
    key, shown, kind = (meant.key, meant.name, meant.kind) if meant else (name.casefold(), name, "")
    return Organisation.objects.get_or_create(key=key, defaults={"name": shown, "kind": kind})[0]


def _bodies(handed: Handed, row: HandOver) -> list[int]:
    """Whom it goes to: all bodies of the meeting meant, where they are among them or it is a joint one."""
    if handed.to.organisation or row.target_meeting_id is None:
        return list(handed.to.bodies)
    there = [body.pk for body in row.target_meeting.named_bodies] if row.target_meeting else []
    fits = handed.to.is_joint or not handed.to.bodies or set(handed.to.bodies) <= set(there)
    if fits and there:
        return there
    row.target_meeting = None  # a day of another body's meeting
    return list(handed.to.bodies)


def _apart(handed: Handed, bodies: list[int], county: County) -> list[list[int]]:
    """The receivers of each hand-over that some words are: one for each body, unless they meet together."""
    meet = handed.to.is_joint or tuple(sorted(bodies)) in county.together
    each = found("joint", "apart", handed.asked.lower())
    one = len(bodies) < 2 or (meet and not each)
    return [bodies] if one else [[body] for body in bodies]


READ = (
    "item_id", "heading", "kind", "to_words", "asked", "target_meeting_id", "due_start", "due_end",
    "due_precision", "due_words", "organisation_id",
)  # fmt: skip


def _write(row: HandOver, bodies: Sequence[int], before: HandOver | None) -> list[HandOver]:
    """Write a new one, or change what is read of a known one; what a person confirmed keeps its words."""
    if before is None:
        row.save()
        _address(row, bodies)
        _tell(row, {}, {"to_words": row.to_words, "asked": row.asked})
        return [row]
    was = {name: getattr(before, name) for name in (*READ, "lost")}
    names = ("item_id", "heading") if before.standing != Standing.PROPOSED else READ
    for name in names:
        setattr(before, name, getattr(row, name))
    before.lost = False
    same_bodies = [one.body_id for one in before.recipients.all()] == list(bodies)
    readdress = before.standing == Standing.PROPOSED and not same_bodies
    if not readdress and was == {name: getattr(before, name) for name in (*READ, "lost")}:
        return []
    before.save()
    if readdress:
        _address(before, bodies)
    told = ("asked", "to_words", "lost")
    now = {name: getattr(before, name) for name in told}
    _tell(before, {name: was[name] for name in told}, now)
    return [before]


def _address(row: HandOver, bodies: Sequence[int]) -> None:
    row.recipients.all().delete()
    HandOverBody.objects.bulk_create([HandOverBody(hand_over=row, body_id=body) for body in bodies])


def _lose(rows: Sequence[HandOver]) -> list[HandOver]:
    """The notes no longer say it: gone where nobody has said anything of it, else marked."""
    changed = []
    for row in rows:
        if row.standing == Standing.PROPOSED and row.settled_by_id is None:
            _tell(row, {"to_words": row.to_words, "asked": row.asked}, {})
            row.delete()
        elif not row.lost:
            row.lost = True
            row.save(update_fields=["lost"])
            _tell(row, {"lost": False, "asked": row.asked}, {"lost": True, "asked": row.asked})
            changed.append(row)
    return changed


def _tell(row: HandOver, before: dict[str, Any], after: dict[str, Any]) -> None:
    """Keep that a reading changed what a meeting hands over."""
    Event.objects.create(
        what="meeting.hand_over_read",
        subject_type="meeting",
        subject_id=row.meeting_id,
        before=before,
        after=after,
    )
