"""Blot out what should never have come in: from originals, notes, all that was read of them, and history."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.reading import find_identity_numbers
from samsyn.register.blotting.names import write_names
from samsyn.register.blotting.originals import write_replacements
from samsyn.register.blotting.phrases import pattern_of
from samsyn.register.blotting.places import BlottingWanted, Places, find_places
from samsyn.register.errors import CannotBlot, ChangedMeanwhile
from samsyn.register.intake.turns import wait_for_turn
from samsyn.register.models import Blotting
from samsyn.register.search.forgetting import forget_words

if TYPE_CHECKING:
    from datetime import date

    from samsyn.accounts.models import User

SHORTEST = 3


def look_for_words(wanted: BlottingWanted, *, by: User) -> Places:
    """Where the words stand, as it is shown before they are blotted out.

    Raises:
        PermissionDenied: They may not blot out.
        CannotBlot: The words are too short.
    """
    require(by, "register.blot_out", wanted.meeting)
    if len("".join(wanted.words.split())) < SHORTEST:
        raise CannotBlot("Skriv minst tre tecken: kortare ord finns på för många ställen.")
    return find_places(wanted)


@transaction.atomic
def blot_out(wanted: BlottingWanted, *, reason: str, seen: int, by: User, on: date) -> Blotting:
    """Blot the words out wherever `look_for_words` finds them; it cannot be undone.

    What remains is that it was done, by whom, when and why, and the old hashes of the originals. The files
    of the database are written anew by `sweep_storage`, after the transaction.

    Args:
        wanted: What and where.
        reason: In their words, without the words themselves.
        seen: `n_found` of what was looked at.
        by: Who blots out.
        on: Today.

    Raises:
        PermissionDenied: They may not.
        CannotBlot: There is nothing, or no reason, or the reason says what is to be blotted out.
        ChangedMeanwhile: There are more or fewer places than were seen.
    """
    require(by, "register.blot_out", wanted.meeting)
    require_reason(reason, wanted.words)
    wait_for_turn()
    found = look_for_words(wanted, by=by)
    if not found.n_rows:
        raise CannotBlot("Orden finns inte här: se efter hur de står i anteckningarna.")
    if found.n_found != seen:
        raise ChangedMeanwhile("Registret ändrades medan du hade sidan öppen: se igenom platserna igen.")
    blotting = Blotting.objects.create(
        by=by, reason=reason.strip(), meeting=wanted.meeting, n_rows=found.n_rows
    )
    _write(found, blotting, on=on)
    return blotting


def require_reason(reason: str, words: str = "") -> None:
    """Refuse to go on without a reason, or with one that keeps what is to go.

    Raises:
        CannotBlot: It is missing, or holds the words or an identity number.
    """
    if not reason.strip():
        raise CannotBlot("Skriv varför det ska bort: det är det enda som blir kvar.")
    if find_identity_numbers(reason) or (words.strip() and pattern_of([words]).search(reason)):
        raise CannotBlot("Orsaken får inte innehålla det som ska bort: skriv den med andra ord.")


def _write(found: Places, blotting: Blotting, *, on: date) -> None:
    """All of it in one transaction, and last the index and the history."""
    said = [found.wanted.words, *(version.text for version in found.versions)]
    found.sheet.write()
    hashes = write_replacements(found.replacements, blotting, on=on)
    if found.wanted.with_names:
        write_names(found.names, found.pattern)
    forget_words(said, of_meetings=found.meetings)
    record_blotting("words.blotted", blotting, found.meetings, hashes)


def record_blotting(what: str, blotting: Blotting, meetings: list[int], hashes: dict[str, str]) -> None:
    """One event for each meeting; where there is none, for the act itself."""
    subjects = [("meeting", pk) for pk in meetings] or [("blotting", blotting.pk)]
    before, batch = {"sha256": list(hashes)}, uuid4()
    after = {"sha256": list(hashes.values()), "n_rows": blotting.n_rows}
    Event.objects.bulk_create(
        Event(by=blotting.by, what=what, subject_type=subject_type, subject_id=pk, before=before, after=after,
              why=blotting.reason, batch=batch)
        for subject_type, pk in subjects
    )  # fmt: skip
