"""A quick look at many lines at once, before each of them is searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.minutes.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.lines import Line


def may_hold(name: str, lines: Sequence[Line]) -> bool:
    """Whether any of the lines has letters without which an expression of the lexicon cannot hold."""
    return lexicon().may_hold(name, "\n".join([line.text for line in lines]))
