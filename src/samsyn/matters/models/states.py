"""The states of matters and of what belongs to them, as whole words never used for anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from collections.abc import Sequence


class MatterState(models.TextChoices):
    """Whether a matter is still followed."""

    OPEN = "open", "Pågår"
    CLOSED = "closed", "Avslutat"
    MERGED = "merged", "Ingår i ett annat"


class KnotState(models.TextChoices):
    """Whether an item or a statement belongs to a matter, as a person has said."""

    TAKEN = "taken", "Hör dit"
    REFUSED = "refused", "Hör inte dit"


class LinkState(models.TextChoices):
    """What became of the question whether two items are of one matter."""

    OPEN = "open", "Öppen"
    TAKEN = "taken", "Samma ärende"
    RELATED = "related", "Närliggande"
    REFUSED = "refused", "Olika ärenden"


class RelationState(models.TextChoices):
    """Whether two matters have to do with one another."""

    PROPOSED = "proposed", "Föreslaget"
    TAKEN = "taken", "Närliggande"
    REFUSED = "refused", "Inte närliggande"


class Strength(models.TextChoices):
    """How sure a proposal is; one that is strong is right in at least nineteen cases of twenty."""

    STRONG = "strong", "Stark"
    POSSIBLE = "possible", "Möjlig"


class HandOverKind(models.TextChoices):
    """In which way a question goes on."""

    MESSAGE = "message", "Medskick"
    PASSED_ON = "passed_on", "Skickad vidare"
    PROPOSED_TO = "proposed_to", "Förslag till"
    ASSIGNED = "assigned", "Uppdrag till"
    INVITATION = "invitation", "Inbjudan"
    MORE_TIME = "more_time", "Behöver mer tid"
    REPORT_BACK = "report_back", "Återrapportering"


class Standing(models.TextChoices):
    """Whether a person has said that a hand-over is one."""

    PROPOSED = "proposed", "Läst, inte bekräftat"
    CONFIRMED = "confirmed", "Bekräftat"
    REFUSED = "refused", "Inget medskick"


class HandOverState(models.TextChoices):
    """What became of a hand-over."""

    SENT = "sent", "Skickat"
    TAKEN_UP = "taken_up", "Upptaget"
    ANSWERED = "answered", "Besvarat"
    MISSED = "missed", "Inte upptaget"
    WITHDRAWN = "withdrawn", "Återtaget"


# As functions, so that a migration does not hold the words.
def matter_states() -> Sequence[tuple[str, str]]:
    """Whether a matter is followed."""
    return MatterState.choices


def knot_states() -> Sequence[tuple[str, str]]:
    """Whether something belongs to a matter."""
    return KnotState.choices


def link_states() -> Sequence[tuple[str, str]]:
    """What became of a question."""
    return LinkState.choices


def relation_states() -> Sequence[tuple[str, str]]:
    """Whether two matters are near."""
    return RelationState.choices


def strengths() -> Sequence[tuple[str, str]]:
    """How sure a proposal is."""
    return Strength.choices


class ExecutionState(models.TextChoices):
    """How far a decision has come."""

    TO_DO = "to_do", "Att verkställa"
    UNDER_WAY = "under_way", "Pågår"
    CARRIED_OUT = "carried_out", "Verkställt"
    NOT_RELEVANT = "not_relevant", "Inte aktuellt längre"


def execution_states() -> Sequence[tuple[str, str]]:
    """How far a decision has come; a function, so that a migration does not hold the words."""
    return ExecutionState.choices


class PartyState(models.TextChoices):
    """What a party has done with it."""

    PENDING = "pending", "Väntar"
    ON_AGENDA = "on_agenda", "På dagordningen"
    ADOPTED = "adopted", "Antaget"
    REFERRED_BACK = "referred_back", "Återremiss"
    TURNED_DOWN = "turned_down", "Avslag"
    OUTSIDE = "outside", "Ingår inte"


def party_states() -> Sequence[tuple[str, str]]:
    """What a party has done; a function, so that a migration does not hold the words."""
    return PartyState.choices


class TurnState(models.TextChoices):
    """Whether a recurring duty was met at a meeting, in a person's words."""

    REPORTED = "reported", "Rapporterat"
    MISSED = "missed", "Inte rapporterat"


class ReminderPace(models.TextChoices):
    """How often somebody is reminded by mail of what they are to do."""

    OFF = "off", "Aldrig"
    DAILY = "daily", "Varje dag"
    WEEKLY = "weekly", "Varje måndag"
    BEFORE_MEETINGS = "before_meetings", "Före möten"


def turn_states() -> Sequence[tuple[str, str]]:
    """Whether a duty was met."""
    return TurnState.choices


def reminder_paces() -> Sequence[tuple[str, str]]:
    """How often somebody is reminded."""
    return ReminderPace.choices


def hand_over_kinds() -> Sequence[tuple[str, str]]:
    """In which way."""
    return HandOverKind.choices


def standings() -> Sequence[tuple[str, str]]:
    """What a person has said."""
    return Standing.choices


def hand_over_states() -> Sequence[tuple[str, str]]:
    """What became of it."""
    return HandOverState.choices
