"""What became of a file in an import."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Result(StrEnum):
    """What became of a file."""

    NEW = "new"
    FILLED = "filled"
    VERSION = "version"
    WAITING = "waiting"
    PLANNED = "planned"
    ATTACHED = "attached"
    KNOWN = "known"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file.

    Attributes:
        shown: The file's path from the folder that was asked for.
        message: For a file that was refused or waits: why, and what to do.
        n_doubts: Open doubts of the meeting.
        is_sound: Whether nothing is wrong with a refused file but that it is no notes.
    """

    shown: str
    result: Result
    meeting_id: int | None = None
    message: str = ""
    n_doubts: int = 0
    is_sound: bool = False
