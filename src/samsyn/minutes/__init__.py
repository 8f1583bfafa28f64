"""From a document to the record of a meeting: offline, by rules, every value with its place.

Knows Swedish notes (the language is data in `lexicon/`); knows no files, no register and no pages.
The rules are numbered and described in docs/reading/.
"""

from samsyn.minutes.as_json import SCHEMA_VERSION, to_json
from samsyn.minutes.errors import NotMeetingNotes
from samsyn.minutes.lexicon import Lexicon, speaking
from samsyn.minutes.notes import Contents, Notes, read_notes, read_notes_file
from samsyn.minutes.own_words import OwnWordsUnusable, read_own_words, read_own_words_file
from samsyn.minutes.reader import READER_VERSION, read_minutes
from samsyn.minutes.record import Record, to_record
from samsyn.minutes.records import (
    AgendaItem,
    Attendee,
    Certainty,
    Doubt,
    Found,
    Kind,
    Minutes,
    NamedAttachment,
    Owner,
    OwnerKind,
    Period,
    Precision,
    Reference,
    Statement,
    Target,
)

__all__ = [
    "READER_VERSION",
    "SCHEMA_VERSION",
    "AgendaItem",
    "Attendee",
    "Certainty",
    "Contents",
    "Doubt",
    "Found",
    "Kind",
    "Lexicon",
    "Minutes",
    "NamedAttachment",
    "NotMeetingNotes",
    "Notes",
    "OwnWordsUnusable",
    "Owner",
    "OwnerKind",
    "Period",
    "Precision",
    "Record",
    "Reference",
    "Statement",
    "Target",
    "read_minutes",
    "read_notes",
    "read_notes_file",
    "read_own_words",
    "read_own_words_file",
    "speaking",
    "to_json",
    "to_record",
]
