"""The page where notes are written, as a form: what is sent becomes content, and buttons add to it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from samsyn.register.service import DraftUnusable
from samsyn.register.writing.beginning import empty_item, new_id
from samsyn.register.writing.content import FACTS, Block, BlockKind, Came, Content, Item, content_from_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import QueryDict

ITEM, BLOCK = "item", "block"


def read_json(body: bytes | str) -> dict[str, Any]:
    """What a browser sent as JSON.

    Raises:
        DraftUnusable: It is none.
    """
    try:
        found = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise DraftUnusable("Sidan är från en annan version av Samsyn: ladda om den.") from error
    return found if isinstance(found, dict) else {}


def read_form(sent: QueryDict) -> Content:
    """The form as content.

    Raises:
        DraftUnusable: It is not the page's form, or holds more than notes can have.
    """
    items: dict[str, dict[str, Any]] = {
        id_: {"id": id_, "heading": sent.get(f"item-{id_}", ""), "blocks": []} for id_ in sent.getlist(ITEM)
    }
    for code in sent.getlist(BLOCK):
        item, id_, kind = (*code.split(":"), "", "")[:3]
        if item in items:
            texts = {name: sent.get(f"{name}-{id_}", "") for name in ("text", "owner", "due")}
            items[item]["blocks"].append({"id": id_, "kind": kind, **texts})
    people = [
        {name: sent.get(f"people-{at}-{name}", "") for name in ("name", "organisation")}
        | {"present": f"people-{at}-present" in sent}
        for at in sent.getlist("people")
    ]
    return content_from_json(
        {name: sent.get(name, "") for name in FACTS}
        | {"people": people, "lists_absent": "lists_absent" in sent, "items": list(items.values())}
    )


def change(content: Content, wanted: str) -> tuple[Content, str]:
    """What a button without script does, and the id of the place on the page to go on at.

    Args:
        content: What is written.
        wanted: "add-person", "add-item", "add-block:<item>:<kind>", "drop-item:<item>", "drop-block:<block>",
            "drop-person:<number>"; anything else changes nothing.
    """
    name, _, rest = wanted.partition(":")
    made = CHANGES.get(name)
    return made(content, rest) if made else (content, "")


def _add_person(content: Content, _: str) -> tuple[Content, str]:
    people = (*content.people, Came("", present=True))
    return replace(content, people=people), f"people-{len(people) - 1}-name"


def _add_item(content: Content, _: str) -> tuple[Content, str]:
    made = empty_item()
    return replace(content, items=(*content.items, made)), f"item-{made.id}"


def _add_block(content: Content, rest: str) -> tuple[Content, str]:
    id_, _, kind = rest.partition(":")
    if kind not in set(BlockKind):
        return content, ""
    block = Block(new_id(), BlockKind(kind))
    items = tuple(
        replace(item, blocks=(*item.blocks, block)) if item.id == id_ else item for item in content.items
    )
    return replace(content, items=items), f"text-{block.id}"


def _drop_item(content: Content, id_: str) -> tuple[Content, str]:
    return replace(content, items=tuple(item for item in content.items if item.id != id_)), "punkter"


def _drop_block(content: Content, id_: str) -> tuple[Content, str]:
    def without(item: Item) -> Item:
        return replace(item, blocks=tuple(block for block in item.blocks if block.id != id_))

    return replace(content, items=tuple(map(without, content.items))), "punkter"


def _drop_person(content: Content, number: str) -> tuple[Content, str]:
    people = tuple(came for at, came in enumerate(content.people) if str(at) != number)
    return replace(content, people=people), "narvaro"


CHANGES: dict[str, Callable[[Content, str], tuple[Content, str]]] = {
    "add-person": _add_person,
    "add-item": _add_item,
    "add-block": _add_block,
    "drop-item": _drop_item,
    "drop-block": _drop_block,
    "drop-person": _drop_person,
}


def as_lines(content: Content) -> str:
    """What is written as lines, to be laid beside what somebody else wrote."""
    lines = [getattr(content, name) for name in FACTS if getattr(content, name)]
    lines += [f"{came.name}, {came.organisation}" for came in content.people if came.present]
    for item in content.items:
        lines.append(item.heading)
        for block in item.blocks:
            lines += [*block.text.split("\n"), *filter(None, (block.owner, block.due))]
    return "\n".join(line for line in lines if line)
