"""A rule of wording: what it looks for, and what it says where it finds it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samsyn.wording.checks import Check


class Level(StrEnum):
    """How weighty a remark is. None of them stops anything."""

    SUGGESTION = "suggestion"
    WARNING = "warning"
    ERROR = "error"


class Scope(StrEnum):
    """What a rule looks at, at a time.

    TEXT is all of it, and so is PRESENT, but for clauses that tell of the past. SENTENCE is one sentence, and
    so is DEMAND, but for clauses that only describe.
    """

    TEXT = "text"
    PRESENT = "present"
    SENTENCE = "sentence"
    DEMAND = "demand"


class Extension(StrEnum):
    """What a rule can look for; the names are Vale's."""

    EXISTENCE = "existence"
    SUBSTITUTION = "substitution"
    OCCURRENCE = "occurrence"
    CONDITIONAL = "conditional"
    REPETITION = "repetition"
    SEQUENCE = "sequence"
    METRIC = "metric"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule, read and ready.

    Attributes:
        name: As it is shown; several files may share one ("IngenAgerar-bli.yml" belongs to IngenAgerar).
        message: What is said where it finds something; "%s" stands for the words found.
        description: What to do about it.
        link: Where more can be read; may be empty.
    """

    name: str
    extends: Extension
    level: Level
    scope: Scope
    message: str
    description: str
    link: str
    check: Check

    @property
    def is_strict(self) -> bool:
        """Whether it holds only where something is demanded: milestones, decisions and agreements.

        A choice of words holds in every text; a figure is for whole texts.
        """
        return self.extends not in (Extension.SUBSTITUTION, Extension.METRIC)
