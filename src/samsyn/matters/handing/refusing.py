"""What looks like a hand-over and is none: told of earlier ones, said not to be, or only thought of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.matters.handing.words import found, pattern

if TYPE_CHECKING:
    from datetime import date

    from samsyn.matters.handing.directory import Directory
    from samsyn.matters.handing.records import Day

AROUND = 30  # characters after the words in which a negation denies them
CLAUSE = re.compile(r"[,;:–(]| att | som | och | men | medan |(?<=\w) eftersom ")
SUBORDINATE = re.compile(r"\s*(?:eftersom|när|då|sedan|innan|medan|så länge|även om|trots att)\b")


def clause_before(text: str, end: int) -> str:
    """The words of a clause up to a place."""
    return CLAUSE.split(text[:end])[-1]


def moves_people(text: str, start: int) -> bool:
    """Whether it is people that a verb moves, and no question ("eleverna hänvisas till …")."""
    before = clause_before(text, start)
    if found("retold", "people", text[:start], form=r"^\s*(?:{rows}) (?:som|vars)\b"):
        return True
    about_them = found("retold", "people", before, form=r"^\s*(?:\w+ ){0,2}(?:{rows})")
    return about_them and not found("passes", "objects", before)


def is_opinion(text: str, start: int) -> bool:
    """Whether it is somebody's own view that the words at a place tell."""
    match = pattern("retold", "opinions").search(text[:start])
    who = text[: match.start()].strip() if match else ""
    return match is not None and not found("retold", "ours", who, form="(?:{rows})$")


def is_retold(sentence: str, start: int, directory: Directory) -> bool:
    """Whether the words at a place tell of what was done before, or of what another body does."""
    if is_opinion(sentence.lower(), start):
        return True
    before = clause_before(sentence.lower(), start)
    if found("retold", "before", before, form="(?:{rows})"):
        return True
    subject = clause_before(sentence, start).strip()
    named = directory.bodies_named(subject) if subject else ()
    by_other = bool(named) and not set(named) & set(directory.own)
    return by_other and not re.search(r"\b(?:från|av|till|med|om|för)\b", subject.lower())


def is_denied(sentence: str, start: int, end: int) -> bool:
    """Whether the words at a place are denied, or hang on something."""
    text = sentence.lower()
    if found("retold", "refusing", text[:start], form="(?:{rows}) att (?:[\\w-]+ ){0,6}$"):
        return True
    negation = pattern("retold", "negations")
    clause = clause_before(text, start)
    if SUBORDINATE.match(clause):  # what is denied in it is not what follows from it
        clause = " ".join(clause.split()[-2:])
    after = re.split(r"[,;:]| men | utan | som ", text[start : end + AROUND])[0]
    return bool(negation.search(clause) or negation.search(after)) or found("retold", "perhaps", text)


def says_nothing(sentence: str) -> bool:
    """Whether a line says that there is nothing to hand over."""
    return found("retold", "nothing", sentence.lower())


def is_past(day: Day | None, met_on: date | None) -> bool:
    """Whether a day lies on or before that of the meeting."""
    return bool(day and day.end and met_on and day.end <= met_on) or bool(
        day and day.start and met_on and day.precision == "day" and day.start <= met_on
    )
