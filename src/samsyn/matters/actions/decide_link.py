"""Answer whether two items are of one matter: yes, no, or near one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.matters.actions.open_matter import open_matter
from samsyn.matters.actions.relate_matters import are_related, keep_relation
from samsyn.matters.actions.tie_knot import tie_knot
from samsyn.matters.answers import answer_links, open_again
from samsyn.matters.checks import require_seen
from samsyn.matters.errors import TwoMatters
from samsyn.matters.models import KnotState, LinkState, Matter, MatterLink, MatterState
from samsyn.matters.places import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.accounts.models import User


@transaction.atomic
def take_link(link: MatterLink, *, by: User, name: str = "") -> Event:
    """Say that two items are of one matter: they join the one's, or a new one is opened for both.

    Args:
        link: An open proposal.
        by: Who says so.
        name: Of a matter that is opened; by default the later item's heading.

    Raises:
        PermissionDenied: They may not, or do not see the notes of both.
        TwoMatters: Each belongs to a matter of its own.
        ChangedMeanwhile: Somebody has answered since it was shown.
    """
    require(by, "matters.tie_knot")
    left, right = places_of_link(link)
    one, other = matter_of(left), matter_of(right)
    if one is not None and other is not None:
        if one.pk != other.pk:
            raise TwoMatters(one, other)
        return answer_all([link], LinkState.TAKEN, by=by)
    if one is not None:
        return tie_knot(one, right, by=by, links=[link])
    if other is not None:
        return tie_knot(other, left, by=by, links=[link])
    return open_matter(name or right.heading or left.heading, [left, right], by=by, links=[link])


@transaction.atomic
def refuse_links(links: Sequence[MatterLink], *, by: User) -> Event:
    """Say that items are of different matters; they are not proposed again.

    Args:
        links: Open proposals, the surest first.
        by: Who says so.

    Raises:
        PermissionDenied: They may not, or do not see the notes.
        ChangedMeanwhile: Somebody has answered one since it was shown.
    """
    return answer_all(links, LinkState.REFUSED, by=by)


@transaction.atomic
def relate_link(link: MatterLink, *, by: User) -> Event:
    """Say that two items have to do with one another without being of one matter.

    Where each belongs to a matter, the two matters become related.

    Raises:
        PermissionDenied: They may not, or do not see the notes.
        ChangedMeanwhile: Somebody has answered since it was shown.
    """
    one, other = (matter_of(place) for place in places_of_link(link))
    event = answer_all([link], LinkState.RELATED, by=by)
    if one is not None and other is not None and one.pk != other.pk and not are_related(one, other):
        keep_relation(one, other, by=by, reasons=link.reasons)
    return event


def answer_all(links: Sequence[MatterLink], state: LinkState, *, by: User) -> Event:
    """Give open proposals one answer, and record it of the first."""
    require(by, "matters.tie_knot")
    require_seen([meeting for link in links for meeting in (link.left_meeting, link.right_meeting)], by)
    ids = answer_links(links, state, by=by)
    return Event.objects.create(
        by=by,
        what=f"matterlink.{state}",
        subject_type="matterlink",
        subject_id=ids[0],
        before={"state": LinkState.OPEN},
        after={"state": state, "links": ids},
    )


def take_back_answer(_: MatterLink, event: Event) -> None:
    """Let proposals that were answered at once wait again."""
    open_again(event.after["links"])


def places_of_link(link: MatterLink) -> tuple[Place, Place]:
    """The two that are proposed, the earlier first."""
    return Place(link.left_meeting, link.left_item), Place(link.right_meeting, link.right_item)


def matter_of(place: Place) -> Matter | None:
    """The matter that a place belongs to; the first where it belongs to several."""
    return (
        Matter.objects.exclude(state=MatterState.MERGED)
        .filter(
            knots__state=KnotState.TAKEN,
            knots__meeting=place.meeting,
            knots__item=place.item,
            knots__statement=None,
            knots__lost=False,
        )
        .order_by("pk")
        .first()
    )
