"""The names in a sentence that tells of attendance, with what stands before them (rule A20)."""

from __future__ import annotations

import re
from typing import NamedTuple

from samsyn.minutes.attendance.names import is_given_name, is_name, is_title_word, organisation_length
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.texts import folded, normal

Place = tuple[int, int]
_BRACKET = re.compile(r"\([^()]*\)")
_NEAR = 60  # letters before a name that tell of it


class Named(NamedTuple):
    """A name in a sentence, with the title or the organisation in small letters before it."""

    place: Place
    title: Place | None = None
    origin: Place | None = None


def find_named(text: str, begin: int, end: int, *, alone: bool) -> list[Named]:
    """The names between two positions, without those in brackets and those of organisations."""
    clear = _BRACKET.sub(lambda match: "x" * len(match[0]), text[begin:end])
    found = []
    for match in lexicon().pattern("name_told").finditer(clear):
        place = _without_opener(match[0], begin + match.start())
        origin = None
        if lexicon().pattern("before_place").search(text[max(begin, place[0] - _NEAR) : place[0]]):
            origin, place = _behind_origin(text, *place)
            if origin is None:
                continue
        words = normal(text[slice(*place)])
        if is_name(words) or (alone and is_given_name(words)):
            near = max(begin, place[0] - _NEAR)
            told = lexicon().pattern("origin_before").search(text[near : place[0]])
            if told:
                origin = (near + told.start("who"), near + told.end("who"))
            found.append(Named(place, _title(text, begin, place[0]), origin))
    return found


def _behind_origin(text: str, start: int, end: int) -> tuple[Place | None, Place]:
    """An organisation and the name behind it ("från Polisen Rut Vifell"); None where no name follows."""
    words = list(re.finditer(r"\S+", text[start:end]))
    size = organisation_length([word[0] for word in words])
    if not 0 < size < len(words):
        return None, (start, end)
    return (start, start + words[size - 1].end()), (start + words[size].start(), end)


def _without_opener(words: str, start: int) -> Place:
    """A name without the word that opens the sentence, or a title in capital ("Även Rut", "Rektor Rut")."""
    end = start + len(words)
    while words:
        first, *_ = words.split(None, 1)
        if folded(first) not in lexicon().words("persons", "openers") and not is_title_word(first):
            break
        rest = words[len(first) :].lstrip()
        start, words = end - len(rest), rest
    return start, end


def _title(text: str, begin: int, at: int) -> Place | None:
    begin = max(begin, at - _NEAR)
    match = lexicon().pattern("title_before").search(text[begin:at])
    if match is None or not _ends_in_title(match["title"]):
        return None
    return begin + match.start("title"), begin + match.end("title")


def _ends_in_title(words: str) -> bool:
    """Whether words end in a title, in any form ("kuratorn")."""
    last = words.rsplit(maxsplit=1)[-1]
    return any(is_title_word(word) for word in (last, last.removesuffix("n"), last.removesuffix("en")))
