"""All the places where words stand, found before anything is changed: what is shown is what will be done."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet

from samsyn.history.models import Event
from samsyn.mail.models import OutgoingMail
from samsyn.register.blotting.names import find_names
from samsyn.register.blotting.originals import Replacement, WithText, holds_words, replacement_of
from samsyn.register.blotting.phrases import pattern_of, squeezed, telling_parts
from samsyn.register.blotting.sheets import Sheet
from samsyn.register.blotting.tables import rows_with, tables, way_to_meeting
from samsyn.register.blotting.within import blot_within
from samsyn.register.models import (
    Attachment,
    Finalisation,
    Meeting,
    Source,
    SourceVersion,
    Suggestion,
    WaitingCorrection,
)

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Sequence

    from django.db.models import Model


@dataclass(frozen=True, slots=True, kw_only=True)
class BlottingWanted:
    """What is to be blotted out.

    Attributes:
        words: As they stand in the notes; case and white space do not count.
        meeting: Only in what belongs to this meeting; None for the whole register.
        attachments: Ids of attachments that are to go whole.
        with_names: People, organisations and bodies called so as well.
    """

    words: str
    meeting: Meeting | None = None
    attachments: frozenset[int] = frozenset()
    with_names: bool = False


@dataclass(slots=True)
class Places:
    """Where the words stand.

    Attributes:
        sheet: The rows that will change.
        versions: Versions of notes whose words change, as they stand.
        replacements: Originals that will be replaced.
        attachments: Of the meetings, and whether each holds the words; None where it cannot be known.
        names: People, organisations and bodies called so, whether asked for or not.
    """

    wanted: BlottingWanted
    pattern: re.Pattern[str]
    sheet: Sheet = field(default_factory=Sheet)
    versions: Sequence[SourceVersion] = ()
    replacements: list[Replacement] = field(default_factory=list)
    attachments: Sequence[tuple[Attachment, bool | None]] = ()
    names: Sequence[Any] = ()

    @property
    def meetings(self) -> list[int]:
        """The meetings in which anything changes, or the one that was asked for."""
        found: set[int] = {self.wanted.meeting.pk} if self.wanted.meeting else set()
        for row in self.sheet.rows.values():
            own = row.pk if isinstance(row, Meeting) else getattr(row, "meeting_id", None)
            if own is not None:
                found.add(own)
        return sorted(found)

    @property
    def n_found(self) -> int:
        """How many rows hold the words, names and files that have to be asked for aside."""
        return len(self.sheet.rows)

    @property
    def n_rows(self) -> int:
        """How many rows of all tables will change."""
        names = len(self.names) if self.wanted.with_names else 0
        return len(self.sheet.rows) + len(self.replacements) + names


def find_places(wanted: BlottingWanted) -> Places:
    """Look through every table; nothing is changed."""
    found = Places(wanted, pattern_of([wanted.words, squeezed(wanted.words)]))
    meeting = wanted.meeting.pk if wanted.meeting else None
    parts = telling_parts(wanted.words)
    for model in tables():
        for row in _within(rows_with(model, parts), model, meeting).iterator(chunk_size=500):
            found.sheet.blot(row, found.pattern)
    changed = found.sheet.ids_of("sourceversion")
    found.versions = list(SourceVersion.objects.filter(pk__in=changed).select_related("meeting"))
    meetings = [meeting] if meeting else sorted({version.meeting_id for version in found.versions})
    inner = blot_within(found.sheet, meetings, found.pattern)
    _blot_events(found, meeting, inner)
    found.replacements = list(_replacements(found))
    found.attachments = [(row, holds_words(row, found.pattern)) for row in _attachments(found.meetings)]
    found.names = find_names(wanted.words, found.pattern, [meeting] if meeting else None)
    return found


def _within(rows: QuerySet[Model], model: type[Model], meeting: int | None) -> QuerySet[Model]:
    """Only what belongs to the meeting, where one is given."""
    if meeting is None:
        return rows
    way = way_to_meeting(model)
    if way:
        return rows.filter(**{way: meeting})
    if model is OutgoingMail:
        return rows.filter(letters_about(meeting))
    if model is Suggestion:
        return rows.filter(Q(kind="meeting", left_id=meeting) | Q(kind="meeting", right_id=meeting))
    return rows.none()


def letters_about(meeting: int) -> Q:
    """The letters that a meeting's notes went with, or that asked for comments on them."""
    acts = list(Finalisation.objects.filter(meeting=meeting).values_list("pk", flat=True))
    return Q(link__subject_type="meeting", link__subject_id=meeting) | Q(
        link__subject_type="finalisation", link__subject_id__in=acts
    )


def _blot_events(found: Places, meeting: int | None, inner: Sequence[re.Pattern[str]]) -> None:
    """What events keep of how things were; of what was read inside the words, those about the same rows."""
    parts = telling_parts(found.wanted.words)
    for event in _events(parts, meeting).iterator(chunk_size=500):
        found.sheet.blot(event, found.pattern)
    touched = Event.objects.filter(_about_rows(found.sheet)) if inner else Event.objects.none()
    for event in touched:
        for pattern in inner:
            found.sheet.blot(event, pattern)


def _about_rows(sheet: Sheet) -> Q:
    """Events about the rows that change, or that changed them along with others."""
    condition = Q(pk__in=())
    for name in {name for name, _pk in sheet.rows} - {"event"}:
        condition |= Q(subject_type=name, subject_id__in=sheet.ids_of(name))
    return condition


def _events(parts: Sequence[str], meeting: int | None) -> QuerySet[Any]:
    rows = rows_with(Event, parts)
    if meeting is None:
        return rows
    condition = Q(subject_type="meeting", subject_id=meeting)
    for model in tables():
        way = way_to_meeting(model)
        if way and model is not Meeting:
            ids = list(QuerySet(model).filter(**{way: meeting}).values_list("pk", flat=True))
            condition |= Q(subject_type=model._meta.model_name, subject_id__in=ids)
    return rows.filter(condition | Q(pk__in=discarded_drafts(meeting)))


def discarded_drafts(meeting: int) -> QuerySet[Event]:
    """The events that keep a meeting's drafts that are thrown away: they are about rows that are gone."""
    return Event.objects.filter(subject_type="notesdraft", before__meeting=meeting)


def _replacements(found: Places) -> Iterable[Replacement]:
    """Originals of the versions whose words change, and of the attachments that are to go."""
    versions: dict[int, list[WithText]] = {}
    for row in found.sheet.rows.values():
        if isinstance(row, (SourceVersion, WaitingCorrection)):
            versions.setdefault(row.source_id, []).append(row)
    asked = Attachment.objects.filter(pk__in=found.wanted.attachments).exclude(source=None)
    gone = set(asked.values_list("source", flat=True))
    for source in Source.objects.filter(pk__in={*versions, *gone}).order_by("pk"):
        if source.pk in gone:
            yield Replacement(source)
        else:
            yield replacement_of(source, versions[source.pk], found.pattern)


def _attachments(meetings: Sequence[int]) -> QuerySet[Attachment]:
    rows = Attachment.objects.filter(meeting__in=meetings).exclude(source=None)
    return rows.select_related("source").order_by("meeting", "label", "pk")
