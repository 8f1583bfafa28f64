"""Make two objects one: all that points to the second points to the first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samsyn.minutes import READER_VERSION, read_minutes
from samsyn.reading import document_from_json
from samsyn.register.errors import CannotMerge
from samsyn.register.intake.actors import Actors
from samsyn.register.intake.files import Reading
from samsyn.register.intake.meetings import absorb_meeting
from samsyn.register.intake.revising import Revision
from samsyn.register.models import (
    Body,
    BodyAlias,
    Meeting,
    MeetingState,
    Organisation,
    OrganisationAlias,
    Person,
    PersonAlias,
    SourceVersion,
    Value,
    ValueState,
)
from samsyn.register.models.states import LOCKED

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import Model

    Merged = tuple[Model, dict[str, list[int]]]  # the one that stands, and the rows that pointed to the other

Moved = dict[str, list[int]]


def merge_people(left: Person, right: Person) -> Merged:
    """One person with two spellings; who is protected by one of them is so by both."""
    if right.is_protected and not left.is_protected:
        left.is_protected = True
        left.save(update_fields=["is_protected"])
    moved = _repoint(left, right)
    PersonAlias.objects.get_or_create(person=left, key=right.key, defaults={"text": right.name})
    right.delete()
    return left, moved


def merge_organisations(left: Organisation, right: Organisation) -> Merged:
    """One organisation with two names."""
    moved = _repoint(left, right)
    right.delete()
    OrganisationAlias.objects.get_or_create(
        key=right.key, defaults={"organisation": left, "text": right.name}
    )
    return left, moved


def merge_bodies(left: Body, right: Body) -> Merged:
    """One body with two names."""
    moved = _repoint(left, right)
    meetings = list(right.meetings.all())
    left.meetings.add(*meetings)
    for meeting in meetings:
        meeting.body_order = [left.key if key == right.key else key for key in meeting.body_order]
    Meeting.objects.bulk_update(meetings, ["body_order"])
    right.delete()
    BodyAlias.objects.get_or_create(key=right.key, defaults={"body": left, "text": right.name})
    return left, moved | {"meeting.bodies": [meeting.pk for meeting in meetings]}


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


def _repoint(left: Model, right: Model) -> Moved:
    """Let every row that points to `right` point to `left`."""
    moved: Moved = {}
    for relation in right._meta.related_objects:
        if relation.many_to_many:
            continue
        field = relation.field.name
        rows = relation.related_model._default_manager.filter(**{field: right})
        ids = list(rows.values_list("pk", flat=True))
        if ids:
            rows.update(**{field: left})
            moved[f"{relation.related_model._meta.model_name}.{field}"] = ids
    return moved


MERGERS: dict[str, tuple[type[Model], Callable[[Any, Any], Merged]]] = {
    "person": (Person, merge_people),
    "organisation": (Organisation, merge_organisations),
    "body": (Body, merge_bodies),
    "meeting": (Meeting, merge_meetings),
}
