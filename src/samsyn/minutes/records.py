"""What is read out of meeting notes: every value with its words, its place and the rule that found it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from datetime import date, time

    from samsyn.reading import Span

T_co = TypeVar("T_co", covariant=True)


class Certainty(StrEnum):
    """How sure a rule is: the whole scale.

    `CLEAR`: a label or set phrase says it. `LIKELY`: layout or wording says it, and other readings
    are rare. `DOUBTFUL`: two readings are about as good; a `Doubt` asks which.
    """

    CLEAR = "clear"
    LIKELY = "likely"
    DOUBTFUL = "doubtful"


class Kind(StrEnum):
    """How binding the words of a statement are."""

    DECISION = "decision"
    AGREED_OUTCOME = "agreed_outcome"
    POSTPONEMENT = "postponement"
    ASSIGNMENT = "assignment"
    NEXT_STEP = "next_step"
    PROPOSAL = "proposal"
    NEED = "need"
    LESSON = "lesson"
    COMMENT = "comment"
    QUESTION = "question"
    ANSWER = "answer"
    INFORMATION = "information"
    REFERENCE = "reference"


class Precision(StrEnum):
    """How exactly a time is given."""

    DAY = "day"
    DAYS = "days"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    TERM = "term"
    SEASON = "season"
    SCHOOL_YEAR = "school_year"
    YEAR = "year"
    TURN_OF_YEAR = "turn_of_year"
    EARLIEST = "earliest"
    MEETING = "meeting"
    RECURRING = "recurring"
    UNCERTAIN = "uncertain"


class OwnerKind(StrEnum):
    """What an owner is, as far as the notes show it."""

    PERSON = "person"
    ROLE = "role"
    ORGANISATION = "organisation"
    BODY = "body"
    UNRESOLVED = "unresolved"


class Target(StrEnum):
    """What a reference points to."""

    MEETING = "meeting"
    BODY = "body"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Found(Generic[T_co]):
    """A value read in the notes.

    Attributes:
        value: The value in normal form (a date, a name without line breaks).
        words: The words it was read from: exactly what `span` cuts out of the document's text.
        span: Where the words stand.
        rule: Number of the rule that found it, as in docs/reading/.
        certainty: How sure the rule is.
    """

    value: T_co
    words: str
    span: Span
    rule: str
    certainty: Certainty = Certainty.CLEAR


@dataclass(frozen=True, slots=True)
class Period:
    """A time as an interval of days.

    `start` and `end` are half-open (`end` is the first day after); None where the interval is open
    or the words give no day. A single day has `end` one day after `start`.
    """

    start: date | None
    end: date | None
    precision: Precision

    @property
    def day(self) -> date | None:
        """The day, where the time is one single day."""
        return self.start if self.precision is Precision.DAY else None


@dataclass(frozen=True, slots=True)
class Owner:
    """Who is to act: the name in normal form and what it is."""

    name: str
    kind: OwnerKind


@dataclass(frozen=True, slots=True)
class Reference:
    """A pointer from a statement or item to another meeting, a body or a document.

    `names` are the bodies or the document named; `on` the meeting's day as far as the words tell.
    """

    target: Target
    names: tuple[str, ...] = ()
    on: Period | None = None


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person in the list of those present or absent.

    Attributes:
        present: False for absent, struck through or replaced.
        affiliation: Organisation as this note writes it.
        on_behalf_of: Body that the person represents ("rep. Länsstyrgrupp").
        role: Role in the meeting ("ordförande", "sekreterare", "adjungerad").
        substitute_for: The person replaced.
        part: Which part of the meeting, as written ("§§ 4-7", "till kl 14", "via Teams").
    """

    name: Found[str]
    present: bool
    title: Found[str] | None = None
    affiliation: Found[str] | None = None
    on_behalf_of: Found[str] | None = None
    role: Found[str] | None = None
    substitute_for: Found[str] | None = None
    part: Found[str] | None = None


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A heading of the meeting and what stands below it.

    Attributes:
        number: As written, without § and full stop; None where the item has none.
        level: 0 for an item, 1 for a sub-heading within an item.
        parent: Position in `Minutes.items` of the item it belongs to, None on level 0.
        span: From the heading to the last word that belongs to it (sub-headings included).
    """

    heading: Found[str]
    span: Span
    number: Found[str] | None = None
    level: int = 0
    parent: int | None = None
    presenters: tuple[Found[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence or list entry with its kind.

    Attributes:
        text: The statement without its label or lead-in.
        kind: Kind; its words are what made it that kind (the label, the verb).
        item: Position in `Minutes.items` of the nearest heading, None before the first.
        action: True where somebody is to do something: an action can be made of it.
        owner: Who is to act, None where not stated.
        due: When it is to be done, None where not stated.
        excluded: Organisations that are said *not* to take part.
        answer_to: Position in `Minutes.statements` of the question that this answers.
    """

    text: Found[str]
    kind: Found[Kind]
    item: int | None = None
    action: bool = False
    owner: Found[Owner] | None = None
    due: Found[Period] | None = None
    references: tuple[Found[Reference], ...] = ()
    excluded: tuple[Found[str], ...] = ()
    answer_to: int | None = None


@dataclass(frozen=True, slots=True)
class NamedAttachment:
    """A file that the notes say belongs to them.

    Attributes:
        title: What they call it; its label where they say no more.
        label: "Bilaga 1", in that form; empty where it has none.
        file_name: Its name as a file, where they give it; else empty.
        item: Position in `Minutes.items` of the item that names it, None outside any.
    """

    title: Found[str]
    label: str = ""
    file_name: str = ""
    item: int | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """What the reading is unsure of, as a question or reason in Swedish.

    Attributes:
        about: What the doubt is about: "text" for the file itself, a field of `Minutes`, or "attendees",
            "items" or "statements" with the position in brackets and the field ("statements[3].owner").
    """

    reason: str
    about: str
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Minutes:
    """The whole reading of one note.

    Attributes:
        held: Day or days of the meeting; None is kept as undated and asked about.
        notice: True for a notice of meeting (kallelse), which is no record of a meeting.
        next_meeting: When the next meeting of the same bodies is.
    """

    title: Found[str] | None = None
    bodies: tuple[Found[str], ...] = ()
    held: Found[Period] | None = None
    start: Found[time] | None = None
    end: Found[time] | None = None
    place: Found[str] | None = None
    chair: Found[str] | None = None
    secretary: Found[str] | None = None
    attendees: tuple[Attendee, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    statements: tuple[Statement, ...] = ()
    next_meeting: Found[Period] | None = None
    references: tuple[Found[Reference], ...] = ()
    doubts: tuple[Doubt, ...] = ()
    attachments: tuple[NamedAttachment, ...] = ()
    notice: bool = field(default=False)
