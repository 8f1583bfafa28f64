"""What the lines of a list have in common: marks, given names, one person each, words behind names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.leads import (
    begins_described,
    begins_with_name,
    behind_group,
    behind_role,
    first_words,
    tells_role,
)
from samsyn.minutes.attendance.names import is_given_name, is_name
from samsyn.minutes.attendance.pieces import segments
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.texts import normal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.attendance.region import Region
    from samsyn.reading import Document

_MARK = re.compile(r"\s{2,}(?P<mark>[NFXnfx])(?=\s*$|\s{2,}|,)")
_LAST_PIECE = re.compile(r"[,;•|]")
_MIN_MARKS = 2
_MIN_GIVEN = 2


def find_marks(region: Region) -> set[str]:
    """The marks that stand in a column of their own behind the names ("N" and "F", or "X")."""
    found = [
        match["mark"].upper()
        for line in region.lines
        if (match := _MARK.search(line.text)) and begins_with_name(line.text)
    ]
    return {mark for mark in found if found.count(mark) >= _MIN_MARKS or {"N", "F"} <= set(found)}


def is_marked_absent(text: str, marks: set[str]) -> bool:
    """Whether the marks of a list say that somebody was not there: F beside N, or no X beside others' X."""
    match = _MARK.search(text)
    mark = match["mark"].upper() if match else ""
    return ("N" in marks and mark == "F") or (marks == {"X"} and mark != "X" and "," not in text)


def is_of_given_names(region: Region) -> bool:
    """Whether each line below the label gives a person by the given name alone, behind a comma what he is."""
    names = [first_words(line.text) for line in region.lines]
    return not region.skip and len(names) >= _MIN_GIVEN and all(map(is_given_name, names))


def is_of_one(document: Document, region: Region) -> bool:
    """Whether one given name alone stands behind the label, and the notes call somebody by that alone."""
    words = region.lines[0].text[region.skip :].strip(" .")
    if not region.skip or len(region.lines) > 1 or not is_given_name(words) or tells_role(words.casefold()):
        return False
    again = re.findall(rf"\b{re.escape(words)}\b(?P<more> [A-ZÅÄÖ])?", document.text)
    return len(again) > 1 and not any(again)


def is_described(region: Region) -> bool:
    """Whether something else than a name stands behind names in the list."""
    pieces = [[normal(piece.text) for piece in segments(line.text, 0)] for line in region.lines]
    named = [parts for parts in pieces if parts and is_name(parts[0])]
    return len(named) > 1 and any(len(parts) > 1 and not is_name(parts[1].split("(")[0]) for parts in named)


def is_one_a_line(texts: Sequence[str]) -> bool:
    """Whether each line begins with a name of its own (rule A2); lines that name a group aside."""
    if len(texts) == 1:
        return True
    if any(map(_runs_on, texts, texts[1:])):
        return False
    telling = [text for text in texts if _may_name(text)] or texts
    begins = sum(1 for text in telling if _names_one(text))
    open_end = any(lexicon().pattern("open_end").search(text) for text in telling[:-1])
    return len(telling) == 1 or (begins * 5 >= len(telling) * 3 and not open_end)


def _runs_on(text: str, following: str) -> bool:
    """Whether a name is broken over two lines ("… Lisbet" / "Hammarbro, …", "… Lid-" / "ström")."""
    last, first = _LAST_PIECE.split(text)[-1].strip(), first_words(following)
    given = lexicon().words("persons", "given_names").intersection(last.casefold().split("-"))
    known = bool(given) and " " not in last and len(_LAST_PIECE.split(text)) > 1
    if (" " in first and not known) or len(first) < 2 or len(last) < 2:
        return False
    if last.endswith("-"):
        return is_name(normal(f"{last}\n{first}"))
    return " " not in last and is_name(f"{last} {first}")


def _may_name(text: str) -> bool:
    return begins_with_name(text) or "," in text or len(text.split()) > 6 or begins_described(text)


def _names_one(text: str) -> bool:
    bare = behind_group(text)
    return begins_with_name(bare) or behind_role(text) is not None or begins_described(bare)
