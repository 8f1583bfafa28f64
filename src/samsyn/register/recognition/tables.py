"""The tables of known organisations and of what bodies are called."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """A table of `samsyn/register/data`, read once."""
    return tomllib.loads((files("samsyn.register") / "data" / f"{name}.toml").read_text(encoding="utf-8"))
