"""The hand-overs written sentence by sentence: whether the files have their form.

Rules are written by one file and measured on the other, so what fails is told by its number alone.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parent / "sayings"
FILES = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.toml"))}
KINDS = {"passed", "asked", "returned", "invited", "more_time"}
NO_NAME = {"later", "unknown"}

SAYING = {"in", "heading", "text", "handed"}
HANDED = {"words", "to", "kind"}

# By its name, so that no trace of a failing test holds the file's words.
each_file = pytest.mark.parametrize("name", FILES)


def sayings(name: str) -> list[dict[str, Any]]:
    """The entries of a file."""
    return [*FILES[name]["saying"]]


def handed(name: str) -> Iterator[tuple[int, dict[str, Any], dict[str, Any]]]:
    """Each hand-over of a file, with the entry it stands in and that entry's number."""
    yield from ((number, one, row) for number, one in enumerate(sayings(name)) for row in one["handed"])


def cast(name: str) -> set[str]:
    """All bodies and organisations of a file, by their full names."""
    return {*FILES[name]["cast"]["bodies"], *FILES[name]["cast"]["organisations"]}


def formed(saying: dict[str, Any]) -> bool:
    """Whether an entry has the fields it should, and no others."""
    return saying.keys() - {"why"} == SAYING and all(row.keys() == HANDED for row in saying["handed"])


def squeezed(saying: dict[str, Any]) -> str:
    """An entry's words, whatever their spaces and capitals."""
    return " ".join(saying["text"].casefold().split())


@each_file
def test_every_saying_has_its_fields(name: str) -> None:
    """An entry has body, heading, text and what is handed over; a reason may stand beside."""
    assert [number for number, one in enumerate(sayings(name)) if not formed(one)] == []


@each_file
def test_words_stand_in_the_text(name: str) -> None:
    """What hands over is cut from the text as it stands."""
    assert [number for number, one, row in handed(name) if row["words"] not in one["text"]] == []


@each_file
def test_a_note_is_a_bodys(name: str) -> None:
    """Whoever hands over is a body of the cast."""
    bodies = FILES[name]["cast"]["bodies"]
    assert [number for number, one in enumerate(sayings(name)) if one["in"] not in bodies] == []


@each_file
def test_receivers_are_known(name: str) -> None:
    """It goes to another name of the cast, to a later meeting or nobody knows where."""
    known = cast(name) | NO_NAME
    assert [number for number, one, row in handed(name) if row["to"] not in known - {one["in"]}] == []


@each_file
def test_short_names_stand_for_names_of_the_cast(name: str) -> None:
    """An abbreviation is of a body or an organisation that the cast names."""
    assert {*FILES[name]["cast"].get("abbreviations", {}).values()} <= cast(name)


@each_file
def test_more_time_is_at_a_later_meeting(name: str) -> None:
    """What gets more time comes up again in the same body."""
    later = {"later"}
    assert {row["to"] for _, _, row in handed(name) if row["kind"] == "more_time"} == later


@each_file
def test_every_kind_is_there_often_enough(name: str) -> None:
    """Each kind stands at least twenty times, and no other kind does."""
    kinds = Counter(row["kind"] for _, _, row in handed(name))
    assert (set(kinds), min(kinds.values()) >= 20) == (KINDS, True)


@each_file
def test_there_are_enough_of_both(name: str) -> None:
    """At least 170 entries hand something over and 150 do not."""
    given = Counter(bool(one["handed"]) for one in sayings(name))
    assert (given[True] >= 170, given[False] >= 150) == (True, True)


def test_no_text_stands_twice() -> None:
    """No words are used again, neither in their own file nor in the other."""
    seen = [(name, number, squeezed(one)) for name in FILES for number, one in enumerate(sayings(name))]
    times = Counter(text for _, _, text in seen)
    assert [(name, number) for name, number, text in seen if times[text] > 1] == []
