"""The rules of docs/reading/ in plain Swedish, for whoever wonders how a value was found.

The sentences are data: a file for each group, read only when somebody asks, since no reading needs them.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from samsyn.minutes.records import Doubt, Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samsyn.minutes.records import Minutes

__all__ = ["Rule", "RuleGroup", "find_rule", "find_rules_used", "rule_groups"]

_GROUPS = ("head", "attendance", "items", "statements", "owners", "references", "dates", "file")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as people read it.

    Attributes:
        number: As values name it; a small letter behind it is a form of the same rule ("H3t").
        says: One Swedish sentence.
        example: Words as notes have them, "~~" around struck and "**" around bold ones; empty where the
            rule is about the file itself.
    """

    number: str
    says: str
    example: str = ""


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """Rules about the same thing.

    Attributes:
        code: Name of the group's file.
        heading: What they are about, in Swedish.
        lead: A sentence or two on what they have in common.
        rules: In the order in which they are tried or told.
    """

    code: str
    heading: str
    lead: str
    rules: tuple[Rule, ...]


@cache
def rule_groups() -> tuple[RuleGroup, ...]:
    """All rules, in the order in which notes are read."""
    return tuple(_read_group(code) for code in _GROUPS)


def find_rule(number: str) -> Rule | None:
    """The rule with a number, None where there is none."""
    return _by_number().get(number)


def find_rules_used(minutes: Minutes) -> list[Rule]:
    """The rules behind a reading's values and doubts, each once, in the order of `rule_groups`."""
    used = set(_numbers(minutes))
    return [rule for number, rule in _by_number().items() if number in used]


@cache
def _by_number() -> dict[str, Rule]:
    return {rule.number: rule for group in rule_groups() for rule in group.rules}


def _read_group(code: str) -> RuleGroup:
    table = tomllib.loads((files(__name__) / f"{code}.toml").read_text("utf-8"))
    heading, lead = table.pop("heading"), table.pop("lead")
    return RuleGroup(code, heading, lead, tuple(Rule(number, **row) for number, row in table.items()))


def _numbers(part: object) -> Iterator[str]:
    """The numbers of rules in a part of a reading."""
    if isinstance(part, (Found, Doubt)):
        yield part.rule
    if isinstance(part, tuple):
        inner: list[object] = list(part)
    else:
        inner = [getattr(part, field.name) for field in fields(part)] if is_dataclass(part) else []
    for one in inner:
        yield from _numbers(one)
