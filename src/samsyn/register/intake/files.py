"""Find the files to read, and read each to a `Reading` or a reason why not."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import traceback
import unicodedata
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from samsyn.minutes import NotMeetingNotes, read_notes
from samsyn.reading import (
    EmptyFile,
    Enclosed,
    Limits,
    ReadingError,
    UnreadableFile,
    UnsupportedFormat,
    document_to_json,
    is_readable_name,
)
from samsyn.reading import read_content as load_content
from samsyn.register.intake.written import WrittenJson

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samsyn.minutes import Minutes, Notes
    from samsyn.reading import Document


# What is wrong with a file that is whole and harmless, but no notes that can be read.
SOUND = (NotMeetingNotes, UnsupportedFormat, UnreadableFile, EmptyFile)
DIRECTIONS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@dataclass(frozen=True, slots=True)
class NotesFile:
    """A file to read; `shown` is its path from the folder asked for, `password` opens a locked one."""

    path: Path
    shown: str
    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file gave: all that the register needs of it.

    Attributes:
        text: The document's text, in which all spans are counted.
        format: Name of the file's format.
        document: The document as `document_to_json` gives it, written out.
        along: Files that came with it in the same mail, the mail itself among them where it is no notes.
    """

    shown: str
    name: str
    sha256: str
    content: bytes
    text: str
    format: str
    document: WrittenJson
    minutes: Minutes
    along: tuple[Enclosed, ...] = ()

    @classmethod
    def of(
        cls, document: Document, minutes: Minutes, *, content: bytes, sha256: str, name: str, shown: str
    ) -> Reading:
        """Put together what was read out of a content."""
        written = WrittenJson(json.dumps(document_to_json(document)))
        return cls(shown, name, sha256, content, document.text, document.format, written, minutes)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file was not read: one sentence in Swedish that says what to do.

    Attributes:
        is_sound: Whether nothing is wrong with it but that it is no notes: it may belong to some.
    """

    shown: str
    message: str
    is_sound: bool = False


@dataclass(frozen=True, slots=True)
class FilesFound:
    """What there is to read: the files, the folders that cannot be looked into, and files of other kinds."""

    files: tuple[NotesFile, ...]
    refusals: tuple[Refusal, ...]
    others: tuple[NotesFile, ...] = ()


def find_files(paths: Iterable[Path], *, password: str = "") -> FilesFound:
    """All files of readable kinds below some paths, in order of path; a file named outright always counts."""
    files: list[NotesFile] = []
    refusals: list[Refusal] = []
    others: list[NotesFile] = []
    for path in paths:
        if not path.is_dir():
            files.append(NotesFile(path, plain_name(path.name), password))
            continue
        for found in _walk(path, refusals):
            file = NotesFile(found, plain_name(str(found.relative_to(path))), password)
            (files if is_readable_name(found.name) else others).append(file)
    return FilesFound(tuple(files), tuple(refusals), tuple(others))


def plain_name(name: str) -> str:
    """A file's name as it can be kept and shown: a disk allows bytes that are no text, and controls."""
    text = os.fsencode(name).decode(errors="replace")
    return "".join("\ufffd" if _is_unshowable(character) else character for character in text)


def _is_unshowable(character: str) -> bool:
    """Controls steer a terminal, marks of direction make `gpj.exe` look like another name."""
    return unicodedata.category(character) == "Cc" or character in DIRECTIONS


def hash_file(file: NotesFile, *, limits: Limits) -> str | None:
    """The hash of a file's content, or None where it cannot be read or is too large to be kept.

    Pipes and devices have no end: they are never opened.
    """
    try:
        found = file.path.stat()
        if not stat.S_ISREG(found.st_mode) or found.st_size > limits.file:
            return None
        return hashlib.sha256(file.path.read_bytes()).hexdigest()
    except OSError:
        return None


def read_file(file: NotesFile, *, limits: Limits) -> list[Reading | Refusal]:
    """Read a file all the way; runs in a process of its own when there are many."""
    try:
        content = load_content(file.path, limits=limits)
    except ReadingError as error:
        return [Refusal(file.shown, error.message)]
    name = plain_name(file.path.name)
    return read_content(content, name=name, shown=file.shown, limits=limits, password=file.password)


def read_content(
    content: bytes, *, name: str, shown: str, limits: Limits, password: str = ""
) -> list[Reading | Refusal]:
    """Read a file's content all the way to the record; a mail may give several."""
    try:
        contents = read_notes(content, name=name, limits=limits, password=password)
    except SOUND as error:
        return [Refusal(shown, error.message, is_sound=True)]
    except ReadingError as error:
        return [Refusal(shown, error.message)]
    except Exception as error:  # noqa: BLE001 - a fault of ours in one file must not stop the others
        return [Refusal(shown, _own_fault(name, error))]
    readings = [_reading_of(notes, name, shown) for notes in contents.notes]
    along = contents.others if readings[0].shown == shown else (*contents.others, Enclosed(name, content))
    return [replace(readings[0], along=along), *readings[1:]]


def _reading_of(notes: Notes, name: str, shown: str) -> Reading:
    """What the register needs of notes; those that came with a mail are found below it."""
    own = plain_name(notes.name)
    return Reading.of(
        notes.document,
        notes.minutes,
        content=notes.content,
        sha256=hashlib.sha256(notes.content).hexdigest(),
        name=own,
        shown=shown if own == name else f"{shown}/{own}",
    )


def _own_fault(name: str, error: Exception) -> str:
    """Say that the program is at fault, and where, for whoever is to mend it."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__} i {Path(last.filename).name}, rad {last.lineno}"
    return f"”{name}” kunde inte läsas på grund av ett fel i Samsyn ({where}): anmäl felet med den här raden."


def _walk(folder: Path, refusals: list[Refusal]) -> list[Path]:
    """Files below a folder in order; hidden ones and office programs' lock files are left out."""

    def refuse(error: OSError) -> None:
        where = Path(error.filename or folder).name
        refusals.append(
            Refusal(where, f"Mappen ”{where}” får inte läsas: ändra behörigheten och läs in den igen.")
        )

    found: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [Path(place) / name for name in sorted(names) if not name.startswith((".", "~$"))]
    return found
