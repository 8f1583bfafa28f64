"""Find or make the bodies, organisations and people that notes name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from samsyn.register.intake.calendar import Calendar
from samsyn.register.intake.inserting import insert
from samsyn.register.models import (
    Attendance,
    Body,
    BodyAlias,
    Organisation,
    OrganisationAlias,
    Person,
    PersonAlias,
    Suggestion,
    SuggestionKind,
)
from samsyn.register.recognition import (
    body_key,
    lengthened,
    near_names,
    person_key,
    recognise,
    without_genitive,
    without_shouting,
)

if TYPE_CHECKING:
    from collections.abc import Collection

PRINCIPALS = ("municipality", "region")
LONGEST_ABBREVIATION = 5


@dataclass(slots=True)
class Actors:
    """What the register knows of who there is; kept in memory while many notes come in.

    Only sure matches are taken: the same key. What is near is written down as a suggestion.

    Attributes:
        calendar: The meetings, which notes name too.
    """

    bodies: dict[str, Body] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    people: dict[str, list[Person]] = field(default_factory=dict)
    person_keys: dict[int, str] = field(default_factory=dict)
    principals: dict[int, set[int]] = field(default_factory=dict)
    calendar: Calendar = field(default_factory=Calendar)

    @classmethod
    def load(cls) -> Actors:
        """All that are known now."""
        known = cls(calendar=Calendar.load())
        for body in Body.objects.all():
            known.bodies[body.key] = body
        for body_alias in BodyAlias.objects.select_related("body"):
            known.bodies[body_alias.key] = body_alias.body
        for organisation in Organisation.objects.all():
            known.organisations[organisation.key] = organisation
        for alias in OrganisationAlias.objects.select_related("organisation"):
            known.organisations[alias.key] = alias.organisation
        for person in Person.objects.order_by("id"):
            known._know(person, person.key)
        for person_alias in PersonAlias.objects.select_related("person").order_by("id"):
            known._know(person_alias.person, person_alias.key)
        came = Attendance.objects.filter(person__isnull=False, organisation__kind__in=PRINCIPALS)
        for person_id, organisation_id in came.values_list("person_id", "organisation_id").distinct():
            known.principals.setdefault(person_id or 0, set()).add(organisation_id or 0)
        return known

    def _know(self, person: Person, key: str) -> None:
        """Remember a person by a key."""
        self.people.setdefault(key, []).append(person)
        self.person_keys[person.pk] = person.key

    def find_body(self, name: str) -> Body | None:
        """The body with a name, if it is known."""
        return self.bodies.get(body_key(name))

    def body(self, name: str) -> Body | None:
        """The body with a name, made if it is new; None for a name without letters."""
        key = body_key(name)
        if key and key not in self.bodies:
            known = {body.pk: body.key for body in self.bodies.values()}
            near, longer = near_names(key, among=known), lengthened(key, among=known)
            made = Body.objects.create(key=key, name=_shown_name(name))
            self.bodies[key] = made
            _suggest(SuggestionKind.BODY, near, made.pk, "Namnen är nästan lika.")
            _suggest(SuggestionKind.BODY, [one for one in longer if one not in near], made.pk,
                     "Det ena namnet är början på det andra.")  # fmt: skip
        return self.bodies.get(key)

    def meeting_body(self, name: str) -> Body | None:
        """The body that a meeting's own notes name; the definite form they use is the one shown."""
        body, shown = self.body(name), _shown_name(name)
        if body is not None and shown.startswith(body.name) and shown != body.name:
            body.name = shown
            body.save(update_fields=["name"])
        return body

    def find_organisation(self, text: str) -> Organisation | None:
        """The organisation that a text stands for, if it is known or is a municipality or region."""
        meant = recognise(text)
        if meant is None:
            return None
        return self.organisation(text) if meant.kind else self.organisations.get(meant.key)

    def organisation(self, text: str) -> Organisation | None:
        """The organisation that a text stands for, made if it is new; None where it names several."""
        meant = recognise(text)
        if meant is None:
            return None
        known = self.organisations.get(meant.key)
        if known is None:
            near = near_names(meant.key, among={row.pk: row.key for row in self.organisations.values()})
            known = Organisation.objects.create(key=meant.key, name=meant.name, kind=meant.kind)
            self.organisations[meant.key] = known
            _suggest(SuggestionKind.ORGANISATION, near, known.pk, "Namnen är nästan lika.")
        elif meant.kind and not known.kind:
            known.kind, known.name = meant.kind, meant.name
            known.save(update_fields=["kind", "name"])
        return known

    def person(
        self, name: str, organisation: Organisation | None, *, taken: Collection[int]
    ) -> Person | None:
        """The person in a list of attendance, made if new; None where several may be meant.

        Somebody from another municipality or region is another person, and so is a second one of the
        same name in one list (`taken`): then it is asked whether they are the same.
        """
        key = person_key(name)
        if " " not in key:
            return None  # a first name alone is nobody in particular
        namesakes = [person for person in self.people.get(key, []) if person.pk not in taken]
        principal = organisation.pk if organisation and organisation.kind in PRINCIPALS else None
        fitting = [person for person in namesakes if self._fits(person, principal)]
        certain = [person for person in fitting if principal in self.principals.get(person.pk, set())]
        if len(certain or fitting) > 1:
            return None
        found = next(iter(certain or fitting), None) or self._make_person(name, key, principal)
        if principal:
            self.principals.setdefault(found.pk, set()).add(principal)
        return found

    def find_person(self, name: str) -> Person | None:
        """The only person with a name."""
        known = self.people.get(person_key(name), [])
        return known[0] if len(known) == 1 else None

    def _fits(self, person: Person, principal: int | None) -> bool:
        """Whether nothing speaks against a person coming from a municipality or region."""
        known = self.principals.get(person.pk, set())
        return principal is None or not known or principal in known

    def _make_person(self, name: str, key: str, principal: int | None) -> Person:
        """A new person, and the questions that the name gives rise to."""
        namesakes = [person.pk for person in self.people.get(key, [])]
        near = [
            id_
            for id_ in near_names(key, among=self.person_keys)
            if principal is None or not self.principals.get(id_) or principal in self.principals[id_]
        ]
        made = Person.objects.create(name=" ".join(name.split()), key=key)
        self._know(made, key)
        _suggest(SuggestionKind.PERSON, namesakes, made.pk, "Samma namn men olika organisationer.")
        _suggest(SuggestionKind.PERSON, near, made.pk, "Namnen är nästan lika.")
        return made


def _shown_name(name: str) -> str:
    """A body's name as it is shown: a capital first, no genitive, no shouting but in abbreviations."""
    shown = without_genitive(" ".join(name.split()))
    if shown.isupper() and len(shown) > LONGEST_ABBREVIATION:
        return without_shouting(shown)
    return shown[:1].upper() + shown[1:]


def _suggest(kind: SuggestionKind, lefts: list[int], right: int, reason: str) -> None:
    """Ask whether each of some older objects is the same as a new one."""
    insert([Suggestion(kind=kind, left_id=left, right_id=right, reason=reason) for left in lefts])
