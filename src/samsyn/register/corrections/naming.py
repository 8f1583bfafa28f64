"""Whom a written name means: somebody chosen, the only one of that name in the register, or somebody new."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from samsyn.history.models import Event
from samsyn.minutes.records import OwnerKind
from samsyn.register.errors import CorrectionUnusable
from samsyn.register.models import Body, Organisation, Person
from samsyn.register.protection import hidden_from
from samsyn.register.queries.naming import chosen_row
from samsyn.register.recognition import body_key, person_key, recognise

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import Model

    from samsyn.accounts.models import User
    from samsyn.register.models import Meeting

NEW = "new"  # "new-person": nobody of the name is meant that the register knows


class Named(NamedTuple):
    """A name as written and the row of the register that it stands for, if any."""

    name: str
    row: Any = None


def person_named(meeting: Meeting, name: str, *, chosen: str, by: User) -> Named:
    """A person: the one chosen; somebody in the room; the only one of the name; else somebody new.

    A given name alone is nobody in particular. Somebody who is hidden from the writer is not pointed at:
    whoever comes to one's meetings is known to one, so that pointing would lift the protection.

    Raises:
        CorrectionUnusable: Whoever was chosen is not there, or not to be seen by the writer.
    """
    name, hidden = " ".join(name.split()), hidden_from(by).people
    if chosen.startswith("person-"):
        return Named(name, chosen_row(Person, chosen, hidden=hidden))
    key = person_key(name)
    if " " not in key or chosen == "person":
        return Named(name)
    there = Person.objects.filter(attendances__meeting=meeting, attendances__removed=False).distinct()
    known = list(there.filter(key=key)[:2]) or list(
        (Person.objects.filter(key=key) | Person.objects.filter(aliases__key=key)).distinct()[:2]
    )
    if len(known) > 1 or any(one.pk in hidden for one in known):
        return Named(name)
    return Named(name, known[0] if known else _made(Person, by, name=name, key=key))


def organisation_named(name: str, *, chosen: str, by: User) -> Named:
    """An organisation: the one chosen, the one that the name stands for, else a new one."""
    name = " ".join(name.split())
    if chosen.startswith("organisation-"):
        return Named(name, chosen_row(Organisation, chosen))
    meant = recognise(name)
    if meant is None:
        return Named(name)
    known = Organisation.objects.filter(key=meant.key) | Organisation.objects.filter(aliases__key=meant.key)
    found = known.distinct().first()
    return Named(name, found or _made(Organisation, by, name=meant.name, key=meant.key, kind=meant.kind))


def body_named(name: str, *, chosen: str, by: User) -> Named:
    """A body: the one chosen, the one of the name, else a new one."""
    name = " ".join(name.split())
    if chosen.startswith("body-"):
        return Named(name, chosen_row(Body, chosen))
    key = body_key(name)
    if not key:
        raise CorrectionUnusable("Skriv organets namn med bokstäver.")
    known = (Body.objects.filter(key=key) | Body.objects.filter(aliases__key=key)).distinct().first()
    return Named(name, known or _made(Body, by, name=name[:1].upper() + name[1:], key=key))


def owner_named(meeting: Meeting, name: str, *, chosen: str, by: User) -> dict[str, Any]:
    """The columns of an owner.

    Args:
        meeting: Whose notes name the owner.
        name: As written.
        chosen: "person-3", "organisation-2", "body-7" for one of the register, "role" for somebody named by
            what they do, "new-person" and the like for one that the register lacks; empty where only a
            name was written.
        by: Who writes.

    Raises:
        CorrectionUnusable: It is not clear what a name is that was only written.
    """
    kind = chosen.removeprefix(f"{NEW}-").partition("-")[0] or _kind_of(meeting, name)
    if kind not in OWNERS:
        raise CorrectionUnusable(
            f"”{name}” finns inte i registret: välj i listan om det är en person, roll, organisation "
            "eller ett organ."
        )
    named = Named(name) if kind == OwnerKind.ROLE else OWNERS[kind](meeting, name, chosen=chosen, by=by)
    shown = str(named.row) if named.row is not None and chosen.partition("-")[2].isdecimal() else named.name
    ids = {f"owner_{one}": None for one in ("person", "organisation", "body")}
    if named.row is not None:
        ids[f"owner_{kind}"] = named.row.pk
    return {"owner_name": shown[:300], "owner_kind": str(kind), **ids}


OWNERS: dict[str, Callable[..., Named]] = {
    OwnerKind.PERSON: person_named,
    OwnerKind.ROLE: lambda _, name, **__: Named(name),
    OwnerKind.ORGANISATION: lambda _, name, **more: organisation_named(name, **more),
    OwnerKind.BODY: lambda _, name, **more: body_named(name, **more),
}


def _kind_of(meeting: Meeting, name: str) -> str:
    """What a name is that was written and not chosen: what the register knows by just that name."""
    if Person.objects.filter(key=person_key(name)).exists():
        return OwnerKind.PERSON
    if Body.objects.filter(key=body_key(name)).exists():
        return OwnerKind.BODY
    meant = recognise(name)
    if meant is not None and (meant.kind or Organisation.objects.filter(key=meant.key).exists()):
        return OwnerKind.ORGANISATION
    used = meeting.statements.filter(owner_kind=OwnerKind.ROLE, owner_name=name)
    return OwnerKind.ROLE if used.exists() else ""


def _made(model: type[Model], by: User, **columns: str) -> Any:
    """A row that somebody adds while they correct something."""
    row = model._default_manager.create(**columns)
    noun = model._meta.model_name or ""
    Event.objects.create(
        by=by, what=f"{noun}.added", subject_type=noun, subject_id=row.pk, after=dict(columns)
    )
    return row
