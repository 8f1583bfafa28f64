"""Two people's writing put together: whatever stands in either stands in what comes of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.register.writing.content import FACTS, Block, Came, Content, Item

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NAMES = {
    "day": "dagen",
    "starts": "när mötet började",
    "ends": "när mötet slutade",
    "place": "platsen",
    "chair": "ordföranden",
    "secretary": "sekreteraren",
    "next_day": "dagen för nästa möte",
    "next_starts": "tiden för nästa möte",
    "next_place": "platsen för nästa möte",
}


def merge(kept: Content, own: Content) -> Content:
    """What is kept and what somebody has written beside it, both.

    Where the same block or heading was written in two ways, both stand after each other. A fact that can
    only be one (the day, the place) is one's own where it is given; `clashes` tells which those are.
    """
    return Content(
        **{name: getattr(own, name) or getattr(kept, name) for name in FACTS},
        people=_merge_people(kept.people, own.people),
        lists_absent=kept.lists_absent or own.lists_absent,
        items=_merge_items(kept.items, own.items),
    )


def clashes(kept: Content, own: Content) -> list[str]:
    """In Swedish, the facts that are given in both and are not the same."""
    pairs = {name: (getattr(kept, name), getattr(own, name)) for name in FACTS}
    return [NAMES[name] for name, (left, right) in pairs.items() if left and right and left != right]


def _merge_people(kept: Sequence[Came], own: Sequence[Came]) -> tuple[Came, ...]:
    """Each person once; present where either says so."""
    found: dict[tuple[str, str], Came] = {}
    for came in (*kept, *own):
        known = found.get((came.name, came.organisation))
        found[came.name, came.organisation] = (
            replace(came, present=came.present or known.present) if known else came
        )
    return tuple(found.values())


def _merge_items(kept: Sequence[Item], own: Sequence[Item]) -> tuple[Item, ...]:
    """The items in their order; one's own new ones stand after what they stood after."""
    merged = {item.id: item for item in kept}
    order, after = list(merged), ""
    for item in own:
        if item.id in merged:
            merged[item.id] = _merge_item(merged[item.id], item)
        else:
            merged[item.id] = item
            order.insert(order.index(after) + 1 if after else 0, item.id)
        after = item.id
    return tuple(_apart([merged[id_] for id_ in order]))


def _apart(items: Sequence[Item]) -> Iterator[Item]:
    """The items with each block's id its own: one may have been written in two places."""
    taken: set[str] = set()
    for item in items:
        blocks = []
        for block in item.blocks:
            blocks.append(_beside(block, taken) if block.id in taken else block)
            taken.add(blocks[-1].id)
        yield replace(item, blocks=tuple(blocks))


def _merge_item(kept: Item, own: Item) -> Item:
    headings = dict.fromkeys(heading for heading in (kept.heading, own.heading) if heading)
    return Item(kept.id, " / ".join(headings), _merge_blocks(kept.blocks, own.blocks))


def _merge_blocks(kept: Sequence[Block], own: Sequence[Block]) -> tuple[Block, ...]:
    found, after = list(kept), -1
    for block in own:
        place = next((at for at, one in enumerate(found) if one.id == block.id), None)
        if place is None:
            after += 1
            found.insert(after, block)
            continue
        after = place
        if found[place] != block and not block.is_empty:
            after = place + 1
            found.insert(after, block)
    return tuple(found)


def _beside(block: Block, taken: set[str]) -> Block:
    """The block with an id of its own."""
    base = block.id.partition("-")[0]
    number = next(number for number in range(2, len(taken) + 3) if f"{base}-{number}" not in taken)
    return replace(block, id=f"{base}-{number}")
