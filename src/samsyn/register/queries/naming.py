"""Whom a few letters can mean, while somebody writes: those nearest at hand first."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Q

from samsyn.minutes.records import OwnerKind
from samsyn.register.errors import CorrectionUnusable
from samsyn.register.models import Body, Organisation, Person, Statement
from samsyn.register.protection import hidden_from
from samsyn.register.recognition import body_key, person_key, plain
from samsyn.register.sight import FINISHED, Sight

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from django.db.models import Model

    from samsyn.accounts.models import User
    from samsyn.register.models import Meeting

MOST = 8
ROLES_ASKED = 400  # names of roles, the most used first; a body uses far fewer


class Choice(NamedTuple):
    """Somebody who can be chosen.

    Attributes:
        code: "person-3", "organisation-2", "body-7"; "role" for somebody named by what they do.
        told: What tells them from others of the name: where they are from.
    """

    code: str
    name: str
    told: str = ""

    @property
    def kind(self) -> str:
        """What they are."""
        return self.code.partition("-")[0]


def owners_like(meeting: Meeting, words: str, sight: Sight = FINISHED) -> list[Choice]:
    """Who can own a task: those in the room, roles that these bodies use, bodies, organisations, people."""
    return _first(
        _in_the_room(meeting, words),
        _roles(meeting, words, sight),
        *(kind(meeting, words) for kind in (_own_bodies, _bodies, _organisations)),
        _people(words, sight) if words else iter(()),
    )


def people_like(meeting: Meeting, words: str, sight: Sight = FINISHED) -> list[Choice]:
    """People: those in the room first; nobody whom only notes name that are not to be seen."""
    return _first(_in_the_room(meeting, words), _people(words, sight) if words else iter(()))


def organisations_like(meeting: Meeting, words: str, _: Sight = FINISHED) -> list[Choice]:
    """Organisations: those that have somebody in the room first."""
    return _first(_organisations(meeting, words))


def bodies_like(meeting: Meeting, words: str, _: Sight = FINISHED) -> list[Choice]:
    """Bodies."""
    return _first(_bodies(meeting, words))


def anybody_like(words: str, sight: Sight = FINISHED) -> list[Choice]:
    """Who can look after something: bodies, organisations, and people once some letters are written."""
    return _first(_bodies(None, words), _registered(words), _people(words, sight) if words else iter(()))


def whoever_named(name: str, *, chosen: str, by: User) -> dict[str, Any]:
    """Whom words mean of all in the register, by kind: nobody is added, and words may mean nobody in it.

    Args:
        name: As written.
        chosen: "person-3", "organisation-2", "body-7" as a list gave it; it counts while the name is that
            one's. Without it a name means the only one that is called so.
        by: Who writes; nobody who is hidden from them is pointed at.

    Returns:
        A row or None for each of "person", "organisation" and "body".

    Raises:
        CorrectionUnusable: Whoever was chosen is not there, or not to be seen by the writer.
    """
    hidden, kind = hidden_from(by).people, chosen.partition("-")[0]
    none: dict[str, Any] = dict.fromkeys(LISTED)
    if kind in LISTED:
        row = chosen_row(LISTED[kind], chosen, hidden=hidden if kind == OwnerKind.PERSON else ())
        if plain(str(row)) == plain(name):
            return none | {kind: row}
    keys = {"person": person_key(name), "organisation": plain(name), "body": body_key(name)}
    called = [
        (kind, row)
        for kind, model in LISTED.items()
        if keys[kind]
        for row in model._default_manager.filter(key=keys[kind])[:2]
    ]
    sure = len(called) == 1 and not (called[0][0] == OwnerKind.PERSON and called[0][1].pk in hidden)
    return none | dict(called) if sure else none


def chosen_row(model: type[Model], chosen: str, *, hidden: Collection[int] = ()) -> Any:
    """The row that somebody chose in a list, by its code ("body-7").

    Raises:
        CorrectionUnusable: It is not there, or not to be seen by whoever chose it.
    """
    number = chosen.rpartition("-")[2]
    found = model._default_manager.filter(pk=int(number)).first() if number.isdecimal() else None
    if found is None or found.pk in hidden:
        raise CorrectionUnusable("Det du valde finns inte längre: välj på nytt i listan.")
    return found


LISTED: dict[str, type[Person] | type[Organisation] | type[Body]] = {
    "person": Person,
    "organisation": Organisation,
    "body": Body,
}
KINDS: dict[str, Callable[[Meeting, str, Sight], list[Choice]]] = {
    "owner": owners_like,
    "person": people_like,
    "organisation": organisations_like,
    "body": bodies_like,
}


def _first(*several: Iterator[Choice]) -> list[Choice]:
    found: dict[str, Choice] = {}
    for choices in several:
        for choice in choices:
            found.setdefault(choice.code + choice.name, choice)
            if len(found) == MOST:
                return list(found.values())
    return list(found.values())


def _in_the_room(meeting: Meeting, words: str) -> Iterator[Choice]:
    key = person_key(words)
    rows = meeting.attendances.filter(removed=False, person__isnull=False).select_related("person")
    for row in rows.order_by("-present", "position"):
        if row.person is not None and _begins(row.person.key, key):
            yield Choice(f"person-{row.person.pk}", row.person.name, row.affiliation)


def _people(words: str, sight: Sight) -> Iterator[Choice]:
    key = person_key(words)
    like = Q(key__startswith=key) | Q(key__contains=f" {key}")
    alike = like | Q(aliases__key__startswith=key)
    seen = Person.objects.filter(alike).exclude(pk__in=sight.strangers().values("pk"))
    for person in seen.distinct().order_by("name", "pk")[:MOST]:
        told = person.attendances.filter(sight.seen(), removed=False).exclude(affiliation="")
        came = told.order_by("-meeting__start_on")
        yield Choice(
            f"person-{person.pk}", person.name, came.values_list("affiliation", flat=True).first() or ""
        )


def _roles(meeting: Meeting, words: str, sight: Sight) -> Iterator[Choice]:
    """Roles that act in the notes of the same bodies, the most used first."""
    bodies = [body.pk for body in meeting.bodies.all()]
    acting = Statement.objects.filter(owner_kind=OwnerKind.ROLE, removed=False, meeting__bodies__in=bodies)
    said = acting.filter(sight.seen())
    names = said.order_by("-meeting__start_on").values_list("owner_name", flat=True)[:ROLES_ASKED]
    for name, _ in Counter(names).most_common():
        if _begins(name.casefold(), words.casefold().strip()):
            yield Choice("role", name)


def _own_bodies(meeting: Meeting, words: str) -> Iterator[Choice]:
    for body in meeting.bodies.all():
        if _begins(body.name.casefold(), words.casefold().strip()):
            yield Choice(f"body-{body.pk}", body.name)


def _bodies(_: Meeting | None, words: str) -> Iterator[Choice]:
    key = body_key(words)
    like = Q(key__contains=key) | Q(aliases__key__contains=key) if key else Q()
    for body in Body.objects.filter(like).distinct().order_by("name")[: MOST if words else MOST // 2]:
        yield Choice(f"body-{body.pk}", body.name)


def _organisations(meeting: Meeting, words: str) -> Iterator[Choice]:
    key = plain(words)
    here = Organisation.objects.filter(attendances__meeting=meeting).distinct()
    for one in here.order_by("name"):
        if _begins(one.name.casefold(), key):
            yield Choice(f"organisation-{one.pk}", one.name)
    yield from _registered(words)


def _registered(words: str) -> Iterator[Choice]:
    key = plain(words)
    if words:
        like = Q(key__contains=key) | Q(aliases__key__contains=key)
        for one in Organisation.objects.filter(like).distinct().order_by("name")[:MOST]:
            yield Choice(f"organisation-{one.pk}", one.name)


def _begins(name: str, words: str) -> bool:
    """Whether any word of a name begins with what is written."""
    return not words or name.startswith(words) or f" {words}" in name
