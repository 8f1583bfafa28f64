"""Take meeting notes into the register: whole meetings or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.minutes import read_own_words_file, speaking
from samsyn.reading import Limits
from samsyn.register.intake.actors import Actors
from samsyn.register.intake.attaching import Attaching, keep_along
from samsyn.register.intake.awaiting import keep_waiting, told_of
from samsyn.register.intake.files import (
    FilesFound,
    NotesFile,
    Reading,
    Refusal,
    find_files,
    hash_file,
    plain_name,
    read_content,
)
from samsyn.register.intake.meetings import ask_if_same, bodies_of, find_own_meeting
from samsyn.register.intake.notices import record_notice
from samsyn.register.intake.outcomes import Outcome, Result
from samsyn.register.intake.recording import record_meeting
from samsyn.register.intake.revising import record_new_version
from samsyn.register.intake.turns import latest_change, wait_for_turn
from samsyn.register.intake.workers import read_all
from samsyn.register.models import BlottedFile, Doubt, DoubtState, Meeting, NotesState, Source
from samsyn.register.models.states import LOCKED
from samsyn.register.search.keeping import MANY, take_in_marked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from samsyn.accounts.models import User
    from samsyn.minutes import Lexicon

CHUNK = 200
BLOTTED = "”{name}” innehåller ord som har utplånats ur registret: ta bort dem ur filen och läs in den igen."


def import_notes(paths: Sequence[Path], *, by: User | None = None) -> Iterator[Outcome]:
    """Read files and folders into the register; see `import_files`."""
    return import_files(find_files(paths), by=by)


def import_files(found: FilesFound, *, by: User | None = None) -> Iterator[Outcome]:
    """Read files into the register, one outcome a file as soon as it is known.

    A few meetings are written in one transaction, before any of them is told of: what is killed half-way
    leaves whole meetings, and the next run goes on. A file whose very content is known already adds nothing.
    When all notes are read, files that belong to them are kept with their meetings.

    Args:
        found: As `find_files` gives them.
        by: Who asks; None for the command line on the register's own machine.

    Raises:
        PermissionDenied: They may not.
    """
    if by is not None:
        require(by, "register.import_notes")
    for refusal in found.refusals:
        yield Outcome(refusal.shown, Result.REFUSED, message=refusal.message)
    intake, desk = Intake(by), Attaching(found, limits=limits(), by=by)
    yield from desk.pass_on(_read_notes(desk.notes, intake))
    yield from desk.attach()
    yield from _read_notes(desk.left, intake)
    take_in_marked()


def _read_notes(files: Sequence[NotesFile], intake: Intake) -> Iterator[Outcome]:
    """Read files as notes and write them."""
    unknown: list[NotesFile] = []
    for start in range(0, len(files), CHUNK):
        yield from _known(files[start : start + CHUNK], unknown)
    for readings in read_all(unknown, limits=limits(), lexicon=own_words()):
        yield from intake.take(readings)


def import_content(
    content: bytes, *, name: str, by: User, notes_state: NotesState = NotesState.FINALISED_ELSEWHERE
) -> list[Outcome]:
    """Read one file's content into the register; a mail may give several meetings.

    Args:
        content: The file, byte for byte.
        name: What it is called.
        by: Who asks.
        notes_state: Where the notes of a new meeting are in their life; those of a known one stay.

    Raises:
        PermissionDenied: They may not write notes, or not those of these bodies.
    """
    require(by, "register.import_notes")
    shown = plain_name(name)
    with speaking(own_words()):
        readings = read_content(content, name=shown, shown=shown, limits=limits())
    outcomes = Intake(by, notes_state).take(readings)
    take_in_marked()
    return outcomes


def limits() -> Limits:
    """How large files may be here."""
    return Limits(file=settings.SAMSYN_MAX_BYTES)


def own_words() -> Lexicon | None:
    """The lexicon with the words of the file in the settings; None where there is no such file.

    Raises:
        OwnWordsUnusable: The file is there and cannot be used.
    """
    path: Path = settings.SAMSYN_LEXICON
    return read_own_words_file(path) if path.is_file() else None


def _known(files: Sequence[NotesFile], unknown: list[NotesFile]) -> Iterator[Outcome]:
    """Those whose very content is known already, which are not read at all; the others go to `unknown`."""
    hashes = [hash_file(file, limits=limits()) for file in files]
    kept = _meetings_by_hash([sha for sha in hashes if sha])
    for file, sha in zip(files, hashes, strict=True):
        if sha in kept:
            yield Outcome(file.shown, Result.KNOWN, kept[sha])
        else:
            unknown.append(file)


class Intake:
    """Writes readings one after the other, and remembers who is known between them."""

    def __init__(self, by: User | None, notes_state: NotesState = NotesState.FINALISED_ELSEWHERE) -> None:
        """Begin with nothing remembered; `notes_state` is that of the notes of new meetings."""
        self.by = by
        self.notes_state = notes_state
        self.actors: Actors | None = None
        self.seen = 0
        self.blotted: set[str] = set()

    def take(self, readings: Sequence[Reading | Refusal]) -> list[Outcome]:
        """Write some readings, all or none; several at once, since each transaction costs."""
        try:
            with transaction.atomic():
                wait_for_turn()
                outcomes = self._write(readings)
        except BaseException:
            self.actors = None  # what was remembered of these readings is not there
            raise
        take_in_marked(more_than=MANY)
        return outcomes

    def _write(self, readings: Sequence[Reading | Refusal]) -> list[Outcome]:
        hashes = [one.sha256 for one in readings if isinstance(one, Reading)]
        known = _meetings_by_hash(hashes)
        self.blotted = set(
            BlottedFile.objects.filter(old_sha256__in=hashes).values_list("old_sha256", flat=True)
        )
        if self.actors is None or latest_change() != self.seen:
            self.actors = Actors.load()
        outcomes = [self._outcome(one, known, self.actors) for one in readings]
        self.seen = latest_change()
        return outcomes

    def _outcome(self, reading: Reading | Refusal, known: dict[str, int | None], actors: Actors) -> Outcome:
        """Write a reading as what it is, unless its content is known by now."""
        if isinstance(reading, Refusal):
            return Outcome(reading.shown, Result.REFUSED, message=reading.message, is_sound=reading.is_sound)
        if reading.sha256 in self.blotted:
            return Outcome(reading.shown, Result.REFUSED, message=BLOTTED.format(name=reading.name))
        result = Result.KNOWN
        if reading.sha256 not in known:
            result, meeting = self._record(reading, actors)
            known[reading.sha256] = meeting.pk
            if result is Result.WAITING:
                return Outcome(reading.shown, result, meeting.pk, message=told_of(meeting))
        meeting_id = known[reading.sha256]
        if meeting_id is not None:
            keep_along(meeting_id, reading.along, limits=limits(), by=self.by)
        if result in {Result.NEW, Result.FILLED}:
            n_doubts = len(reading.minutes.doubts)
        else:
            n_doubts = Doubt.objects.filter(meeting=meeting_id, state=DoubtState.OPEN).count()
        return Outcome(reading.shown, result, meeting_id, n_doubts=n_doubts)

    def _record(self, reading: Reading, actors: Actors) -> tuple[Result, Meeting]:
        """Find the meeting that a reading belongs to, and write it there."""
        bodies = bodies_of(reading.minutes, actors)
        if self.by is not None:
            require(self.by, "register.import_notes", bodies)
        if reading.minutes.notice:
            planned = record_notice(reading, bodies, by=self.by)
            actors.calendar.refresh({planned.pk})
            return Result.PLANNED, planned
        own, others = find_own_meeting(reading, bodies, actors.calendar)
        if own is not None and own.notes_state in LOCKED:
            keep_waiting(reading, own, by=self.by)
            return Result.WAITING, own
        if own is not None and actors.calendar.by_id[own.pk].has_notes:
            record_new_version(reading, own, bodies, actors, by=self.by)
            return Result.VERSION, own
        meeting = record_meeting(reading, own, bodies, actors, by=self.by, notes_state=self.notes_state)
        ask_if_same(meeting, others, "Samma organ och samma dag, men anteckningarna skiljer sig mycket åt.")
        return (Result.FILLED if own else Result.NEW), meeting


def _meetings_by_hash(hashes: list[str]) -> dict[str, int | None]:
    """The meeting of each content that is kept already."""
    found: dict[str, int | None] = {}
    rows = Source.objects.filter(sha256__in=hashes)
    places = ("versions__meeting", "attachments__meeting", "waiting_corrections__meeting")
    for sha, noted, attached, waiting in rows.values_list("sha256", *places):
        found[sha] = noted or attached or waiting
    return found
