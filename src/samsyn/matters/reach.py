"""How far somebody's roles reach: to a decision, a matter, a party, and to what was told of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.history.models import Event
from samsyn.matters.actions.tell_party import Party
from samsyn.matters.models import Execution, Matter, PartyLine
from samsyn.register.models import RoleKind
from samsyn.register.reporting import organisations_told_for
from samsyn.register.roles import roles_of, writes, writes_somewhere

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from samsyn.accounts.models import User
    from samsyn.register.models import Organisation


def writes_subject(user: User | AnonymousUser, subject: object = None) -> bool:
    """Whether somebody writes what a thing belongs to; a matter goes over all bodies' borders.

    Args:
        user: Who asks.
        subject: A decision, a matter, a party of either, or an event about what was told; None for any.
    """
    if isinstance(subject, Event):
        subject = _told_about(subject)
    if isinstance(subject, Party):
        subject = subject.subject
    if subject is None or isinstance(subject, Matter):
        return writes_somewhere(user)
    return writes(user, subject)


def tells_for_party(user: User | AnonymousUser, party: Party | Event | None = None) -> bool:
    """Whether somebody tells for a party or what it belongs to; asked without one, for any.

    Args:
        user: Who asks.
        party: A party, or an event about what was told of one.
    """
    if party is None:
        return any(role.kind == RoleKind.CONTRIBUTOR for role in roles_of(user))
    organisation = _party_told_of(party) if isinstance(party, Event) else getattr(party, "organisation", None)
    own = {one.pk for one in organisations_told_for(user)}
    return organisation is not None and bool(own & {organisation.pk, organisation.parent_id})


def replies_for(user: User | AnonymousUser, organisation: Organisation | None = None) -> bool:
    """Whether somebody replies for an organisation, or for what it belongs to; asked without one, for any."""
    if organisation is None:
        return tells_for_party(user)
    own = {one.pk for one in organisations_told_for(user)}
    return bool(own & {organisation.pk, organisation.parent_id})


def _party_told_of(event: Event) -> Organisation | None:
    """Of whom a line tells; None where the line is gone."""
    lines = PartyLine.objects.filter(pk=event.subject_id).select_related("organisation")
    line = lines.first() if event.subject_type == "partyline" else None
    return line.organisation if line else None


def _told_about(event: Event) -> object:
    """What an event about something told is about; the event itself where that is gone."""
    if event.subject_type == "execution":
        execution = Execution.objects.filter(pk=event.subject_id).first()
        return execution.statement if execution else event
    line = PartyLine.objects.filter(pk=event.subject_id).first()
    return line.subject if line else event


def wrote(user: User | AnonymousUser, event: Event | None = None) -> bool:
    """Whether somebody made a change themselves."""
    return event is not None and user.is_authenticated and event.by_id == user.pk
