"""Which roles somebody has, and whether they reach as far as a thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Exists, Prefetch, prefetch_related_objects
from django.utils import timezone

from samsyn.accounts.permissions import is_administrator, is_signed_in
from samsyn.history.models import Event
from samsyn.register.models import (
    AgendaItem,
    Attendance,
    Body,
    Doubt,
    Meeting,
    NoSeat,
    Person,
    Role,
    RoleKind,
    Seat,
    Statement,
    Value,
)
from samsyn.register.viewers import Viewer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from django.contrib.auth.models import AnonymousUser
    from django.db.models import Model

    from samsyn.accounts.models import User
    from samsyn.register.actions.grant_role import RoleWanted

OF_BODIES: dict[str | None, type[Model]] = {
    model._meta.model_name: model
    for model in (Body, Meeting, Statement, Attendance, AgendaItem, Value, Doubt, Seat, NoSeat, Person)
}
"""The things that events are about and that belong to bodies, by model name; other rooms add theirs."""
ALL_BODIES = (RoleKind.SECRETARY, RoleKind.PROCESS_LEADER)


def add_owned(*models: type[Model]) -> None:
    """Let events about things of another room belong to the bodies of their meetings (`meeting_id`)."""
    OF_BODIES.update({model._meta.model_name: model for model in models})


def roles_of(user: User | AnonymousUser) -> list[Role]:
    """The roles that somebody has today; asked for once for each user object, so once a request."""
    if isinstance(user, Viewer):
        return user.held
    if not user.is_authenticated or not is_signed_in(user):
        return []
    if "roles" not in getattr(user, "_prefetched_objects_cache", ()):
        # Whether anybody is protected is asked with it: so a page asks nothing more where nobody is.
        protected = Exists(Person.objects.filter(is_protected=True))
        prefetch_related_objects(
            [user], Prefetch("roles", Role.objects.annotate(anybody_protected=protected))
        )
    today = timezone.localdate()
    return [role for role in user.roles.all() if role.holds_on(today)]


def has_role(user: User | AnonymousUser, kind: RoleKind) -> bool:
    """Whether somebody has a role of a kind today, for anything."""
    return any(role.kind == kind for role in roles_of(user))


def may_read(user: User | AnonymousUser) -> bool:
    """Everybody with a role reads the register: it is a shared view."""
    return is_administrator(user) or bool(roles_of(user))


def writes_everywhere(user: User | AnonymousUser) -> bool:
    """Administrators, process leaders, and secretaries of all bodies."""
    return is_administrator(user) or any(
        role.kind in ALL_BODIES and role.body_id is None for role in roles_of(user)
    )


def writes(user: User | AnonymousUser, subject: object = None) -> bool:
    """Whether somebody writes what a thing belongs to; without a thing, whether they write at all.

    Args:
        user: Who asks.
        subject: As `bodies_of` takes it.
    """
    if writes_everywhere(user):
        return True
    own = {role.body_id for role in roles_of(user) if role.kind == RoleKind.SECRETARY}
    if subject is None:
        return bool(own)
    return bool(own) and not own.isdisjoint(bodies_of(subject))


def writes_somewhere(user: User | AnonymousUser) -> bool:
    """Whether somebody writes any notes at all."""
    return writes(user)


def may_invite(user: User | AnonymousUser, wanted: RoleWanted | None = None) -> bool:
    """Whoever writes notes invites readers and contributors, and secretaries of the same body."""
    if wanted is None or wanted.kind in (RoleKind.READER, RoleKind.CONTRIBUTOR):
        return writes(user)
    return wanted.kind == RoleKind.SECRETARY and wanted.body is not None and writes(user, wanted.body)


def bodies_written(user: User | AnonymousUser) -> frozenset[int] | None:
    """The ids of the bodies whose notes somebody writes; None for all."""
    if writes_everywhere(user):
        return None
    own = (role.body_id for role in roles_of(user) if role.kind == RoleKind.SECRETARY)
    return frozenset(body for body in own if body is not None)


def bodies_of(subject: object) -> set[int]:
    """The ids of the bodies whose secretaries write a thing; none for what belongs to all.

    Args:
        subject: A body, several, a seat, a meeting, a thing of a meeting (with `meeting_id`), or
            an event about one.
    """
    find = BODIES_OF.get(type(subject))
    if find is not None:
        return find(subject)
    if isinstance(subject, (list, tuple)):
        return _bodies_of_all(subject)
    meeting_id: int | None = getattr(subject, "meeting_id", None)
    return set(Body.objects.filter(meetings=meeting_id).values_list("pk", flat=True)) if meeting_id else set()


def _bodies_of_all(subjects: Iterable[object]) -> set[int]:
    return {body for subject in subjects for body in bodies_of(subject)}


def _bodies_of_event(event: Event) -> set[int]:
    """Events about a meeting's rows and seats belong to bodies; what makes two one belongs to all."""
    model = OF_BODIES.get(event.subject_type)
    subject = model._default_manager.filter(pk=event.subject_id).first() if model else None
    return bodies_of(subject) if subject is not None else set()


BODIES_OF: dict[type, Callable[[Any], set[int]]] = {
    Body: lambda body: {body.pk},
    Meeting: lambda meeting: {body.pk for body in meeting.bodies.all()},
    Seat: lambda seat: {seat.body_id},
    NoSeat: lambda said: {said.body_id},
    # Somebody's name and address are kept by whoever writes where they sit.
    Person: lambda person: set(person.seats.values_list("body", flat=True)),
    Event: _bodies_of_event,
}
