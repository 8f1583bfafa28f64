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
CLAUSE = re.compile(r"[,;:–(]| att | som | och | men | eftersom | medan ")
SPEAKS = ("question", "reference")


def is_retold(sentence: str, start: int, directory: Directory) -> bool:
    """Whether the words at a place tell of what was done before, or of what another body does."""
    before = CLAUSE.split(sentence[:start].lower())[-1]
    if found("retold", "before", before, form="(?:{rows})"):
        return True
    subject = CLAUSE.split(sentence[:start])[-1].strip()
    named = directory.bodies_named(subject) if subject else ()
    by_other = bool(named) and not set(named) & set(directory.own)
    return by_other and not re.search(r"\b(?:från|av|till|med|om|för)\b", subject.lower())


def is_denied(sentence: str, start: int, end: int) -> bool:
    """Whether the words at a place are denied, or hang on something."""
    text = sentence.lower()
    negation = pattern("retold", "negations")
    clause = CLAUSE.split(text[:start])[-1]
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
