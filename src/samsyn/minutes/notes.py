"""A file's content -> the notes in it: a mail may hold several, in its letter and in what came with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from samsyn.minutes.errors import NotMeetingNotes
from samsyn.minutes.reader import read_minutes
from samsyn.reading import (
    EmptyFile,
    Limits,
    ReadingError,
    UnsupportedFormat,
    find_enclosed,
    read_bytes,
    read_content,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from samsyn.minutes.records import Minutes
    from samsyn.reading import Document, Enclosed

DEFAULT = Limits()
MAIL = "eml"
FEWEST = 2  # people or numbered items that make notes of a letter that notes came with


class Notes(NamedTuple):
    """Notes that were read.

    Attributes:
        name: The file's name; that of the enclosed file for notes that came with a mail.
        content: That file byte for byte.
    """

    name: str
    content: bytes
    document: Document
    minutes: Minutes


class Contents(NamedTuple):
    """What a file holds.

    Attributes:
        notes: One for an ordinary file; of a mail the letter first, where it is notes.
        others: The files that came with it and are no notes.
    """

    notes: tuple[Notes, ...]
    others: tuple[Enclosed, ...] = ()


def read_notes(content: bytes, *, name: str, limits: Limits = DEFAULT, password: str = "") -> Contents:
    """Read all the notes in a file.

    A letter that notes came with is notes itself only if it lists who was there or what was on the
    agenda: else it tells about them.

    Args:
        content: The file byte for byte.
        name: Its name, for messages and as last resort for the day.
        limits: Bounds on what the file may ask for.
        password: What opens it, where it is locked; kept nowhere.

    Raises:
        ReadingError: No notes are in it; the message says why, or what is wrong with what came with it.
    """
    failures: list[ReadingError] = []
    own: list[Notes] = []
    try:
        document = read_bytes(content, name=name, limits=limits, password=password)
        own.append(Notes(name, content, document, read_minutes(document, name=name)))
    except (NotMeetingNotes, EmptyFile) as error:
        failures.append(error)
    files = find_enclosed(content, name=name) if failures or own[0].document.format == MAIL else ()
    enclosed, others = _read_enclosed(files, limits, failures)
    if enclosed:
        own = [notes for notes in own if _lists_something(notes.minutes)]
    if not own and not enclosed:
        raise _most_telling(failures)
    return Contents((*own, *enclosed), tuple(others))


def read_notes_file(path: Path, *, limits: Limits = DEFAULT, password: str = "") -> Contents:
    """Read all the notes in a file on the disk.

    Raises:
        ReadingError: As `read_notes` does, and where the file itself cannot be read.
    """
    content = read_content(path, limits=limits)
    return read_notes(content, name=path.name, limits=limits, password=password)


def _read_enclosed(
    files: Sequence[Enclosed], limits: Limits, failures: list[ReadingError]
) -> tuple[list[Notes], list[Enclosed]]:
    """The notes in the files that came with a mail, and the others; why not goes to `failures`."""
    notes: list[Notes] = []
    others: list[Enclosed] = []
    for one in files:
        try:
            inner = read_notes(one.content, name=one.name, limits=limits)
        except ReadingError as error:
            failures.append(error)
            others.append(one)
        else:
            notes += inner.notes
            others += inner.others
    return notes, others


def _lists_something(minutes: Minutes) -> bool:
    numbered = sum(1 for item in minutes.items if item.number)
    return max(len(minutes.attendees), numbered) >= FEWEST


def _most_telling(failures: list[ReadingError]) -> ReadingError:
    """What is wrong with a file that should have been read, before what only says that there are no notes."""
    quiet = (NotMeetingNotes, UnsupportedFormat)
    return next((error for error in failures[1:] if not isinstance(error, quiet)), failures[0])
