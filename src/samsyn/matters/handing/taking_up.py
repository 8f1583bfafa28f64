"""Which item of a meeting takes up a hand-over: by links between items, matters, words that point back."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from samsyn.matters.handing.county import County
from samsyn.matters.models import HandOver, HandOverKind, Knot, KnotState, LinkState, MatterLink, Strength
from samsyn.register.models import AgendaItem, Attendance, Meeting, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable

Reason = dict[str, Any]

SURE = 1.0
POINTED_AT = 0.9  # the item says from which meeting the question comes
NAMED = 0.7  # the item says from which body the question comes
CAME = 0.6  # somebody from the organisation was there
ENOUGH = 0.5
TOO_LITTLE = 0.45
OF_PLACE = ("through", "body", "subject")  # reasons that say whose an item is, and not what it is about


@dataclass(slots=True)
class Taking:
    """An item that may take up a hand-over; None for the meeting as a whole."""

    item: AgendaItem | None
    score: float = 0.0
    reasons: list[Reason] = field(default_factory=list)

    def add(self, score: float, code: str, words: Iterable[str] = ()) -> None:
        """One more reason; the strongest decides."""
        self.score = max(self.score, score)
        self.reasons.append({"code": code, "words": [word for word in words if word]})


def find_taking_up(hand_over: HandOver, meeting: Meeting, county: County | None = None) -> Taking | None:
    """The item of a meeting that takes up a hand-over, if any does.

    Args:
        hand_over: With its `meeting`, and `item` where it has one.
        meeting: One that lies after it.
        county: As `County.load` gives it; loaded where it is left out.

    Returns:
        The likeliest item with a score from 0.5 to 1 and the reasons, or None.
    """
    county = county or County.load()
    items = {item.pk: item for item in meeting.items.all()}
    takings: dict[int | None, Taking] = {}

    def taking(item: int | None) -> Taking:
        top = topmost(items.get(item) if item else None, items)
        return takings.setdefault(top.pk if top else None, Taking(top))

    for item, score, reasons in (
        *_by_matter(hand_over, meeting, county),
        *linked_items(hand_over, meeting, county),
    ):
        one = taking(item)
        one.score = max(one.score, score)
        one.reasons += reasons
    for item, score, code, words in _pointing_back(hand_over, meeting, county):
        taking(item).add(score, code, words)
    if hand_over.organisation_id and not takings and _came(hand_over, meeting):
        taking(None).add(CAME, "organisation_came", [hand_over.to_words])
    likeliest = max(takings.values(), key=lambda one: (one.score, len(one.reasons)), default=None)
    return likeliest if likeliest and likeliest.score >= ENOUGH else None


def topmost(item: AgendaItem | None, items: dict[int, AgendaItem]) -> AgendaItem | None:
    """The item itself or the one that it lies below."""
    while item is not None and item.parent_id in items:
        item = items[item.parent_id]
    return item


def own_items(hand_over: HandOver) -> list[int]:
    """The item of a hand-over and those that it lies below."""
    found_ids, item = [], hand_over.item
    while item is not None:
        found_ids.append(item.pk)
        item = item.parent
    return found_ids


def _from(hand_over: HandOver, prefix: str = "") -> Q:
    """Rows about what a hand-over is from: its statement, its item, or the meeting as a whole."""
    place = Q(**{f"{prefix}item__in": own_items(hand_over)}) | Q(**{f"{prefix}item": None})
    return Q(**{f"{prefix}meeting": hand_over.meeting_id}) & place


def _by_matter(
    hand_over: HandOver, meeting: Meeting, county: County
) -> list[tuple[int | None, float, list[Reason]]]:
    """Items that belong to the same matter, as people say."""
    if meeting.pk not in county.known.tied(hand_over.meeting_id):
        return []
    own = Knot.objects.filter(_from(hand_over), state=KnotState.TAKEN, lost=False)
    said = own.filter(Q(statement=None) | Q(statement=hand_over.statement_id))
    theirs = Knot.objects.filter(meeting=meeting, state=KnotState.TAKEN, lost=False)
    theirs = theirs.filter(matter__in=said.values("matter"))
    rows = []
    for knot in theirs.select_related("matter", "statement"):
        item = knot.item_id or (knot.statement.item_id if knot.statement else None)
        rows.append((item, SURE, [{"code": "same_matter", "words": [knot.matter.name]}]))
    return rows


def links_between(
    hand_over: HandOver, meeting: Meeting, county: County
) -> list[tuple[int | None, MatterLink]]:
    """The links between what a hand-over is from and the items of another meeting."""
    if meeting.pk not in county.known.linked(hand_over.meeting_id):
        return []
    links = MatterLink.objects.filter(related=False).exclude(state__in=(LinkState.REFUSED, LinkState.RELATED))
    forward = links.filter(_from(hand_over, "left_"), right_meeting=meeting)
    back = links.filter(_from(hand_over, "right_"), left_meeting=meeting)
    return [*((one.right_item_id, one) for one in forward), *((one.left_item_id, one) for one in back)]


def linked_items(
    hand_over: HandOver, meeting: Meeting, county: County
) -> list[tuple[int | None, float, list[Reason]]]:
    """Items that are proposed to be, or said to be, of one matter with the hand-over's."""
    rows = links_between(hand_over, meeting, county)
    return [(item, _likelihood(link, hand_over), list(link.reasons)) for item, link in rows]


def may_take_up(hand_over: HandOver, meeting: Meeting, county: County) -> bool:
    """Whether any link makes it likely that a meeting took it up: it is not said to have missed it."""
    return any(link.score >= ENOUGH for _, link in links_between(hand_over, meeting, county))


def _likelihood(link: MatterLink, hand_over: HandOver) -> float:
    """How likely a link makes it; the day that the hand-over names says nothing of what an item is about."""
    if link.state == LinkState.TAKEN:
        return SURE
    if not any(_is_of_content(reason, hand_over) for reason in link.reasons):
        return min(link.score, TOO_LITTLE)
    return max(link.score, POINTED_AT) if link.strength == Strength.STRONG else link.score


def _is_of_content(reason: Reason, hand_over: HandOver) -> bool:
    if reason["code"] == "date":
        return not any(word.lower() in hand_over.asked.lower() for word in reason["words"])
    return reason["code"] not in OF_PLACE


def _pointing_back(
    hand_over: HandOver, meeting: Meeting, county: County
) -> list[tuple[int | None, float, str, list[str]]]:
    """Items that say that their question comes from the meeting, or from the bodies, that sent it.

    Where the same bodies have handed over several things, a mere name does not say which.
    """
    points = county.known.pointing(meeting.pk).get(hand_over.meeting_id, ())
    rows: list[tuple[int | None, float, str, list[str]]] = [
        (item, POINTED_AT, "points_back", [words]) for item, words in points
    ]
    senders = {body.pk for body in hand_over.meeting.bodies.all()}
    directory = county.directory(tuple(body.pk for body in meeting.bodies.all()))
    for item, text in county.known.coming_from(meeting.pk):
        named = set(directory.bodies_named(text)) - set(directory.own)
        if named and named <= senders:
            rows.append((item, NAMED, "says_from", [text[:80]]))
    # Asked last: most meetings point back to nothing.
    is_unsure = bool(rows) and hand_over.kind != HandOverKind.REPORT_BACK and _has_siblings(hand_over)
    return [] if is_unsure else rows


def _has_siblings(hand_over: HandOver) -> bool:
    """Whether the same bodies have other open hand-overs to the same bodies."""
    bodies = [row.body_id for row in hand_over.recipients.all()]
    senders = [body.pk for body in hand_over.meeting.bodies.all()]
    others = HandOver.objects.filter(meeting__bodies__in=senders, recipients__body__in=bodies, lost=False)
    others = others.exclude(pk=hand_over.pk).exclude(item=hand_over.item_id)
    return others.exclude(standing="refused").exists()


def _came(hand_over: HandOver, meeting: Meeting) -> bool:
    """Whether somebody from an organisation outside was at a meeting."""
    there = Attendance.objects.filter(meeting=meeting, present=True, removed=False)
    return there.filter(organisation=hand_over.organisation_id).exists()


def statements_of(item: AgendaItem | None, meeting: Meeting) -> list[Statement]:
    """What was said below an item and its sub-headings, or at the whole meeting."""
    rows = meeting.statements.filter(removed=False, merged_into=None).order_by("position")
    if item is None:
        return list(rows)
    below: dict[int | None, list[int]] = defaultdict(list)
    for pk, parent in meeting.items.values_list("pk", "parent"):
        below[parent].append(pk)
    wanted = [item.pk]
    for one in wanted:  # grows while it is gone through
        wanted += below[one]
    return list(rows.filter(item__in=wanted))
