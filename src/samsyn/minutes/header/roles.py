"""Chair and secretary, the surest source first: label, election, list of attendance, sentence, signature."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from samsyn.minutes.attendance.names import roles_in
from samsyn.minutes.header.elected import find_elected
from samsyn.minutes.header.persons import read_chair_in_text, read_secretary_in_text
from samsyn.minutes.header.told import read_elected, read_labelled_persons, read_told_persons
from samsyn.minutes.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.header.parts import Header
    from samsyn.minutes.headings.kinds import Heading
    from samsyn.minutes.lines import Line
    from samsyn.minutes.records import Attendee, Doubt, Found
    from samsyn.reading import Document


class Frame(NamedTuple):
    """The lines of the head, how many lines stand before the first item, and the headings of items."""

    head: Sequence[Line]
    first: int
    headings: Sequence[Heading]


def read_roles(
    header: Header, document: Document, lines: Sequence[Line], frame: Frame, attendees: Sequence[Attendee]
) -> list[Doubt]:
    """Fill chair and secretary where the labels of the head do not name them in full.

    Args:
        header: What the head has told so far.
        document: The whole document.
        lines: All its lines.
        frame: What of them is head and heading.
        attendees: Those of the lists, whom given names may mean.

    Returns:
        Doubts about names that two attendees bear.
    """
    doubts = read_labelled_persons(header, frame.head, lines, attendees)
    elected = find_elected(document, lines, frame.first, [heading.line for heading in frame.headings])
    doubts += read_elected(header, elected, attendees)
    header.chair = header.chair or _with_role(attendees, "chair")
    header.secretary = header.secretary or _with_role(attendees, "secretary")
    read_chair_in_text(header, lines)
    read_secretary_in_text(header, lines)
    return doubts + read_told_persons(header, lines, frame.first, attendees)


def _with_role(attendees: Sequence[Attendee], role: str) -> Found[str] | None:
    """The first of those in the lists who has a role."""
    roles = [(person.name, person.role.value.casefold().strip("() ")) for person in attendees if person.role]
    words = lexicon().words("attendance", role)
    named = next((name for name, said in roles if words.intersection(roles_in(said))), None)
    if named or role != "chair":
        return named
    chair = lexicon().pattern("chair_of")
    return next((name for name, said in roles if chair.search(said)), None)
