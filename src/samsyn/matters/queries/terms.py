"""Words that mean the same here: those that Samsyn comes with, as the county changed them, and its own."""

from __future__ import annotations

from dataclasses import dataclass

from samsyn.matters.linking.terms import shipped_terms
from samsyn.matters.models import TermGroup


@dataclass(frozen=True, slots=True)
class Terms:
    """Words that mean the same.

    Attributes:
        code: Of a group that Samsyn came with; empty for one that the county has made.
        row: Id, where the county has made, changed or removed it.
        removed: Not used any more.
    """

    words: tuple[str, ...]
    why: str = ""
    code: str = ""
    row: int | None = None
    removed: bool = False

    @property
    def which(self) -> str:
        """What it is known by in an address: its number, or its code while nobody has changed it."""
        return str(self.row) if self.row is not None else self.code

    def __str__(self) -> str:
        """The words, as a row of the list writes them."""
        return " ↔ ".join(self.words)


def all_terms() -> list[Terms]:
    """Every group, also those that the county has removed: its own first; one question to the database."""
    rows = list(TermGroup.objects.all())
    told = [Terms(tuple(row.words), row.why, row.code, row.pk, row.removed) for row in rows]
    known = {row.code for row in rows}
    left = [Terms(words, code=code) for code, words in shipped_terms().items() if code not in known]
    return [*(one for one in told if not one.code), *(one for one in told if one.code), *left]


def term_groups() -> list[tuple[str, ...]]:
    """The words of each group that is in use: what likeness between texts goes by."""
    return [one.words for one in all_terms() if not one.removed]
