"""Give a person, a body or an organisation another name; the old one is still recognised."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.register.actions.deciding import columns_of
from samsyn.register.actions.naming import ALIASES, clean_name, kind_of, refuse_taken
from samsyn.register.actions.uniting import all_columns
from samsyn.register.errors import NameUnusable
from samsyn.register.intake.turns import wait_for_turn
from samsyn.register.models import Body, EarlierName, Organisation, Person
from samsyn.register.search.renaming import mark_if_protected

if TYPE_CHECKING:
    from datetime import date

    from samsyn.accounts.models import User
    from samsyn.register.actions.naming import Actor


@transaction.atomic
def change_person(person: Person, *, name: str, email: str, by: User, why: str = "") -> Event:
    """Change what a person is called and where notes are sent to them.

    Raises:
        PermissionDenied: They may not.
        NameUnusable: There is no name.
    """
    require(by, "register.change_person", person)
    wait_for_turn()
    person = Person.objects.select_for_update().get(pk=person.pk)
    shown, key = clean_name("person", name)
    before = columns_of(person, ["name", "key", "email"])
    names = _keep_old_name(person, key)
    person.name, person.key, person.email = shown, key, email
    person.save(update_fields=["name", "key", "email"])
    mark_if_protected(person)
    return Event.objects.create(
        by=by, what="person.changed", subject_type="person", subject_id=person.pk,
        before=before, after=columns_of(person, list(before)) | {"names": names}, why=why,
    )  # fmt: skip


@transaction.atomic
def rename_body(body: Body, name: str, *, by: User, why: str = "") -> Event:
    """Give a body another name; the new one becomes a way to write it, by which notes are recognised.

    Raises:
        PermissionDenied: They may not.
        NameUnusable: There is no name, or another body has it.
    """
    require(by, "register.name_actor", body)
    wait_for_turn()
    body = Body.objects.select_for_update().get(pk=body.pk)
    shown, key = clean_name("body", name)
    refuse_taken("body", key, by_others_than=body)
    before, names = columns_of(body, ["name"]), {}
    if key != body.key:
        # The key stays what it was: meetings keep the order of their bodies by it.
        alias, is_new = body.aliases.get_or_create(key=key, defaults={"text": shown})
        names["alias"] = alias.pk if is_new else None
    body.name = shown
    body.save(update_fields=["name"])
    return Event.objects.create(
        by=by, what="body.renamed", subject_type="body", subject_id=body.pk,
        before=before, after={"name": shown, "names": names}, why=why,
    )  # fmt: skip


@transaction.atomic
def rename_organisation(
    organisation: Organisation, name: str, *, on: date, today: date, by: User, why: str = ""
) -> Event:
    """Give an organisation another name from a day; meetings before it show the name of their time.

    Args:
        organisation: Which.
        name: The new name.
        on: First day of the new name.
        today: The last day that `on` can be.
        by: Who gives it.
        why: In their words.

    Raises:
        PermissionDenied: They may not.
        NameUnusable: There is no name, it is the same, another has it, or the day cannot be.
    """
    require(by, "register.name_actor", organisation)
    wait_for_turn()
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    shown, key = clean_name("organisation", name)
    refuse_taken("organisation", key, by_others_than=organisation)
    last = organisation.earlier_names.order_by("end_on").last()
    _check_renaming(organisation, shown, on=on, today=today, last=last)
    before = columns_of(organisation, ["name", "key"])
    earlier = EarlierName.objects.create(
        organisation=organisation, name=organisation.name, start_on=last.end_on if last else None, end_on=on
    )
    names = _keep_old_name(organisation, key) | {"earlier": earlier.pk}
    organisation.name, organisation.key = shown, key
    organisation.save(update_fields=["name", "key"])
    after = columns_of(organisation, list(before)) | {"names": names, "start_on": on.isoformat()}
    return Event.objects.create(
        by=by, what="organisation.renamed", subject_type="organisation", subject_id=organisation.pk,
        before=before, after=after, why=why,
    )  # fmt: skip


def take_back_name(actor: Actor, event: Event) -> None:
    """Give back the name that was, with the other ways of writing it as they were."""
    names: dict[str, Any] = event.after["names"]
    kind = kind_of(actor)
    ALIASES[kind]._default_manager.filter(pk=names.get("alias"), **{kind: actor}).delete()
    for name, value in event.before.items():
        setattr(actor, name, value)
    actor.save(update_fields=list(event.before))
    if names.get("removed"):
        columns = names["removed"]
        ALIASES[kind]._default_manager.create(**{kind: actor, "text": columns["text"], "key": columns["key"]})
    if "earlier" in names:
        EarlierName.objects.filter(pk=names["earlier"]).delete()


def _keep_old_name(actor: Person | Organisation, key: str) -> dict[str, Any]:
    """Let the old name be an alias, and the new one no longer; gives the alias made and the one removed."""
    if key == actor.key:
        return {}
    aliases: Any = actor.aliases
    new_name = aliases.filter(key=key).first()
    removed = all_columns(new_name) if new_name else None
    if new_name is not None:
        new_name.delete()
    alias, is_new = aliases.get_or_create(key=actor.key, defaults={"text": actor.name})
    return {"alias": alias.pk if is_new else None, "removed": removed}


def _check_renaming(
    organisation: Organisation, name: str, *, on: date, today: date, last: EarlierName | None
) -> None:
    if name == organisation.name:
        raise NameUnusable("Det är redan namnet: skriv ett annat.")
    if on > today:
        raise NameUnusable("Det nya namnet ska redan gälla: skriv in bytet när dagen har kommit.")
    if last is not None and on <= last.end_on:
        raise NameUnusable("Det finns ett senare namnbyte: välj en dag efter det.")
