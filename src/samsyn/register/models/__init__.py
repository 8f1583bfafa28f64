"""The register's tables, one noun a file."""

from samsyn.register.models.actors import (
    Body,
    BodyAlias,
    EarlierName,
    Organisation,
    OrganisationAlias,
    Person,
    PersonAlias,
)
from samsyn.register.models.blottings import BlottedFile, Blotting
from samsyn.register.models.corrections import WaitingCorrection
from samsyn.register.models.life import Finalisation, NotesComment
from samsyn.register.models.meetings import AgendaItem, Attendance, Meeting, Presenter
from samsyn.register.models.publications import Publication
from samsyn.register.models.reports import ActionReport
from samsyn.register.models.roles import Role
from samsyn.register.models.search import IndexedMeeting, Posting, Word
from samsyn.register.models.seats import NoSeat, Seat
from samsyn.register.models.sources import Attachment, Source, SourceVersion
from samsyn.register.models.statements import Reference, Statement
from samsyn.register.models.states import (
    CorrectionState,
    DoubtState,
    MeetingState,
    NotesState,
    ReportState,
    RoleKind,
    SuggestionKind,
    SuggestionState,
    ValueState,
)
from samsyn.register.models.values import Doubt, Suggestion, Value
from samsyn.register.models.writing import BodyTemplate, NotesDraft

__all__ = [
    "ActionReport",
    "AgendaItem",
    "Attachment",
    "Attendance",
    "BlottedFile",
    "Blotting",
    "Body",
    "BodyAlias",
    "BodyTemplate",
    "CorrectionState",
    "Doubt",
    "DoubtState",
    "EarlierName",
    "Finalisation",
    "IndexedMeeting",
    "Meeting",
    "MeetingState",
    "NoSeat",
    "NotesComment",
    "NotesDraft",
    "NotesState",
    "Organisation",
    "OrganisationAlias",
    "Person",
    "PersonAlias",
    "Posting",
    "Presenter",
    "Publication",
    "Reference",
    "ReportState",
    "Role",
    "RoleKind",
    "Seat",
    "Source",
    "SourceVersion",
    "Statement",
    "Suggestion",
    "SuggestionKind",
    "SuggestionState",
    "Value",
    "ValueState",
    "WaitingCorrection",
    "Word",
]
