"""One meeting's page: the notes with their marks, and the reading in the order it is looked through."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from samsyn.reading import document_from_json
from samsyn.register.service import Answers
from samsyn.web.choices import write_choices
from samsyn.web.notes import write_notes
from samsyn.web.rows import Row, arrange_rows, marks_of, progress, row_key
from samsyn.web.words import BINDING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samsyn.register.models import AgendaItem, Attachment, Doubt, Meeting, SourceVersion, Statement, Value
    from samsyn.register.queries import Presence
    from samsyn.web.choices import Choice
    from samsyn.web.notes import Node
    from samsyn.web.rows import Line

    Sought = Sequence[tuple[int, int]]

FIELD_ORDER = (
    "title",
    "body",
    "held",
    "start",
    "end",
    "place",
    "chair",
    "secretary",
    "next_meeting",
    "reference",
)

# Shown as missing where the notes do not say them.
ASKED_FOR = ("body", "held", "start", "end", "place", "chair", "secretary", "next_meeting")


@dataclass(frozen=True, slots=True)
class Question:
    """An open doubt and the row that it is about; a row of its own where it is about no value."""

    doubt: Doubt
    row: Row | None
    key: str
    words: str
    choices: Sequence[Choice] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Those present and absent from one organisation."""

    presence: Presence
    rows: Sequence[Row]

    @property
    def open_keys(self) -> list[str]:
        """The rows that somebody still has to look at, as their buttons name them."""
        return [row.stamped for row in self.rows if row.open_lines]


@dataclass(slots=True)
class Part:
    """An item of the agenda with what was said under it, decisions and actions aside, and its attachments."""

    item: AgendaItem | None
    row: Row | None
    statements: list[Row] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Record:
    """All that the page shows of the reading.

    Attributes:
        rows: Every row by its key.
        notes: Empty where the meeting has no notes.
    """

    meeting: Meeting
    version: SourceVersion | None
    notes: Sequence[Node]
    rows: dict[str, Row]
    questions: Sequence[Question]
    binding: Sequence[Row]
    fields: Sequence[Row]
    groups: Sequence[Group]
    parts: Sequence[Part]
    rejected: Sequence[Line]

    @property
    def progress(self) -> tuple[int, int]:
        """Values decided on, and all values."""
        return progress(list(self.rows.values()))

    def count(self, rows: Iterable[Row]) -> tuple[int, int]:
        """The same for some rows."""
        return progress(list(rows))

    @property
    def attendance_rows(self) -> list[Row]:
        """All rows of the attendance list."""
        return [row for group in self.groups for row in group.rows]

    @property
    def part_rows(self) -> list[Row]:
        """All rows of the agenda."""
        return [row for part in self.parts for row in (part.row, *part.statements) if row is not None]


def write_record(
    meeting: Meeting, coverage: Sequence[Presence], rejected: Iterable[Value] = (), sought: Sought = ()
) -> Record:
    """Arrange a meeting, as `meeting_page` gives it, for its page.

    Args:
        meeting: With all that `meeting_page` fetches.
        coverage: Its attendance by organisation.
        rejected: Values that a person has rejected, to be listed last.
        sought: Where the words stand in the notes that somebody searched for, from and to.
    """
    doubts = [doubt for doubt in meeting.doubts.all() if doubt.state == "open"]
    rows = arrange_rows(_values(meeting), doubts)
    for name in ASKED_FOR:
        rows.setdefault(f"meeting-{name}", Row(f"meeting-{name}"))
    statements = [_with_subject(rows, f"statement-{said.pk}", said) for said in meeting.statements.all()]
    groups = [_group(presence, rows) for presence in coverage]
    version: SourceVersion | None = next(iter(meeting.current_versions), None)  # type: ignore[attr-defined]
    parts = _parts(meeting, rows, [row for row in statements if not _is_binding(row)])
    questions = _questions(meeting, rows, doubts, version.text if version else "")
    return Record(
        meeting,
        version,
        _notes(version, rows, questions, sought) if version else [],
        rows,
        questions,
        [row for row in statements if _is_binding(row)],
        sorted((row for key, row in rows.items() if key.startswith("meeting-")), key=_field_order),
        groups,
        parts,
        [line for value in rejected for line in arrange_rows([value], ())[row_key(value)].lines],
    )


def _notes(
    version: SourceVersion, rows: dict[str, Row], questions: Sequence[Question], sought: Sought
) -> Sequence[Node]:
    """The notes with the places of values, and of doubts that are about no value."""
    loose = [(question.doubt, question.key) for question in questions if question.doubt.value_id is None]
    return write_notes(document_from_json(version.document), marks_of(rows.values(), loose), sought)


def _values(meeting: Meeting) -> Iterable[Value]:
    yield from meeting.own_values  # type: ignore[attr-defined]  # fetched by the question
    for several in (meeting.statements.all(), meeting.attendances.all(), meeting.items.all()):
        for subject in several:
            yield from subject.values.all()


def _with_subject(rows: dict[str, Row], key: str, subject: AgendaItem | Statement) -> Row:
    row = rows.setdefault(key, Row(key))
    row.subject = subject
    return row


def _is_binding(row: Row) -> bool:
    said = row.subject
    return said is not None and (getattr(said, "kind", "") in BINDING or getattr(said, "is_action", False))


def _field_order(row: Row) -> int:
    name = row.key.removeprefix("meeting-")
    return FIELD_ORDER.index(name) if name in FIELD_ORDER else len(FIELD_ORDER)


def _group(presence: Presence, rows: dict[str, Row]) -> Group:
    found = []
    for person in (*presence.present, *presence.absent):
        row = rows.setdefault(f"attendance-{person.pk}", Row(f"attendance-{person.pk}"))
        row.subject = person
        found.append(row)
    return Group(presence, found)


def _questions(meeting: Meeting, rows: dict[str, Row], doubts: Sequence[Doubt], text: str) -> list[Question]:
    """The doubts as questions, each with its row; a doubt about no value may still name its object."""
    named = {
        **{f"attendees[{there.position}]": f"attendance-{there.pk}" for there in meeting.attendances.all()},
        **{f"statements[{said.position}]": f"statement-{said.pk}" for said in meeting.statements.all()},
        **{f"items[{item.position}]": f"item-{item.pk}" for item in meeting.items.all()},
    }
    questions, answers = [], Answers(meeting)
    for doubt in doubts:
        key = row_key(doubt.value) if doubt.value else named.get(doubt.about.partition(".")[0], "")
        row = rows.get(key or f"meeting-{doubt.about}")
        if row is not None and doubt not in row.doubts:
            row.doubts.append(doubt)
        said = text[doubt.start : doubt.end] if doubt.start is not None and doubt.end else ""
        shown = " ".join(said.split())
        choices = write_choices(doubt, answers.to(doubt))
        questions.append(Question(doubt, row, row.key if row else f"doubt-{doubt.pk}", shown, choices))
    return questions


def _parts(meeting: Meeting, rows: dict[str, Row], statements: Sequence[Row]) -> list[Part]:
    """Items in order, each with its own statements; those before the first item come first."""
    before = Part(None, None)
    parts = {
        item.pk: Part(item, _with_subject(rows, f"item-{item.pk}", item)) for item in meeting.items.all()
    }
    for row in statements:
        parts.get(getattr(row.subject, "item_id", None) or 0, before).statements.append(row)
    for attachment in meeting.attachments.all():
        if attachment.item_id in parts:
            parts[attachment.item_id].attachments.append(attachment)
    return [*([before] if before.statements else []), *parts.values()]
