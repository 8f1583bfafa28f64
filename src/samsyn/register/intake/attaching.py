"""Files of an import that are no notes but belong to some: they are kept with the meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.reading import ReadingError, read_content, search_file
from samsyn.register.intake.attachments import is_named_by, keep_attachment
from samsyn.register.intake.beside import Shelf, is_called_attachment, may_be_attached
from samsyn.register.intake.files import plain_name
from samsyn.register.intake.outcomes import Outcome, Result
from samsyn.register.intake.turns import wait_for_turn
from samsyn.register.models import Attachment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from samsyn.accounts.models import User
    from samsyn.reading import Enclosed, Limits
    from samsyn.register.intake.files import FilesFound, NotesFile


class Attaching:
    """Sorts the files of an import before notes are read, and attaches what belongs to them afterwards.

    Attributes:
        notes: Files to read first: those that do not say that they belong to others.
        left: Readable files that said so but belong to none, to be read as notes after all.
    """

    def __init__(self, found: FilesFound, *, limits: Limits, by: User | None) -> None:
        """Sort the files by their names."""
        self.limits, self.by = limits, by
        self.shelf = Shelf(file.shown for file in found.files)
        self.notes: list[NotesFile] = []
        self.left: list[NotesFile] = []
        self.waiting: list[tuple[NotesFile, Outcome | None]] = []
        for file in found.files:
            if is_called_attachment(file.shown) and self.shelf.beside(file.shown):
                self.waiting.append((file, None))
            else:
                self.notes.append(file)
        self.readable = {file.shown: file for file in found.files}
        self.waiting += [(file, None) for file in found.others if may_be_attached(file.shown)]
        self.noted: dict[str, int] = {}

    def pass_on(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """The outcomes of notes as they come, without those of sound files that may belong to others."""
        for outcome in outcomes:
            if outcome.meeting_id is not None:
                self.noted[outcome.shown] = outcome.meeting_id
            if outcome.is_sound and outcome.shown in self.readable:
                self.waiting.append((self.readable[outcome.shown], outcome))
            else:
                yield outcome

    def attach(self) -> Iterator[Outcome]:
        """Keep each waiting file with its meeting; what belongs to none is refused as it was, or `left`."""
        for file, refused in self.waiting:
            meeting_id = self._find_meeting(file.shown)
            if meeting_id is not None:
                yield self._keep(file, meeting_id)
            elif refused is not None:
                yield refused
            elif file.shown in self.readable:
                self.left.append(file)

    def _find_meeting(self, shown: str) -> int | None:
        """The meeting whose notes the file is named after or named in; if it is called so, the only one."""
        owner = self.noted.get(self.shelf.find_owner(shown) or "")
        if owner is not None:
            return owner
        around = {self.noted[one] for one in self.shelf.beside(shown) if one in self.noted}
        if not around:
            return None
        rows = Attachment.objects.filter(meeting__in=around, source=None).order_by("id")
        name = shown.rpartition("/")[2]
        naming = {row.meeting_id for row in rows if is_named_by(row, name)}
        if not naming and is_called_attachment(shown):
            naming = around
        return naming.pop() if len(naming) == 1 else None

    def _keep(self, file: NotesFile, meeting_id: int) -> Outcome:
        try:
            content = read_content(file.path, limits=self.limits)
            search_file(content, name=file.path.name, limits=self.limits)
        except ReadingError as error:
            return Outcome(file.shown, Result.REFUSED, message=error.message)
        with transaction.atomic():
            wait_for_turn()
            is_new = keep_attachment(meeting_id, content, name=plain_name(file.path.name), by=self.by)
        return Outcome(file.shown, Result.ATTACHED if is_new else Result.KNOWN, meeting_id)


def keep_along(meeting_id: int, files: Sequence[Enclosed], *, limits: Limits, by: User | None) -> None:
    """Keep what came with notes in a mail; what is odd or cannot be searched stays in the mail alone."""
    for file in files:
        if not may_be_attached(file.name):
            continue
        try:
            search_file(file.content, name=file.name, limits=limits)
        except ReadingError:
            continue
        keep_attachment(meeting_id, file.content, name=plain_name(file.name), by=by)
