"""What is written down of a meeting, before it is notes: plain words, nothing read into them."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from datetime import date, time
from enum import StrEnum
from typing import Any

from samsyn.register.errors import DraftUnusable

LONGEST_LINE, LONGEST_TEXT = 500, 20_000
MOST_PEOPLE, MOST_ITEMS, MOST_BLOCKS = 300, 200, 300
MOST_LINES = 5_000  # in all: a file of more takes long to write
ID = re.compile(r"[a-z]{1,40}(?:-\d{1,3})?")  # no digits that could be anybody's number
# Letters that no file can hold: controls, halves of a pair, and the two that are no characters.
UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class BlockKind(StrEnum):
    """What a block of an item is written as."""

    TEXT = "text"
    DECISION = "decision"
    AGREED = "agreed"
    ACTION = "action"


@dataclass(frozen=True, slots=True)
class Block:
    """Some words of an item; `owner` and `due` are those of an action, in the writer's own words."""

    id: str
    kind: BlockKind = BlockKind.TEXT
    text: str = ""
    owner: str = ""
    due: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written in it."""
        return not (self.text or self.owner or self.due)


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the agenda and what is written below it."""

    id: str
    heading: str = ""
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Came:
    """Somebody who was there, or who usually is."""

    name: str
    organisation: str = ""
    present: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """All that is written of a meeting.

    Attributes:
        day: The meeting's day as "2026-04-10"; empty where it is not set.
        starts: As "10:00"; empty where not set, as is `ends`.
        lists_absent: Whether those of `people` who were not there are written down as absent.
    """

    day: str = ""
    starts: str = ""
    ends: str = ""
    place: str = ""
    chair: str = ""
    secretary: str = ""
    people: tuple[Came, ...] = ()
    lists_absent: bool = False
    items: tuple[Item, ...] = ()
    next_day: str = ""
    next_starts: str = ""
    next_place: str = ""


FACTS = ("day", "starts", "ends", "place", "chair", "secretary", "next_day", "next_starts", "next_place")
DAYS, TIMES = ("day", "next_day"), ("starts", "ends", "next_starts")


def content_to_json(content: Content) -> dict[str, Any]:
    """The content as the database and the browser have it."""
    plain: dict[str, Any] = json.loads(json.dumps(asdict(content)))  # lists instead of tuples
    return plain


def content_from_json(data: object) -> Content:
    """What came from a browser as content.

    Raises:
        DraftUnusable: It has another form, or more than notes can have.
    """
    row = _row(data)
    facts = {name: _line(row, name) for name in FACTS}
    for name in DAYS:
        _require_day(facts[name])
    for name in TIMES:
        _require_clock(facts[name])
    items = tuple(_item(one) for one in _rows(row, "items", MOST_ITEMS))
    _require_apart([item.id for item in items])
    _require_apart([block.id for item in items for block in item.blocks])
    _require_few_lines(items)
    return Content(
        **facts,
        people=tuple(_came(one) for one in _rows(row, "people", MOST_PEOPLE)),
        lists_absent=row.get("lists_absent") is True,
        items=items,
    )


def words_of(content: Content) -> dict[str, str]:
    """Every piece of text that somebody has written, by the name of its field on the page."""
    found = {name: getattr(content, name) for name in FACTS}
    for at, came in enumerate(content.people):
        found |= {f"people-{at}-name": came.name, f"people-{at}-organisation": came.organisation}
    for item in content.items:
        found[f"item-{item.id}"] = item.heading
        for block in item.blocks:
            found |= {f"{name}-{block.id}": getattr(block, name) for name in ("text", "owner", "due")}
    return {name: words for name, words in found.items() if words}


def _came(data: object) -> Came:
    row = _row(data)
    return Came(_line(row, "name"), _line(row, "organisation"), row.get("present") is True)


def _item(data: object) -> Item:
    row = _row(data)
    blocks = tuple(_block(one) for one in _rows(row, "blocks", MOST_BLOCKS))
    return Item(_id(row), _line(row, "heading"), blocks)


def _block(data: object) -> Block:
    row = _row(data)
    kind = row.get("kind")
    if not isinstance(kind, str) or kind not in set(BlockKind):
        raise DraftUnusable("Sidan är från en annan version av Samsyn: ladda om den.")
    text = _text(row, "text")
    return Block(_id(row), BlockKind(kind), text, _line(row, "owner"), _line(row, "due"))


def _id(row: dict[str, Any]) -> str:
    found = row.get("id")
    if not isinstance(found, str) or not ID.fullmatch(found):
        raise DraftUnusable("Sidan är från en annan version av Samsyn: ladda om den.")
    return found


def _require_apart(ids: list[str]) -> None:
    """An id is that of one item or block."""
    if len(ids) != len(set(ids)):
        raise DraftUnusable("Sidan är från en annan version av Samsyn: ladda om den.")


def _require_few_lines(items: tuple[Item, ...]) -> None:
    if sum(block.text.count("\n") + 1 for item in items for block in item.blocks) > MOST_LINES:
        raise DraftUnusable(f"Det är fler än {MOST_LINES} rader: dela upp mötet på två anteckningar.")


def _row(data: object) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise DraftUnusable("Sidan är från en annan version av Samsyn: ladda om den.")
    return data


def _rows(row: dict[str, Any], name: str, most: int) -> list[object]:
    found = row.get(name, [])
    if not isinstance(found, list):
        raise DraftUnusable("Sidan är från en annan version av Samsyn: ladda om den.")
    if len(found) > most:
        raise DraftUnusable(f"Det är fler än {most} rader på ett ställe: dela upp mötet på två anteckningar.")
    return found


def _text(row: dict[str, Any], name: str, longest: int = LONGEST_TEXT) -> str:
    found = row.get(name, "")
    if not isinstance(found, str):
        raise DraftUnusable("Sidan är från en annan version av Samsyn: ladda om den.")
    if len(found) > longest:
        raise DraftUnusable(f"”{found[:40]}…” är längre än {longest} tecken: dela upp texten.")
    lines = UNWRITABLE.sub(" ", found.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


def _line(row: dict[str, Any], name: str) -> str:
    return " ".join(_text(row, name, LONGEST_LINE).split())


def _require_day(words: str) -> None:
    try:
        date.fromisoformat(words or "2026-01-01")
    except ValueError as error:
        raise DraftUnusable(f"”{words}” är ingen dag: välj en.") from error


def _require_clock(words: str) -> None:
    try:
        time.fromisoformat(words or "00:00")
    except ValueError as error:
        raise DraftUnusable(f"”{words}” är inget klockslag: skriv till exempel 10:00.") from error
