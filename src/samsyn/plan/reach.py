"""How far somebody's roles reach: to an actor, and to what it has said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.apps import apps

from samsyn.history.models import Event
from samsyn.plan.models import Actor
from samsyn.register.models import Organisation, RoleKind
from samsyn.register.reporting import organisations_told_for
from samsyn.register.roles import roles_of, writes_everywhere

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.contrib.auth.models import AnonymousUser

    from samsyn.accounts.models import User
    from samsyn.plan.models import Plan


def has_actor_in_reach(user: User | AnonymousUser, subject: Any = None) -> bool:
    """Whether somebody tells for an actor: for its organisation, or for one that this belongs to.

    Args:
        user: Who asks.
        subject: An actor, or what points to one (an assessment, evidence, a wish for support), or an event
            about such; None for any.
    """
    if subject is None:
        return any(role.kind == RoleKind.CONTRIBUTOR for role in roles_of(user))
    actor = _actor_of(subject)
    if actor is None:
        return False
    own = {one.pk for one in organisations_told_for(user)}
    return bool(own) and bool(own & _upwards(actor.organisation_id))


def actors_in_reach(user: User | AnonymousUser, plan: Plan) -> list[Actor]:
    """A plan's actors that somebody speaks for or writes of: all for those who write everywhere."""
    rows = list(plan.actors.filter(left_on=None).select_related("organisation", "plan"))
    if writes_everywhere(user):
        return rows
    own = {one.pk for one in organisations_told_for(user)}
    if not own:
        return []
    above = dict(Organisation.objects.order_by().values_list("pk", "parent"))
    return [one for one in rows if own & _line(one.organisation_id, above)]


def _actor_of(subject: Any) -> Actor | None:
    """The actor that something is about."""
    if isinstance(subject, Event):
        subject = _row_of(subject)
    if isinstance(subject, Actor):
        return subject
    above = getattr(subject, "assessment", subject)
    found = getattr(above, "actor", None)
    return found if isinstance(found, Actor) else None


def _row_of(event: Event) -> Any:
    """What an event of the plan is about; None where it is gone or of another room."""
    model = apps.get_app_config("plan").models.get(event.subject_type)
    return model._default_manager.filter(pk=event.subject_id).first() if model else None


def _upwards(organisation: int) -> set[int]:
    """An organisation and all that it belongs to, by their ids."""
    return _line(organisation, dict(Organisation.objects.order_by().values_list("pk", "parent")))


def _line(organisation: int, above: Mapping[int, int | None]) -> set[int]:
    found: set[int] = set()
    here: int | None = organisation
    while here is not None and here not in found:
        found.add(here)
        here = above.get(here)
    return found
