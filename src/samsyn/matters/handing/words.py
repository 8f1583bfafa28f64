"""The words of `lexicon.toml`, as expressions that are made once."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

OBJECT = r"(?:[\w”“\"/§:,-]+ ){0,8}?[\w”“\"/-]+"


@cache
def tables() -> dict[str, Any]:
    """The whole file, read once."""
    text = (files("samsyn.matters.handing") / "lexicon.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def rows(table: str, name: str = "rows") -> list[str]:
    """The rows of a table as written."""
    listed: list[str] = tables()[table][name]
    return listed


@cache
def pattern(table: str, name: str = "rows", form: str = r"\b(?:{rows})\b") -> re.Pattern[str]:
    """An expression that finds any row of a table, the longest first.

    Args:
        table: Its name.
        name: Which of its lists.
        form: What surrounds the rows.
    """
    longest = sorted(rows(table, name), key=len, reverse=True)
    joined = "|".join(f"(?:{row.replace('{object}', OBJECT)})" for row in longest)
    return re.compile(form.replace("{rows}", joined))


def found(table: str, name: str, text: str, **how: Any) -> bool:
    """Whether a text holds any row of a table."""
    return pattern(table, name, **how).search(text) is not None
