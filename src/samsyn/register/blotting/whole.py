"""A meeting's notes blotted out whole: the files, and all that was read in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db.models import ForeignKey, QuerySet
from django.utils.formats import date_format

from samsyn.history.models import Event
from samsyn.mail.models import OutgoingMail
from samsyn.reading import BlockKind, Document, Origin, Run, document_to_json
from samsyn.reading.documents import Block
from samsyn.register.blotting.places import discarded_drafts, letters_about
from samsyn.register.blotting.tables import tables, way_to_meeting
from samsyn.register.models import (
    Attachment,
    Blotting,
    Finalisation,
    IndexedMeeting,
    Meeting,
    NotesComment,
    Publication,
    SourceVersion,
)

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import Model

# What stays of a meeting, with its words seen to below; every other row that points to it goes.
STAYS: tuple[type[Model], ...] = (
    SourceVersion, Finalisation, NotesComment, Publication, Attachment, IndexedMeeting, Blotting,
)  # fmt: skip
# What events keep that are no words.
NO_WORDS = frozenset(("notes_state", "version", "number", "sha256", "n_addresses", "n_values", "n_changes"))
GONE = "Utplånat"


def rows_read(meeting: Meeting) -> list[QuerySet[Model]]:
    """The rows that were read in the notes, or written beside them, and go with them."""
    found: list[QuerySet[Model]] = []
    for model in apps.get_models():
        points = any(
            isinstance(field, ForeignKey) and field.name == "meeting" and field.remote_field.model is Meeting
            for field in model._meta.concrete_fields
        )
        ours = model.__module__.startswith("samsyn.")
        if ours and points and model not in STAYS:
            found.append(QuerySet(model).filter(meeting=meeting.pk))
    return found


def clear_events(meeting: Meeting) -> int:
    """Take the words out of what events keep of the meeting and its rows, while the rows are there."""
    n_events = 0
    for event in Event.objects.filter(pk__in=_events_of(meeting)):
        before, after = _without_words(event.before), _without_words(event.after)
        QuerySet(Event).filter(pk=event.pk).update(before=before, after=after, why="")
        n_events += 1
    return n_events


def clear_meeting(meeting: Meeting, *, on: date) -> None:
    """Take away what was read, and the words of what stays."""
    for rows in rows_read(meeting):
        rows.delete()
    words = {"title": "", "place": "", "chair_name": "", "secretary_name": "", "day_words": ""}
    Meeting.objects.filter(pk=meeting.pk).update(chair=None, secretary=None, **words)
    document = _empty_document(on)
    for version in meeting.versions.only("number"):
        name = f"utplånad-{version.number}.txt"
        columns: dict[str, Any] = {"document": document_to_json(document), "text": document.text}
        SourceVersion.objects.filter(pk=version.pk).update(file_name=name, path="", reason="", **columns)
    NotesComment.objects.filter(meeting=meeting).update(text=GONE, answer="")
    Finalisation.objects.filter(meeting=meeting).update(reason="")
    OutgoingMail.objects.filter(letters_about(meeting.pk)).update(subject=GONE, text=GONE, enclosed=[])


def _events_of(meeting: Meeting) -> list[int]:
    about = [
        *Event.objects.filter(subject_type="meeting", subject_id=meeting.pk).values_list("pk", flat=True)
    ]
    about += discarded_drafts(meeting.pk).values_list("pk", flat=True)
    for model in tables():
        way = way_to_meeting(model)
        if way and model is not Meeting:
            ids = list(QuerySet(model).filter(**{way: meeting.pk}).values_list("pk", flat=True))
            rows = Event.objects.filter(subject_type=model._meta.model_name, subject_id__in=ids)
            about += rows.values_list("pk", flat=True)
    return about


def _without_words(kept: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in kept.items() if key in NO_WORDS}


def _empty_document(on: date) -> Document:
    """What the notes' page shows in their place."""
    text = f"Anteckningarna är utplånade {date_format(on, 'j F Y')}."
    run = Run(text, 0, Origin("", 0, 0), copied=False)
    return Document(text, (Block(BlockKind.PARAGRAPH, 0, (run,)),), "text")
