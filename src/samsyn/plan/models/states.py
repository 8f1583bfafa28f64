"""The states of a plan and of what belongs to it, as whole words never used for anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from collections.abc import Sequence


class PlanState(models.TextChoices):
    """Whether a plan is followed."""

    ACTIVE = "active", "Följs"
    ENDED = "ended", "Avslutad"


class PartKind(models.TextChoices):
    """What a part of a plan is."""

    TARGET = "target", "Målbild"
    AREA = "area", "Område"
    STEP = "step", "Steg"
    MILESTONE = "milestone", "Milstolpe"


class Meaning(models.TextChoices):
    """What a step stands for, where the county has said so; most stand for nothing but themselves."""

    TEST = "test", "Test"
    EVERYDAY = "everyday", "En naturlig del av vardagen"


class CommentKind(models.TextChoices):
    """What somebody wants with their words."""

    COMMENT = "comment", "Synpunkt"
    CHANGE_REQUEST = "change_request", "Önskad ändring"


class CommentState(models.TextChoices):
    """What became of a comment; one that was read in notes is a proposal until a person takes it."""

    PROPOSED = "proposed", "Läst, inte bekräftad"
    OPEN = "open", "Väntar på svar"
    ANSWERED = "answered", "Besvarad"
    DECIDED = "decided", "Beslutad"
    REFUSED = "refused", "Ingen synpunkt"


class ProposalState(models.TextChoices):
    """What became of something that was read in notes."""

    PROPOSED = "proposed", "Läst, inte bekräftat"
    TAKEN = "taken", "Bekräftat"
    REFUSED = "refused", "Avvisat"


class EvidenceKind(models.TextChoices):
    """What shows that an actor stands where it says."""

    LINK = "link", "Länk"
    FILE = "file", "Fil"
    WORDS = "words", "Ord ur anteckningar"
    TOLD = "told", "Beskrivning"


class SupportState(models.TextChoices):
    """What became of a wish for support."""

    ASKED = "asked", "Efterfrågat"
    GIVEN = "given", "Givet"
    DECLINED = "declined", "Kan inte ges"


class Known(models.TextChoices):
    """An answer to a question of sustainment."""

    YES = "yes", "Ja"
    NO = "no", "Nej"
    UNKNOWN = "unknown", "Vet inte"


class BandKind(models.TextChoices):
    """What a stretch of time is."""

    TERM = "term", "Termin"
    HOLIDAY = "holiday", "Lov"
    REFORM = "reform", "Reform"


# As functions, so that a migration does not hold the words.
def plan_states() -> Sequence[tuple[str, str]]:
    """Whether a plan is followed."""
    return PlanState.choices


def part_kinds() -> Sequence[tuple[str, str]]:
    """What a part is."""
    return PartKind.choices


def meanings() -> Sequence[tuple[str, str]]:
    """What a step stands for."""
    return Meaning.choices


def comment_kinds() -> Sequence[tuple[str, str]]:
    """What is wanted."""
    return CommentKind.choices


def comment_states() -> Sequence[tuple[str, str]]:
    """What became of a comment."""
    return CommentState.choices


def proposal_states() -> Sequence[tuple[str, str]]:
    """What became of something read."""
    return ProposalState.choices


def evidence_kinds() -> Sequence[tuple[str, str]]:
    """What evidence is."""
    return EvidenceKind.choices


def support_states() -> Sequence[tuple[str, str]]:
    """What became of a wish."""
    return SupportState.choices


def known() -> Sequence[tuple[str, str]]:
    """Yes, no or unknown."""
    return Known.choices


def band_kinds() -> Sequence[tuple[str, str]]:
    """What a stretch of time is."""
    return BandKind.choices
