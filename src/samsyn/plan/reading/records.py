"""What a plan is read from, and what is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Said:
    """Something that was said.

    Attributes:
        key: What the reader of the result knows it by.
        kind: How binding it is, as `samsyn.minutes.Kind`.
    """

    key: int
    text: str
    kind: str = "information"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what was said right below it.

    Attributes:
        key: What the reader of the result knows it by; None for what stands outside all headings.
        parent: Position of the section that it is below, among those of its notes.
    """

    key: int | None
    heading: str
    said: tuple[Said, ...] = ()
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Notes:
    """A meeting's notes.

    Attributes:
        key: What the reader of the result knows them by.
        on: The meeting's day.
    """

    key: int
    sections: tuple[Section, ...]
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was read: a heading, or what was said below it.

    Attributes:
        notes: Key of the notes.
        section: Key of the heading.
        said: Key of the words; None where the heading itself says it.
        words: As they stand there.
    """

    notes: int
    section: int | None
    said: int | None
    words: str


@dataclass(frozen=True, slots=True)
class AreaRead:
    """An area of a plan.

    Attributes:
        name: In the spelling that is usual in the notes.
        places: Where it is named as an area, the first first.
    """

    name: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class StepRead:
    """A step that the areas have, or one area has.

    Attributes:
        name: Where the notes give it one; else empty.
        meaning: A value of `Meaning`, or empty.
        place: Where its name or its meaning is told; None where only its number is.
    """

    number: int
    name: str = ""
    meaning: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class TimeRead:
    """When a step is to be reached.

    Attributes:
        area: Position of the area; None for all.
        words: As written.
    """

    area: int | None
    step: int
    words: str
    place: Place
    on: date | None = None


@dataclass(frozen=True, slots=True)
class MilestoneRead:
    """What is to be true when a step of an area is reached.

    Attributes:
        area: Position of the area.
        words: As written.
    """

    area: int
    step: int
    words: str
    place: Place


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was read so: a code, and the words that said it."""

    code: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CommentRead:
    """A word about a plan, an area or a step.

    Attributes:
        area: Position of the area; None for the plan as a whole.
        step: Number of the step; None for the area as a whole.
        wants_change: Other words are wanted.
        is_decided: It was decided, or agreed upon.
    """

    place: Place
    area: int | None = None
    step: int | None = None
    wants_change: bool = False
    is_decided: bool = False
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class WordRead:
    """A word that is read otherwise than it was meant.

    Attributes:
        word: In small letters.
        instead: Better words that the notes suggest.
        why: The words that say how it is misread.
    """

    word: str
    instead: tuple[str, ...]
    why: str
    place: Place


@dataclass(frozen=True, slots=True)
class GroupRead:
    """A word for a group, of which somebody asks who is meant."""

    words: str
    place: Place


@dataclass(frozen=True, slots=True)
class EvidenceRead:
    """Words that say how far somebody named has come.

    Attributes:
        name: As it was given to the reader.
        area: Position of the area.
        step: Number of the step; None where the words tell none.
    """

    name: str
    area: int
    step: int | None
    place: Place


@dataclass(frozen=True, slots=True)
class PlanRead:
    """A plan that notes speak of, or what they say of one that is known.

    Attributes:
        name: As the notes call it; `named_in` says where.
        steps: Of all areas alike, in order; empty where nobody says how many there are.
        steps_in: Where their number is told.
    """

    name: str
    areas: tuple[AreaRead, ...]
    steps: tuple[StepRead, ...] = ()
    named_in: Place | None = None
    steps_in: Place | None = None
    times: tuple[TimeRead, ...] = ()
    comments: tuple[CommentRead, ...] = ()
    words: tuple[WordRead, ...] = ()
    groups: tuple[GroupRead, ...] = ()
    evidence: tuple[EvidenceRead, ...] = ()
    milestones: tuple[MilestoneRead, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """A plan as far as it is known before its comments are read.

    Attributes:
        areas: Names in order.
        steps: Names of the steps of each area, in order; empty for those without a name of their own.
        heads: Words for it in headings, in small letters ("tidsplan").
        name: Of the plan.
        actors: Names by which those are known whom it is for.
        test: Number of the step that is the test.
    """

    areas: tuple[str, ...]
    steps: tuple[tuple[str, ...], ...] = ()
    heads: frozenset[str] = field(default=frozenset())
    name: str = ""
    actors: tuple[str, ...] = ()
    test: int | None = None
