"""The words for groups in a plan's wordings, and whom they mean."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samsyn.plan.grouping.reading import find_group_words
from samsyn.plan.models import NamedGroup
from samsyn.plan.queries.parts import see_outline
from samsyn.register.alphabet import alphabetical_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from samsyn.plan.models import Actor, Part, Plan
    from samsyn.plan.queries.parts import Outline


@dataclass(frozen=True, slots=True)
class GroupSeen:
    """A word for a group.

    Attributes:
        group: What somebody said of it, or notes ask of it; None where it was only found.
        members: Whom it means; empty where nobody has said.
        parts: The parts in whose wording in force it stands; none where it no longer stands anywhere.
    """

    words: str
    group: NamedGroup | None
    members: Sequence[Actor]
    parts: Sequence[Part]

    @property
    def is_resolved(self) -> bool:
        """Whether somebody has said whom it means."""
        return self.group is not None and self.group.is_resolved


def see_groups(plan: Plan, *, on: date, outline: Outline | None = None) -> list[GroupSeen]:
    """The words for groups of a plan: unresolved ones first, then by the alphabet.

    Args:
        plan: Which.
        on: The day: wordings in force then are read.
        outline: The plan's parts, where they are at hand.
    """
    found: dict[str, list[Part]] = defaultdict(list)
    for branch in (outline or see_outline(plan, on=on)).walk():
        for words in find_group_words(branch.wording.text) if branch.wording else ():
            found[words].append(branch.part)
    kept = {group.words: group for group in _kept(plan)}
    rows = [
        GroupSeen(words, kept.get(words), _members(kept.get(words)), found.get(words, []))
        for words in {*found, *kept}
    ]
    return sorted(rows, key=lambda row: (row.is_resolved, alphabetical_key(row.words)))


def resolved_groups() -> tuple[str, ...]:
    """The words for groups that somebody has resolved in a followed plan: no remark is due to them."""
    rows = NamedGroup.objects.filter(is_resolved=True, plan__state="active")
    return tuple(rows.order_by("words").values_list("words", flat=True).distinct())


def _kept(plan: Plan) -> Iterable[NamedGroup]:
    rows = plan.groups.select_related("by", "source__meeting")
    return rows.prefetch_related("members__organisation", "source__meeting__bodies")


def _members(group: NamedGroup | None) -> list[Actor]:
    return sorted(group.members.all(), key=lambda one: (one.number, one.pk)) if group else []
