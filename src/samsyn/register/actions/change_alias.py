"""Add or remove another way in which a name is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.register.actions.naming import ALIASES, clean_name, kind_of, refuse_taken
from samsyn.register.errors import NameUnusable
from samsyn.register.intake.turns import wait_for_turn
from samsyn.register.search.renaming import mark_if_protected

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.register.actions.naming import Actor


@transaction.atomic
def add_alias(actor: Actor, text: str, *, by: User, why: str = "") -> Event:
    """Let a person, body or organisation be recognised by another name too.

    Raises:
        PermissionDenied: They may not.
        NameUnusable: There is no name, it is known already, or another has it.
    """
    require(by, "register.name_actor", actor)
    wait_for_turn()
    kind = kind_of(actor)
    shown, key = clean_name(kind, text)
    refuse_taken(kind, key, by_others_than=actor)
    if key == actor.key or actor.aliases.filter(key=key).exists():
        raise NameUnusable("Det namnet känns redan igen: det räknas som samma skrivsätt.")
    alias = ALIASES[kind]._default_manager.create(**{kind: actor, "text": shown, "key": key})
    mark_if_protected(actor)
    return _record(actor, "alias_added", by=by, why=why, after={"text": shown, "alias": alias.pk})


@transaction.atomic
def remove_alias(actor: Actor, alias_id: int, *, by: User, why: str = "") -> Event:
    """Let somebody or something no longer be recognised by a name.

    Raises:
        PermissionDenied: They may not.
        NameUnusable: They are not.
    """
    require(by, "register.name_actor", actor)
    wait_for_turn()
    alias: Any = actor.aliases.filter(pk=alias_id).first()
    if alias is None:
        raise NameUnusable("Det namnet finns inte längre kvar: ladda om sidan.")
    alias.delete()
    return _record(actor, "alias_removed", by=by, why=why, before={"text": alias.text})


def take_back_added(actor: Actor, event: Event) -> None:
    """Remove the alias again."""
    actor.aliases.filter(pk=event.after["alias"]).delete()


def take_back_removed(actor: Actor, event: Event) -> None:
    """Add the alias again.

    Raises:
        NameUnusable: Another has got the name since.
    """
    kind = kind_of(actor)
    shown, key = clean_name(kind, event.before["text"])
    refuse_taken(kind, key, by_others_than=actor)
    ALIASES[kind]._default_manager.create(**{kind: actor, "text": shown, "key": key})


def _record(actor: Actor, done: str, *, by: User, why: str, **kept: dict[str, Any]) -> Event:
    kind = kind_of(actor)
    return Event.objects.create(
        by=by, what=f"{kind}.{done}", subject_type=kind, subject_id=actor.pk, why=why, **kept
    )
