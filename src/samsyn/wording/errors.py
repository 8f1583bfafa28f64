"""What can be wrong with a rule, in one Swedish sentence each.

RuleUnusable   a rule that cannot be read
└── RuleTooSlow    a rule that reads a sentence for too long
"""

from __future__ import annotations


class RuleUnusable(Exception):
    """A rule's file cannot be used.

    Attributes:
        name: The file, or the rule where it lies in no file.
        line: The line in it, from 1; None where the whole is meant.
        message: One sentence in Swedish that says where, what and what to do.
    """

    def __init__(self, name: str, line: int | None, trouble: str) -> None:
        """Put the sentence together.

        Args:
            name: The file's name; shown in quotes.
            line: From 1, or None.
            trouble: What is wrong and what to do, a main clause that begins with a small letter.
        """
        self.name = name
        self.line = line
        where = f", rad {line}" if line else ""
        self.message = f"Regeln ”{name}”{where}: {trouble}."
        super().__init__(self.message)


class RuleTooSlow(RuleUnusable):
    """A rule's pattern took longer over a sentence than it may."""

    def __init__(self, name: str) -> None:
        """Say so."""
        super().__init__(name, None, "mönstret tar för lång tid att pröva, skriv det enklare")
