"""Who is hidden from whom, and the mask that hides them: the one place that decides.

Administrators, archivists, process leaders and secretaries of all bodies know everybody; a secretary of a
body knows those who have come to its meetings, led them or sit in it; and everybody knows themselves, by
name and e-mail address.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from samsyn.accounts.models import User
from samsyn.history.keeping import kept
from samsyn.minutes.records import OwnerKind
from samsyn.register.masking import Mask, Names
from samsyn.register.models import (
    Attendance,
    Body,
    BodyAlias,
    Meeting,
    Organisation,
    OrganisationAlias,
    Person,
    PersonAlias,
    Presenter,
    RoleKind,
    Seat,
    Statement,
    Suggestion,
    SuggestionKind,
    SuggestionState,
)
from samsyn.register.recognition import person_key
from samsyn.register.roles import bodies_written, has_role, roles_of, writes_everywhere

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.contrib.auth.models import AnonymousUser

    Written = dict[int, set[str]]

NAMED = (Person, Body, Organisation, User)
ALIASED = (PersonAlias, BodyAlias, OrganisationAlias)


@dataclass(frozen=True, slots=True)
class Hidden:
    """Whom somebody is not to see.

    Attributes:
        people: Ids.
        mask: Blots out their names.
    """

    people: frozenset[int] = frozenset()
    mask: Mask = field(default_factory=Mask)

    def __bool__(self) -> bool:
        """Whether there is anybody."""
        return bool(self.people)


NOBODY = Hidden()


def hidden_from(user: User | AnonymousUser) -> Hidden:
    """Whom a user is not to see; asked for once for each user object, so once a request."""
    known: Hidden | None = getattr(user, "hidden", None)
    if known is None:
        known = _hidden_from(user)
        user.hidden = known  # type: ignore[union-attr]
    return known


def hidden_from_all() -> Hidden:
    """Everybody who is protected: what leaves the register, and the words of search, name none of them."""
    return _hide(Person.objects.filter(is_protected=True))


def hide_from_letters(text: str) -> str:
    """A text as any letter may say it."""
    return hidden_from_all().mask.hide(text)


def knows_everybody(user: User | AnonymousUser) -> bool:
    """Whether nobody is hidden from a user, whoever is protected."""
    everywhere = (RoleKind.PROCESS_LEADER, RoleKind.ARCHIVIST)
    return writes_everywhere(user) or any(has_role(user, kind) for kind in everywhere)


def knows(user: User | AnonymousUser, person: Person | None = None) -> bool:
    """Whether a user must know a person; without one, whether they know anybody by their work."""
    if knows_everybody(user):
        return True
    bodies = bodies_written(user)
    if person is None:
        return bool(bodies)
    return _known_to(bodies or frozenset(), Person.objects.filter(pk=person.pk)).exists()


def _hidden_from(user: User | AnonymousUser) -> Hidden:
    if knows_everybody(user):
        return NOBODY
    if not all(getattr(role, "anybody_protected", True) for role in roles_of(user)):
        return NOBODY
    protected, bodies = Person.objects.filter(is_protected=True), bodies_written(user) or frozenset()
    if bodies:
        protected = protected.exclude(pk__in=_known_to(bodies, protected).values("pk"))
    if isinstance(user, User):
        # A name proves nothing: whoever invites somebody chooses the name of the account.
        protected = protected.exclude(key=person_key(user.name), email__iexact=user.email)
    return _hide(protected, bodies)


def _known_to(bodies: frozenset[int], people: QuerySet[Person]) -> QuerySet[Person]:
    """Those who have come to meetings of some bodies, led them, or sit in them."""
    meetings = Meeting.objects.filter(bodies__in=bodies).order_by()
    came = Attendance.objects.filter(meeting__in=meetings, removed=False, person__isnull=False)
    sits = Seat.objects.filter(body__in=bodies)
    return people.filter(
        Q(pk__in=came.order_by().values("person"))
        | Q(pk__in=sits.values("person"))
        | Q(pk__in=meetings.exclude(chair=None).values("chair"))
        | Q(pk__in=meetings.exclude(secretary=None).values("secretary"))
    )


def _hide(people: QuerySet[Person], bodies: frozenset[int] = frozenset()) -> Hidden:
    """Hide people from somebody who writes the notes of some bodies, and whoever may be the same as they."""
    wanted = tuple(people.order_by("pk").values_list("pk", flat=True))
    return kept(("hidden", wanted, bodies), lambda: _hide_anew(wanted, bodies)) if wanted else NOBODY


def _hide_anew(wanted: tuple[int, ...], bodies: frozenset[int]) -> Hidden:
    found = list(Person.objects.filter(pk__in=wanted).order_by("pk").prefetch_related("aliases"))
    ids = [person.pk for person in found]
    near = _near(ids)
    alike = {other.pk for others in near.values() for other in others} - set(ids)
    if alike and bodies:
        alike -= set(_known_to(bodies, Person.objects.filter(pk__in=alike)).values_list("pk", flat=True))
    ids += sorted(alike)
    names = _names(found, near, _written(ids), _details(ids))
    parts = {part for one in names for part in one.parts}
    return Hidden(frozenset(ids), Mask(names, _others(parts, ids)))


def _names(
    people: Iterable[Person], near: dict[int, set[Person]], written: Written, details: Written
) -> list[Names]:
    return [
        Names(
            tuple(
                {one.name for one in (person, *near[person.pk])} | {one.text for one in person.aliases.all()}
            ),
            tuple(sorted({*written[person.pk], *([person.email] if person.email else [])})),
            tuple(sorted(details[person.pk])),
        )
        for person in people
    ]


def _near(people: list[int]) -> dict[int, set[Person]]:
    """Those who may be the same as each: nobody has said yet that they are not, so they are hidden too."""
    asked = Suggestion.objects.filter(kind=SuggestionKind.PERSON, state=SuggestionState.OPEN)
    pairs = asked.filter(Q(left_id__in=people) | Q(right_id__in=people)).values_list("left_id", "right_id")
    others = {(own, other) for pair in pairs for own, other in (pair, pair[::-1]) if own in people}
    known = Person.objects.in_bulk({other for _, other in others}) if others else {}
    found: dict[int, set[Person]] = defaultdict(set)
    for own, other in others:
        found[own] |= {known[other]} if other in known else set()
    return found


def _written(people: list[int]) -> Written:
    """Their names as notes write them."""
    owned = Statement.objects.filter(owner_kind=OwnerKind.PERSON)
    rows = (
        Attendance.objects.filter(person__in=people).order_by().values_list("person", "name"),
        Presenter.objects.filter(person__in=people).values_list("person", "name"),
        Meeting.objects.filter(chair__in=people).values_list("chair", "chair_name"),
        Meeting.objects.filter(secretary__in=people).values_list("secretary", "secretary_name"),
        owned.filter(owner_person__in=people).order_by().values_list("owner_person", "owner_name"),
    )
    found: Written = defaultdict(set)
    for some in rows:
        for person, name in some.distinct():
            found[person or 0].add(name)
    return found


def _details(people: list[int]) -> Written:
    """What stands beside their names: title, organisation, role, whom they speak for."""
    came = Attendance.objects.filter(person__in=people).order_by()
    sits = Seat.objects.filter(person__in=people)
    rows = (
        came.values_list(
            "person", "title", "affiliation", "role", "on_behalf_of_words", "organisation__name"
        ),
        sits.values_list("person", "role", "organisation__name", "on_behalf_of__name"),
    )
    found: Written = defaultdict(set)
    for some in rows:
        for person, *details in some.distinct():
            found[person or 0] |= {str(detail) for detail in details if detail}
    return found


def _others(parts: set[str], people: list[int]) -> list[str]:
    """Names of others that hold a part of a hidden name."""
    if not parts:
        return []
    named = reduce(or_, (Q(name__contains=part) for part in parts))
    aliased = reduce(or_, (Q(text__contains=part) for part in parts))
    found: list[str] = []
    for model in NAMED:
        rows = model._default_manager.filter(named)
        own = rows.exclude(pk__in=people) if model is Person else rows
        found.extend(own.values_list("name", flat=True))
    for alias in ALIASED:
        found.extend(alias._default_manager.filter(aliased).values_list("text", flat=True))
    return found
