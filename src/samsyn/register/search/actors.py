"""People, bodies and organisations by name: there are few enough to be asked for without an index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, F, OuterRef, Q, Subquery

from samsyn.register.alphabet import Alphabetical, alphabetical, alphabetical_key
from samsyn.register.models import Attendance, Body, BodyAlias, Organisation, OrganisationAlias, Person
from samsyn.register.protection import NOBODY, Hidden
from samsyn.register.search.questions import read_question
from samsyn.register.search.words import SHORTEST_ROOT, roots_of, words_of
from samsyn.register.sight import FINISHED, Sight

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


SHOWN = 8


@dataclass(frozen=True, slots=True)
class Actors:
    """Those whose names hold all words asked for; the first few of each sort, and how many there are.

    Attributes:
        people: Each with `latest`, the attendance at the latest meeting that notes tell of, or None.
    """

    people: Sequence[Person] = ()
    bodies: Sequence[Body] = ()
    organisations: Sequence[Organisation] = ()
    n_people: int = 0
    n_bodies: int = 0
    n_organisations: int = 0


def search_actors(text: str, *, hidden: Hidden = NOBODY, sees: Sight = FINISHED) -> Actors:
    """Search names and the other ways in which they are written; in a fixed number of questions.

    Args:
        text: What somebody wrote.
        hidden: Who is not to be found.
        sees: Whom only unfinished notes name is found by those who see them.
    """
    question = read_question(text)
    words = [*question.words, *(word for phrase in question.phrases for word in phrase)]
    if not words:
        return Actors()
    people = _people(words, hidden, sees)
    bodies = _named(
        words, Body.objects.values_list("pk", "name"), BodyAlias.objects.values_list("body", "text")
    )
    organisations = _named(
        words,
        Organisation.objects.values_list("pk", "name"),
        OrganisationAlias.objects.values_list("organisation", "text"),
    )
    return Actors(
        _with_latest(people[:SHOWN], sees),
        list(
            Body.objects.filter(pk__in=bodies[:SHOWN])
            .annotate(n_meetings=Count("meetings"))
            .order_by(Alphabetical("name"), "pk")
        ),
        list(alphabetical(Organisation.objects.filter(pk__in=organisations[:SHOWN]))),
        len(people),
        len(bodies),
        len(organisations),
    )


def _people(words: Sequence[str], hidden: Hidden, sees: Sight) -> list[int]:
    """Ids of people, in order of name; their keys are in small letters on every database.

    Whose name would be shown as a mask would be known by being found.
    """
    wanted = Q()
    for word in words:
        wanted &= Q(key__contains=word) | Q(aliases__key__contains=word)
    known = Person.objects.filter(wanted).exclude(pk__in=sees.strangers().values("pk"))
    rows = known.values_list("pk", "key", "name").distinct()
    seen = [(key, pk) for pk, key, name in rows if pk not in hidden.people and not hidden.mask.is_in(name)]
    return [pk for _, pk in sorted(seen)]


def _with_latest(people: Sequence[int], sees: Sight) -> list[Person]:
    """People, each with the latest time they came: one row of each is read, however often they have come."""
    came = Attendance.objects.filter(sees.seen(), person=OuterRef("pk"), removed=False)
    latest_first = came.order_by(F("meeting__start_on").desc(nulls_last=True), "-meeting_id", "-pk")
    known = Person.objects.filter(pk__in=people).annotate(latest_id=Subquery(latest_first.values("pk")[:1]))
    found = {person.pk: person for person in known}
    rows = Attendance.objects.select_related("meeting", "organisation").prefetch_related("meeting__bodies")
    latest = rows.in_bulk([person.latest_id for person in found.values() if person.latest_id])
    for person in found.values():
        person.latest = latest.get(person.latest_id)  # type: ignore[attr-defined]
    return [found[pk] for pk in people if pk in found]


def _named(words: Sequence[str], *names: Iterable[tuple[int, str]]) -> list[int]:
    """Ids of those one of whose names has the roots of all words in it, in order of name."""
    roots = list(zip(words, roots_of(words), strict=True))
    found: dict[int, str] = {}
    for pk, name in (row for some in names for row in some):
        own = words_of(name)
        if all(_is_in(own, word, root) for word, root in roots):
            found.setdefault(pk, alphabetical_key(name))
    return sorted(found, key=lambda pk: (found[pk], pk))


def _is_in(own: Sequence[str], word: str, root: str) -> bool:
    if len(root) < SHORTEST_ROOT:
        return word in own
    return any(root in one for one in own)
