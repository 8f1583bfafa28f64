"""Make two meetings one: the second's notes become a new version of the first's."""

from __future__ import annotations

from samsyn.minutes import READER_VERSION, read_minutes
from samsyn.reading import document_from_json
from samsyn.register.errors import CannotMerge
from samsyn.register.intake.actors import Actors
from samsyn.register.intake.files import Reading
from samsyn.register.intake.meetings import absorb_meeting
from samsyn.register.intake.revising import Revision
from samsyn.register.models import Meeting, MeetingState, SourceVersion, Value, ValueState
from samsyn.register.models.states import LOCKED

Merged = tuple[Meeting, dict[str, list[int]]]  # the one that stands, and the rows that pointed to the other


def merge_meetings(left: Meeting, right: Meeting) -> Merged:
    """One meeting with two notes: the second's become a new version, and what was decided of them stays."""
    if left.state == MeetingState.REFERENCED and right.versions.exists():
        left, right = right, left
    version = right.versions.filter(is_current=True).first()
    if version is None:
        pointers = list(right.referred_by.values_list("pk", flat=True))
        absorb_meeting(right, into=left)
        return left, {"reference.target_meeting": pointers}
    if not left.versions.exists():
        raise CannotMerge("Det ena mötet saknar anteckningar: läs in dem först.")
    if {left.notes_state, right.notes_state} & set(LOCKED):
        raise CannotMerge("Det ena mötets anteckningar är färdigställda: rätta dem på mötets sida i stället.")
    decided = list(right.values.exclude(state=ValueState.PROPOSED))
    moved = [row.pk for row in right.versions.order_by("number")]
    _move_versions(right, left)
    actors = Actors.load()
    reading = _read_again(version)
    Revision(reading, left, actors).write(list(left.bodies.all()), by=None)
    for value in decided:
        _carry_over(value, left)
    absorb_meeting(right, into=left)
    return left, {"sourceversion": moved}


def _move_versions(right: Meeting, left: Meeting) -> None:
    """The second meeting's versions come after the first's, and the last of them holds."""
    number = max(left.versions.values_list("number", flat=True), default=0)
    left.versions.filter(is_current=True).update(is_current=False)
    for version in right.versions.order_by("number"):
        number += 1
        version.meeting, version.number = left, number
        version.reason = version.reason or "Sammanförd med ett annat möte"
        version.save(update_fields=["meeting", "number", "reason"])


def _read_again(version: SourceVersion) -> Reading:
    """The reading of a version that is kept."""
    document = document_from_json(version.document)
    minutes = read_minutes(document, name=version.file_name)
    version.reader_version = READER_VERSION
    version.save(update_fields=["reader_version"])
    content, sha256 = bytes(version.source.content), version.source.sha256
    return Reading.of(
        document, minutes, content=content, sha256=sha256, name=version.file_name, shown=version.path
    )


def _carry_over(value: Value, meeting: Meeting) -> None:
    """What a person said of a value holds for the same value, at the same place, in the other meeting."""
    Value.objects.filter(
        meeting=meeting, field=value.field, start=value.start, end=value.end, state=ValueState.PROPOSED
    ).update(state=value.state, decided_by=value.decided_by, decided_at=value.decided_at)
