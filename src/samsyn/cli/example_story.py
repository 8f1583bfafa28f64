"""What a process leader of the example county has done already: matters opened out of its notes.

The threads are data (`example/threads.toml`). The last ones are left as Samsyn proposes them, to be taken or
refused by whoever looks.
"""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import samsyn

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.matters.models import MatterLink
    from samsyn.matters.service import Place
    from samsyn.register.models import Meeting, Statement

NOTES = Path(samsyn.__file__).parent / "example"
THREADS = NOTES / "threads.toml"
LEFT = ("Cyklar med stöd", "Vingåkers plats i samverkan")
LEADER, ADDRESS = "Idun Hallström", "idun.hallstrom@exempel.se"
SINCE = date(2025, 1, 1)


def tell_story() -> int:
    """Open the matters, where nobody has opened any; gives how many."""
    from samsyn.matters.models import Matter
    from samsyn.matters.service import catch_up, open_matter, relate_matters

    while catch_up():
        pass
    if Matter.objects.exists():
        return 0
    story = tomllib.loads(THREADS.read_text("utf-8"))
    leader, opened = leader_of_example(), {}
    for row in story["matter"]:
        places = _places(row["knots"])
        if row["name"] not in LEFT and places:
            event = open_matter(row["name"], places, by=leader, links=_links(places))
            opened[row["name"]] = Matter.objects.get(pk=event.subject_id)
    for one, other in (row["matters"] for row in story["related"]):
        if one in opened and other in opened:
            relate_matters(opened[one], opened[other], by=leader)
    return len(opened)


def leader_of_example() -> User:
    """The process leader, who cannot sign in."""
    from samsyn.accounts.models import User
    from samsyn.register.models import Role, RoleKind

    leader = User.objects.filter(email=ADDRESS).first()
    if leader is None:
        leader = User.objects.create_user(email=ADDRESS, name=LEADER)
        Role.objects.create(user=leader, kind=RoleKind.PROCESS_LEADER, start_on=SINCE)
    return leader


def _places(knots: list[dict[str, Any]]) -> list[Place]:
    """The items that the knots name; what could not be read on this machine is passed over."""
    from samsyn.matters.service import Place

    found = {}
    for knot in knots:
        meeting = meeting_of(knot["note"])
        if meeting is not None:
            items = meeting.items.all()
            item = next((one for one in items if knot["item"] in (one.number, one.heading)), None)
            if item is not None or not items:
                found[meeting.pk, item and item.pk] = Place(meeting, item)
    return list(found.values())


def meeting_of(note: str) -> Meeting | None:
    """The meeting of a note, by its file's name without ending; None where it could not be read."""
    from samsyn.register.models import Meeting

    rows = Meeting.objects.filter(versions__file_name__startswith=f"{note}.", versions__is_current=True)
    return rows.prefetch_related("items").first()


def statement_of(row: dict[str, Any]) -> Statement | None:
    """The row of a note (`note`) that begins with some words (`words`); None where it could not be read."""
    meeting = meeting_of(row["note"])
    if meeting is None:
        return None
    return meeting.statements.filter(text__startswith=row["words"], removed=False).first()


def _links(places: list[Place]) -> list[MatterLink]:
    """The open proposals between them."""
    from samsyn.matters.models import LinkState, MatterLink

    keys = {(place.meeting.pk, place.item and place.item.pk) for place in places}
    rows = MatterLink.objects.filter(state=LinkState.OPEN, related=False).order_by("-score", "pk")
    return [row for row in rows if {*_ends(row)} <= keys]


def _ends(row: MatterLink) -> tuple[tuple[int, int | None], tuple[int, int | None]]:
    return (row.left_meeting_id, row.left_item_id), (row.right_meeting_id, row.right_item_id)
