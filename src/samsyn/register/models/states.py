"""The states of the register's objects, as whole words that are never used for anything else."""

from __future__ import annotations

from django.db import models

from samsyn.minutes.records import Certainty, Kind, OwnerKind, Precision, Target


class MeetingState(models.TextChoices):
    """How a meeting is known."""

    PLANNED = "planned", "Planerat"
    HELD = "held", "Hållet"
    REFERENCED = "referenced", "Omnämnt"


class NotesState(models.TextChoices):
    """Where a meeting's notes are in their life."""

    NONE = "none", "Inga anteckningar"
    DRAFT = "draft", "Utkast"
    IN_REVIEW = "in_review", "Granskas"
    FINALISED = "finalised", "Färdigställda"
    PUBLISHED = "published", "Publicerade"
    FINALISED_ELSEWHERE = "finalised_elsewhere", "Färdigställda på annat håll"


# The notes' own words stand fast: another file comes in as a correction with a reason.
LOCKED = (NotesState.FINALISED, NotesState.PUBLISHED)


class ValueState(models.TextChoices):
    """Whether a person has looked at a value that was read."""

    PROPOSED = "proposed", "Föreslaget"
    CONFIRMED = "confirmed", "Bekräftat"
    CORRECTED = "corrected", "Rättat"
    REJECTED = "rejected", "Avvisat"


class DoubtState(models.TextChoices):
    """Whether somebody has answered a doubt."""

    OPEN = "open", "Öppen"
    SETTLED = "settled", "Besvarad"


class SuggestionKind(models.TextChoices):
    """What the two are that may be one."""

    PERSON = "person", "Person"
    ORGANISATION = "organisation", "Organisation"
    BODY = "body", "Organ"
    MEETING = "meeting", "Möte"


class SuggestionState(models.TextChoices):
    """What became of a suggestion."""

    OPEN = "open", "Öppet"
    TAKEN = "taken", "Godtaget"
    REFUSED = "refused", "Avvisat"


class CorrectionState(models.TextChoices):
    """What became of a changed file of finished notes."""

    UNDECIDED = "undecided", "Väntar på beslut"
    CORRECTING = "correcting", "Blev en rättelse"
    LEFT = "left", "Lämnad"


class ReportState(models.TextChoices):
    """How an action goes, as those say who do it."""

    DONE = "done", "Klart"
    UNDER_WAY = "under_way", "På gång"
    NEEDS_HELP = "needs_help", "Behöver hjälp"


class RoleKind(models.TextChoices):
    """What somebody does here; administrators are marked on the user itself."""

    READER = "reader", "Läsare"
    CONTRIBUTOR = "contributor", "Uppgiftslämnare"
    SECRETARY = "secretary", "Sekreterare"
    PROCESS_LEADER = "process_leader", "Processledare"
    ARCHIVIST = "archivist", "Arkivarie"


Pairs = list[tuple[str, str]]


# Choices are given as functions: a new state or kind then needs no migration.
def meeting_states() -> Pairs:
    """All states of a meeting."""
    return MeetingState.choices


def notes_states() -> Pairs:
    """All states of notes."""
    return NotesState.choices


def value_states() -> Pairs:
    """All states of a value."""
    return ValueState.choices


def doubt_states() -> Pairs:
    """All states of a doubt."""
    return DoubtState.choices


def suggestion_kinds() -> Pairs:
    """All kinds of suggestion."""
    return SuggestionKind.choices


def suggestion_states() -> Pairs:
    """All states of a suggestion."""
    return SuggestionState.choices


def correction_states() -> Pairs:
    """All states of a changed file."""
    return CorrectionState.choices


def report_states() -> Pairs:
    """All that can be said of how an action goes."""
    return ReportState.choices


def role_kinds() -> Pairs:
    """All kinds of role."""
    return RoleKind.choices


def kinds() -> Pairs:
    """All kinds of statement."""
    return [(kind.value, kind.value) for kind in Kind]


def owner_kinds() -> Pairs:
    """All kinds of owner."""
    return [(kind.value, kind.value) for kind in OwnerKind]


def precisions() -> Pairs:
    """All precisions of a time."""
    return [(precision.value, precision.value) for precision in Precision]


def targets() -> Pairs:
    """All that a reference can point to."""
    return [(target.value, target.value) for target in Target]


def certainties() -> Pairs:
    """The scale of certainty."""
    return [(certainty.value, certainty.value) for certainty in Certainty]
