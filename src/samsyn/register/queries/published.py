"""Questions about what all may read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samsyn.reading import document_from_json
from samsyn.register.models import NotesState, Publication, SourceVersion, Statement
from samsyn.register.protection import hidden_from_all
from samsyn.register.publishing import find_hidden, open_document, open_text
from samsyn.register.queries.open_rooms import open_room
from samsyn.register.queries.statements import BINDING_KINDS, StatementFilter, statements

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from django.db.models import QuerySet

    from samsyn.reading import Document
    from samsyn.register.models import Meeting
    from samsyn.register.publishing import Hidden
    from samsyn.register.queries.open_rooms import OpenRoom

KINDS = tuple(kind.value for kind in BINDING_KINDS)


@dataclass(frozen=True, slots=True)
class OpenStatement:
    """A decision, an agreed outcome, a postponement or an assignment that somebody has confirmed."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class OpenNotes:
    """Notes as all may read them.

    Attributes:
        hidden: What is left out; shown only to whoever publishes.
        n_unconfirmed: Statements that are left out of the list since nobody has confirmed how they were read.
        corrected_at: When the notes were corrected last, if they were.
        room: Which organisations were there; None where it is not told.
    """

    document: Document
    said: Sequence[OpenStatement]
    hidden: Sequence[Hidden]
    n_unconfirmed: int
    corrected_at: datetime | None = None
    room: OpenRoom | None = None


def open_notes(meeting: Meeting, version: SourceVersion) -> OpenNotes:
    """What all may read of a meeting's notes; a guess of the machine is not among it."""
    document, everybody = document_from_json(version.document), hidden_from_all()
    mask = everybody.mask
    hidden = find_hidden(document.text, mask)
    said = list(statements(StatementFilter(kinds=KINDS)).filter(meeting=meeting))
    act = meeting.finalisations.exclude(reason="").order_by("at", "id").last()
    return OpenNotes(
        open_document(document, hidden),
        [OpenStatement(row.kind, open_text(row.text, mask)) for row in said if _is_confirmed(row)],
        hidden,
        sum(not _is_confirmed(row) for row in said),
        act.at if act else None,
        open_room(meeting, everybody),
    )


def find_publication(code: str) -> Publication | None:
    """What was published at an address, also when it has been taken back."""
    found = Publication.objects.select_related("meeting").prefetch_related("meeting__bodies")
    return found.filter(code=code).first()


def publications(*, withdrawn: bool = False) -> QuerySet[Publication]:
    """What all may read now, published last first.

    Args:
        withdrawn: What was taken back and is closed now, instead; taken back last first.
    """
    found = Publication.objects.filter(withdrawn_at__isnull=not withdrawn)
    order = "-withdrawn_at" if withdrawn else "-at"
    return (
        found.select_related("meeting", "by", "withdrawn_by")
        .prefetch_related("meeting__bodies")
        .order_by(order, "-pk")
    )


def publication_of(meeting: Meeting) -> Publication | None:
    """Where the notes can be read by all; nothing is asked about notes that are not published."""
    if meeting.notes_state != NotesState.PUBLISHED:
        return None
    return Publication.objects.select_related("by").filter(meeting=meeting).first()


def _is_confirmed(row: Statement) -> bool:
    return bool(row.is_confirmed)  # type: ignore[attr-defined]  # added by the question
