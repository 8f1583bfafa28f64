"""The words of `lexicon.toml`, as expressions that are made once."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

WHOLE = r"(?<!\w)(?:{rows})(?!\w)"


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    text = (files("samsyn.plan.reading") / "lexicon.toml").read_text(encoding="utf-8")
    tables: dict[str, dict[str, list[str]]] = tomllib.loads(text)
    return tables


def rows(table: str, name: str) -> list[str]:
    """The rows of a list as written."""
    return _tables()[table][name]


@cache
def pattern(table: str, name: str, form: str = WHOLE) -> re.Pattern[str]:
    """An expression that finds any row of a list, the longest first.

    Args:
        table: Its table.
        name: Which of its lists.
        form: What surrounds the rows.
    """
    longest = sorted(rows(table, name), key=len, reverse=True)
    return re.compile(form.replace("{rows}", "|".join(f"(?:{row})" for row in longest)))


def says(table: str, name: str, text: str) -> bool:
    """Whether a text in small letters holds any row of a list."""
    return pattern(table, name).search(text) is not None


def says_only(table: str, name: str, text: str) -> bool:
    """Whether a text in small letters is a row of a list and nothing else."""
    return pattern(table, name, r"^(?:{rows})$").match(text) is not None


def begins(table: str, name: str, text: str) -> bool:
    """Whether a text in small letters begins with a row of a list."""
    return pattern(table, name, r"^(?:{rows})(?!\w)").match(text) is not None
