"""Read all kept originals again, with the reader of today: only what nobody has decided on changes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from samsyn.minutes import READER_VERSION, speaking
from samsyn.register.actions.import_notes import limits, own_words
from samsyn.register.intake.actors import Actors
from samsyn.register.intake.files import Reading, read_content
from samsyn.register.intake.meetings import bodies_of
from samsyn.register.intake.revising import Revision
from samsyn.register.intake.turns import wait_for_turn
from samsyn.register.models import Doubt, DoubtState, SourceVersion
from samsyn.register.search.keeping import MANY, take_in_marked

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Reread:
    """What became of one meeting's notes.

    Attributes:
        name: Of the file.
        n_changes: Values, statements, people and items that are others than before.
        n_questions: What a person has said and the new reading says otherwise.
        message: Why the original could not be read again; empty where it could.
    """

    name: str
    n_changes: int = 0
    n_questions: int = 0
    message: str = ""


def reread_notes() -> Iterator[Reread]:
    """Read the notes that hold of every meeting again, each in a transaction of its own.

    Where the reading says the same as before nothing is written. The command line alone asks for it: it is
    the machine's own work, and decides nothing that a person has decided.
    """
    for pk in list(SourceVersion.objects.filter(is_current=True).order_by("pk").values_list("pk", flat=True)):
        with transaction.atomic():
            wait_for_turn()
            yield _reread(SourceVersion.objects.select_related("source", "meeting").get(pk=pk))
        take_in_marked(more_than=MANY)
    take_in_marked()


def _reread(version: SourceVersion) -> Reread:
    content, name = bytes(version.source.content), version.file_name
    with speaking(own_words()):
        readings = read_content(content, name=name, shown=version.path or name, limits=limits())
    own = [one for one in readings if isinstance(one, Reading) and one.sha256 == version.source.sha256]
    if len(own) != 1:
        refusals = [one.message for one in readings if not isinstance(one, Reading)]
        unusable = f"”{name}” innehåller inte längre ett mötes anteckningar."
        return Reread(name, message=next(iter(refusals), unusable))
    return _write(version, own[0])


def _write(version: SourceVersion, reading: Reading) -> Reread:
    """Write the reading in the place of the earlier one of the same file, unless it says the same."""
    meeting, name = version.meeting, version.file_name
    known = _questions(version)
    kept = transaction.savepoint()
    actors = Actors.load()
    revision = Revision(reading, meeting, actors)
    bodies = bodies_of(reading.minutes, actors) or list(meeting.bodies.all())
    revision.write(bodies, by=None, what="meeting.reread")
    asked = _questions(version) - known
    if not revision.n_changes and not asked:
        transaction.savepoint_rollback(kept)
        return Reread(name)
    transaction.savepoint_commit(kept)
    version.text, version.document = reading.text, json.loads(reading.document)
    version.reader_version, version.read_at = READER_VERSION, timezone.now()
    version.save(update_fields=["text", "document", "reader_version", "read_at"])
    return Reread(name, revision.n_changes, len(asked))


def _questions(version: SourceVersion) -> set[str]:
    """What is asked of differences."""
    asked = Doubt.objects.filter(meeting=version.meeting_id, state=DoubtState.OPEN, rule="version")
    return set(asked.values_list("reason", flat=True))
