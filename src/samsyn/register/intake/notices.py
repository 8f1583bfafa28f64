"""A notice of meeting: no record of what was said, but a meeting that is planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.history.models import Event
from samsyn.register.intake.columns import apply_columns, meeting_columns
from samsyn.register.intake.storing import store_source
from samsyn.register.models import Attachment, Body, Meeting, MeetingState
from samsyn.register.search.keeping import mark_meeting

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.register.intake.files import Reading

NOTICE = "Kallelse"  # what such an attachment is called


def record_notice(reading: Reading, bodies: list[Body], *, by: User | None) -> Meeting:
    """Keep a notice as an attachment to the meeting that it calls to, planned if it was not known."""
    meeting = _called_meeting(reading, bodies)
    if meeting is None or meeting.state == MeetingState.REFERENCED:
        meeting = meeting or Meeting()
        apply_columns(meeting, meeting_columns(reading.minutes))
        meeting.body_order = [body.key for body in bodies]
        meeting.state = MeetingState.PLANNED
        meeting.save()
        meeting.bodies.add(*bodies)
        mark_meeting(meeting.pk)
    Attachment.objects.create(
        meeting=meeting, source_id=store_source(reading), file_name=reading.name[:255], title=NOTICE
    )
    Event.objects.create(
        by=by,
        what="notice.imported",
        subject_type="meeting",
        subject_id=meeting.pk,
        after={"file_name": reading.name, "sha256": reading.sha256},
    )
    return meeting


def _called_meeting(reading: Reading, bodies: list[Body]) -> Meeting | None:
    """The meeting that is known on the day, of any of the bodies."""
    held = reading.minutes.held
    if held is None or held.value.start is None or not bodies:
        return None
    known = Meeting.objects.filter(start_on=held.value.start, bodies__in=bodies)
    return known.order_by("id").first()
