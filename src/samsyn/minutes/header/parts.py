"""What the head of the notes tells, and the lines it is read from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import time

    from samsyn.minutes.lines import Line
    from samsyn.minutes.records import Found, Period
    from samsyn.reading import Document


@dataclass(slots=True)
class Header:
    """What the head of the notes tells; `title_line` is the position of the title among the lines."""

    title: Found[str] | None = None
    title_line: int = -1
    held: Found[Period] | None = None
    start: Found[time] | None = None
    end: Found[time] | None = None
    place: Found[str] | None = None
    chair: Found[str] | None = None
    secretary: Found[str] | None = None
    notice: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled value: the label's field, and the value's words with their place."""

    name: str
    text: str
    start: int


@dataclass(slots=True)
class Reader:
    """The document with the lines before the first item."""

    document: Document
    front: Sequence[Line]
    aside: Sequence[Line]
    header: Header = field(default_factory=Header)
